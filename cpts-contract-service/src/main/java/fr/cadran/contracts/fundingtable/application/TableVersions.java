package fr.cadran.contracts.fundingtable.application;

import fr.cadran.contracts.fundingtable.domain.FundingTableVersion;
import java.util.List;
import java.util.Optional;

/** Port: every version of every funding table, drafts too. */
public interface TableVersions {
  /**
   * Locks all tables until the transaction ends: they share one line of time, and drafts are
   * numbered one after the other.
   */
  void lock();

  /** Whether a table of this code exists, published or not. */
  boolean exists(String code);

  Optional<FundingTableVersion> find(String code, int version);

  /** The versions of a table, the oldest first; empty when there is no such table. */
  List<FundingTableVersion> of(String code);

  /** The latest published version of every table, in order of entry into force. */
  List<FundingTableVersion> latestPublished();

  /** Adds a version; the first one makes the table. */
  void add(FundingTableVersion draft);

  /** Replaces a version that was read before. */
  void replace(FundingTableVersion version);
}
