package fr.cadran.contracts.contract.application;

import fr.cadran.contracts.contract.domain.Avenant;
import fr.cadran.contracts.contract.domain.AvenantChanges;
import fr.cadran.contracts.contract.domain.AvenantRules;
import fr.cadran.contracts.contract.domain.Contract;
import fr.cadran.contracts.contract.domain.ContractEvent;
import fr.cadran.contracts.contract.domain.ContractTerms;
import fr.cadran.contracts.contract.domain.RefusedException;
import fr.cadran.contracts.contract.domain.Signatures;
import fr.cadran.contracts.contract.domain.TermsInForce;
import fr.cadran.contracts.contract.domain.TermsRules;
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
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** Proposes an avenant. It changes nothing before its third signature. */
@ApplicationScoped
public class ProposeAvenant {
  private final LockContract lockContract;
  private final KeepContract keepContract;
  private final Contracts contracts;
  private final ContractLedger ledger;
  private final FundingTables tables;
  private final Clock clock;

  ProposeAvenant(
      LockContract lockContract,
      KeepContract keepContract,
      Contracts contracts,
      ContractLedger ledger,
      FundingTables tables,
      Clock clock) {
    this.lockContract = lockContract;
    this.keepContract = keepContract;
    this.contracts = contracts;
    this.ledger = ledger;
    this.tables = tables;
    this.clock = clock;
  }

  /**
   * The avenant, proposed.
   *
   * @param wish what it changes; the version of a funding table is found here
   * @throws ProblemException {@code NOT_FOUND} (404), {@code FUNDING_TABLE_UNKNOWN}, {@code
   *     INVALID} (422)
   * @throws RefusedException {@code ILLEGAL_TRANSITION}, or what the time of the effect is refused
   *     with
   */
  @Transactional
  public Avenant propose(
      Caller caller,
      UUID id,
      LocalDate effectiveOn,
      AvenantChanges wish,
      String reason,
      Precondition<Contract> precondition) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    LockContract.Locked locked = lockContract.lock(caller, id);
    Contract contract = locked.contract();
    precondition.check(contract);
    Contract amended = contract.amend(now);
    ContractFacts facts = ledger.facts(id);
    AvenantRules.checkTime(wish, effectiveOn, facts);
    List<Avenant> known = contracts.avenants(id);
    ContractTerms terms = TermsInForce.on(effectiveOn, contract.terms(), known);
    AvenantChanges changes = withVersion(wish);
    FundingTable table = tableOf(changes.appliedTo(terms));
    TermsRules.checkTable(
        table,
        changes.appliedTo(terms).size(),
        changes.fundingTable() == null ? null : effectiveOn);
    Refusals.refuse(AvenantRules.errorsOf(changes, terms, table, effectiveOn, facts));
    Avenant avenant =
        new Avenant(
            id,
            known.size() + 1,
            effectiveOn,
            changes,
            reason,
            locked.party(),
            now,
            Signatures.NONE,
            null);
    contracts.addAvenant(avenant);
    keepContract.keep(
        contract,
        amended,
        new KeepContract.Cause(
            ContractEvent.AMEND,
            FrenchDay.of(now),
            locked.party(),
            new DoneBy(caller.subject(), caller.clientId()),
            "avenant " + avenant.number() + " proposed"));
    return avenant;
  }

  private AvenantChanges withVersion(AvenantChanges wish) {
    if (wish.fundingTable() == null) {
      return wish;
    }
    FundingTable table =
        tables
            .published(wish.fundingTable())
            .orElseThrow(() -> ProblemException.of(ContractProblem.FUNDING_TABLE_UNKNOWN));
    return new AvenantChanges(
        wish.size(),
        table.code(),
        table.version(),
        wish.added(),
        wish.removed(),
        wish.indicators(),
        wish.territory());
  }

  private FundingTable tableOf(ContractTerms terms) {
    return tables.published(terms.fundingTable(), terms.fundingTableVersion()).orElseThrow();
  }
}
