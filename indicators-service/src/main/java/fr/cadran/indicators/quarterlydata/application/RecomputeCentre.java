package fr.cadran.indicators.quarterlydata.application;

import fr.cadran.indicators.gain.application.ComparePotentialGains;
import fr.cadran.indicators.gain.application.GainRestatement;
import fr.cadran.indicators.gain.application.RestatePotentialGains;
import fr.cadran.indicators.value.application.CompareIndicatorValues;
import fr.cadran.indicators.value.application.RestateIndicatorValues;
import fr.cadran.indicators.value.application.Restatement;
import fr.cadran.indicators.value.domain.QuarterlyRecord;
import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.Quarter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Computes every value and gain of a centre again, from its records as they arrived. */
@ApplicationScoped
public class RecomputeCentre {
  private static final Quarter FIRST = new Quarter(1900, 1);

  private final QuarterlyRecords records;
  private final RestateIndicatorValues restateIndicatorValues;
  private final CompareIndicatorValues compareIndicatorValues;
  private final RestatePotentialGains restatePotentialGains;
  private final ComparePotentialGains comparePotentialGains;
  private final AnnounceChangedValues announceChangedValues;
  private final Clock clock;

  RecomputeCentre(
      QuarterlyRecords records,
      RestateIndicatorValues restateIndicatorValues,
      CompareIndicatorValues compareIndicatorValues,
      RestatePotentialGains restatePotentialGains,
      ComparePotentialGains comparePotentialGains,
      AnnounceChangedValues announceChangedValues,
      Clock clock) {
    this.records = records;
    this.restateIndicatorValues = restateIndicatorValues;
    this.compareIndicatorValues = compareIndicatorValues;
    this.restatePotentialGains = restatePotentialGains;
    this.comparePotentialGains = comparePotentialGains;
    this.announceChangedValues = announceChangedValues;
    this.clock = clock;
  }

  /**
   * What a computation from nothing says of a centre.
   *
   * @param values every value, and where it is not what was known
   * @param gains the same of gains
   */
  public record Outcome(Restatement values, GainRestatement gains) {}

  /**
   * Makes the results what is known, unless it is a dry run.
   *
   * @param dryRun only say what is not so already
   */
  @Transactional
  public Outcome recompute(Finess centre, boolean dryRun) {
    records.lock(centre);
    Instant now = clock.instant();
    List<QuarterlyRecord> known =
        records.latest(centre).stream().map(QuarterlyContentReading::record).toList();
    if (dryRun) {
      return new Outcome(
          compareIndicatorValues.compare(centre, FIRST, known, now),
          comparePotentialGains.compare(centre, FIRST, known, now));
    }
    Restatement values = restateIndicatorValues.restate(centre, FIRST, known, now);
    GainRestatement gains = restatePotentialGains.restate(centre, FIRST, known, now);
    announceChangedValues.announce(centre, known, values, now);
    return new Outcome(values, gains);
  }
}
