package fr.cadran.gateway.certificate;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * What a token says about the certificate it is bound to: the claim {@code cnf} (RFC 8705, 3.1).
 *
 * @param thumbprint of the certificate, absent from a confirmation of another kind
 */
record Confirmation(Optional<String> thumbprint) {
  private static final String CLAIM = "cnf";
  private static final String THUMBPRINT = "x5t#S256";

  /** The confirmation of a token; empty when the token may be used by whoever bears it. */
  static Optional<Confirmation> of(SecurityIdentity identity) {
    if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
      return Optional.empty();
    }
    @Nullable Object claim = token.getClaim(CLAIM);
    return Optional.ofNullable(claim).map(cnf -> new Confirmation(thumbprint(cnf)));
  }

  private static Optional<String> thumbprint(Object claim) {
    @Nullable Object value =
        switch (claim) {
          case JsonObject object -> object.get(THUMBPRINT);
          case Map<?, ?> map -> map.get(THUMBPRINT);
          default -> null;
        };
    return switch (value) {
      case JsonString text -> Optional.of(text.getString());
      case String text -> Optional.of(text);
      case null, default -> Optional.empty();
    };
  }
}
