package fr.cadran.indicators.value.application;

import fr.cadran.indicators.catalogue.domain.IndicatorCatalogue;
import fr.cadran.indicators.value.domain.IndicatorComputation;
import fr.cadran.indicators.value.domain.QuarterlyRecord;
import fr.cadran.kit.type.Finess;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;

/** Computes every indicator of a centre's quarter and makes the results what is known. */
@ApplicationScoped
public class RestateIndicatorValues {
  private final IndicatorValues values;

  RestateIndicatorValues(IndicatorValues values) {
    this.values = values;
  }

  /**
   * Part of a larger change: data and values become known together.
   *
   * @param centre whose data they are
   * @param current the record of the quarter
   * @param year the records of the same year
   * @param now from when the results are known
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public Restatement restate(
      Finess centre, QuarterlyRecord current, Collection<QuarterlyRecord> year, Instant now) {
    return values.restate(
        centre,
        current.quarter(),
        IndicatorComputation.compute(IndicatorCatalogue.definitions(), current, year),
        now);
  }
}
