package fr.cadran.kit.audit;

import java.util.HashSet;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Walks a chain from its first entry and finds the first fault. Needs no more memory than the calls
 * that are open at one time, so that a chain of any length can be walked.
 */
public final class ChainCheck {
  // How far from its place a moved entry is looked for, once a fault is found.
  private static final int NEIGHBOURHOOD = 10_000;

  private final NavigableMap<Long, String> anchors;
  private final Set<UUID> open = new HashSet<>();
  private long last;
  private String lastHash;
  private long anchored;

  /**
   * Begins before the first entry.
   *
   * @param service whose chain it is
   * @param anchors hashes by number, as they were kept elsewhere
   */
  public ChainCheck(String service, NavigableMap<Long, String> anchors) {
    this.anchors = new TreeMap<>(anchors);
    this.lastHash = AuditChain.beginning(service);
  }

  /** What was done to the chain. */
  public enum Fault {
    /** Entries are missing before one that is there. */
    REMOVED,
    /** An entry does not say what it said. */
    CHANGED,
    /** An entry stands in the place of another. */
    MOVED,
    /** An entry was put in, or those before it were written anew. */
    INSERTED,
    /** The chain is sound in itself and is not the one that was anchored. */
    REWRITTEN,
    /** Entries are missing at the end. */
    CUT
  }

  /**
   * The first fault.
   *
   * @param sequence number of the first bad entry; of a missing one where entries are missing
   * @param fault what was done
   * @param why in words
   */
  public record Finding(long sequence, Fault fault, String why) {}

  /** Looks at the next entry; empty when it is in order. */
  public Optional<Finding> next(ChainedEntry entry) {
    long expected = last + 1;
    if (entry.sequence() > expected) {
      return found(expected, Fault.REMOVED, missing(expected, entry.sequence() - 1));
    }
    if (entry.sequence() < expected) {
      return found(entry.sequence(), Fault.INSERTED, "the number is there twice");
    }
    if (!entry.previousHash().equals(lastHash)
        || !AuditChain.hash(lastHash, expected, entry.entry()).equals(entry.hash())) {
      return Optional.of(explain(entry));
    }
    String anchor = anchors.get(expected);
    if (anchor != null) {
      if (!anchor.equals(entry.hash())) {
        return found(
            expected,
            Fault.REWRITTEN,
            "its hash is not the anchored one; entries "
                + (anchored + 1)
                + " to "
                + expected
                + " were written anew");
      }
      anchored = expected;
    }
    last = expected;
    lastHash = entry.hash();
    if (entry.entry().outcome() == AuditOutcome.ATTEMPTED) {
      open.add(entry.entry().call());
    } else {
      open.remove(entry.entry().call());
    }
    return Optional.empty();
  }

  /** Looks behind the last entry; empty when nothing is missing there. */
  public Optional<Finding> end() {
    if (anchors.isEmpty() || anchors.lastKey() <= last) {
      return Optional.empty();
    }
    return found(last + 1, Fault.CUT, missing(last + 1, anchors.lastKey()) + " at the end");
  }

  /** Number of the last entry in order. */
  public long entries() {
    return last;
  }

  /** Hash of the last entry in order. */
  public String head() {
    return lastHash;
  }

  /** Number of the last entry that an anchor vouches for; what follows could be cut unseen. */
  public long anchored() {
    return anchored;
  }

  /** Attempts whose outcome is not on record: under way, or their process died. */
  public int openAttempts() {
    return open.size();
  }

  private Finding explain(ChainedEntry entry) {
    long here = entry.sequence();
    if (AuditChain.hash(entry.previousHash(), here, entry.entry()).equals(entry.hash())) {
      return new Finding(
          here,
          Fault.INSERTED,
          "it is sound in itself and does not follow the one before: put in, or those before it"
              + " were written anew");
    }
    for (long place = Math.max(1, here - NEIGHBOURHOOD); place < here + NEIGHBOURHOOD; place++) {
      if (place != here
          && AuditChain.hash(entry.previousHash(), place, entry.entry()).equals(entry.hash())) {
        return new Finding(here, Fault.MOVED, "it belongs in place " + place);
      }
    }
    return new Finding(here, Fault.CHANGED, "its hash is not that of what it says");
  }

  private static Optional<Finding> found(long sequence, Fault fault, String why) {
    return Optional.of(new Finding(sequence, fault, why));
  }

  private static String missing(long from, long to) {
    return from == to
        ? "entry " + from + " is missing"
        : "entries " + from + " to " + to + " are missing";
  }
}
