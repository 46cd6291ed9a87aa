package fr.cadran.contracts.payment.domain;

import java.util.List;

/**
 * An envelope that cannot be settled yet, and why: an unknown is never a zero.
 *
 * @param envelope which
 * @param reason stable code: {@code NO_INDICATORS}, {@code VALUE_MISSING}, {@code TARGET_NOT_SET}…
 * @param indicators codes of those that lack something
 */
public record OpenEnvelope(EnvelopeKey envelope, String reason, List<String> indicators) {
  public OpenEnvelope {
    indicators = List.copyOf(indicators);
  }
}
