package fr.cadran.indicators.cpts.application;

import fr.cadran.events.cpts.CptsState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Takes over the state of a CPTS as its register published it. */
@ApplicationScoped
public class KeepCpts {
  private final KnownCpts known;

  KeepCpts(KnownCpts known) {
    this.known = known;
  }

  /** A state older than the one kept changes nothing. */
  @Transactional
  public void keep(CptsState state) {
    known.keep(state);
  }
}
