package fr.cadran.centres.quarterlydata.application;

import fr.cadran.centres.centre.domain.Centre;
import fr.cadran.centres.quarterlydata.domain.QuarterlyContent;
import fr.cadran.centres.quarterlydata.domain.Submission;
import fr.cadran.centres.quarterwindow.application.QuarterWindows;
import fr.cadran.centres.quarterwindow.domain.QuarterWindow;
import fr.cadran.kit.type.Quarter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;

/**
 * Puts together what the checks look at. One place for the dry run and the real one, so that both
 * see the same.
 */
@ApplicationScoped
class PrepareSubmission {
  private final QuarterlyRecords records;
  private final QuarterWindows windows;

  PrepareSubmission(QuarterlyRecords records, QuarterWindows windows) {
    this.records = records;
    this.windows = windows;
  }

  /** The submission of a content by a centre on a day. */
  public Submission prepare(
      Centre centre, Quarter quarter, QuarterlyContent content, LocalDate today) {
    QuarterWindow usual =
        windows.of(quarter, centre.location().departement(), centre.location().region());
    return new Submission(
        windows.exception(quarter, centre.finess()).map(usual::except).orElse(usual),
        centre.openedOn(),
        centre.closedOn(),
        content,
        records.historyBefore(centre.finess(), quarter),
        today);
  }
}
