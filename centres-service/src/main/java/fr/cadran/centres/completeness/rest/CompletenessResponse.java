package fr.cadran.centres.completeness.rest;

import fr.cadran.centres.completeness.application.MeasureCompleteness;
import fr.cadran.centres.completeness.domain.Completeness;
import fr.cadran.centres.completeness.domain.MissingCentre;
import fr.cadran.kit.type.Rational;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How far the collection of a quarter has come, and a page of who is missing. */
@Schema(name = "Completeness")
record CompletenessResponse(
    @Schema(required = true, examples = "2013-Q3") String quarter,
    @Schema(
            required = true,
            description =
                "Centres qui ont soumis ÷ centres ouverts au moins un jour du trimestre. — Centres"
                    + " that submitted ÷ centres open on at least one day of the quarter.")
        Rate completeness,
    @Schema(
            required = true,
            description =
                "Centres dont la première version est arrivée à temps ÷ centres attendus. — Centres"
                    + " whose first version was on time ÷ centres expected.")
        Rate timeliness,
    @Schema(required = true, description = "Soumis en retard. — Submitted late.") long late,
    @Schema(required = true, description = "Dernière version validée. — Last version validated.")
        long validated,
    @Schema(required = true, description = "Dernière version renvoyée. — Last version returned.")
        long returned,
    @Schema(required = true, description = "Centres qui n'ont rien soumis. — Missing centres.")
        List<Missing> items,
    @Schema(
            nullable = true,
            description = "Page suivante, null à la fin. — Next page, null at the end.")
        @Nullable String next) {

  private static final String NO_CENTRE_EXPECTED = "NO_CENTRE_EXPECTED";

  /** A rate with what it is made of. */
  @Schema(name = "CompletenessRate")
  record Rate(
      @Schema(required = true, examples = "26") long numerator,
      @Schema(required = true, examples = "28") long denominator,
      @Schema(required = true, nullable = true, examples = "0.9285714286")
          @Nullable BigDecimal value,
      @Schema(
              required = true,
              nullable = true,
              description =
                  "`NO_CENTRE_EXPECTED` quand il n'y a pas de taux. — When there is none.")
          @Nullable String missingReason) {

    static Rate of(long numerator, long denominator) {
      return denominator == 0
          ? new Rate(numerator, denominator, null, NO_CENTRE_EXPECTED)
          : new Rate(
              numerator,
              denominator,
              Rational.of(numerator, denominator).approximate(new MathContext(10)),
              null);
    }
  }

  /** A centre that is expected and has submitted nothing. */
  @Schema(name = "MissingCentre")
  record Missing(
      @Schema(required = true, examples = "930012345") String centre,
      @Schema(required = true) String name,
      @Schema(required = true, examples = "93") String departement,
      @Schema(required = true, examples = "11") String region) {

    static Missing of(MissingCentre centre) {
      return new Missing(
          centre.finess().value(), centre.name(), centre.departement(), centre.region());
    }
  }

  static CompletenessResponse of(
      String quarter,
      MeasureCompleteness.Measured measured,
      List<Missing> items,
      @Nullable String next) {
    Completeness counts = measured.counts();
    return new CompletenessResponse(
        quarter,
        Rate.of(counts.submitted(), counts.expected()),
        Rate.of(counts.onTime(), counts.expected()),
        counts.late(),
        counts.validated(),
        counts.returned(),
        items,
        next);
  }
}
