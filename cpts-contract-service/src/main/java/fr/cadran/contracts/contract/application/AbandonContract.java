package fr.cadran.contracts.contract.application;

import fr.cadran.contracts.contract.domain.Contract;
import fr.cadran.contracts.contract.domain.ContractEvent;
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
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gives up a contract that nobody has made yet. */
@ApplicationScoped
public class AbandonContract {
  private final LockContract lockContract;
  private final KeepContract keepContract;
  private final Clock clock;

  AbandonContract(LockContract lockContract, KeepContract keepContract, Clock clock) {
    this.lockContract = lockContract;
    this.keepContract = keepContract;
    this.clock = clock;
  }

  /**
   * The abandoned contract.
   *
   * @throws ProblemException {@code NOT_FOUND} (404)
   * @throws RefusedException {@code ILLEGAL_TRANSITION}
   */
  @Transactional
  public Contract abandon(
      Caller caller, UUID id, @Nullable String reason, Precondition<Contract> precondition) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    LockContract.Locked locked = lockContract.lock(caller, id);
    precondition.check(locked.contract());
    Contract after = locked.contract().abandon(now);
    keepContract.keep(
        locked.contract(),
        after,
        new KeepContract.Cause(
            ContractEvent.ABANDON,
            FrenchDay.of(now),
            locked.party(),
            new DoneBy(caller.subject(), caller.clientId()),
            reason));
    return after;
  }
}
