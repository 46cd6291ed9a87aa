package fr.cadran.contracts.contract.application;

import fr.cadran.contracts.contract.domain.Contract;
import fr.cadran.contracts.contract.domain.ContractEvent;
import fr.cadran.contracts.contract.domain.ContractState;
import fr.cadran.contracts.contract.domain.ContractTerms;
import fr.cadran.contracts.contract.domain.RefusedException;
import fr.cadran.contracts.contract.domain.Signature;
import fr.cadran.contracts.contract.domain.TermsRules;
import fr.cadran.contracts.cpts.domain.DoneBy;
import fr.cadran.contracts.fundingtable.application.FundingTables;
import fr.cadran.contracts.fundingtable.domain.FundingTable;
import fr.cadran.contracts.payment.application.ContractLedger;
import fr.cadran.contracts.payment.domain.ContractFacts;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.problem.Precondition;
import fr.cadran.kit.problem.ProblemException;
import fr.cadran.kit.type.FrenchDay;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * Signs a contract for a party. The third signature makes it: stage of the CPTS, ledger, dialogues
 * and events follow in the same transaction.
 */
@ApplicationScoped
public class SignContract {
  private final LockContract lockContract;
  private final KeepContract keepContract;
  private final FundingTables tables;
  private final ContractLedger ledger;
  private final ContractEvents events;
  private final Instance<AfterSignature> afterSignature;
  private final Clock clock;

  SignContract(
      LockContract lockContract,
      KeepContract keepContract,
      FundingTables tables,
      ContractLedger ledger,
      ContractEvents events,
      Instance<AfterSignature> afterSignature,
      Clock clock) {
    this.lockContract = lockContract;
    this.keepContract = keepContract;
    this.tables = tables;
    this.ledger = ledger;
    this.events = events;
    this.afterSignature = afterSignature;
    this.clock = clock;
  }

  /**
   * The contract with the signature.
   *
   * @param hash of the text that the party signs
   * @throws ProblemException {@code NOT_FOUND} (404)
   * @throws RefusedException {@code HASH_OUT_OF_DATE}, {@code ALREADY_SIGNED}, {@code
   *     ILLEGAL_TRANSITION}, {@code TABLE_NOT_IN_FORCE}
   */
  @Transactional
  public Contract sign(Caller caller, UUID id, String hash, Precondition<Contract> precondition) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    LocalDate today = FrenchDay.of(now);
    LockContract.Locked locked = lockContract.lock(caller, id);
    Contract before = locked.contract();
    precondition.check(before);
    Contract after =
        before.sign(
            new Signature(locked.party(), hash, caller.subject(), caller.clientId(), now), today);
    boolean complete = after.state() == ContractState.SIGNED;
    keepContract.keep(
        before,
        after,
        new KeepContract.Cause(
            complete ? ContractEvent.COMPLETE_SIGNATURES : ContractEvent.SIGN,
            complete ? after.start() : today,
            locked.party(),
            new DoneBy(caller.subject(), caller.clientId()),
            null));
    if (complete) {
      open(after);
    }
    return after;
  }

  private void open(Contract contract) {
    ContractTerms terms = contract.terms();
    FundingTable table =
        tables.published(terms.fundingTable(), terms.fundingTableVersion()).orElseThrow();
    TermsRules.checkTable(table, terms.size(), terms.signedOn());
    ContractFacts facts = ContractFacts.signed(contract.start(), table, terms.size());
    events.signed(contract, facts);
    ledger.open(contract.id(), contract.cpts(), contract.caisse(), facts);
    afterSignature.stream().forEach(feature -> feature.opened(contract, facts));
  }
}
