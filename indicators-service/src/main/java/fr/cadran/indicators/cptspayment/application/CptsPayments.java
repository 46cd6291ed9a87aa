package fr.cadran.indicators.cptspayment.application;

import fr.cadran.events.cpts.PaymentOrdered;
import java.time.Instant;

/** The ordered lines of the ledgers of ACI contracts; their sums are read from them. */
public interface CptsPayments {
  /** Keeps a line, unless it is kept already: a ledger never edits one. */
  void keep(PaymentOrdered payment, Instant receivedAt);
}
