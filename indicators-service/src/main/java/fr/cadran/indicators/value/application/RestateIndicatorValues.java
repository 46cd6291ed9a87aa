package fr.cadran.indicators.value.application;

import fr.cadran.indicators.catalogue.domain.IndicatorCatalogue;
import fr.cadran.indicators.value.domain.IndicatorComputation;
import fr.cadran.indicators.value.domain.QuarterlyRecord;
import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.Quarter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;

/** Computes every indicator of a centre from a quarter on and makes the results what is known. */
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
   * @param from the first quarter whose values can have changed
   * @param records all that is known of the centre
   * @param now from when the results are known
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public Restatement restate(
      Finess centre, Quarter from, Collection<QuarterlyRecord> records, Instant now) {
    return values.restate(
        centre,
        from,
        IndicatorComputation.computeFrom(IndicatorCatalogue.definitions(), from, records),
        now);
  }
}
