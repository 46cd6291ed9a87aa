package fr.cadran.gateway.access;

import fr.cadran.gateway.door.AdmissionStep;
import fr.cadran.gateway.door.Call;
import fr.cadran.gateway.route.RouteTable;
import fr.cadran.kit.problem.KitProblem;
import fr.cadran.kit.problem.ProblemException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A valid token, unless the route needs none. Whatever is wrong with it, the answer is the same.
 */
@Singleton
class TokenStep implements AdmissionStep {
  // What has not this form is no token of ours; the parser of the framework fails on some of it.
  private static final Pattern BEARER = Pattern.compile("(?i:Bearer) +[\\w-]+\\.[\\w-]+\\.[\\w-]+");

  private final IdentityProviderManager identities;

  TokenStep(IdentityProviderManager identities) {
    this.identities = identities;
  }

  @Override
  public int order() {
    return TOKEN;
  }

  @Override
  public Future<Void> admit(Call call) {
    if (call.route().map(RouteTable.Route::open).orElse(true)) {
      return Future.succeededFuture();
    }
    String authorization = call.request().getHeader(HttpHeaders.AUTHORIZATION);
    if (authorization == null || !BEARER.matcher(authorization).matches()) {
      return Future.failedFuture(ProblemException.of(KitProblem.UNAUTHENTICATED));
    }
    Promise<Void> admitted = Promise.promise();
    QuarkusHttpUser.getSecurityIdentity(call.context(), identities)
        .subscribe()
        .with(identity -> enter(call, identity, admitted), bad -> refuse(admitted));
    return admitted.future();
  }

  private static void enter(
      Call call, @Nullable SecurityIdentity identity, Promise<Void> admitted) {
    if (identity == null || identity.isAnonymous()) {
      refuse(admitted);
    } else {
      call.isFrom(identity);
      admitted.complete();
    }
  }

  private static void refuse(Promise<Void> admitted) {
    admitted.fail(ProblemException.of(KitProblem.UNAUTHENTICATED));
  }
}
