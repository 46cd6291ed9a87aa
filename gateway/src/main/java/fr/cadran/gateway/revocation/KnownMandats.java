package fr.cadran.gateway.revocation;

import fr.cadran.events.centres.MandatsState;
import fr.cadran.kit.type.FrenchDay;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The mandats of every centre as the state topic tells them, in memory: account names of software
 * and FINESS numbers, nobody's data. Says nothing before the topic was read to its end once.
 */
@Singleton
class KnownMandats {
  private final ConcurrentMap<String, MandatsState> centres = new ConcurrentHashMap<>();
  private volatile boolean complete;

  /** What is known about a client's right to act for a centre. */
  enum Right {
    /** Nothing can be said: the topic was not read yet. */
    UNKNOWN,
    HOLDS,
    /** It had a mandat that would have allowed it. */
    ENDED,
    /** It never had one. */
    NEVER
  }

  /** Takes in the mandats of a centre; an older list than the known one changes nothing. */
  void learn(MandatsState state) {
    centres.merge(
        state.finess(), state, (known, told) -> told.version() < known.version() ? known : told);
  }

  /** Everything that was told before the start is in. */
  void isComplete() {
    complete = true;
  }

  /** Whether the topic was read to its end once. */
  boolean complete() {
    return complete;
  }

  /** How many centres have ever given a mandat. */
  int size() {
    return centres.size();
  }

  /**
   * Whether a client may act for a centre.
   *
   * @param scope what it wants to do, {@code quarterly-data:write}
   */
  Right right(String finess, String client, String scope, Instant now) {
    if (!complete) {
      return Right.UNKNOWN;
    }
    MandatsState state = centres.get(finess);
    List<MandatsState.Mandat> own =
        state == null
            ? List.of()
            : state.mandats().stream()
                .filter(mandat -> mandat.clientId().equals(client))
                .filter(mandat -> mandat.scopes().contains(scope))
                .toList();
    if (own.isEmpty()) {
      return Right.NEVER;
    }
    return own.stream().anyMatch(mandat -> holds(mandat, now)) ? Right.HOLDS : Right.ENDED;
  }

  /** A revocation counts at once: the clock of the service that noted it may be ahead of ours. */
  private static boolean holds(MandatsState.Mandat mandat, Instant now) {
    return mandat.revokedAt() == null
        && !now.isBefore(mandat.validFrom())
        && (mandat.validUntil() == null || !FrenchDay.of(now).isAfter(mandat.validUntil()));
  }
}
