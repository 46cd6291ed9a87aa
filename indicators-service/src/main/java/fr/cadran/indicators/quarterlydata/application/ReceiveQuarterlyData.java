package fr.cadran.indicators.quarterlydata.application;

import fr.cadran.events.centres.QuarterlyDataSubmitted;
import fr.cadran.indicators.gain.application.RestatePotentialGains;
import fr.cadran.indicators.value.application.RestateIndicatorValues;
import fr.cadran.indicators.value.application.Restatement;
import fr.cadran.indicators.value.domain.QuarterlyRecord;
import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.Quarter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;

/**
 * Takes in the quarterly data of a centre. Data, values, gains and what is told about them become
 * known in one transaction, or not at all.
 */
@ApplicationScoped
public class ReceiveQuarterlyData {
  private final QuarterlyRecords records;
  private final RestateIndicatorValues restateIndicatorValues;
  private final RestatePotentialGains restatePotentialGains;
  private final AnnounceChangedValues announceChangedValues;

  ReceiveQuarterlyData(
      QuarterlyRecords records,
      RestateIndicatorValues restateIndicatorValues,
      RestatePotentialGains restatePotentialGains,
      AnnounceChangedValues announceChangedValues) {
    this.records = records;
    this.restateIndicatorValues = restateIndicatorValues;
    this.restatePotentialGains = restatePotentialGains;
    this.announceChangedValues = announceChangedValues;
  }

  /**
   * Computes the quarter, and the later ones that arrived already: cumulative figures, longer
   * periods and the base year make them depend on it. A version that is not newer than the one
   * known changes nothing.
   *
   * @param now from when all of it is known
   * @throws fr.cadran.kit.type.InvalidValueException when the centre or the quarter is none
   */
  @Transactional
  public void receive(QuarterlyDataSubmitted submitted, Instant now) {
    Finess centre = new Finess(submitted.finess());
    Quarter quarter = Quarter.parse(submitted.quarter());
    records.lock(centre);
    if (submitted.version() <= records.latestVersion(centre, quarter)) {
      return;
    }
    records.add(
        centre,
        new ReceivedQuarterlyData(
            quarter, submitted.version(), submitted.submittedAt(), submitted.content()),
        now);
    List<QuarterlyRecord> known =
        records.latest(centre).stream().map(QuarterlyContentReading::record).toList();
    Restatement restatement = restateIndicatorValues.restate(centre, quarter, known, now);
    restatePotentialGains.restate(centre, quarter, known, now);
    announceChangedValues.announce(centre, known, restatement, now);
  }
}
