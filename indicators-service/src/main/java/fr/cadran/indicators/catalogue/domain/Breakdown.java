package fr.cadran.indicators.catalogue.domain;

/** For what an indicator is given. */
public enum Breakdown {
  /** One value for the centre. */
  CENTRE,
  /** One value for each specialty of the centre's record, and one over all of them. */
  SPECIALTY_AND_CENTRE
}
