package fr.cadran.centres.coordination.domain;

import fr.cadran.kit.type.Finess;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Membership files that a centre sends to the CPAM together.
 *
 * @param id identifier
 * @param centre FINESS number
 * @param volet medical or dental
 * @param number 1 for the first of the volet
 * @param sentOn day on which it is sent
 * @param files how many memberships are in it
 */
public record CoordinationBatch(
    UUID id, Finess centre, VoletOption volet, int number, LocalDate sentOn, int files) {
  /**
   * The first batch holds at least this many files, later ones any number (seed 000, ANNEXE VIII).
   */
  public static final int FEWEST_FILES_OF_FIRST = 150;

  /** Whether a batch of this number may hold this many files. */
  public static boolean mayHold(int number, int files) {
    return number == 1 ? files >= FEWEST_FILES_OF_FIRST : files >= 1;
  }
}
