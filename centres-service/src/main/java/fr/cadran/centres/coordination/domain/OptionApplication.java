package fr.cadran.centres.coordination.domain;

import fr.cadran.kit.type.Finess;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The demand of a centre to its CPAM to join a volet of the option.
 *
 * @param centre FINESS number
 * @param volet which part of the option
 * @param sentOn day on which it was sent
 * @param answer what the CPAM answered, null without an answer
 * @param answeredOn day of the answer, null without one
 * @param version counts what was said of it from 1
 * @param changedAt when it was last said
 */
public record OptionApplication(
    Finess centre,
    VoletOption volet,
    LocalDate sentOn,
    @Nullable Answer answer,
    @Nullable LocalDate answeredOn,
    long version,
    Instant changedAt) {

  /** What a CPAM answers. */
  public enum Answer {
    ACCEPTED,
    REFUSED
  }

  /** The next version. */
  public OptionApplication tell(
      LocalDate sent, @Nullable Answer said, @Nullable LocalDate saidOn, Instant now) {
    return new OptionApplication(centre, volet, sent, said, saidOn, version + 1, now);
  }

  /**
   * Where it stands on a day. An answer counts up to the last day of the delay, included; without
   * one the application is accepted the day after, and a later answer changes nothing (seed 000,
   * ANNEXES VIII and IX: « sans réponse de la CPAM dans les quinze jours qui suivent l'envoi,
   * l'adhésion est réputée acquise »).
   */
  public ApplicationStanding on(LocalDate day, OptionParameters parameters) {
    Optional<OptionParameter> rule =
        parameters.on(OptionParameter.Code.DAYS_UNTIL_DEEMED_ACCEPTED, sentOn);
    LocalDate lastDay = rule.map(known -> sentOn.plusDays(known.value())).orElse(null);
    LocalDate said = answeredOn == null || answeredOn.isAfter(day) ? null : answeredOn;
    boolean inTime = said != null && (lastDay == null || !said.isAfter(lastDay));
    OptionParameter known = rule.orElse(null);
    if (day.isBefore(sentOn)) {
      return new ApplicationStanding(ApplicationStanding.State.NOT_SENT, null, lastDay, known);
    }
    if (inTime) {
      return answer == Answer.ACCEPTED
          ? new ApplicationStanding(ApplicationStanding.State.ACCEPTED, said, lastDay, known)
          : new ApplicationStanding(ApplicationStanding.State.REFUSED, null, lastDay, known);
    }
    return lastDay != null && day.isAfter(lastDay)
        ? new ApplicationStanding(
            ApplicationStanding.State.DEEMED_ACCEPTED, lastDay.plusDays(1), lastDay, known)
        : new ApplicationStanding(ApplicationStanding.State.PENDING, null, lastDay, known);
  }
}
