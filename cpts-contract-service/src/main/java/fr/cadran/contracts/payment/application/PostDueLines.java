package fr.cadran.contracts.payment.application;

import fr.cadran.contracts.payment.domain.ContractFacts;
import fr.cadran.contracts.payment.domain.LedgerLine;
import fr.cadran.contracts.payment.domain.PaymentCalculator;
import fr.cadran.kit.id.IdSource;
import fr.cadran.kit.type.FrenchDay;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Writes what the facts of a contract make due by today: all of it, or nothing. */
@ApplicationScoped
public class PostDueLines {
  private static final Logger LOG = Logger.getLogger(PostDueLines.class);

  private final Ledgers ledgers;
  private final PaymentEvents events;
  private final IdSource ids;
  private final Clock clock;

  PostDueLines(Ledgers ledgers, PaymentEvents events, IdSource ids, Clock clock) {
    this.ledgers = ledgers;
    this.events = events;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Writes the lines.
   *
   * @param contract whose ledger is open
   * @return how many lines were written
   * @throws IllegalStateException when there is no such ledger
   */
  @Transactional
  public int post(UUID contract) {
    LedgerHead head =
        ledgers
            .lock(contract)
            .orElseThrow(() -> new IllegalStateException("no ledger is open for " + contract));
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    LocalDate today = FrenchDay.of(now);
    ContractFacts facts = ledgers.facts(contract, head.factsVersion());
    PaymentCalculator engine = new PaymentCalculator(facts);
    List<PostedLine> written = new ArrayList<>();
    for (LedgerLine line : engine.due(ledgers.standing(contract), today)) {
      written.add(
          new PostedLine(
              ids.next(),
              contract,
              head.lines() + written.size() + 1,
              line.envelope(),
              line.kind(),
              line.milestone(),
              line.dueOn(),
              line.amount(),
              ExplanationDocument.of(line.explanation()),
              head.factsVersion(),
              today,
              now));
    }
    ledgers.append(contract, written, engine.nextDueAfter(today).orElse(null));
    events.ordered(head, written);
    if (!written.isEmpty()) {
      LOG.infof("ledger lines written contract=%s lines=%d", contract, written.size());
    }
    return written.size();
  }
}
