package fr.cadran.centres.coordination.domain;

import fr.cadran.kit.type.Euros;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Half of a year of the nursing volet: the first at joining and at each anniversary, the second
 * after one year, on delivery of the commitment form and the activity report (seed 000, ANNEXE IX).
 *
 * @param yearStartsOn first day of the year for which it is due
 * @param half 1 or 2
 * @param state whether it is due
 * @param dueOn since when it is, or from when it can be at the earliest
 * @param awaited documents that are missing for it
 * @param sums FTE, bracket and amounts of the year
 */
public record NursingHalf(
    LocalDate yearStartsOn,
    int half,
    State state,
    LocalDate dueOn,
    List<Commitment> awaited,
    NursingYear sums) {
  public NursingHalf {
    awaited = List.copyOf(awaited);
  }

  /** Whether a half is due. */
  public enum State {
    /** Its day has not come. */
    NOT_YET,
    /** Its day has come, and documents are missing. */
    AWAITS_DOCUMENTS,
    DUE
  }

  /**
   * Every half of the years that have begun by a day.
   *
   * @param joinedOn since when the centre is in the volet
   * @param ftes the last known FTE for a year that begins on a day
   * @param checklists the commitments by the calendar year in which the year begins
   */
  public static List<NursingHalf> until(
      LocalDate joinedOn,
      LocalDate day,
      Function<LocalDate, Optional<NursingYear.DeclaredFte>> ftes,
      OptionAmounts amounts,
      IntFunction<CommitmentChecklist> checklists) {
    List<NursingHalf> halves = new ArrayList<>();
    for (int year = 0; !joinedOn.plusYears(year).isAfter(day); year++) {
      LocalDate start = joinedOn.plusYears(year);
      NursingYear sums = NursingYear.of(ftes.apply(start), amounts, start);
      halves.add(new NursingHalf(start, 1, State.DUE, start, List.of(), sums));
      halves.add(
          second(
              start, joinedOn.plusYears(year + 1L), day, checklists.apply(start.getYear()), sums));
    }
    return halves;
  }

  private static NursingHalf second(
      LocalDate start,
      LocalDate end,
      LocalDate day,
      CommitmentChecklist checklist,
      NursingYear sums) {
    List<Commitment> awaited =
        Commitment.documentsOfNursing().stream()
            .filter(document -> !checklist.of(document).isDoneBy(day))
            .toList();
    if (day.isBefore(end)) {
      return new NursingHalf(start, 2, State.NOT_YET, end, awaited, sums);
    }
    if (!awaited.isEmpty()) {
      return new NursingHalf(start, 2, State.AWAITS_DOCUMENTS, end, awaited, sums);
    }
    LocalDate since =
        Commitment.documentsOfNursing().stream()
            .flatMap(document -> Stream.ofNullable(checklist.of(document).doneOn()))
            .reduce(end, (one, other) -> other.isAfter(one) ? other : one);
    return new NursingHalf(start, 2, State.DUE, since, List.of(), sums);
  }

  /** What it brings, null when that is not known. */
  public @Nullable Euros amount() {
    return half == 1 ? sums.first() : sums.second();
  }

  /** It as a sum that is due, if it is. */
  Optional<DueHalf> due() {
    return state == State.DUE
        ? Optional.of(
            new DueHalf(
                null,
                VoletOption.NURSING,
                yearStartsOn,
                half,
                dueOn,
                amount(),
                sums.missingReason(),
                sums.yearly()))
        : Optional.empty();
  }
}
