package fr.cadran.contracts.cpts.domain;

/**
 * How far a CPTS has come (cpts.md §1, seed 004). The moves between stages are those of {@link
 * StageTransition}.
 */
public enum CptsStage {
  PRE_PROJET,
  LETTRE_INTENTION,
  /** The projet de santé is submitted. */
  PROJET_DE_SANTE,
  PROJET_VALIDE,
  NEGOCIATION_ACI,
  ACI_SIGNE,
  RESILIE,
  TERME;

  /** Whether the stage is one that only the contract of the CPTS can give. */
  public boolean followsContract() {
    return compareTo(NEGOCIATION_ACI) >= 0;
  }
}
