package fr.cadran.centres.rule.domain;

import java.util.Set;

/** Port: the specialties that the reference data list. */
@FunctionalInterface
public interface KnownSpecialties {
  /** Their codes, for example {@code MEDECINE_GENERALE}. */
  Set<String> codes();
}
