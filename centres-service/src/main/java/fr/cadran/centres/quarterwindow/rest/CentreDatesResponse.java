package fr.cadran.centres.quarterwindow.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.cadran.centres.quarterwindow.domain.CentreDates;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Other dates for one centre. */
@Schema(name = "CentreDatesOfQuarter")
@JsonInclude(JsonInclude.Include.NON_NULL)
record CentreDatesResponse(
    @Schema(required = true, examples = "2013-Q3") String quarter,
    @Schema(required = true, examples = "930012345") String centre,
    @Schema(required = true) LocalDate dueOn,
    @Nullable LocalDate closesOn,
    @Schema(required = true) String reason,
    @Schema(required = true) Instant changedAt) {

  static CentreDatesResponse of(CentreDates dates) {
    return new CentreDatesResponse(
        dates.quarter().toString(),
        dates.centre().value(),
        dates.dueOn(),
        dates.closesOn(),
        dates.reason(),
        dates.changedAt());
  }
}
