package fr.cadran.contracts.dialogue.domain;

import fr.cadran.contracts.contract.domain.Party;
import fr.cadran.contracts.payment.domain.ContractFacts.IndicatorKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the CPAM or the ARS thinks of a value.
 *
 * @param key of the value
 * @param party CPAM or ARS
 * @param verdict what it says
 * @param comment in writing, not null unless accepted
 * @param at when
 */
public record Decision(
    IndicatorKey key, Party party, Verdict verdict, @Nullable String comment, Instant at) {
  /** What can be said of a value. */
  public enum Verdict {
    ACCEPTED,
    QUESTIONED,
    REFUSED
  }
}
