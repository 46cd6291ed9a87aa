package fr.cadran.contracts.contract.application;

import fr.cadran.contracts.access.application.AccessPolicy;
import fr.cadran.contracts.contract.domain.Contract;
import fr.cadran.contracts.contract.domain.Party;
import fr.cadran.contracts.cpts.application.CptsRegister;
import fr.cadran.contracts.cpts.domain.Cpts;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/** Finds a contract for who may read it: the three parties and the auditor. */
@ApplicationScoped
public class FindContract {
  private final Contracts contracts;
  private final CptsRegister register;

  FindContract(Contracts contracts, CptsRegister register) {
    this.contracts = contracts;
    this.register = register;
  }

  /**
   * A contract within reach.
   *
   * @param contract as it is
   * @param cpts as it is
   * @param party that the caller speaks for, empty for an onlooker
   */
  public record Found(Contract contract, Cpts cpts, Optional<Party> party) {}

  /**
   * The contract.
   *
   * @throws ProblemException {@code NOT_FOUND} (404)
   */
  @Transactional
  public Found find(Caller caller, UUID id) {
    UUID owner = contracts.cptsOf(id).orElseThrow(ProblemException::notFound);
    Cpts cpts =
        register.find(owner, AccessPolicy.READ.of(caller)).orElseThrow(ProblemException::notFound);
    Contract contract = contracts.find(id).orElseThrow(ProblemException::notFound);
    return new Found(contract, cpts, Speaking.of(caller, cpts));
  }
}
