package fr.cadran.events.centres;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A programme d'accompagnement, whole: each message replaces the one before.
 *
 * @param id identifier of the programme; also the key of the message
 * @param version counts the changes of this programme from 1; a lower one than known is out of date
 * @param name name in use, e.g. {@code ARS IdF 2013}
 * @param region INSEE code of the région of the agency that runs it (two digits)
 * @param leviers codes of the leviers that it follows, in its order, e.g. {@code NON_VENUE}
 * @param baselineQuarter the quarter against which results are judged, e.g. {@code 2012-Q4}
 * @param startsOn first day
 * @param endsOn last day, null while it has no end
 * @param fictional true for demonstration data, which describe no real centre
 * @param participations every centre that takes part or took part, in the order of their numbers
 */
public record ProgrammeState(
    String id,
    long version,
    String name,
    String region,
    List<String> leviers,
    String baselineQuarter,
    LocalDate startsOn,
    @Nullable LocalDate endsOn,
    boolean fictional,
    List<Participation> participations) {

  public ProgrammeState {
    leviers = List.copyOf(leviers);
    participations = List.copyOf(participations);
  }

  /**
   * A centre in the programme.
   *
   * @param finess FINESS number of the centre
   * @param anonymousNumber its number in what is published, from 1; unique in the programme
   * @param joinedOn first day
   * @param leftOn last day, null while it takes part
   * @param leviers the leviers that the centre retained, one each
   */
  public record Participation(
      String finess,
      int anonymousNumber,
      LocalDate joinedOn,
      @Nullable LocalDate leftOn,
      List<RetainedLevier> leviers) {

    public Participation {
      leviers = List.copyOf(leviers);
    }
  }

  /**
   * A levier that a centre retained.
   *
   * @param levier code of the levier
   * @param status how far it has come
   * @param validatedOn day of its validation in the plan
   * @param activatedOn day on which actions started, null before
   * @param overrule what the agency decided about its result, null when its indicator decides
   */
  public record RetainedLevier(
      String levier,
      LevierStatus status,
      LocalDate validatedOn,
      @Nullable LocalDate activatedOn,
      @Nullable Overrule overrule) {}

  /** How far a retained levier has come; whether its result is positive is for its indicator. */
  public enum LevierStatus {
    VALIDATED,
    ACTIVATED
  }

  /**
   * The agency's own judgement of a result, in place of the indicator's.
   *
   * @param positive whether the result is positive
   * @param reason why, as the agency wrote it
   * @param decidedAt when
   */
  public record Overrule(boolean positive, String reason, Instant decidedAt) {}
}
