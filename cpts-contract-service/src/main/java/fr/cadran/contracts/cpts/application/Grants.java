package fr.cadran.contracts.cpts.application;

import fr.cadran.contracts.cpts.domain.StartUpGrant;
import java.util.List;
import java.util.UUID;

/** Port: start-up money. The caller has made sure that the CPTS is within reach. */
public interface Grants {
  /** Every grant of a CPTS, the oldest first. */
  List<StartUpGrant> of(UUID cpts);

  void add(StartUpGrant grant);
}
