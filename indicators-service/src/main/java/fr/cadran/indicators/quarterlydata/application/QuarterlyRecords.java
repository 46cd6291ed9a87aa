package fr.cadran.indicators.quarterlydata.application;

import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.Quarter;
import java.time.Instant;
import java.util.List;

/** Every version of every quarter's data that arrived. */
public interface QuarterlyRecords {
  /** Makes other changes of the centre's data wait until this transaction ends. */
  void lock(Finess centre);

  /** The latest version that arrived, 0 when none did. */
  int latestVersion(Finess centre, Quarter quarter);

  /** Keeps a version that has not arrived before. */
  void add(Finess centre, ReceivedQuarterlyData data, Instant receivedAt);

  /** The latest version of each quarter, in the order of quarters. */
  List<ReceivedQuarterlyData> latest(Finess centre);

  /** Centres with data, in the order of their numbers. */
  List<Finess> centres();
}
