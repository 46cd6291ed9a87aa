package fr.cadran.contracts.cpts.domain;

/** Where a grant stands on a day. */
public enum GrantState {
  /** Given without a commitment. */
  GRANTED,
  /** The ACI is to be signed, and there is time. */
  RUNNING,
  /** The last day to sign comes near. */
  DEADLINE_NEAR,
  /** The ACI was signed in time. */
  MET,
  /** It was not: the money is to be paid back (assumption). */
  REPAYMENT_DUE
}
