package fr.cadran.indicators.gain.application;

import fr.cadran.indicators.catalogue.domain.Figure;
import fr.cadran.indicators.gain.domain.NonVenueCalculator;
import fr.cadran.indicators.gain.domain.NonVenueMethod;
import fr.cadran.indicators.gain.domain.NonVenueRow;
import fr.cadran.indicators.gain.domain.Period;
import fr.cadran.indicators.value.domain.QuarterlyRecord;
import fr.cadran.kit.type.Finess;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;

/** Computes the potential gains of a centre's quarter, by every method, from its own data. */
@ApplicationScoped
public class RestatePotentialGains {
  private final PotentialGains gains;

  RestatePotentialGains(PotentialGains gains) {
    this.gains = gains;
  }

  /**
   * Part of a larger change: data and gains become known together.
   *
   * @param centre whose data they are
   * @param current the record of the quarter
   * @param now from when the results are known
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void restate(Finess centre, QuarterlyRecord current, Instant now) {
    List<NonVenueRow> rows =
        current.specialties().stream().map(specialty -> row(current, specialty)).toList();
    for (NonVenueMethod method : NonVenueMethod.values()) {
      gains.restate(
          centre,
          current.quarter(),
          current.version(),
          NonVenueCalculator.calculate(method, Period.QUARTER, rows),
          now);
    }
  }

  private static NonVenueRow row(QuarterlyRecord record, String specialty) {
    return new NonVenueRow(
        specialty,
        record.figure(Figure.HONOURED, specialty).orElse(null),
        record.figure(Figure.CONSULTATIONS_WITHOUT_APPOINTMENT, specialty).orElse(null),
        record.figure(Figure.CANCELLED, specialty).orElse(null),
        record.figure(Figure.NOT_HONOURED, specialty).orElse(null),
        record.figure(Figure.REVENUE, specialty).orElse(null));
  }
}
