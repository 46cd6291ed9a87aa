package fr.cadran.indicators.value.application;

import fr.cadran.indicators.catalogue.domain.IndicatorCatalogue;
import fr.cadran.indicators.value.domain.IndicatorComputation;
import fr.cadran.indicators.value.domain.QuarterlyRecord;
import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.Quarter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;

/** Computes every indicator of a centre from a quarter on and says what is not so already. */
@ApplicationScoped
public class CompareIndicatorValues {
  private final IndicatorValues values;

  CompareIndicatorValues(IndicatorValues values) {
    this.values = values;
  }

  /** What restating would change; changes nothing. */
  public Restatement compare(
      Finess centre, Quarter from, Collection<QuarterlyRecord> records, Instant now) {
    return values.differences(
        centre,
        from,
        IndicatorComputation.computeFrom(IndicatorCatalogue.definitions(), from, records),
        now);
  }
}
