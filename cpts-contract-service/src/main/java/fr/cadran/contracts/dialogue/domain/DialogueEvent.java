package fr.cadran.contracts.dialogue.domain;

/** What can happen to a dialogue; {@link DialogueTransition} says when. */
public enum DialogueEvent {
  /** The contract is signed, and its first dialogue with it. */
  HOLD_AT_SIGNATURE,
  /** The annex of a mission that starts is proposed, or proposed anew. */
  PROPOSE_ANNEX,
  /** The CPTS enters results. */
  ENTER_RESULTS,
  /** The CPTS hands the results over. */
  SUBMIT,
  /** CPAM or ARS says what it thinks of a value. */
  DECIDE,
  /** A first or second party signs. */
  SIGN,
  /** The last of the three signs. */
  COMPLETE_SIGNATURES,
  /** What was agreed takes effect. */
  CLOSE,
  /** A closed year is opened again to be corrected. */
  CORRECT
}
