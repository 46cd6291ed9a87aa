package fr.cadran.contracts.contract.application;

import fr.cadran.contracts.access.application.AccessPolicy;
import fr.cadran.contracts.contract.domain.Contract;
import fr.cadran.contracts.contract.domain.ContractTerms;
import fr.cadran.contracts.contract.domain.Offer;
import fr.cadran.contracts.contract.domain.Party;
import fr.cadran.contracts.cpts.application.CptsRegister;
import fr.cadran.contracts.cpts.domain.Cpts;
import fr.cadran.contracts.cpts.domain.DoneBy;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.id.IdSource;
import fr.cadran.kit.problem.ProblemException;
import fr.cadran.kit.type.FrenchDay;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Drafts the contract of a CPTS: any of its three parties may. */
@ApplicationScoped
public class CreateContract {
  private static final Logger LOG = Logger.getLogger(CreateContract.class);

  private final CptsRegister register;
  private final Contracts contracts;
  private final CheckTerms checkTerms;
  private final IdSource ids;
  private final Clock clock;

  CreateContract(
      CptsRegister register,
      Contracts contracts,
      CheckTerms checkTerms,
      IdSource ids,
      Clock clock) {
    this.register = register;
    this.contracts = contracts;
    this.checkTerms = checkTerms;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * The contract as a draft.
   *
   * @throws ProblemException {@code CONTRACT_EXISTS} (409), {@code INVALID} (422) when the CPTS is
   *     not within reach, or what the terms are refused with
   */
  @Transactional
  public Contract create(Caller caller, UUID id, TermsWish wish) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    LocalDate today = FrenchDay.of(now);
    Cpts cpts =
        register
            .lock(id, AccessPolicy.NEGOTIATE_AND_SIGN.of(caller))
            .orElseThrow(() -> ProblemException.invalid("/cpts", "CPTS_UNKNOWN"));
    Party party =
        Speaking.of(caller, cpts)
            .orElseThrow(() -> ProblemException.invalid("/cpts", "CPTS_UNKNOWN"));
    if (contracts.hasOne(id)) {
      throw ProblemException.of(ContractProblem.CONTRACT_EXISTS);
    }
    ContractTerms terms = checkTerms.check(wish, cpts, today);
    Contract contract = Contract.draft(ids.next(), id, cpts.caisse(), terms, now);
    contracts.add(contract);
    contracts.addOffer(contract.id(), new Offer(1, party, null, terms, contract.hash(), now));
    contracts.note(
        new ContractChange(
            contract.id(),
            contract.version(),
            null,
            null,
            contract.state(),
            today,
            party,
            new DoneBy(caller.subject(), caller.clientId()),
            null,
            now));
    LOG.infof("contract drafted cpts=%s contract=%s", id, contract.id());
    return contract;
  }
}
