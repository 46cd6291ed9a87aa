package fr.cadran.kit.access;

import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.InvalidValueException;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Reads the caller from the claims of a verified token; what is absent or odd gives nothing. */
final class TokenCallers {
  private TokenCallers() {}

  static Caller read(JsonWebToken token, Set<String> roleTokens) {
    return new Caller(
        Optional.ofNullable(token.getSubject()).orElse("?"),
        Stream.of("azp", "client_id")
            .map(claim -> text(token, claim))
            .flatMap(Optional::stream)
            .findFirst()
            .orElse("?"),
        roleTokens.stream()
            .map(Role::ofToken)
            .flatMap(Optional::stream)
            .collect(Collectors.toSet()),
        Set.of(text(token, "scope").orElse("").split(" ")).stream()
            .filter(scope -> !scope.isEmpty())
            .collect(Collectors.toSet()),
        Territories.of(texts(token.getClaim("territories"))),
        texts(token.getClaim("caisse")).stream().findFirst(),
        texts(token.getClaim("centres")).stream()
            .flatMap(TokenCallers::finess)
            .collect(Collectors.toSet()),
        Set.copyOf(texts(token.getClaim("cpts"))));
  }

  private static Stream<Finess> finess(String claim) {
    try {
      return Stream.of(Finess.parse(claim));
    } catch (InvalidValueException odd) {
      return Stream.empty();
    }
  }

  private static Optional<String> text(JsonWebToken token, String claim) {
    return texts(token.getClaim(claim)).stream().findFirst();
  }

  private static List<String> texts(@Nullable Object claim) {
    return switch (claim) {
      case null -> List.of();
      case String text -> List.of(text);
      case JsonString text -> List.of(text.getString());
      case Collection<?> several ->
          several.stream().flatMap(entry -> texts(entry).stream()).distinct().toList();
      case JsonValue other -> List.of();
      default -> List.of();
    };
  }
}
