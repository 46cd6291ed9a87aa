package fr.cadran.testing.access;

import fr.cadran.testing.token.Token;
import fr.cadran.testing.token.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The Authorization header of each role in each situation. Signing takes longer than a call, so a
 * token serves all operations that ask for the same, well within its life.
 */
final class Bearers {
  private static final Duration GOOD_FOR = Duration.ofMinutes(2);

  private final Map<Key, Signed> signed = new ConcurrentHashMap<>();

  private record Key(Place place, Role role, Situation situation, String scope) {}

  private record Signed(String bearer, Instant at) {
    static Signed now(Token token) {
      return new Signed(token.bearer(), Instant.now());
    }

    boolean isFresh() {
      return at.plus(GOOD_FOR).isAfter(Instant.now());
    }
  }

  /** The header, null for a caller without a token. */
  @Nullable String of(Place place, Role role, Situation situation, Optional<String> scope) {
    if (situation == Situation.NO_TOKEN) {
      return null;
    }
    return signed
        .compute(
            new Key(place, role, situation, scope.orElse("")),
            (key, before) ->
                before != null && before.isFresh()
                    ? before
                    : Signed.now(token(place, role, situation, scope)))
        .bearer();
  }

  private static Token token(Place place, Role role, Situation situation, Optional<String> scope) {
    Token token =
        switch (situation) {
          case OUT_OF_SCOPE -> place.outside(role);
          case NO_MANDAT -> Tokens.editor(Place.EDITOR_STRANGER);
          case EXPIRED_MANDAT -> Tokens.editor(Place.EDITOR_EXPIRED);
          case REVOKED_MANDAT -> Tokens.editor(Place.EDITOR_REVOKED);
          default -> place.inside(role);
        };
    boolean without = situation == Situation.MISSING_SCOPE;
    Token scoped =
        scope
            .map(wanted -> without ? withoutScope(token, role, wanted) : token.withScope(wanted))
            .orElse(token);
    return switch (situation) {
      case EXPIRED_TOKEN -> scoped.expired();
      case FOREIGN_ISSUER -> scoped.foreignIssuer();
      case WRONG_AUDIENCE -> scoped.wrongAudience();
      default -> scoped;
    };
  }

  private static Token withoutScope(Token token, Role role, String scope) {
    return Tokens.scopesOf(role.token()).contains(scope) ? token.withoutScope(scope) : token;
  }
}
