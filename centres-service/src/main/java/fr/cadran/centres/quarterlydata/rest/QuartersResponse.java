package fr.cadran.centres.quarterlydata.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.cadran.centres.quarterlydata.application.RecordSummary;
import fr.cadran.centres.quarterlydata.domain.RecordState;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of the quarters of a centre, the latest first. */
@Schema(name = "Quarters")
record QuartersResponse(
    @Schema(required = true) List<Item> items,
    @Schema(
            nullable = true,
            description = "Page suivante, null à la fin. — Next page, null at the end.")
        @Nullable String next) {

  /** One quarter. */
  @Schema(name = "QuarterSummary")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Item(
      @Schema(required = true, examples = "2013-Q3") String quarter,
      @Schema(required = true) RecordState state,
      @Schema(
              description =
                  "Dernière version soumise ; absente avant la première. — Last submitted version;"
                      + " absent before the first.")
          @Nullable Integer version,
      @Schema(required = true) Instant changedAt) {

    static Item of(RecordSummary summary) {
      return new Item(
          summary.quarter().toString(),
          summary.state(),
          summary.version() == 0 ? null : summary.version(),
          summary.changedAt());
    }
  }
}
