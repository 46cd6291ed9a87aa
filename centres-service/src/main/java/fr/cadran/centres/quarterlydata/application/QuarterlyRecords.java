package fr.cadran.centres.quarterlydata.application;

import fr.cadran.centres.quarterlydata.domain.CentreHistory;
import fr.cadran.centres.quarterlydata.domain.QuarterlyRecord;
import fr.cadran.centres.quarterlydata.domain.SubmittedVersion;
import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.Quarter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Port: the quarterly records of centres. The caller has made sure that the centre is within reach,
 * and holds the lock of the centre when it writes.
 */
public interface QuarterlyRecords {
  /** The record of a quarter with its last submitted version. */
  Optional<QuarterlyRecord> find(Finess centre, Quarter quarter);

  /**
   * The records of a centre, the latest quarter first, without their contents.
   *
   * @param submittedOnly leaves out records that were never submitted
   * @param before the last quarter seen, null for the first page
   * @param most how many at most
   */
  List<RecordSummary> list(
      Finess centre, boolean submittedOnly, @Nullable Quarter before, int most);

  /** The submitted versions of a quarter, the first one first. */
  List<SubmittedVersion> versions(Finess centre, Quarter quarter, int after, int most);

  /** One submitted version. */
  Optional<SubmittedVersion> version(Finess centre, Quarter quarter, int version);

  /** What the centre submitted for the quarters before one, as far back as the checks look. */
  CentreHistory historyBefore(Finess centre, Quarter quarter);

  /** Writes a new or changed record; a version that it adds is written with it. */
  void save(QuarterlyRecord record);
}
