package fr.cadran.indicators.centre.application;

import fr.cadran.indicators.centre.domain.KnownCentre;
import fr.cadran.kit.access.CentreScope;
import fr.cadran.kit.type.Finess;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** The local copy of centres, for those who compare them. */
public interface KnownCentres {
  /** Those of these centres that are known and inside what the caller may see, in order. */
  List<KnownCentre> visible(Collection<Finess> centres, CentreScope scope, Instant now);

  /** Every centre, whoever asks: what leaves of it must name none. */
  List<KnownCentre> all();
}
