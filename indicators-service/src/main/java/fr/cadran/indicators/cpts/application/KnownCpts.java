package fr.cadran.indicators.cpts.application;

import fr.cadran.events.cpts.CptsState;

/** The local copy of the CPTS. */
public interface KnownCpts {
  /** Keeps the state of a CPTS, unless a later version is kept already. */
  void keep(CptsState state);
}
