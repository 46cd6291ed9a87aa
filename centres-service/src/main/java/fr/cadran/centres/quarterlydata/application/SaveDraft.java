package fr.cadran.centres.quarterlydata.application;

import fr.cadran.centres.centre.application.Centres;
import fr.cadran.centres.quarterlydata.domain.ContentRules;
import fr.cadran.centres.quarterlydata.domain.FieldCodes;
import fr.cadran.centres.quarterlydata.domain.QuarterlyContent;
import fr.cadran.centres.quarterlydata.domain.QuarterlyRecord;
import fr.cadran.centres.rule.domain.KnownSpecialties;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.problem.Precondition;
import fr.cadran.kit.problem.ProblemException;
import fr.cadran.kit.problem.Refusals;
import fr.cadran.kit.type.FieldError;
import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.FrenchDay;
import fr.cadran.kit.type.Quarter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Writes the draft of a quarter: the first one, a later one, or a correction of a submission. */
@ApplicationScoped
public class SaveDraft {
  private final Centres centres;
  private final QuarterlyRecords records;
  private final KnownSpecialties specialties;
  private final Clock clock;

  SaveDraft(Centres centres, QuarterlyRecords records, KnownSpecialties specialties, Clock clock) {
    this.centres = centres;
    this.records = records;
    this.specialties = specialties;
    this.clock = clock;
  }

  /**
   * What became of a save.
   *
   * @param record the record with its draft
   * @param created whether the quarter had no record before
   */
  public record Saved(QuarterlyRecord record, boolean created) {}

  /**
   * The record with its new draft. A dry run says and refuses the same, and writes nothing.
   *
   * @throws ProblemException {@code NOT_FOUND} (404), {@code MANDAT_DOES_NOT_ALLOW} (403), {@code
   *     INVALID} (422) with every field that is wrong, or what the precondition refuses with
   */
  @Transactional
  public Saved save(
      Caller caller,
      Finess centre,
      Quarter quarter,
      QuarterlyContent content,
      Precondition<QuarterlyRecord> precondition,
      boolean dryRun) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    LocalDate today = FrenchDay.of(now);
    CentreSide.lockToWrite(centres, caller, centre, today);
    QuarterlyRecord current = records.find(centre, quarter).orElse(null);
    precondition.check(current);
    List<FieldError> errors = new ArrayList<>();
    if (quarter.firstDay().isAfter(today)) {
      errors.add(new FieldError("", FieldCodes.QUARTER_IN_FUTURE));
    }
    errors.addAll(ContentRules.errorsOf(content, specialties.codes()));
    Refusals.refuse(errors);
    QuarterlyRecord saved =
        current == null
            ? QuarterlyRecord.open(centre, quarter, content, now)
            : current.save(content, now);
    if (!dryRun) {
      records.save(saved);
    }
    return new Saved(saved, current == null);
  }
}
