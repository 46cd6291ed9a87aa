package fr.cadran.contracts.contract.application;

import fr.cadran.contracts.contract.domain.Avenant;
import fr.cadran.contracts.contract.domain.AvenantRules;
import fr.cadran.contracts.contract.domain.Contract;
import fr.cadran.contracts.contract.domain.ContractEvent;
import fr.cadran.contracts.contract.domain.ContractTerms;
import fr.cadran.contracts.contract.domain.RefusedException;
import fr.cadran.contracts.contract.domain.Signature;
import fr.cadran.contracts.contract.domain.TermsInForce;
import fr.cadran.contracts.cpts.domain.DoneBy;
import fr.cadran.contracts.fundingtable.application.FundingTables;
import fr.cadran.contracts.fundingtable.domain.FundingTable;
import fr.cadran.contracts.payment.application.ContractLedger;
import fr.cadran.contracts.payment.domain.ContractFacts;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.problem.Precondition;
import fr.cadran.kit.problem.ProblemException;
import fr.cadran.kit.problem.Refusals;
import fr.cadran.kit.type.FrenchDay;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Signs an avenant for a party. The third signature makes it effective, in the ledger too. */
@ApplicationScoped
public class SignAvenant {
  private final LockContract lockContract;
  private final KeepContract keepContract;
  private final Contracts contracts;
  private final ContractLedger ledger;
  private final ContractEvents events;
  private final FundingTables tables;
  private final Clock clock;

  SignAvenant(
      LockContract lockContract,
      KeepContract keepContract,
      Contracts contracts,
      ContractLedger ledger,
      ContractEvents events,
      FundingTables tables,
      Clock clock) {
    this.lockContract = lockContract;
    this.keepContract = keepContract;
    this.contracts = contracts;
    this.ledger = ledger;
    this.events = events;
    this.tables = tables;
    this.clock = clock;
  }

  /**
   * The avenant with the signature.
   *
   * @throws ProblemException {@code NOT_FOUND} (404), {@code INVALID} (422) when it no longer fits
   * @throws RefusedException {@code HASH_OUT_OF_DATE}, {@code ALREADY_SIGNED}, {@code
   *     ILLEGAL_TRANSITION}, {@code AVENANT_IN_CLOSED_YEAR}
   */
  @Transactional
  public Avenant sign(
      Caller caller, UUID id, int number, String hash, Precondition<Avenant> precondition) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    LockContract.Locked locked = lockContract.lock(caller, id);
    Contract contract = locked.contract();
    Avenant before = contracts.avenant(id, number).orElseThrow(ProblemException::notFound);
    precondition.check(before);
    Avenant after =
        before.sign(new Signature(locked.party(), hash, caller.subject(), caller.clientId(), now));
    Contract amended = contract.amend(now);
    if (after.state() == Avenant.State.SIGNED) {
      takeEffect(contract, amended, after);
    }
    contracts.replaceAvenant(after);
    keepContract.keep(
        contract,
        amended,
        new KeepContract.Cause(
            ContractEvent.AMEND,
            FrenchDay.of(now),
            locked.party(),
            new DoneBy(caller.subject(), caller.clientId()),
            "avenant " + number + " signed"));
    return after;
  }

  private void takeEffect(Contract contract, Contract amended, Avenant avenant) {
    // A year may have been closed, or another avenant signed, since it was proposed.
    ContractFacts facts = ledger.facts(contract.id());
    AvenantRules.checkTime(avenant.changes(), avenant.effectiveOn(), facts);
    ContractTerms terms =
        TermsInForce.on(avenant.effectiveOn(), contract.terms(), contracts.avenants(contract.id()));
    ContractTerms after = avenant.changes().appliedTo(terms);
    FundingTable table =
        tables.published(after.fundingTable(), after.fundingTableVersion()).orElseThrow();
    Refusals.refuse(
        AvenantRules.errorsOf(avenant.changes(), terms, table, avenant.effectiveOn(), facts));
    events.avenantSigned(amended, avenant);
    ledger.revise(
        contract.id(), latest -> AvenantRules.appliedTo(latest, avenant, table, after.size()));
  }
}
