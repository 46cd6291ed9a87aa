package fr.cadran.centres.programme.application;

import fr.cadran.centres.programme.domain.LevierCode;
import java.util.List;

/**
 * How far a levier has come in a cohort.
 *
 * @param levier one that the programme follows
 * @param activatedBy anonymous numbers of those that activated it
 * @param validatedOnlyBy anonymous numbers of those that validated it and went no further
 * @param overruled of how many the agency overruled the result
 */
public record CountedStatuses(
    LevierCode levier, List<Integer> activatedBy, List<Integer> validatedOnlyBy, int overruled) {
  public CountedStatuses {
    activatedBy = List.copyOf(activatedBy);
    validatedOnlyBy = List.copyOf(validatedOnlyBy);
  }
}
