package fr.cadran.centres.centre.application;

import fr.cadran.centres.centre.domain.RegisteredCentre;

/** Port: tells the other services the state of a centre, in the transaction that changes it. */
@FunctionalInterface
public interface CentreEvents {
  void changed(RegisteredCentre centre);
}
