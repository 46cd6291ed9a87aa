package fr.cadran.contracts.cpts.application;

import fr.cadran.contracts.access.application.AccessPolicy;
import fr.cadran.contracts.cpts.domain.Cpts;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Reads one CPTS of the register. */
@ApplicationScoped
public class ReadCpts {
  private final CptsRegister register;

  ReadCpts(CptsRegister register) {
    this.register = register;
  }

  /**
   * The CPTS.
   *
   * @throws ProblemException {@code NOT_FOUND} (404) when there is none within reach
   */
  @Transactional
  public Cpts read(Caller caller, UUID id) {
    return register.find(id, AccessPolicy.READ.of(caller)).orElseThrow(ProblemException::notFound);
  }
}
