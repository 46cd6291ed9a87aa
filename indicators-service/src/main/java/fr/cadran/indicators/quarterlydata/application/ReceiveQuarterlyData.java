package fr.cadran.indicators.quarterlydata.application;

import fr.cadran.events.centres.QuarterlyDataSubmitted;
import fr.cadran.events.indicators.IndicatorValuesComputed;
import fr.cadran.indicators.gain.application.RestatePotentialGains;
import fr.cadran.indicators.value.application.RestateIndicatorValues;
import fr.cadran.indicators.value.application.Restatement;
import fr.cadran.indicators.value.application.StoredValue;
import fr.cadran.indicators.value.domain.IndicatorValue;
import fr.cadran.indicators.value.domain.QuarterlyRecord;
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
   * Computes the quarter, and the later quarters of the year that arrived already: cumulative
   * figures make them depend on it. A version that is not newer than the one known changes nothing.
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
    List<QuarterlyRecord> year =
        records.latestOfYear(centre, quarter.year()).stream()
            .map(QuarterlyContentReading::record)
            .toList();
    for (QuarterlyRecord touched : year) {
      if (touched.quarter().compareTo(quarter) >= 0) {
        compute(centre, touched, year, now);
      }
    }
  }

  private void compute(
      Finess centre, QuarterlyRecord record, List<QuarterlyRecord> year, Instant now) {
    Restatement restatement = restateIndicatorValues.restate(centre, record, year, now);
    restatePotentialGains.restate(centre, record, now);
    if (restatement.changed() > 0) {
      announcement.announce(
          new IndicatorValuesComputed(
              centre.value(),
              record.quarter().toString(),
              record.version(),
              now,
              restatement.current().stream().map(ReceiveQuarterlyData::told).toList()));
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
