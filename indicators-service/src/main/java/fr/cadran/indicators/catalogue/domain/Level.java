package fr.cadran.indicators.catalogue.domain;

import org.jspecify.annotations.Nullable;

/** For which values of an indicator a formula stands. */
public enum Level {
  ANY,
  /** Only the values of specialties. */
  SPECIALTY,
  /** Only the value of the centre as a whole. */
  CENTRE;

  /** Whether the formula stands for the values of a specialty, null for the centre. */
  public boolean covers(@Nullable String specialty) {
    return switch (this) {
      case ANY -> true;
      case SPECIALTY -> specialty != null;
      case CENTRE -> specialty == null;
    };
  }
}
