package fr.cadran.centres.programme.application;

import fr.cadran.centres.programme.domain.Programme;

/** Port: tells the other services a programme, in the transaction that changes it. */
@FunctionalInterface
public interface ProgrammeEvents {
  void changed(Programme programme);
}
