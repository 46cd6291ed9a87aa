package fr.cadran.indicators.gain.application;

import fr.cadran.indicators.catalogue.domain.Figure;
import fr.cadran.indicators.catalogue.domain.Levier;
import fr.cadran.indicators.gain.domain.GainCalculator;
import fr.cadran.indicators.gain.domain.GainInput;
import fr.cadran.indicators.gain.domain.GainMethod;
import fr.cadran.indicators.gain.domain.GainRow;
import fr.cadran.indicators.gain.domain.Period;
import fr.cadran.indicators.value.domain.QuarterlyRecord;
import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.Rational;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Computes the potential gains of a centre's quarter, by every method, from its own data. */
@ApplicationScoped
public class RestatePotentialGains {
  private static final Map<GainInput, Figure> SOURCES =
      Map.of(
          GainInput.HONOURED, Figure.HONOURED,
          GainInput.WITHOUT_APPOINTMENT, Figure.CONSULTATIONS_WITHOUT_APPOINTMENT,
          GainInput.CANCELLED, Figure.CANCELLED,
          GainInput.NOT_HONOURED, Figure.NOT_HONOURED,
          GainInput.REVENUE, Figure.REVENUE);

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
    List<GainRow> rows =
        current.specialties().stream().map(specialty -> row(current, specialty)).toList();
    // The other leviers read what the record does not hold yet by service.
    for (GainMethod method : GainMethod.of(Levier.NON_VENUE)) {
      gains.restate(
          centre,
          current.quarter(),
          current.version(),
          GainCalculator.calculate(method, Period.QUARTER, Map.of(), rows),
          now);
    }
  }

  private static GainRow row(QuarterlyRecord record, String specialty) {
    Map<GainInput, Rational> figures = new EnumMap<>(GainInput.class);
    SOURCES.forEach((input, figure) ->
        record.figure(figure, specialty).ifPresent(value -> figures.put(input, value)));
    return new GainRow(specialty, figures);
  }
}
