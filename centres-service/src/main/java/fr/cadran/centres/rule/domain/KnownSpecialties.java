package fr.cadran.centres.rule.domain;

import java.util.Map;
import java.util.Set;

/** Port: the specialties that the reference data list. */
@FunctionalInterface
public interface KnownSpecialties {
  /**
   * Their French labels by code, for example {@code MEDECINE_GENERALE}, in the order of the grid.
   */
  Map<String, String> labels();

  /** Their codes. */
  default Set<String> codes() {
    return labels().keySet();
  }
}
