package fr.cadran.centres.centre.application;

import fr.cadran.centres.access.application.AccessPolicy;
import fr.cadran.centres.access.application.CentreReach;
import fr.cadran.centres.centre.domain.Centre;
import fr.cadran.centres.centre.domain.CentreDeclaration;
import fr.cadran.centres.centre.domain.RegisteredCentre;
import fr.cadran.centres.rule.application.CentresProblem;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.problem.ProblemException;
import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.FrenchDay;
import fr.cadran.kit.type.InvalidValueException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Registers and revises many centres at once. Rows that are refused do not stop the others; all
 * that is done is done in one transaction, so a failure of ours leaves nothing. A dry run walks the
 * same way and writes nothing, so that it reports the same. A row that says what the registry says
 * changes nothing: the same file twice is one import.
 */
@ApplicationScoped
public class ImportCentres {
  private static final Logger LOG = Logger.getLogger(ImportCentres.class);

  /** Two rows of one file are about the same centre. */
  private static final String DUPLICATE_ROW = "DUPLICATE_ROW";

  private static final String MERGED_STAYS_CLOSED = "MERGED_STAYS_CLOSED";

  private final CheckDeclaration check;
  private final Centres centres;
  private final CentreEvents events;
  private final Clock clock;

  ImportCentres(CheckDeclaration check, Centres centres, CentreEvents events, Clock clock) {
    this.check = check;
    this.centres = centres;
    this.events = events;
    this.clock = clock;
  }

  /**
   * A row of the file.
   *
   * @param line on which it begins
   * @param cells by name of the column
   * @param refusal why it cannot be read at all, null when it can
   */
  public record Row(long line, Map<String, String> cells, @Nullable String refusal) {
    public Row {
      cells = Map.copyOf(cells);
    }
  }

  /** What becomes of each row, in the order of the file. */
  @Transactional
  public List<ImportedRow> run(Caller caller, List<Row> rows, boolean dryRun) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    CentreReach reach = AccessPolicy.KEEP_REGISTRY.of(caller, FrenchDay.of(now));
    Set<String> seen = new HashSet<>();
    List<ImportedRow> report = new ArrayList<>();
    // Two imports that take the same centres take them in the same order.
    rows.stream()
        .sorted(
            Comparator.comparing((Row row) -> finess(row).map(Finess::value).orElse(""))
                .thenComparingLong(Row::line))
        .forEach(row -> report.add(one(row, reach, now, dryRun, seen)));
    report.sort(Comparator.comparingLong(ImportedRow::line));
    LOG.infof("centres imported rows=%d dryRun=%s", rows.size(), dryRun);
    return report;
  }

  private ImportedRow one(
      Row row, CentreReach reach, Instant now, boolean dryRun, Set<String> seen) {
    if (row.refusal != null) {
      return refused(row, null, List.of(new ImportedRow.CellError("", row.refusal)));
    }
    Optional<Finess> finess = finess(row);
    String number = finess.map(Finess::value).orElse(null);
    if (number != null && !seen.add(number)) {
      return refused(row, number, List.of(new ImportedRow.CellError("finess", DUPLICATE_ROW)));
    }
    Optional<RegisteredCentre> current = finess.flatMap(one -> centres.lock(one, reach));
    if (current.isEmpty() && finess.map(centres::exists).orElse(false)) {
      return refused(
          row,
          number,
          List.of(new ImportedRow.CellError("finess", CentresProblem.CENTRE_EXISTS.name())));
    }
    CentreCells cells = new CentreCells(row.cells);
    LocalDate from = cells.effectiveFrom();
    Optional<RegisteredCentre> said = current.flatMap(one -> said(one, from, reach, now));
    CentreDeclaration declaration =
        cells.over(said.or(() -> current).map(RegisteredCentre::centre).orElse(null)).declaration();
    List<ImportedRow.CellError> errors = new ArrayList<>(cells.errors());
    EffectiveDay.errorsOf(from, FrenchDay.of(now))
        .forEach(error -> errors.add(new ImportedRow.CellError("effectiveFrom", error.code())));
    Optional<Centre> centre = checked(declaration, reach, errors);
    Finess heir = said.map(RegisteredCentre::successor).orElse(null);
    if (heir != null && centre.isPresent() && centre.get().closedOn() == null) {
      errors.add(new ImportedRow.CellError("closedOn", MERGED_STAYS_CLOSED));
    }
    if (!errors.isEmpty() || centre.isEmpty()) {
      return refused(row, number, errors);
    }
    ImportedRow.Outcome outcome =
        current.isEmpty()
            ? register(centre.get(), from, now, dryRun)
            : revise(current.get(), said, centre.get(), from, now, dryRun);
    return new ImportedRow(row.line, number, outcome, List.of());
  }

  /** What the registry says of the day from which a row holds. */
  private Optional<RegisteredCentre> said(
      RegisteredCentre current, @Nullable LocalDate from, CentreReach reach, Instant now) {
    return from == null
        ? Optional.of(current)
        : centres.find(current.centre().finess(), reach, new Moment(from, now));
  }

  private ImportedRow.Outcome register(
      Centre centre, @Nullable LocalDate from, Instant now, boolean dryRun) {
    if (!dryRun) {
      RegisteredCentre registered = RegisteredCentre.register(centre, from, now);
      centres.add(registered);
      events.changed(registered);
    }
    return ImportedRow.Outcome.CREATED;
  }

  private ImportedRow.Outcome revise(
      RegisteredCentre current,
      Optional<RegisteredCentre> said,
      Centre centre,
      @Nullable LocalDate from,
      Instant now,
      boolean dryRun) {
    if (said.map(RegisteredCentre::centre).filter(centre::equals).isPresent()) {
      return ImportedRow.Outcome.UNCHANGED;
    }
    if (!dryRun) {
      RegisteredCentre known =
          current.revise(
              centre,
              said.map(RegisteredCentre::successor).orElse(null),
              from == null ? FrenchDay.of(now) : from,
              now);
      RegisteredCentre present = current.present(known);
      centres.replace(known, present);
      events.changed(present);
    }
    return ImportedRow.Outcome.CHANGED;
  }

  private Optional<Centre> checked(
      CentreDeclaration declaration, CentreReach reach, List<ImportedRow.CellError> errors) {
    Set<String> unread = new HashSet<>();
    errors.forEach(error -> unread.add(error.column()));
    try {
      return Optional.of(check.check(declaration, reach.scope()).centre());
    } catch (ProblemException refusal) {
      refusal
          .faults()
          .forEach(fault -> {
            String column = fault.pointer().substring(1).replaceFirst("/.*", "");
            // What could not be read is not missing besides.
            if (!unread.contains(column)) {
              errors.add(new ImportedRow.CellError(column, fault.code()));
            }
          });
      return Optional.empty();
    }
  }

  private static Optional<Finess> finess(Row row) {
    String text = row.cells.get("finess");
    try {
      return text == null || text.isBlank() ? Optional.empty() : Optional.of(Finess.parse(text));
    } catch (InvalidValueException told) {
      // The rules of a declaration say so with the other faults of the row.
      return Optional.empty();
    }
  }

  private static ImportedRow refused(
      Row row, @Nullable String finess, List<ImportedRow.CellError> errors) {
    return new ImportedRow(row.line, finess, ImportedRow.Outcome.REFUSED, errors);
  }
}
