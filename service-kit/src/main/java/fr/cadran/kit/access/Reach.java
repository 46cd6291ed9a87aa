package fr.cadran.kit.access;

/**
 * Which resources a role reaches with an action. What is not {@link #NONE} is bounded by claims.
 */
public enum Reach {
  /** Nothing: the answer is that of what does not exist. */
  NONE,
  /** What stands in the territories of an ARS agent. */
  TERRITORY,
  /** What the caisse of a CPAM agent answers for; of centres, those of its département. */
  CAISSE,
  /** The centres that a manager answers for. */
  OWN_CENTRE,
  /** The CPTS that a coordinator answers for. */
  OWN_CPTS,
  /** The centres that gave the client an active mandat. */
  MANDAT,
  /** Without a bound. */
  EVERYTHING
}
