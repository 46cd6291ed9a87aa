package fr.cadran.centres.coordination.domain;

/** The parts of the option de coordination (centres.md §6). */
public enum VoletOption {
  /** Per member patient and year. */
  MEDICAL,
  /** Per member patient and year, with a yearly recall. */
  DENTAL,
  /** A yearly sum by nursing FTE, without memberships of patients. */
  NURSING
}
