package fr.cadran.testing.access;

/** In which state a caller comes. Exactly one thing is wrong with it, or nothing. */
public enum Situation {
  /** With the scope of the operation, given for the test when the role lacks it. */
  IN_SCOPE,
  /** Another territory, another caisse, another centre, another CPTS, another centre's mandat. */
  OUT_OF_SCOPE,
  NO_MANDAT,
  EXPIRED_MANDAT,
  REVOKED_MANDAT,
  MISSING_SCOPE,
  NO_TOKEN,
  EXPIRED_TOKEN,
  FOREIGN_ISSUER,
  WRONG_AUDIENCE;

  boolean isAboutMandats() {
    return this == NO_MANDAT || this == EXPIRED_MANDAT || this == REVOKED_MANDAT;
  }

  /** Whether the caller cannot be believed at all. */
  boolean isUnauthenticated() {
    return this == NO_TOKEN
        || this == EXPIRED_TOKEN
        || this == FOREIGN_ISSUER
        || this == WRONG_AUDIENCE;
  }
}
