package fr.cadran.centres.quarterlydata.domain;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The whole lifecycle of a quarterly record, one line per legal move (centres.md §3). A submitted
 * version never changes: saving after a submission opens a draft on top of it, whose submission
 * makes the next version.
 */
public enum RecordTransition {
  OPEN(null, Event.SAVE, RecordState.DRAFT, null),
  EDIT(RecordState.DRAFT, Event.SAVE, RecordState.DRAFT, null),
  SUBMIT(RecordState.DRAFT, Event.SUBMIT, RecordState.SUBMITTED, "QuarterlyDataSubmitted"),
  CORRECT(RecordState.SUBMITTED, Event.SAVE, RecordState.DRAFT, null);

  /** What can be asked of a record. */
  public enum Event {
    SAVE,
    SUBMIT
  }

  private final @Nullable RecordState from;
  private final Event event;
  private final RecordState to;
  private final @Nullable String published;

  RecordTransition(
      @Nullable RecordState from, Event event, RecordState to, @Nullable String published) {
    this.from = from;
    this.event = event;
    this.to = to;
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

  /** Type of the event that leaves the service with this move, if one does. */
  public Optional<String> published() {
    return Optional.ofNullable(published);
  }
}
