package fr.cadran.centres.centre.rest;

import fr.cadran.centres.centre.application.MomentWish;
import fr.cadran.kit.problem.KitProblem;
import fr.cadran.kit.problem.ProblemException;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The two times of the registry. */
public class MomentQuery {
  @Parameter(
      description =
          "Ce qui était vrai ce jour ; le jour de `asOf` ou aujourd'hui par défaut. — What was true"
              + " on this day; by default that of `asOf`, or today.",
      schema = @Schema(type = SchemaType.STRING, format = "date"),
      example = "2013-09-30")
  @QueryParam("on")
  @Nullable String on;

  @Parameter(
      description =
          "Ce que la plateforme savait à cet instant ; maintenant par défaut. — What the platform"
              + " knew at this instant; now by default.",
      schema = @Schema(type = SchemaType.STRING, format = "date-time"),
      example = "2026-01-31T08:00:00Z")
  @QueryParam("asOf")
  @Nullable String asOf;

  /**
   * What the reader means.
   *
   * @throws ProblemException {@code INVALID_PARAMETER} (400)
   */
  MomentWish wish() {
    return new MomentWish(read(on, LocalDate::parse), read(asOf, Instant::parse));
  }

  private static <T> @Nullable T read(@Nullable String text, Function<String, T> parse) {
    try {
      return text == null ? null : parse.apply(text);
    } catch (DateTimeException notOne) {
      throw ProblemException.of(KitProblem.INVALID_PARAMETER);
    }
  }
}
