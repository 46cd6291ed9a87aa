package fr.cadran.contracts.contract.application;

import fr.cadran.contracts.contract.domain.Contract;
import fr.cadran.contracts.contract.domain.ContractEvent;
import fr.cadran.contracts.contract.domain.ContractState;
import fr.cadran.contracts.contract.domain.Party;
import fr.cadran.contracts.cpts.application.ContractHappening;
import fr.cadran.contracts.cpts.application.ContractNews;
import fr.cadran.contracts.cpts.application.FollowContract;
import fr.cadran.contracts.cpts.domain.DoneBy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a changed contract: the row, its history, the event of a new state and the stage of the
 * CPTS that follows from it, all in the caller's transaction.
 */
@ApplicationScoped
public class KeepContract {
  private static final Logger LOG = Logger.getLogger(KeepContract.class);

  private final Contracts contracts;
  private final ContractEvents events;
  private final FollowContract followContract;

  KeepContract(Contracts contracts, ContractEvents events, FollowContract followContract) {
    this.contracts = contracts;
    this.events = events;
    this.followContract = followContract;
  }

  /**
   * What made a contract change.
   *
   * @param event which
   * @param on from which day
   * @param party that made it, null for the calendar
   * @param by account that made it
   * @param note what was decided besides, null for nothing
   */
  public record Cause(
      ContractEvent event, LocalDate on, @Nullable Party party, DoneBy by, @Nullable String note) {}

  /** Keeps it. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void keep(Contract before, Contract after, Cause cause) {
    contracts.replace(after);
    contracts.note(
        new ContractChange(
            after.id(),
            after.version(),
            cause.event(),
            before.state(),
            after.state(),
            cause.on(),
            cause.party(),
            cause.by(),
            cause.note(),
            after.changedAt()));
    if (before.state() != after.state()) {
      events.stateChanged(after, before.state(), cause.event(), cause.on());
      followContract.follow(
          after.cpts(),
          new ContractNews(
              after.id(),
              after.state().name(),
              happening(before.state(), after.state()),
              cause.on(),
              cause.by()));
      LOG.infof(
          "contract moved contract=%s from=%s to=%s event=%s",
          after.id(), before.state(), after.state(), cause.event());
    }
  }

  private static @Nullable ContractHappening happening(ContractState from, ContractState to) {
    return switch (to) {
      case NEGOTIATION -> ContractHappening.NEGOTIATION_OPENED;
      case SIGNED -> from == ContractState.NEGOTIATION ? ContractHappening.SIGNED : null;
      case ABANDONED ->
          from == ContractState.NEGOTIATION ? ContractHappening.NEGOTIATION_ABANDONED : null;
      case TERMINATED -> ContractHappening.TERMINATED;
      case ENDED -> ContractHappening.ENDED;
      case DRAFT, ACTIVE, TERMINATION_NOTIFIED, TERMINATION_SUSPENDED -> null;
    };
  }
}
