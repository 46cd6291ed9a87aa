package fr.cadran.contracts.contract.application;

import fr.cadran.contracts.contract.domain.Contract;
import fr.cadran.contracts.contract.domain.ContractEvent;
import fr.cadran.contracts.contract.domain.ContractTransition;
import fr.cadran.contracts.contract.domain.RefusedException;
import fr.cadran.contracts.contract.domain.TerminationNotice;
import fr.cadran.contracts.cpts.domain.DoneBy;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.problem.Precondition;
import fr.cadran.kit.problem.ProblemException;
import fr.cadran.kit.type.FrenchDay;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Records the opinion of the commission paritaire on a termination (cpts.md §9). */
@ApplicationScoped
public class HearCommission {
  private final LockContract lockContract;
  private final KeepContract keepContract;
  private final Clock clock;

  HearCommission(LockContract lockContract, KeepContract keepContract, Clock clock) {
    this.lockContract = lockContract;
    this.keepContract = keepContract;
    this.clock = clock;
  }

  /**
   * The contract after the opinion.
   *
   * @throws ProblemException {@code NOT_FOUND} (404), {@code NOT_FOR_THIS_PARTY} (409), {@code
   *     OPINION_IN_FUTURE} (422)
   * @throws RefusedException {@code ILLEGAL_TRANSITION}, {@code OPINION_BEFORE_REFERRAL}
   */
  @Transactional
  public Contract hear(
      Caller caller,
      UUID id,
      TerminationNotice.Opinion opinion,
      Precondition<Contract> precondition) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    LockContract.Locked locked = lockContract.lock(caller, id);
    Contract before = locked.contract();
    precondition.check(before);
    ContractEvent event =
        opinion.verdict() == TerminationNotice.Verdict.UPHELD
            ? ContractEvent.UPHOLD_TERMINATION
            : ContractEvent.LIFT_TERMINATION;
    ContractTransition move = ContractTransition.of(before.state(), event, before.started());
    if (!move.actor().includes(locked.party())) {
      throw ProblemException.of(ContractProblem.NOT_FOR_THIS_PARTY, locked.party().name());
    }
    if (opinion.on().isAfter(FrenchDay.of(now))) {
      throw ProblemException.of(ContractProblem.OPINION_IN_FUTURE);
    }
    Contract after = before.hear(opinion, now);
    keepContract.keep(
        before,
        after,
        new KeepContract.Cause(
            event,
            opinion.on(),
            locked.party(),
            new DoneBy(caller.subject(), caller.clientId()),
            opinion.body() + " " + opinion.verdict()));
    return after;
  }
}
