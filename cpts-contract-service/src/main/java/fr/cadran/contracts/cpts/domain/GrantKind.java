package fr.cadran.contracts.cpts.domain;

/** What the money of the ARS before the contract is for (seeds 003 and 004). */
public enum GrantKind {
  /** Writing the projet de santé, up to a ceiling. */
  PROJET_DE_SANTE,
  /** Coordination time, once and up to a ceiling. */
  COORDINATION_TIME,
  /** Early action, against the commitment to sign the ACI in time. */
  ACTION_PRECOCE
}
