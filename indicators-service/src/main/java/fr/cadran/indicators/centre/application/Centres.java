package fr.cadran.indicators.centre.application;

import fr.cadran.events.centres.CentreState;
import fr.cadran.events.centres.MandatsState;
import fr.cadran.kit.access.CentreScope;
import fr.cadran.kit.type.Finess;
import java.time.Instant;

/** The local copy of centres and mandats. */
public interface Centres {
  /** Keeps the state of a centre, unless a later version is kept already. */
  void keep(CentreState state);

  /** Keeps all mandats of a centre, unless a later version of the list is kept already. */
  void keep(MandatsState state);

  /** Whether the centre is known and inside what the caller may see. */
  boolean isVisible(Finess centre, CentreScope scope, Instant now);
}
