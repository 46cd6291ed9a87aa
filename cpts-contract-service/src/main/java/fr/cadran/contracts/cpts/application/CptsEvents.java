package fr.cadran.contracts.cpts.application;

import fr.cadran.contracts.cpts.domain.Cpts;
import fr.cadran.contracts.cpts.domain.StageChange;

/** Port: tells the other services about a CPTS, in the transaction that changes it. */
public interface CptsEvents {
  /** Anything of the public state has changed. */
  void changed(Cpts cpts);

  /** It has moved to another stage; {@link #changed} is told as well. */
  void moved(Cpts cpts, StageChange change);
}
