package fr.cadran.centres.coordination.application;

import fr.cadran.centres.access.application.AccessPolicy;
import fr.cadran.centres.centre.application.Centres;
import fr.cadran.centres.coordination.domain.CommitmentChecklist;
import fr.cadran.centres.coordination.domain.CommitmentRules;
import fr.cadran.centres.coordination.domain.FollowedCommitment;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.problem.Precondition;
import fr.cadran.kit.problem.ProblemException;
import fr.cadran.kit.problem.Refusals;
import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.FrenchDay;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Says where a centre is with its commitments in a year. */
@ApplicationScoped
public class TellCommitments {
  private final Centres centres;
  private final Checklists checklists;
  private final Clock clock;

  TellCommitments(Centres centres, Checklists checklists, Clock clock) {
    this.centres = centres;
    this.checklists = checklists;
    this.clock = clock;
  }

  /**
   * The checklist of the year.
   *
   * @param told what is said; any other commitment is to do
   * @throws ProblemException {@code NOT_FOUND} (404), {@code INVALID} (422), or what the
   *     precondition refuses with
   */
  @Transactional
  public CommitmentChecklist tell(
      Caller caller,
      Finess finess,
      int year,
      List<CommitmentRules.Told> told,
      Precondition<CommitmentChecklist> precondition) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    LocalDate today = FrenchDay.of(now);
    if (centres.lock(finess, AccessPolicy.KEEP_OPTION.of(caller, today)).isEmpty()) {
      throw ProblemException.notFound();
    }
    CommitmentChecklist known = checklists.of(finess, year);
    precondition.check(known.version() == 0 ? null : known);
    Refusals.refuse(CommitmentRules.errorsOf(told, today));
    CommitmentChecklist checklist =
        known.tell(told.stream().map(TellCommitments::followed).toList(), now);
    checklists.add(checklist);
    return checklist;
  }

  private static FollowedCommitment followed(CommitmentRules.Told told) {
    return new FollowedCommitment(
        Objects.requireNonNull(told.commitment()),
        Objects.requireNonNull(told.state()),
        bare(told.reference()),
        bare(told.link()),
        told.doneOn());
  }

  private static @Nullable String bare(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
