package fr.cadran.indicators.synthesis.rest;

import fr.cadran.indicators.catalogue.domain.Levier;
import fr.cadran.indicators.synthesis.application.SynthesisQuestion;
import fr.cadran.kit.problem.Fault;
import fr.cadran.kit.problem.KitProblem;
import fr.cadran.kit.problem.ProblemException;
import fr.cadran.kit.type.InvalidValueException;
import fr.cadran.kit.type.Quarter;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What of a programme is asked for, as it comes in the address. */
public class SynthesisQuery {
  @Parameter(
      description =
          "Trimestre comparé au trimestre de référence, `2013-Q3` ; sans lui, le dernier pour lequel un"
              + " indicateur principal est connu. — Quarter held against the baseline quarter; without"
              + " it, the last for which a primary indicator is known.")
  @QueryParam("quarter")
  @Nullable String quarter;

  @Parameter(
      description =
          "Programme et valeurs tels que la plateforme les connaissait à cet instant. — Programme and"
              + " values as the platform knew them at this instant.")
  @QueryParam("asOf")
  @Nullable String asOf;

  /**
   * The question, every parameter checked.
   *
   * @throws ProblemException {@code INVALID_PARAMETER} (400)
   */
  SynthesisQuestion about(String programme) {
    return new SynthesisQuestion(programme, quarter(), instant());
  }

  /**
   * A levier named by its code, empty for all.
   *
   * @throws ProblemException {@code INVALID_PARAMETER} (400)
   */
  static Optional<Levier> levier(@Nullable String code) {
    return Optional.ofNullable(code)
        .map(
            given -> Levier.withCode(given).orElseThrow(() -> invalid("levier", "LEVIER_UNKNOWN")));
  }

  private @Nullable Quarter quarter() {
    try {
      return quarter == null ? null : Quarter.parse(quarter);
    } catch (InvalidValueException unreadable) {
      throw invalid("quarter", unreadable.code());
    }
  }

  private @Nullable Instant instant() {
    try {
      return asOf == null ? null : OffsetDateTime.parse(asOf).toInstant();
    } catch (DateTimeException unreadable) {
      throw invalid("asOf", "INSTANT_INVALID");
    }
  }

  private static ProblemException invalid(String parameter, String code) {
    return ProblemException.of(KitProblem.INVALID_PARAMETER, List.of(Fault.at(parameter, code)));
  }
}
