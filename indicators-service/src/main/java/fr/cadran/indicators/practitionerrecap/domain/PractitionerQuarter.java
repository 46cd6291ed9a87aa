package fr.cadran.indicators.practitionerrecap.domain;

import fr.cadran.kit.type.Quarter;
import fr.cadran.kit.type.Rational;
import org.jspecify.annotations.Nullable;

/**
 * The quarter of a practitioner as the centre reported it. Absent is not zero.
 *
 * @param practitioner pseudonym that the centre chose
 * @param quarter which
 * @param version of the quarterly data
 * @param medicalHours hours of care
 * @param acts acts
 * @param patients distinct patients of the quarter
 * @param revenue euros
 */
public record PractitionerQuarter(
    String practitioner,
    Quarter quarter,
    int version,
    @Nullable Rational medicalHours,
    @Nullable Rational acts,
    @Nullable Rational patients,
    @Nullable Rational revenue) {

  /** Euros for an hour of care. */
  public RecapFigure revenuePerHour() {
    return RecapFigure.of("revenue", revenue)
        .dividedBy(RecapFigure.of("medicalHours", medicalHours));
  }

  /** Acts in an hour of care. */
  public RecapFigure actsPerHour() {
    return RecapFigure.of("acts", acts).dividedBy(RecapFigure.of("medicalHours", medicalHours));
  }
}
