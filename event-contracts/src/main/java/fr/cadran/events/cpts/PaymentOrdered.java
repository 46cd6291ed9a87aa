package fr.cadran.events.cpts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A line of the ledger of an ACI contract is to be paid, or recovered.
 *
 * @param payment identifier of the line
 * @param contract identifier of the contract
 * @param cpts identifier of the CPTS; also the key of the message
 * @param caisse number of the CPAM that pays (three digits)
 * @param contractYear contract year in which it was earned, from 1
 * @param line funding line, e.g. {@code ACCES_SOINS}
 * @param volet volet of that line, e.g. {@code FIXE}
 * @param kind what kind of line
 * @param dueOn when it is due
 * @param amount euros with cents; below zero when the CPTS owes them
 * @param flags what to know about the amount, e.g. {@code to-verify}
 * @param ledgerVersion version of the ledger that has the line
 * @param version of the contract after the change; the lines of one change share it
 */
public record PaymentOrdered(
    UUID payment,
    UUID contract,
    UUID cpts,
    String caisse,
    int contractYear,
    String line,
    String volet,
    Kind kind,
    LocalDate dueOn,
    BigDecimal amount,
    List<String> flags,
    long ledgerVersion,
    long version) {

  public PaymentOrdered {
    flags = List.copyOf(flags);
  }

  /** Kinds of lines. */
  public enum Kind {
    /** 75 % paid ahead. */
    ADVANCE,
    /** The rest, on proof. */
    BALANCE,
    /** Paid at once. */
    FULL,
    /** What was paid beyond what is due. */
    RECOVERY,
    /** Signed difference against all earlier lines. */
    CORRECTION
  }
}
