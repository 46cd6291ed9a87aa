package fr.cadran.contracts.contract.domain;

/** Where a contract stands (cpts.md §9). The moves are those of {@link ContractTransition}. */
public enum ContractState {
  DRAFT,
  NEGOTIATION,
  /** The three parties have signed, no mission has started. */
  SIGNED,
  /** A mission has started. */
  ACTIVE,
  /** The letter was received; the delay runs. */
  TERMINATION_NOTIFIED,
  /** The commission paritaire locale has been asked and has not spoken. */
  TERMINATION_SUSPENDED,
  TERMINATED,
  /** The term is reached. */
  ENDED,
  ABANDONED;

  /** Whether the three parties have signed, whatever came after. */
  public boolean isSigned() {
    return this != DRAFT && this != NEGOTIATION && this != ABANDONED;
  }

  /** Whether the contract runs: money falls due by the calendar. */
  public boolean isInForce() {
    return isSigned() && this != TERMINATED && this != ENDED;
  }

  /** Whether nothing can change any more, and another contract may follow. */
  public boolean isOver() {
    return this == TERMINATED || this == ENDED || this == ABANDONED;
  }
}
