package fr.cadran.centres.quarterlydata.domain;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The whole lifecycle of a quarterly record, one line per legal move (centres.md §3): from where,
 * what is asked, to where, who may, what must hold, and what leaves the service with it. A
 * submitted version never changes: saving after a submission opens a draft on top of it, whose
 * submission makes the next version. What the ARS decided of a version stays with that version; the
 * next one is undecided, whatever became of those before.
 */
public enum RecordTransition {
  OPEN(null, Event.SAVE, RecordState.DRAFT, Actor.CENTRE, Guard.FIELDS_ARE_POSSIBLE, null),
  EDIT(
      RecordState.DRAFT,
      Event.SAVE,
      RecordState.DRAFT,
      Actor.CENTRE,
      Guard.FIELDS_ARE_POSSIBLE,
      null),
  SUBMIT(
      RecordState.DRAFT,
      Event.SUBMIT,
      RecordState.SUBMITTED,
      Actor.CENTRE,
      Guard.CHECKS_PASS,
      "QuarterlyDataSubmitted"),
  CORRECT(
      RecordState.SUBMITTED,
      Event.SAVE,
      RecordState.DRAFT,
      Actor.CENTRE,
      Guard.FIELDS_ARE_POSSIBLE,
      null),
  CORRECT_VALIDATED(
      RecordState.VALIDATED,
      Event.SAVE,
      RecordState.DRAFT,
      Actor.CENTRE,
      Guard.FIELDS_ARE_POSSIBLE,
      null),
  CORRECT_RETURNED(
      RecordState.RETURNED,
      Event.SAVE,
      RecordState.DRAFT,
      Actor.CENTRE,
      Guard.FIELDS_ARE_POSSIBLE,
      null),
  VALIDATE(
      RecordState.SUBMITTED, Event.VALIDATE, RecordState.VALIDATED, Actor.ARS, Guard.NONE, null),
  RETURN(
      RecordState.SUBMITTED,
      Event.RETURN,
      RecordState.RETURNED,
      Actor.ARS,
      Guard.COMMENT_IS_GIVEN,
      null);

  /** What can be asked of a record. */
  public enum Event {
    SAVE,
    SUBMIT,
    VALIDATE,
    RETURN
  }

  /** Who may ask it. */
  public enum Actor {
    /** The centre and the editors that it trusts. */
    CENTRE,
    /** The agency of the territory. */
    ARS
  }

  /** What must hold besides the state. */
  public enum Guard {
    NONE,
    /** {@link ContentRules}. */
    FIELDS_ARE_POSSIBLE,
    /** {@link SubmissionVerdict}: nothing blocks, every warning is acknowledged. */
    CHECKS_PASS,
    /** {@link Decision}: a return says what to correct. */
    COMMENT_IS_GIVEN
  }

  private final @Nullable RecordState from;
  private final Event event;
  private final RecordState to;
  private final Actor actor;
  private final Guard guard;
  private final @Nullable String published;

  RecordTransition(
      @Nullable RecordState from,
      Event event,
      RecordState to,
      Actor actor,
      Guard guard,
      @Nullable String published) {
    this.from = from;
    this.event = event;
    this.to = to;
    this.actor = actor;
    this.guard = guard;
    this.published = published;
  }

  /**
   * The move that an event makes, empty when it is illegal.
   *
   * @param from null when there is no record yet
   */
  public static Optional<RecordTransition> of(@Nullable RecordState from, Event event) {
    return Stream.of(values()).filter(move -> move.from == from && move.event == event).findFirst();
  }

  public RecordState to() {
    return to;
  }

  public Actor actor() {
    return actor;
  }

  public Guard guard() {
    return guard;
  }

  /** Type of the event that leaves the service with this move, if one does. */
  public Optional<String> published() {
    return Optional.ofNullable(published);
  }
}
