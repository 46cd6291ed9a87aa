package fr.cadran.centres.coordination.application;

import fr.cadran.centres.access.application.AccessPolicy;
import fr.cadran.centres.centre.application.Centres;
import fr.cadran.centres.centre.domain.RegisteredCentre;
import fr.cadran.centres.coordination.domain.DueHalf;
import fr.cadran.centres.coordination.domain.Membership;
import fr.cadran.centres.coordination.domain.NursingHalf;
import fr.cadran.centres.coordination.domain.NursingYear;
import fr.cadran.centres.coordination.domain.OptionActivity;
import fr.cadran.centres.coordination.domain.OptionAmounts;
import fr.cadran.centres.coordination.domain.OptionSummary;
import fr.cadran.centres.coordination.domain.VoletOption;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.problem.ProblemException;
import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.FrenchDay;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts what is due for the option beside what the centre declares to have received. */
@ApplicationScoped
public class SummariseOptionCoordination {
  private static final int READ_AT_ONCE = 500;

  private final Centres centres;
  private final Memberships memberships;
  private final Amounts amounts;
  private final ReceivedSums received;
  private final DeclaredFtes ftes;
  private final Applications applications;
  private final Parameters parameters;
  private final Checklists checklists;
  private final Clock clock;

  SummariseOptionCoordination(
      Centres centres,
      Memberships memberships,
      Amounts amounts,
      ReceivedSums received,
      DeclaredFtes ftes,
      Applications applications,
      Parameters parameters,
      Checklists checklists,
      Clock clock) {
    this.centres = centres;
    this.memberships = memberships;
    this.amounts = amounts;
    this.received = received;
    this.ftes = ftes;
    this.applications = applications;
    this.parameters = parameters;
    this.checklists = checklists;
    this.clock = clock;
  }

  /**
   * The summary.
   *
   * @param wished the day, null for today
   * @throws ProblemException {@code NOT_FOUND} (404)
   */
  @Transactional
  public OptionSummary summarise(Caller caller, Finess finess, @Nullable LocalDate wished) {
    LocalDate today = FrenchDay.of(clock.instant());
    RegisteredCentre centre =
        centres
            .find(finess, AccessPolicy.READ_OPTION.of(caller, today))
            .orElseThrow(ProblemException::notFound);
    LocalDate on = wished == null ? today : wished;
    // Nothing falls due any more after the last day of a centre.
    LocalDate lastDay = centre.centre().closedOn();
    LocalDate until = lastDay != null && lastDay.isBefore(on) ? lastDay : on;
    OptionAmounts known = amounts.all();
    List<Membership> members = members(finess);
    List<DueHalf> due = new ArrayList<>();
    members.forEach(one -> due.addAll(one.dueBy(until, known)));
    return OptionSummary.of(
        on,
        due,
        received.of(finess, on),
        NursingYear.of(ftes.last(finess, on), known, on),
        nursing(finess, until, known),
        OptionActivity.of(members, until));
  }

  private List<Membership> members(Finess finess) {
    List<Membership> members = new ArrayList<>();
    UUID last = null;
    List<Membership> read;
    do {
      read = memberships.list(finess, null, last, READ_AT_ONCE);
      members.addAll(read);
      last = read.isEmpty() ? last : read.getLast().id();
    } while (read.size() == READ_AT_ONCE);
    return members;
  }

  private List<NursingHalf> nursing(Finess finess, LocalDate until, OptionAmounts known) {
    LocalDate joinedOn =
        applications
            .find(finess, VoletOption.NURSING)
            .map(one -> one.on(until, parameters.all()).acceptedOn())
            .orElse(null);
    return joinedOn == null
        ? List.of()
        : NursingHalf.until(
            joinedOn,
            until,
            start -> ftes.last(finess, lastDayThatTells(start, until)),
            known,
            year -> checklists.of(finess, year));
  }

  /**
   * The quarters of the year in which a year begins tell the FTE of the calendar year before; those
   * that are still to come tell nothing.
   */
  private static LocalDate lastDayThatTells(LocalDate start, LocalDate until) {
    LocalDate endOfYear = LocalDate.of(start.getYear(), 12, 31);
    return until.isBefore(endOfYear) ? until : endOfYear;
  }
}
