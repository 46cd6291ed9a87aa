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
import java.util.UUID;

/** Takes a contract in hand for a party that changes it: nobody else can until the end. */
@ApplicationScoped
public class LockContract {
  private final Contracts contracts;
  private final CptsRegister register;

  LockContract(Contracts contracts, CptsRegister register) {
    this.contracts = contracts;
    this.register = register;
  }

  /**
   * A contract in hand.
   *
   * @param contract as it is
   * @param cpts as it is
   * @param party that the caller speaks for
   * @param caller who
   */
  public record Locked(Contract contract, Cpts cpts, Party party, Caller caller) {}

  /**
   * The contract, locked by its CPTS.
   *
   * @throws ProblemException {@code NOT_FOUND} (404) unless the caller speaks for a party
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public Locked lock(Caller caller, UUID id) {
    UUID owner = contracts.cptsOf(id).orElseThrow(ProblemException::notFound);
    Cpts cpts =
        register
            .lock(owner, AccessPolicy.NEGOTIATE_AND_SIGN.of(caller))
            .orElseThrow(ProblemException::notFound);
    Party party = Speaking.of(caller, cpts).orElseThrow(ProblemException::notFound);
    Contract contract = contracts.find(id).orElseThrow(ProblemException::notFound);
    return new Locked(contract, cpts, party, caller);
  }
}
