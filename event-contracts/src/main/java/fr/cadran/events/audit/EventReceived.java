package fr.cadran.events.audit;

import java.time.Instant;

/**
 * A service took an event in. What became known by the event is known from this moment on, so that
 * a database rebuilt from the topics says the same of every moment as the one before it.
 *
 * @param service short name of the service, e.g. {@code indicators}; also the key of the message
 * @param event id of the event
 * @param receivedAt when it was taken in, to the microsecond
 */
public record EventReceived(String service, String event, Instant receivedAt) {}
