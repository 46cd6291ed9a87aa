package fr.cadran.contracts.payment.application;

import java.util.List;

/** Port: tells that lines were written, in the transaction that writes them. */
@FunctionalInterface
public interface PaymentEvents {
  /** The lines were written, in this order. */
  void ordered(LedgerHead ledger, List<PostedLine> lines);
}
