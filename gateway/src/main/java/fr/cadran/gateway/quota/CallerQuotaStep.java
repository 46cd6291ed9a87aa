package fr.cadran.gateway.quota;

import fr.cadran.gateway.door.AdmissionStep;
import fr.cadran.gateway.door.Call;
import fr.cadran.gateway.route.GatewayProblem;
import fr.cadran.kit.problem.ProblemException;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.Future;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * What one caller may ask of one group of routes in a period. A caller is an account that comes
 * through a client: the people behind one front end do not use up each other's calls.
 */
@Singleton
class CallerQuotaStep implements AdmissionStep {
  private final Quotas quotas;
  private final Clock clock;

  CallerQuotaStep(Quotas quotas, Clock clock) {
    this.quotas = quotas;
    this.clock = clock;
  }

  @Override
  public int order() {
    return QUOTA;
  }

  @Override
  public Future<Void> admit(Call call) {
    if (call.route().isEmpty() || call.identity().isEmpty()) {
      return Future.succeededFuture();
    }
    String caller = call.clientId().orElse("") + "/" + account(call.identity().get());
    Allowance allowance = quotas.of(caller, call.route().get().group());
    return quotas
        .take(allowance)
        .compose(verdict -> {
          RateLimitHeaders.write(
              call.request().response().headers(), allowance, verdict.remaining());
          return verdict.allowed()
              ? Future.succeededFuture()
              : Future.failedFuture(
                  ProblemException.retryable(
                      GatewayProblem.RATE_LIMITED, RateLimitHeaders.secondsLeft(allowance, clock)));
        });
  }

  private static String account(SecurityIdentity identity) {
    return identity.getPrincipal() instanceof JsonWebToken token
        ? String.valueOf(token.getSubject())
        : identity.getPrincipal().getName();
  }
}
