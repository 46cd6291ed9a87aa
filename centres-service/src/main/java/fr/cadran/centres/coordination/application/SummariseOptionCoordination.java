package fr.cadran.centres.coordination.application;

import fr.cadran.centres.access.application.AccessPolicy;
import fr.cadran.centres.centre.application.Centres;
import fr.cadran.centres.coordination.domain.DueHalf;
import fr.cadran.centres.coordination.domain.Membership;
import fr.cadran.centres.coordination.domain.NursingYear;
import fr.cadran.centres.coordination.domain.OptionAmounts;
import fr.cadran.centres.coordination.domain.OptionSummary;
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
  private final Clock clock;

  SummariseOptionCoordination(
      Centres centres,
      Memberships memberships,
      Amounts amounts,
      ReceivedSums received,
      DeclaredFtes ftes,
      Clock clock) {
    this.centres = centres;
    this.memberships = memberships;
    this.amounts = amounts;
    this.received = received;
    this.ftes = ftes;
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
    if (centres.find(finess, AccessPolicy.READ_OPTION.of(caller, today)).isEmpty()) {
      throw ProblemException.notFound();
    }
    LocalDate on = wished == null ? today : wished;
    OptionAmounts known = amounts.all();
    List<DueHalf> due = new ArrayList<>();
    UUID last = null;
    List<Membership> read;
    do {
      read = memberships.list(finess, last, READ_AT_ONCE);
      for (Membership one : read) {
        last = one.id();
        due.addAll(one.dueBy(on, known));
      }
    } while (read.size() == READ_AT_ONCE);
    return OptionSummary.of(
        on, due, received.of(finess, on), NursingYear.of(ftes.last(finess, on), known, on));
  }
}
