package fr.cadran.testing.access;

/** What a cell of the matrix must hold. */
enum Expectation {
  SUCCESS,
  OUT_OF_REACH,
  /** In reach, but the act belongs to another party of the contract. */
  NOT_ITS_PART,
  FORBIDDEN,
  UNAUTHENTICATED,
  /** The situation does not exist for the role: nobody gives an ARS agent a mandat. */
  NOT_APPLICABLE
}
