package fr.cadran.kit.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Tokens that were found good a moment ago: a client sends the same one again and again, and the
 * check of its signature is the dearest part of a call. What is kept is who it stands for, under
 * the digest of the token, never the refusal of one. It is forgotten when the token expires, and in
 * any case after a moment, so that a withdrawn key closes here soon after it does everywhere. Each
 * process keeps its own: what the gateway found good, a service checks again.
 */
@Singleton
class CheckedTokens {
  private static final HexFormat HEX = HexFormat.of();

  private final Clock clock;
  private final Cache<String, SecurityIdentity> kept;

  CheckedTokens(CheckedTokensConfig config, Clock clock) {
    this.clock = clock;
    this.kept =
        Caffeine.newBuilder()
            .maximumSize(config.most())
            .expireAfter(
                Expiry.creating(
                    (String digest, SecurityIdentity identity) -> life(identity, config.life())))
            .build();
  }

  /** Who a token stands for, if that is known still. */
  Optional<SecurityIdentity> find(String token) {
    return Optional.ofNullable(kept.getIfPresent(digest(token)))
        .filter(identity -> remaining(identity).isPositive());
  }

  /** Keeps what was found of a good token. One that tells no end is checked each time. */
  void keep(String token, SecurityIdentity identity) {
    if (remaining(identity).isPositive()) {
      // Without the attributes: among them is the call in which it was checked.
      kept.put(
          digest(token),
          QuarkusSecurityIdentity.builder()
              .setPrincipal(identity.getPrincipal())
              .addRoles(identity.getRoles())
              .build());
    }
  }

  private Duration life(SecurityIdentity identity, Duration most) {
    Duration remaining = remaining(identity);
    return remaining.compareTo(most) < 0 ? remaining : most;
  }

  private Duration remaining(SecurityIdentity identity) {
    return identity.getPrincipal() instanceof JsonWebToken token
        ? Duration.between(clock.instant(), Instant.ofEpochSecond(token.getExpirationTime()))
        : Duration.ZERO;
  }

  private static String digest(String token) {
    try {
      return HEX.formatHex(
          MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException never) {
      throw new IllegalStateException("every Java platform has SHA-256", never);
    }
  }
}
