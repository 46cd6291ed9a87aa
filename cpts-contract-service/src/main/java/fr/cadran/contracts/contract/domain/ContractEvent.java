package fr.cadran.contracts.contract.domain;

/** What can happen to a contract; {@link ContractTransition} says when, and what it leads to. */
public enum ContractEvent {
  /** A party proposes other terms. */
  MAKE_OFFER,
  /** A first or second party signs. */
  SIGN,
  /** The last of the three signs. */
  COMPLETE_SIGNATURES,
  /** The parties give up. */
  ABANDON,
  /** The annex of a mission has three signatures. */
  START_MISSION,
  /** A party proposes or signs an avenant. */
  AMEND,
  /** The letter of termination is received. */
  NOTIFY_TERMINATION,
  /** The CPTS refers the termination to the commission paritaire locale. */
  REFER_TERMINATION,
  /** The commission upholds the termination. */
  UPHOLD_TERMINATION,
  /** The commission lifts the termination. */
  LIFT_TERMINATION,
  /** The ARS recognises a health crisis. */
  RECOGNISE_CRISIS,
  /** The delay of the termination is over. */
  TAKE_EFFECT,
  /** The last contract year is over. */
  REACH_TERM
}
