package fr.cadran.contracts.cpts.application;

import fr.cadran.contracts.access.application.AccessPolicy;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Reads the partners of a CPTS. */
@ApplicationScoped
public class ReadPartners {
  private final CptsRegister register;
  private final Partners partners;

  ReadPartners(CptsRegister register, Partners partners) {
    this.register = register;
    this.partners = partners;
  }

  /**
   * The partners.
   *
   * @throws ProblemException {@code NOT_FOUND} (404) when the CPTS is not within reach
   */
  @Transactional
  public PartnerList read(Caller caller, UUID cpts) {
    if (register.find(cpts, AccessPolicy.READ.of(caller)).isEmpty()) {
      throw ProblemException.notFound();
    }
    return partners.of(cpts);
  }
}
