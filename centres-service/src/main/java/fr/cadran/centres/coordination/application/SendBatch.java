package fr.cadran.centres.coordination.application;

import fr.cadran.centres.access.application.AccessPolicy;
import fr.cadran.centres.centre.application.Centres;
import fr.cadran.centres.coordination.domain.CoordinationBatch;
import fr.cadran.centres.coordination.domain.Membership;
import fr.cadran.centres.coordination.domain.MembershipRules;
import fr.cadran.centres.coordination.domain.VoletOption;
import fr.cadran.centres.rule.application.CentresProblem;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.id.IdSource;
import fr.cadran.kit.problem.ProblemException;
import fr.cadran.kit.problem.Refusals;
import fr.cadran.kit.type.FieldError;
import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.FrenchDay;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Puts every membership that was not sent yet into the next batch for the CPAM. */
@ApplicationScoped
public class SendBatch {
  private final Centres centres;
  private final Memberships memberships;
  private final Batches batches;
  private final Parameters parameters;
  private final IdSource ids;
  private final Clock clock;

  SendBatch(
      Centres centres,
      Memberships memberships,
      Batches batches,
      Parameters parameters,
      IdSource ids,
      Clock clock) {
    this.centres = centres;
    this.memberships = memberships;
    this.batches = batches;
    this.parameters = parameters;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * The batch.
   *
   * @throws ProblemException {@code NOT_FOUND} (404), {@code BATCH_TOO_SMALL} (409), {@code
   *     INVALID} (422)
   */
  @Transactional
  public CoordinationBatch send(
      Caller caller, Finess finess, @Nullable VoletOption volet, @Nullable LocalDate sentOn) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    LocalDate today = FrenchDay.of(now);
    if (centres.lock(finess, AccessPolicy.KEEP_OPTION.of(caller, today)).isEmpty()) {
      throw ProblemException.notFound();
    }
    List<FieldError> errors = new ArrayList<>();
    if (volet == null) {
      errors.add(new FieldError("/volet", MembershipRules.REQUIRED));
    } else if (volet == VoletOption.NURSING) {
      errors.add(new FieldError("/volet", MembershipRules.NURSING_HAS_NO_MEMBERS));
    }
    if (sentOn != null && sentOn.isAfter(today)) {
      errors.add(new FieldError("/sentOn", MembershipRules.DAY_IN_FUTURE));
    }
    Refusals.refuse(errors);
    VoletOption wanted = Objects.requireNonNull(volet);
    LocalDate day = sentOn == null ? today : sentOn;
    List<Membership> files = memberships.unsent(finess, wanted, day);
    int number = batches.count(finess, wanted) + 1;
    int fewest = CoordinationBatch.fewestFiles(number, day, parameters.all());
    if (files.size() < fewest) {
      throw ProblemException.of(
          CentresProblem.BATCH_TOO_SMALL, Integer.toString(files.size()), Integer.toString(fewest));
    }
    CoordinationBatch batch =
        new CoordinationBatch(ids.next(), finess, wanted, number, day, files.size());
    batches.add(batch, files.stream().map(Membership::id).toList(), now);
    return batch;
  }
}
