package fr.cadran.contracts.contract.application;

import fr.cadran.contracts.contract.domain.Contract;
import fr.cadran.contracts.contract.domain.ContractEvent;
import fr.cadran.contracts.contract.domain.RefusedException;
import fr.cadran.contracts.cpts.domain.DoneBy;
import fr.cadran.contracts.fundingtable.application.FundingTables;
import fr.cadran.contracts.fundingtable.domain.RuleName;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.problem.Precondition;
import fr.cadran.kit.problem.ProblemException;
import fr.cadran.kit.type.FrenchDay;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * Takes down the letter by which a party terminates: effective two months after it was received
 * (cpts.md §9). That the CPTS may terminate too is an assumption.
 */
@ApplicationScoped
public class TerminateContract {
  private final LockContract lockContract;
  private final KeepContract keepContract;
  private final FundingTables tables;
  private final Clock clock;

  TerminateContract(
      LockContract lockContract, KeepContract keepContract, FundingTables tables, Clock clock) {
    this.lockContract = lockContract;
    this.keepContract = keepContract;
    this.tables = tables;
    this.clock = clock;
  }

  /**
   * The contract under termination.
   *
   * @throws ProblemException {@code NOT_FOUND} (404)
   * @throws RefusedException {@code ILLEGAL_TRANSITION}, {@code LETTER_IN_FUTURE}, {@code
   *     LETTER_BEFORE_SIGNATURE}
   */
  @Transactional
  public Contract terminate(
      Caller caller,
      UUID id,
      LocalDate receivedOn,
      String reason,
      Precondition<Contract> precondition) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    LockContract.Locked locked = lockContract.lock(caller, id);
    Contract before = locked.contract();
    precondition.check(before);
    int months =
        tables
            .published(before.terms().fundingTable(), before.terms().fundingTableVersion())
            .orElseThrow()
            .parameters()
            .count(RuleName.TERMINATION_NOTICE_MONTHS);
    Contract after =
        before.notifyTermination(
            locked.party(), receivedOn, reason, months, FrenchDay.of(now), now);
    keepContract.keep(
        before,
        after,
        new KeepContract.Cause(
            ContractEvent.NOTIFY_TERMINATION,
            receivedOn,
            locked.party(),
            new DoneBy(caller.subject(), caller.clientId()),
            reason));
    return after;
  }
}
