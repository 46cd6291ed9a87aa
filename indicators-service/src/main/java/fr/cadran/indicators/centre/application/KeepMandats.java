package fr.cadran.indicators.centre.application;

import fr.cadran.events.centres.MandatsState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Takes over the mandats of a centre as the registry published them. */
@ApplicationScoped
public class KeepMandats {
  private final Centres centres;

  KeepMandats(Centres centres) {
    this.centres = centres;
  }

  /** A list older than the one kept changes nothing. */
  @Transactional
  public void keep(MandatsState state) {
    centres.keep(state);
  }
}
