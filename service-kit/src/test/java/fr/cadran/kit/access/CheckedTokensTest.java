package fr.cadran.kit.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.Test;

class CheckedTokensTest {
  private static final Instant NOON = Instant.parse("2014-03-24T12:00:00Z");

  private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
  private final CheckedTokens tokens = tokens(Duration.ofSeconds(30));

  private CheckedTokens tokens(Duration life) {
    InstantSource source = now::get;
    CheckedTokensConfig settings =
        new CheckedTokensConfig() {
          @Override
          public Duration life() {
            return life;
          }

          @Override
          public long most() {
            return 10;
          }
        };
    return new CheckedTokens(settings, source.withZone(ZoneOffset.UTC));
  }

  private static SecurityIdentity until(Instant end) {
    JwtClaims claims = new JwtClaims();
    claims.setSubject("agent");
    claims.setExpirationTime(NumericDate.fromSeconds(end.getEpochSecond()));
    return of(claims);
  }

  private static SecurityIdentity of(JwtClaims claims) {
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(new DefaultJWTCallerPrincipal("raw", "jwt", claims))
        .addRole("ars-agent")
        .addAttribute("call", "the one in which it was checked")
        .build();
  }

  @Test
  void a_token_that_was_good_stands_for_the_same_account_and_roles() {
    tokens.keep("Bearer a.b.c", until(NOON.plusSeconds(300)));

    SecurityIdentity found = tokens.find("Bearer a.b.c").orElseThrow();
    assertThat(found.getRoles()).containsExactly("ars-agent");
    assertThat(found.<Object>getAttribute("call")).isNull();
  }

  @Test
  void a_token_that_differs_by_one_character_is_unknown() {
    tokens.keep("Bearer a.b.c", until(NOON.plusSeconds(300)));

    assertThat(tokens.find("Bearer a.b.C")).isEmpty();
  }

  @Test
  void a_token_ends_when_it_says_though_it_was_good_a_moment_ago() {
    tokens.keep("Bearer a.b.c", until(NOON.plusSeconds(5)));

    now.set(NOON.plusSeconds(4));
    assertThat(tokens.find("Bearer a.b.c")).isPresent();
    now.set(NOON.plusSeconds(5));
    assertThat(tokens.find("Bearer a.b.c")).isEmpty();
  }

  @Test
  void a_token_without_an_end_is_checked_each_time() {
    tokens.keep("Bearer a.b.c", of(new JwtClaims()));

    assertThat(tokens.find("Bearer a.b.c")).isEmpty();
  }

  @Test
  void a_check_does_not_hold_for_longer_than_it_may() {
    CheckedTokens brief = tokens(Duration.ZERO);
    brief.keep("Bearer a.b.c", until(NOON.plusSeconds(300)));

    assertThat(brief.find("Bearer a.b.c")).isEmpty();
  }
}
