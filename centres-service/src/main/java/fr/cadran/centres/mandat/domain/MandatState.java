package fr.cadran.centres.mandat.domain;

/** Where a mandat stands at an instant. Only {@code ACTIVE} allows anything. */
public enum MandatState {
  /** Its first day is still to come. */
  PENDING,
  ACTIVE,
  /** Its last day is over. */
  EXPIRED,
  /** Taken back by the centre; for good. */
  REVOKED
}
