package fr.cadran.centres.centre.domain;

import java.time.Instant;

/**
 * A centre in the registry.
 *
 * @param centre the entry
 * @param version 1 when registered, one more with every revision
 * @param registeredAt when it was registered
 * @param changedAt when it was last revised
 */
public record RegisteredCentre(
    Centre centre, long version, Instant registeredAt, Instant changedAt) {

  /** The entry replaced by a revised one. */
  public RegisteredCentre revise(Centre revised, Instant now) {
    return new RegisteredCentre(revised, version + 1, registeredAt, now);
  }
}
