package fr.cadran.kit.event;

import fr.cadran.events.EventType;

/**
 * An event to be told.
 *
 * @param type what kind it is
 * @param key the FINESS number or the id of the CPTS: events of one key travel one behind the other
 * @param subject the aggregate that changed, e.g. {@code 930012345}, {@code 930012345/2013-Q3} or
 *     the id of a contract; versions are compared within it
 * @param aggregateVersion version that the change gave to the aggregate, never decreasing
 * @param data what to tell
 */
public record OutgoingEvent<T>(
    EventType<T> type, String key, String subject, long aggregateVersion, T data) {

  /**
   * @throws IllegalArgumentException when key or subject is blank or the version is negative
   */
  public OutgoingEvent {
    if (key.isBlank() || subject.isBlank() || aggregateVersion < 0) {
      throw new IllegalArgumentException(
          "an event needs a key, a subject and a version: " + type.type());
    }
  }
}
