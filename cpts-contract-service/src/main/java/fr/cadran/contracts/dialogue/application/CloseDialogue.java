package fr.cadran.contracts.dialogue.application;

import fr.cadran.contracts.contract.application.Contracts;
import fr.cadran.contracts.contract.application.LockContract;
import fr.cadran.contracts.contract.domain.Contract;
import fr.cadran.contracts.contract.domain.RefusedException;
import fr.cadran.contracts.dialogue.domain.DialogueDeGestion;
import fr.cadran.contracts.dialogue.domain.YearReading;
import fr.cadran.contracts.dialogue.domain.YearResults;
import fr.cadran.contracts.payment.application.ContractLedger;
import fr.cadran.contracts.payment.domain.ContractFacts;
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
import org.jboss.logging.Logger;

/**
 * Closes the dialogue of a year: in one transaction the results are frozen, the ledger writes the
 * variable part and the balances, and the results leave as an event.
 */
@ApplicationScoped
public class CloseDialogue {
  private static final Logger LOG = Logger.getLogger(CloseDialogue.class);

  private final LockContract lockContract;
  private final Contracts contracts;
  private final Dialogues dialogues;
  private final ContractLedger ledger;
  private final DialogueEvents events;
  private final Clock clock;

  CloseDialogue(
      LockContract lockContract,
      Contracts contracts,
      Dialogues dialogues,
      ContractLedger ledger,
      DialogueEvents events,
      Clock clock) {
    this.lockContract = lockContract;
    this.contracts = contracts;
    this.dialogues = dialogues;
    this.ledger = ledger;
    this.events = events;
    this.clock = clock;
  }

  /**
   * The closed dialogue.
   *
   * @throws ProblemException {@code NOT_FOUND} (404)
   * @throws RefusedException {@code ALREADY_CLOSED}, {@code ILLEGAL_TRANSITION}, {@code
   *     YEAR_NOT_OVER}, {@code YEAR_NOT_RUN}
   */
  @Transactional
  public DialogueDeGestion close(
      Caller caller, UUID id, int number, Precondition<DialogueDeGestion> precondition) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    LocalDate today = FrenchDay.of(now);
    LockContract.Locked locked = lockContract.lock(caller, id);
    DialogueDeGestion before = dialogues.find(id, number).orElseThrow(ProblemException::notFound);
    precondition.check(before);
    DialogueDeGestion after = before.close(locked.party(), now);
    int year = after.requireYear();
    ContractFacts facts = ledger.facts(id);
    checkOver(facts, year, today);
    Contract contract = locked.contract().touch(now);
    contracts.replace(contract);
    dialogues.replace(after);
    dialogues.freeze(after);
    YearResults results = after.requireResults();
    ContractFacts.Closing closing =
        new ContractFacts.Closing(today, results.byIndicator(), results.orientationSpent());
    ContractFacts closed = facts.withClosing(year, closing);
    events.resultsSubmitted(contract, after, closed, YearReading.of(closed, year));
    ledger.revise(id, latest -> latest.withClosing(year, closing));
    LOG.infof(
        "dialogue closed contract=%s dialogue=%d resultsVersion=%d",
        id, number, after.resultsVersion());
    return after;
  }

  private static void checkOver(ContractFacts facts, int year, LocalDate today) {
    LocalDate end = facts.end();
    if (!facts.calendar().start(year).isBefore(end)) {
      throw new RefusedException("YEAR_NOT_RUN");
    }
    LocalDate over = facts.calendar().end(year).isBefore(end) ? facts.calendar().end(year) : end;
    if (today.isBefore(over)) {
      throw new RefusedException("YEAR_NOT_OVER", over.toString());
    }
  }
}
