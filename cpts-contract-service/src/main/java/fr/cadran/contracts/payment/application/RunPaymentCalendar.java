package fr.cadran.contracts.payment.application;

import fr.cadran.kit.type.FrenchDay;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Writes every line that the calendar makes due by today, each contract for itself. */
@ApplicationScoped
public class RunPaymentCalendar {
  private static final Logger LOG = Logger.getLogger(RunPaymentCalendar.class);
  private static final int BATCH = 200;

  private final Ledgers ledgers;
  private final PostDueLines postDueLines;
  private final Clock clock;

  RunPaymentCalendar(Ledgers ledgers, PostDueLines postDueLines, Clock clock) {
    this.ledgers = ledgers;
    this.postDueLines = postDueLines;
    this.clock = clock;
  }

  /**
   * What a run did.
   *
   * @param contracts that were looked at
   * @param lines that were written
   * @param failed contracts that could not be computed; they are tried again at the next run
   * @param more whether contracts were left for another run
   */
  public record Run(int contracts, int lines, int failed, boolean more) {}

  /**
   * Runs the calendar up to today.
   *
   * @param most contracts after which the run stops, at least 1
   */
  public Run run(int most) {
    LocalDate today = FrenchDay.of(clock.instant());
    int contracts = 0;
    int lines = 0;
    int failed = 0;
    List<UUID> due = ledgers.due(today, Math.min(BATCH, most));
    while (!due.isEmpty()) {
      int failedHere = 0;
      for (UUID contract : due) {
        try {
          lines += postDueLines.post(contract);
        } catch (RuntimeException broken) {
          // One contract that cannot be computed must not keep the others from their money.
          LOG.errorf(broken, "payment calendar stopped for contract=%s", contract);
          failedHere++;
        }
      }
      contracts += due.size();
      failed += failedHere;
      due =
          failedHere > 0 || contracts >= most
              ? List.of()
              : ledgers.due(today, Math.min(BATCH, most - contracts));
    }
    return new Run(contracts, lines, failed, failed == 0 && !ledgers.due(today, 1).isEmpty());
  }
}
