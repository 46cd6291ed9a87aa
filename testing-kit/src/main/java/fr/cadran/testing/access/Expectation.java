package fr.cadran.testing.access;

/** What a cell of the matrix must hold. */
enum Expectation {
  SUCCESS,
  OUT_OF_REACH,
  FORBIDDEN,
  UNAUTHENTICATED,
  /** The situation does not exist for the role: nobody gives an ARS agent a mandat. */
  NOT_APPLICABLE
}
