package fr.cadran.centres.centre.rest;

import fr.cadran.centres.centre.application.ImportedRow;
import fr.cadran.kit.problem.Fault;
import fr.cadran.kit.problem.ProblemTexts;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of an import, or would. */
@Schema(name = "CentreImport")
record CentreImportResponse(
    @Schema(required = true, description = "Rien n'a été écrit. — Nothing was written.")
        boolean dryRun,
    @Schema(required = true) int created,
    @Schema(required = true) int changed,
    @Schema(required = true) int unchanged,
    @Schema(required = true) int refused,
    @Schema(
            required = true,
            maxItems = 5000,
            description = "Une entrée par ligne du fichier. — One per row of the file.")
        List<Row> rows) {

  /** One row of the file. */
  @Schema(name = "CentreImportRow")
  record Row(
      @Schema(required = true, description = "L'en-tête est à la ligne 1. — The header is line 1.")
          long line,
      @Schema(nullable = true) @Nullable String finess,
      @Schema(required = true) ImportedRow.Outcome outcome,
      @Schema(required = true, description = "Pourquoi elle est refusée. — Why it is refused.")
          List<Cell> errors) {}

  /** One refused cell. */
  @Schema(name = "CentreImportError")
  record Cell(
      @Schema(
              required = true,
              description = "Nom de la colonne, vide pour la ligne. — Column, empty for the row.",
              examples = "communeCode")
          String column,
      @Schema(required = true, examples = "COMMUNE_UNKNOWN") String code,
      @Schema(required = true) String detail) {}

  static CentreImportResponse of(
      List<ImportedRow> rows, boolean dryRun, ProblemTexts texts, Locale locale) {
    return new CentreImportResponse(
        dryRun,
        count(rows, ImportedRow.Outcome.CREATED),
        count(rows, ImportedRow.Outcome.CHANGED),
        count(rows, ImportedRow.Outcome.UNCHANGED),
        count(rows, ImportedRow.Outcome.REFUSED),
        rows.stream()
            .map(row ->
                new Row(
                    row.line(),
                    row.finess(),
                    row.outcome(),
                    row.errors().stream()
                        .map(error ->
                            new Cell(
                                error.column(),
                                error.code(),
                                texts.detail(Fault.at("", error.code()), locale)))
                        .toList()))
            .toList());
  }

  private static int count(List<ImportedRow> rows, ImportedRow.Outcome outcome) {
    return (int) rows.stream().filter(row -> row.outcome() == outcome).count();
  }
}
