package fr.cadran.centres.quarterlydata.domain;

import java.util.List;

/**
 * What a check found in a record.
 *
 * @param check the check, whose name is the stable code
 * @param path which figure, for example {@code patients.passages}; empty for the whole record
 * @param pointer the same as a JSON pointer; empty for the whole record
 * @param dates what the text of the code shows, as ISO dates; mostly nothing
 */
public record Finding(SubmissionCheck check, String path, String pointer, List<String> dates) {
  public Finding {
    dates = List.copyOf(dates);
  }

  /** Code and path as a submitter acknowledges them: {@code OUT_OF_HISTORY:patients.passages}. */
  public String acknowledgement() {
    return check.name() + ":" + path;
  }
}
