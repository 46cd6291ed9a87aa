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
   * How many files a batch must hold: the first one what the text says, later ones any number (seed
   * 000, ANNEXE VIII).
   *
   * @param number of the batch, 1 for the first
   * @param sentOn day on which it is sent
   */
  public static int fewestFiles(int number, LocalDate sentOn, OptionParameters parameters) {
    return number > 1
        ? 1
        : parameters
            .on(OptionParameter.Code.FEWEST_FILES_OF_FIRST_BATCH, sentOn)
            .map(OptionParameter::value)
            .orElse(1);
  }
}
