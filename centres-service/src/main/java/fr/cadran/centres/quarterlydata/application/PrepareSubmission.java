package fr.cadran.centres.quarterlydata.application;

import fr.cadran.centres.centre.domain.Centre;
import fr.cadran.centres.coordination.application.Memberships;
import fr.cadran.centres.coordination.domain.Membership;
import fr.cadran.centres.quarterlydata.domain.QuarterlyContent;
import fr.cadran.centres.quarterlydata.domain.QuarterlyContent.Patients;
import fr.cadran.centres.quarterlydata.domain.RegisteredMemberships;
import fr.cadran.centres.quarterlydata.domain.Submission;
import fr.cadran.centres.quarterwindow.application.QuarterWindows;
import fr.cadran.centres.quarterwindow.domain.QuarterWindow;
import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.Quarter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts together what the checks look at. One place for the dry run and the real one, so that both
 * see the same.
 */
@ApplicationScoped
class PrepareSubmission {
  private static final int PAGE = 500;

  private final QuarterlyRecords records;
  private final QuarterWindows windows;
  private final Memberships memberships;

  PrepareSubmission(QuarterlyRecords records, QuarterWindows windows, Memberships memberships) {
    this.records = records;
    this.windows = windows;
    this.memberships = memberships;
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
        declaresMemberships(content) ? registered(centre.finess(), quarter) : null,
        today);
  }

  private static boolean declaresMemberships(QuarterlyContent content) {
    Patients patients = content.patients();
    return patients != null
        && (patients.optionMemberships() != null || patients.optionRenewals() != null);
  }

  /** What the register says, null when nothing in it had begun by the end of the quarter. */
  private @Nullable RegisteredMemberships registered(Finess centre, Quarter quarter) {
    long known = 0;
    long begun = 0;
    long renewed = 0;
    List<Membership> page = memberships.list(centre, null, null, PAGE);
    while (!page.isEmpty()) {
      for (Membership one : page) {
        if (!one.startedOn().isAfter(quarter.lastDay())) {
          known++;
          begun += one.startedOn().isBefore(quarter.firstDay()) ? 0 : 1;
          renewed += one.renewals(quarter.firstDay(), quarter.lastDay()).size();
        }
      }
      page = memberships.list(centre, null, page.getLast().id(), PAGE);
    }
    return known == 0 ? null : new RegisteredMemberships(begun, renewed);
  }
}
