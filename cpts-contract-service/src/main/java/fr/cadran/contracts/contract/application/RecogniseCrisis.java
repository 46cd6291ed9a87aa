package fr.cadran.contracts.contract.application;

import fr.cadran.contracts.contract.domain.Contract;
import fr.cadran.contracts.contract.domain.ContractEvent;
import fr.cadran.contracts.contract.domain.CrisisRules;
import fr.cadran.contracts.contract.domain.RefusedException;
import fr.cadran.contracts.cpts.domain.DoneBy;
import fr.cadran.contracts.payment.application.ContractLedger;
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

/** Takes down that the ARS recognised a health crisis, which makes the amount of the year due. */
@ApplicationScoped
public class RecogniseCrisis {
  private final LockContract lockContract;
  private final KeepContract keepContract;
  private final ContractLedger ledger;
  private final Clock clock;

  RecogniseCrisis(
      LockContract lockContract, KeepContract keepContract, ContractLedger ledger, Clock clock) {
    this.lockContract = lockContract;
    this.keepContract = keepContract;
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * The contract after it.
   *
   * @param recognisedOn day of the decision
   * @param decision its reference, for example the number of the arrêté
   * @throws ProblemException {@code NOT_FOUND} (404)
   * @throws RefusedException {@code ILLEGAL_TRANSITION}, {@code NOT_FOR_THIS_PARTY}, or why the
   *     amount cannot become due
   */
  @Transactional
  public Contract recognise(
      Caller caller,
      UUID id,
      LocalDate recognisedOn,
      String decision,
      Precondition<Contract> precondition) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    LockContract.Locked locked = lockContract.lock(caller, id);
    Contract before = locked.contract();
    precondition.check(before);
    Contract after = before.recogniseCrisis(locked.party(), now);
    CrisisRules.check(recognisedOn, FrenchDay.of(now), ledger.facts(id));
    ledger.revise(id, facts -> facts.withCrisis(recognisedOn));
    keepContract.keep(
        before,
        after,
        new KeepContract.Cause(
            ContractEvent.RECOGNISE_CRISIS,
            recognisedOn,
            locked.party(),
            new DoneBy(caller.subject(), caller.clientId()),
            decision));
    return after;
  }
}
