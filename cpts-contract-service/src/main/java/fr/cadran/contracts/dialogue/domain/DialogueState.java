package fr.cadran.contracts.dialogue.domain;

/** Where a dialogue stands. The moves are those of {@link DialogueTransition}. */
public enum DialogueState {
  SCHEDULED,
  /** The CPTS enters values and attaches evidence. */
  PREPARATION,
  /** CPAM and ARS accept, question or refuse each value; the name is that of cpts.md §8. */
  REVIEW,
  /** The three parties have signed. */
  AGREED,
  CLOSED
}
