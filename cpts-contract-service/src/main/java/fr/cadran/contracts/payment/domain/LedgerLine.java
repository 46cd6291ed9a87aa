package fr.cadran.contracts.payment.domain;

import fr.cadran.kit.type.Euros;
import java.time.LocalDate;
import java.util.Comparator;

/**
 * One event of the ledger, never changed once it is written.
 *
 * @param envelope whose money it is
 * @param kind what it is
 * @param milestone at which it was written
 * @param dueOn when it is paid
 * @param amount signed euros; a recovery is below zero
 * @param explanation why
 */
public record LedgerLine(
    EnvelopeKey envelope,
    PaymentKind kind,
    Milestone milestone,
    LocalDate dueOn,
    Euros amount,
    Explanation explanation) {
  /** The order in which lines are written: by day, then by year, line, volet and milestone. */
  public static final Comparator<LedgerLine> ORDER = LedgerLine::before;

  private static int before(LedgerLine one, LedgerLine other) {
    int order = one.dueOn.compareTo(other.dueOn);
    if (order == 0) {
      order = one.envelope.compareTo(other.envelope);
    }
    return order == 0 ? one.milestone.compareTo(other.milestone) : order;
  }
}
