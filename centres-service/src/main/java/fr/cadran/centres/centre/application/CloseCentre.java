package fr.cadran.centres.centre.application;

import fr.cadran.centres.access.application.AccessPolicy;
import fr.cadran.centres.access.application.CentreReach;
import fr.cadran.centres.centre.domain.CentreRules;
import fr.cadran.centres.centre.domain.RegisteredCentre;
import fr.cadran.centres.rule.application.CentresProblem;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.problem.Precondition;
import fr.cadran.kit.problem.ProblemException;
import fr.cadran.kit.problem.Refusals;
import fr.cadran.kit.type.FieldError;
import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.FrenchDay;
import fr.cadran.kit.type.InvalidValueException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Closes a centre, with or without another that takes its place. Its data stay (centres.md §2). */
@ApplicationScoped
public class CloseCentre {
  private static final Logger LOG = Logger.getLogger(CloseCentre.class);

  /** No centre that the caller keeps has this number. */
  private static final String CENTRE_UNKNOWN = "CENTRE_UNKNOWN";

  /** Merged into itself, or into one that is merged into it. */
  private static final String MERGES_INTO_ITSELF = "MERGES_INTO_ITSELF";

  /** The successor is closed when it should take over. */
  private static final String SUCCESSOR_CLOSED = "SUCCESSOR_CLOSED";

  private final Centres centres;
  private final CentreEvents events;
  private final Clock clock;

  CloseCentre(Centres centres, CentreEvents events, Clock clock) {
    this.centres = centres;
    this.events = events;
    this.clock = clock;
  }

  /**
   * An end as it is asked for.
   *
   * @param lastDay last day of activity
   * @param isMerger whether another centre takes its place
   * @param successor the number of that centre
   */
  public record Wish(@Nullable LocalDate lastDay, boolean isMerger, @Nullable String successor) {}

  /**
   * The closed centre.
   *
   * @throws ProblemException {@code NOT_FOUND} (404), {@code CENTRE_CLOSED} (409), {@code INVALID}
   *     (422), or what the precondition refuses with
   */
  @Transactional
  public RegisteredCentre close(
      Caller caller, Finess finess, Wish wish, Precondition<RegisteredCentre> precondition) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    LocalDate today = FrenchDay.of(now);
    CentreReach reach = AccessPolicy.KEEP_REGISTRY.of(caller, today);
    List<FieldError> errors = new ArrayList<>();
    Optional<Finess> heir =
        wish.isMerger() ? successor(wish.successor(), errors) : Optional.empty();
    // Two mergers that cross would wait for each other: both take the lower number first.
    Optional<RegisteredCentre> locked = Optional.empty();
    if (heir.isPresent() && heir.get().value().compareTo(finess.value()) < 0) {
      locked = centres.lock(heir.get(), reach);
    }
    RegisteredCentre current = centres.lock(finess, reach).orElseThrow(ProblemException::notFound);
    if (heir.isPresent() && heir.get().value().compareTo(finess.value()) > 0) {
      locked = centres.lock(heir.get(), reach);
    }
    precondition.check(current);
    if (current.centre().closedOn() != null) {
      throw ProblemException.of(CentresProblem.CENTRE_CLOSED);
    }
    checkDay(current, wish.lastDay(), errors);
    if (heir.isPresent()) {
      checkHeir(finess, heir.get(), locked, wish.lastDay(), errors);
    }
    Refusals.refuse(errors);
    RegisteredCentre closed =
        current.close(Objects.requireNonNull(wish.lastDay()), heir.orElse(null), today, now);
    centres.replace(closed, closed);
    events.changed(closed);
    LOG.infof("centre closed finess=%s version=%d", finess, closed.version());
    return closed;
  }

  private static Optional<Finess> successor(@Nullable String text, List<FieldError> errors) {
    if (text == null || text.isBlank()) {
      errors.add(new FieldError("/successor", CentreRules.REQUIRED));
      return Optional.empty();
    }
    try {
      return Optional.of(Finess.parse(text));
    } catch (InvalidValueException invalid) {
      errors.add(new FieldError("/successor", invalid.code()));
      return Optional.empty();
    }
  }

  private static void checkDay(
      RegisteredCentre current, @Nullable LocalDate lastDay, List<FieldError> errors) {
    LocalDate opened = current.centre().openedOn();
    if (lastDay == null) {
      errors.add(new FieldError("/closedOn", CentreRules.REQUIRED));
    } else if (opened != null && lastDay.isBefore(opened)) {
      errors.add(new FieldError("/closedOn", CentreRules.CLOSES_BEFORE_OPENING));
    }
  }

  private void checkHeir(
      Finess finess,
      Finess heir,
      Optional<RegisteredCentre> found,
      @Nullable LocalDate lastDay,
      List<FieldError> errors) {
    if (heir.equals(finess)) {
      errors.add(new FieldError("/successor", MERGES_INTO_ITSELF));
    } else if (found.isEmpty()) {
      errors.add(new FieldError("/successor", CENTRE_UNKNOWN));
    } else if (comesFrom(heir, finess)) {
      errors.add(new FieldError("/successor", MERGES_INTO_ITSELF));
    } else if (lastDay != null && found.get().isClosedOn(lastDay.plusDays(1))) {
      errors.add(new FieldError("/successor", SUCCESSOR_CLOSED));
    }
  }

  /**
   * Whether the successors of a centre lead to another; they end, since every merger is checked.
   */
  private boolean comesFrom(Finess heir, Finess finess) {
    Optional<Finess> next = centres.successorOf(heir);
    while (next.isPresent()) {
      if (next.get().equals(finess)) {
        return true;
      }
      next = centres.successorOf(next.get());
    }
    return false;
  }
}
