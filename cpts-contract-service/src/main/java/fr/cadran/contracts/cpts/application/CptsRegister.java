package fr.cadran.contracts.cpts.application;

import fr.cadran.contracts.cpts.domain.Cpts;
import fr.cadran.kit.access.CptsScope;
import java.util.Optional;
import java.util.UUID;

/** Port: the CPTS that are registered, as every feature of the service may read them. */
public interface CptsRegister {
  /** A CPTS, empty when there is none within reach. */
  Optional<Cpts> find(UUID id, CptsScope reach);

  /**
   * The same, locked until the transaction ends. Every change of a CPTS and of what hangs on it
   * takes this lock first: changes of one CPTS follow each other, and its events leave in the order
   * of the changes.
   */
  Optional<Cpts> lock(UUID id, CptsScope reach);
}
