package fr.cadran.gateway.head;

import fr.cadran.gateway.door.AdmissionStep;
import fr.cadran.gateway.door.Call;
import fr.cadran.kit.problem.KitProblem;
import fr.cadran.kit.problem.ProblemException;
import io.vertx.core.Future;
import jakarta.inject.Singleton;
import java.util.Set;

/** Only the methods that an API can mean: no tunnels, no echo of what was sent. */
@Singleton
class MethodStep implements AdmissionStep {
  private static final Set<String> KNOWN =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  @Override
  public int order() {
    return HEAD;
  }

  @Override
  public Future<Void> admit(Call call) {
    return KNOWN.contains(call.request().method().name())
        ? Future.succeededFuture()
        : Future.failedFuture(ProblemException.of(KitProblem.METHOD_NOT_ALLOWED));
  }
}
