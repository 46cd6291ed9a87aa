package fr.cadran.indicators.quarterlydata.application;

import fr.cadran.events.centres.QuarterlyDataSubmitted;
import fr.cadran.events.indicators.IndicatorValuesComputed;
import fr.cadran.indicators.gain.application.RestatePotentialGains;
import fr.cadran.indicators.value.application.RestateIndicatorValues;
import fr.cadran.indicators.value.application.Restatement;
import fr.cadran.indicators.value.application.StoredValue;
import fr.cadran.indicators.value.domain.IndicatorValue;
import fr.cadran.indicators.value.domain.QuarterlyRecord;
import fr.cadran.indicators.value.domain.ValuePeriod;
import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.Quarter;
import fr.cadran.kit.type.Rational;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Takes in the quarterly data of a centre. Data, values, gains and what is told about them become
 * known in one transaction, or not at all.
 */
@ApplicationScoped
public class ReceiveQuarterlyData {
  private static final int DECIMALS_TOLD = 12;

  private final QuarterlyRecords records;
  private final RestateIndicatorValues restateIndicatorValues;
  private final RestatePotentialGains restatePotentialGains;
  private final ValuesAnnouncement announcement;
  private final Clock clock;

  ReceiveQuarterlyData(
      QuarterlyRecords records,
      RestateIndicatorValues restateIndicatorValues,
      RestatePotentialGains restatePotentialGains,
      ValuesAnnouncement announcement,
      Clock clock) {
    this.records = records;
    this.restateIndicatorValues = restateIndicatorValues;
    this.restatePotentialGains = restatePotentialGains;
    this.announcement = announcement;
    this.clock = clock;
  }

  /**
   * Computes the quarter, and the later ones that arrived already: cumulative figures, longer
   * periods and the base year make them depend on it. A version that is not newer than the one
   * known changes nothing.
   *
   * @throws fr.cadran.kit.type.InvalidValueException when the centre or the quarter is none
   */
  @Transactional
  public void receive(QuarterlyDataSubmitted submitted) {
    Finess centre = new Finess(submitted.finess());
    Quarter quarter = Quarter.parse(submitted.quarter());
    records.lock(centre);
    if (submitted.version() <= records.latestVersion(centre, quarter)) {
      return;
    }
    Instant now = clock.instant();
    records.add(
        centre,
        new ReceivedQuarterlyData(
            quarter, submitted.version(), submitted.submittedAt(), submitted.content()),
        now);
    List<QuarterlyRecord> known =
        records.latest(centre).stream().map(QuarterlyContentReading::record).toList();
    Restatement restatement = restateIndicatorValues.restate(centre, quarter, known, now);
    restatePotentialGains.restate(centre, quarter, known, now);
    known.forEach(record -> announce(centre, record, restatement, now));
  }

  private void announce(
      Finess centre, QuarterlyRecord record, Restatement restatement, Instant now) {
    if (restatement.quarters().contains(record.quarter())) {
      announcement.announce(
          new IndicatorValuesComputed(
              centre.value(),
              record.quarter().toString(),
              record.version(),
              now,
              restatement.current().stream()
                  .filter(stored -> stored.value().period() == ValuePeriod.QUARTER)
                  .filter(stored -> stored.value().quarter().equals(record.quarter()))
                  .map(ReceiveQuarterlyData::told)
                  .toList()));
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
