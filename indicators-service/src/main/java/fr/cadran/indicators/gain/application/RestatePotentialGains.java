package fr.cadran.indicators.gain.application;

import fr.cadran.indicators.gain.domain.CentreGains;
import fr.cadran.indicators.value.domain.QuarterlyRecord;
import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.Quarter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;

/** Computes the potential gains of a centre from a quarter on, by every method, from its data. */
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
   * @param from the first quarter whose gains can have changed
   * @param records all that is known of the centre
   * @param now from when the results are known
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public GainRestatement restate(
      Finess centre, Quarter from, Collection<QuarterlyRecord> records, Instant now) {
    return gains.restate(centre, from, CentreGains.computeFrom(from, records), now);
  }
}
