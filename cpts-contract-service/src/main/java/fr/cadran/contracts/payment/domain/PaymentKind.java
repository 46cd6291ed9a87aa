package fr.cadran.contracts.payment.domain;

/** What a line of the ledger is (cpts.md §5). */
public enum PaymentKind {
  /** A whole envelope at once. */
  FULL,
  /** A share paid ahead. */
  ADVANCE,
  /** What is still owed when the results of the year are agreed. */
  BALANCE,
  /** Taken back: paid ahead, and not due after all. */
  RECOVERY,
  /** The difference that a later change makes to a settled year, signed. */
  CORRECTION
}
