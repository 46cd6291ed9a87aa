package fr.cadran.kit.failpoint;

/** The places between which a change, an event and its effect could get lost or doubled. */
public enum Failpoint {
  /** A change and its event are written, their transaction is not committed. */
  OUTBOX_BEFORE_COMMIT,
  /** A change and its event are committed, nobody was told. */
  OUTBOX_AFTER_COMMIT,
  /** The broker has acknowledged events, they are not marked. */
  RELAY_AFTER_PUBLISH,
  /** Events are marked as sent. */
  RELAY_AFTER_MARK,
  /** The effect of an event and its place in the inbox are written, not committed. */
  CONSUMER_BEFORE_COMMIT,
  /** The effect of an event is committed, the offset of its message is not. */
  CONSUMER_AFTER_COMMIT
}
