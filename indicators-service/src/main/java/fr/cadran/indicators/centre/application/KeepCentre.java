package fr.cadran.indicators.centre.application;

import fr.cadran.events.centres.CentreState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Takes over the state of a centre as the registry published it. */
@ApplicationScoped
public class KeepCentre {
  private final Centres centres;

  KeepCentre(Centres centres) {
    this.centres = centres;
  }

  /** A state older than the one kept changes nothing. */
  @Transactional
  public void keep(CentreState state) {
    centres.keep(state);
  }
}
