package fr.cadran.centres.quarterlydata.domain;

/** Where a quarterly record stands. */
public enum RecordState {
  /** Open to changes; seen by the centre and its editors only. */
  DRAFT,
  /** The last version was submitted and nothing is open on top of it. */
  SUBMITTED
}
