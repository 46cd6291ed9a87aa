package fr.cadran.contracts.cpts.domain;

/** Who may make a move of the lifecycle. */
public enum StageActor {
  /** The coordinator of the CPTS. */
  CPTS,
  /** An agent of the ARS in whose territory the seat lies. */
  ARS,
  /** The end of a legal delay. */
  CALENDAR,
  /** The contract of the CPTS: its own rules have said who may act. */
  CONTRACT
}
