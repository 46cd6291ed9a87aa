package fr.cadran.contracts.cpts.application;

import fr.cadran.contracts.cpts.domain.DoneBy;
import fr.cadran.kit.access.Caller;

/** Who acts, as far as it is kept. */
final class Who {
  private Who() {}

  static DoneBy of(Caller caller) {
    return new DoneBy(caller.subject(), caller.clientId());
  }
}
