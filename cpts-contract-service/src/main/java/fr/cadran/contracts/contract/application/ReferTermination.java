package fr.cadran.contracts.contract.application;

import fr.cadran.contracts.contract.domain.Contract;
import fr.cadran.contracts.contract.domain.ContractEvent;
import fr.cadran.contracts.contract.domain.ContractTransition;
import fr.cadran.contracts.contract.domain.RefusedException;
import fr.cadran.contracts.cpts.domain.DoneBy;
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

/** Refers a termination to the commission paritaire locale, which suspends it (cpts.md §9). */
@ApplicationScoped
public class ReferTermination {
  private final LockContract lockContract;
  private final KeepContract keepContract;
  private final Clock clock;

  ReferTermination(LockContract lockContract, KeepContract keepContract, Clock clock) {
    this.lockContract = lockContract;
    this.keepContract = keepContract;
    this.clock = clock;
  }

  /**
   * The contract whose termination is suspended.
   *
   * @throws ProblemException {@code NOT_FOUND} (404), {@code NOT_FOR_THIS_PARTY} (409)
   * @throws RefusedException {@code ILLEGAL_TRANSITION}, {@code REFERRAL_TOO_LATE}, {@code
   *     REFERRED_BEFORE}
   */
  @Transactional
  public Contract refer(Caller caller, UUID id, Precondition<Contract> precondition) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    LocalDate today = FrenchDay.of(now);
    LockContract.Locked locked = lockContract.lock(caller, id);
    Contract before = locked.contract();
    precondition.check(before);
    ContractTransition move =
        ContractTransition.of(before.state(), ContractEvent.REFER_TERMINATION, before.started());
    if (!move.actor().includes(locked.party())) {
      throw ProblemException.of(ContractProblem.NOT_FOR_THIS_PARTY, locked.party().name());
    }
    Contract after = before.refer(today, now);
    keepContract.keep(
        before,
        after,
        new KeepContract.Cause(
            ContractEvent.REFER_TERMINATION,
            today,
            locked.party(),
            new DoneBy(caller.subject(), caller.clientId()),
            "CPL"));
    return after;
  }
}
