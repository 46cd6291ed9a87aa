package fr.cadran.centres.quarterlydata.application;

import fr.cadran.centres.quarterlydata.domain.SubmittedVersion;
import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.Quarter;

/** Port: tells the other services what was submitted, in the transaction of the submission. */
@FunctionalInterface
public interface QuarterlyDataEvents {
  void submitted(Finess centre, Quarter quarter, SubmittedVersion version);
}
