package fr.cadran.contracts.contract.application;

import fr.cadran.contracts.contract.domain.Contract;
import fr.cadran.contracts.contract.domain.ContractEvent;
import fr.cadran.contracts.contract.domain.ContractTerms;
import fr.cadran.contracts.contract.domain.ContractTransition;
import fr.cadran.contracts.contract.domain.Offer;
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
import org.jspecify.annotations.Nullable;

/** Makes an offer or a counter-offer: whole terms, which void what was signed before. */
@ApplicationScoped
public class MakeOffer {
  private final LockContract lockContract;
  private final Contracts contracts;
  private final CheckTerms checkTerms;
  private final KeepContract keepContract;
  private final Clock clock;

  MakeOffer(
      LockContract lockContract,
      Contracts contracts,
      CheckTerms checkTerms,
      KeepContract keepContract,
      Clock clock) {
    this.lockContract = lockContract;
    this.contracts = contracts;
    this.checkTerms = checkTerms;
    this.keepContract = keepContract;
    this.clock = clock;
  }

  /**
   * The round that was made.
   *
   * @throws ProblemException {@code NOT_FOUND} (404), or what the terms are refused with
   * @throws RefusedException {@code ILLEGAL_TRANSITION}
   */
  @Transactional
  public Offer offer(
      Caller caller,
      UUID id,
      TermsWish wish,
      @Nullable String message,
      Precondition<Contract> precondition) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    LocalDate today = FrenchDay.of(now);
    LockContract.Locked locked = lockContract.lock(caller, id);
    Contract before = locked.contract();
    precondition.check(before);
    ContractTransition.of(before.state(), ContractEvent.MAKE_OFFER, before.started());
    ContractTerms terms = checkTerms.check(wish, locked.cpts(), today);
    Contract after = before.offer(terms, now);
    keepContract.keep(
        before,
        after,
        new KeepContract.Cause(
            ContractEvent.MAKE_OFFER,
            today,
            locked.party(),
            new DoneBy(caller.subject(), caller.clientId()),
            null));
    Offer offer = new Offer(after.round(), locked.party(), message, terms, after.hash(), now);
    contracts.addOffer(id, offer);
    return offer;
  }
}
