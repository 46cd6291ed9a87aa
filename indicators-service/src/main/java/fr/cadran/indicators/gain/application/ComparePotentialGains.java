package fr.cadran.indicators.gain.application;

import fr.cadran.indicators.gain.domain.CentreGains;
import fr.cadran.indicators.value.domain.QuarterlyRecord;
import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.Quarter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;

/** Computes the potential gains of a centre from a quarter on and says what is not so already. */
@ApplicationScoped
public class ComparePotentialGains {
  private final PotentialGains gains;

  ComparePotentialGains(PotentialGains gains) {
    this.gains = gains;
  }

  /** What restating would change; changes nothing. */
  public GainRestatement compare(
      Finess centre, Quarter from, Collection<QuarterlyRecord> records, Instant now) {
    return gains.differences(centre, from, CentreGains.computeFrom(from, records), now);
  }
}
