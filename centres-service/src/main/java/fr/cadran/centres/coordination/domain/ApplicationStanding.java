package fr.cadran.centres.coordination.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where an application stands on a day.
 *
 * @param state where
 * @param acceptedOn since when the centre is in the option, null while it is not
 * @param answerBy last day on which the CPAM may answer, null when no rule says it
 * @param rule how long it has for that, null when no rule is known for the day of sending
 */
public record ApplicationStanding(
    State state,
    @Nullable LocalDate acceptedOn,
    @Nullable LocalDate answerBy,
    @Nullable OptionParameter rule) {

  /** Where an application can stand. */
  public enum State {
    NOT_SENT,
    PENDING,
    ACCEPTED,
    REFUSED,
    /** The CPAM did not answer in time. */
    DEEMED_ACCEPTED
  }
}
