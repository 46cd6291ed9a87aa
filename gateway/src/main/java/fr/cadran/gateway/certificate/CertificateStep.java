package fr.cadran.gateway.certificate;

import fr.cadran.gateway.door.AdmissionStep;
import fr.cadran.gateway.door.Call;
import fr.cadran.gateway.route.PathPattern;
import fr.cadran.kit.problem.ProblemException;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.Future;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;

/**
 * A token that is bound to a certificate opens nothing without it, on any route; some routes open
 * to bound tokens only, so that a token that leaks from an editor is of no use to who finds it.
 */
@Singleton
class CertificateStep implements AdmissionStep {
  private final CallerCertificate certificates;
  private final List<PathPattern> requiredOn;

  CertificateStep(CallerCertificate certificates, CertificateConfig config) {
    this.certificates = certificates;
    this.requiredOn = config.requiredOn().orElse(List.of()).stream().map(PathPattern::of).toList();
  }

  @Override
  public int order() {
    return BINDING;
  }

  @Override
  public Future<Void> admit(Call call) {
    return call.identity()
        .flatMap(identity -> refusal(call, identity))
        .map(Future::<Void>failedFuture)
        .orElseGet(Future::succeededFuture);
  }

  private Optional<Throwable> refusal(Call call, SecurityIdentity identity) {
    Optional<Confirmation> confirmation = Confirmation.of(identity);
    if (confirmation.isPresent()) {
      // A confirmation of a kind that is not known here cannot be checked, so it fails.
      boolean same =
          confirmation
              .get()
              .thumbprint()
              .flatMap(wanted ->
                  certificates.thumbprint(call.request()).map(shown -> same(wanted, shown)))
              .orElse(false);
      return same ? Optional.empty() : refuse(CertificateProblem.CERTIFICATE_MISMATCH);
    }
    String path = call.path();
    return requiredOn.stream().anyMatch(pattern -> pattern.matches(path))
        ? refuse(CertificateProblem.CERTIFICATE_BOUND_TOKEN_REQUIRED)
        : Optional.empty();
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
  }

  private static Optional<Throwable> refuse(CertificateProblem why) {
    return Optional.of(ProblemException.of(why));
  }
}
