package fr.cadran.kit.event;

/** What the inbox says about an event. */
public enum Receipt {
  /** Seen for the first time and not out of date: it has its effect. */
  NEW,
  /** The same event was taken in before: it has no effect a second time. */
  DUPLICATE,
  /** A later version of its subject was taken in before: it has no effect any more. */
  STALE,
  /** Its type has no effect here: it is for other consumers, or newer than this one. */
  PASSED_OVER
}
