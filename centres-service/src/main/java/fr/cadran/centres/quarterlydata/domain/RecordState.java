package fr.cadran.centres.quarterlydata.domain;

/** Where a quarterly record stands. */
public enum RecordState {
  /** Open to changes; seen by the centre and its editors only. */
  DRAFT,
  /** The last version was submitted, nothing is open on top of it, and the ARS has not spoken. */
  SUBMITTED,
  /** The ARS has validated the last version. */
  VALIDATED,
  /** The ARS has returned the last version with a comment; the centre corrects it. */
  RETURNED
}
