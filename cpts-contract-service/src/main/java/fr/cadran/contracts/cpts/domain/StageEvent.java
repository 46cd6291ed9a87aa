package fr.cadran.contracts.cpts.domain;

/** What can happen to a CPTS on its way; see {@link StageTransition} for what it leads to. */
public enum StageEvent {
  SEND_LETTRE_INTENTION,
  SUBMIT_PROJET_DE_SANTE,
  VALIDATE_PROJET_DE_SANTE,
  /** Two months have passed without an objection. */
  VALIDATE_BY_DEFAULT,
  /** The ARS objects to the projet de santé, which is written again. */
  OBJECT_TO_PROJET_DE_SANTE,
  NEGOTIATION_OPENED,
  NEGOTIATION_ABANDONED,
  CONTRACT_SIGNED,
  CONTRACT_TERMINATED,
  CONTRACT_ENDED
}
