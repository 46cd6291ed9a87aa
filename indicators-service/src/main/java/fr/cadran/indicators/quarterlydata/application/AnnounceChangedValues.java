package fr.cadran.indicators.quarterlydata.application;

import fr.cadran.events.indicators.IndicatorValuesComputed;
import fr.cadran.indicators.value.application.Restatement;
import fr.cadran.indicators.value.application.StoredValue;
import fr.cadran.indicators.value.domain.IndicatorValue;
import fr.cadran.indicators.value.domain.QuarterlyRecord;
import fr.cadran.indicators.value.domain.ValuePeriod;
import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.Quarter;
import fr.cadran.kit.type.Rational;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;

/** Tells about every quarter of which a value changed. */
@ApplicationScoped
public class AnnounceChangedValues {
  private static final int DECIMALS_TOLD = 12;

  private final ValuesAnnouncement announcement;

  AnnounceChangedValues(ValuesAnnouncement announcement) {
    this.announcement = announcement;
  }

  /** Part of the change that restated the values. */
  public void announce(
      Finess centre, Collection<QuarterlyRecord> records, Restatement restatement, Instant now) {
    Set<Quarter> changed = restatement.quarters();
    for (QuarterlyRecord record : records) {
      if (changed.contains(record.quarter())) {
        announcement.announce(
            new IndicatorValuesComputed(
                centre.value(),
                record.quarter().toString(),
                record.version(),
                now,
                restatement.current().stream()
                    .filter(stored -> stored.value().period() == ValuePeriod.QUARTER)
                    .filter(stored -> stored.value().quarter().equals(record.quarter()))
                    .map(AnnounceChangedValues::told)
                    .toList()));
      }
    }
  }

  private static IndicatorValuesComputed.Value told(StoredValue stored) {
    IndicatorValue value = stored.value();
    Rational exact = value.value();
    return new IndicatorValuesComputed.Value(
        stored.id().toString(),
        value.definition().code(),
        value.specialty(),
        exact == null ? null : exact.round(DECIMALS_TOLD),
        value.definition().unit().code(),
        value.missingReason());
  }
}
