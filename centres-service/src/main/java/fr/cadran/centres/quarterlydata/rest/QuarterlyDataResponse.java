package fr.cadran.centres.quarterlydata.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.cadran.centres.quarterlydata.domain.QuarterlyContent;
import fr.cadran.centres.quarterlydata.domain.QuarterlyRecord;
import fr.cadran.centres.quarterlydata.domain.RecordState;
import fr.cadran.centres.quarterlydata.domain.SubmittedVersion;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The grid of a quarter and where it stands. What is not known is absent. */
@Schema(name = "QuarterlyRecord")
@JsonInclude(JsonInclude.Include.NON_NULL)
record QuarterlyDataResponse(
    @Schema(required = true, examples = "930012345") String centre,
    @Schema(required = true, examples = "2013-Q3") String quarter,
    @Schema(required = true) RecordState state,
    @Schema(
            description =
                "Dernière version soumise ; absente avant la première. — Last submitted version;"
                    + " absent before the first.",
            examples = "1")
        @Nullable Integer version,
    @Schema(description = "Quand cette version a été soumise. — When it was submitted.")
        @Nullable Instant submittedAt,
    @Schema(description = "Client qui l'a soumise. — Client that submitted it.")
        @Nullable String submittedBy,
    @Schema(description = "Avertissements assumés. — Warnings that were acknowledged.")
        @Nullable List<String> acknowledgedWarnings,
    @Schema(
            description =
                "Jour d'échéance lors de cette soumission. — Day on which this submission was due.")
        @Nullable LocalDate dueOn,
    @Schema(description = "Soumis après l'échéance ? — Submitted after it was due?")
        @Nullable Boolean late,
    @Schema(
            description =
                "Décision de l'ARS sur cette version ; absente tant qu'il n'y en a pas. — Decision of the"
                    + " ARS on this version; absent while there is none.")
        @Nullable DecisionResponse decision,
    @Schema(required = true) Instant changedAt,
    @Nullable Long multiDisciplineRooms,
    QuarterlyContent.@Nullable OpeningHours openingHours,
    QuarterlyContent.@Nullable Patients patients,
    @Nullable List<QuarterlyContent.ActivityRow> activity,
    QuarterlyContent.@Nullable HumanResources humanResources,
    QuarterlyContent.@Nullable Finance finance,
    QuarterlyContent.@Nullable ServiceData serviceData) {

  static QuarterlyDataResponse of(QuarterlyRecord record) {
    return of(
        record.finess().value(),
        record.quarter().toString(),
        record.state(),
        record.latest(),
        record.changedAt(),
        record.content());
  }

  static QuarterlyDataResponse of(String centre, String quarter, SubmittedVersion version) {
    return of(centre, quarter, version.state(), version, version.changedAt(), version.content());
  }

  private static QuarterlyDataResponse of(
      String centre,
      String quarter,
      RecordState state,
      @Nullable SubmittedVersion latest,
      Instant changedAt,
      QuarterlyContent content) {
    return new QuarterlyDataResponse(
        centre,
        quarter,
        state,
        latest == null ? null : latest.version(),
        latest == null ? null : latest.submittedAt(),
        latest == null ? null : latest.submittedBy(),
        latest == null ? null : latest.acknowledgedWarnings(),
        latest == null ? null : latest.dueOn(),
        latest == null ? null : latest.isLate(),
        DecisionResponse.of(latest),
        changedAt,
        content.multiDisciplineRooms(),
        content.openingHours(),
        content.patients(),
        content.activity(),
        content.humanResources(),
        content.finance(),
        content.serviceData());
  }
}
