package fr.cadran.centres.quarterlydata.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.cadran.centres.quarterlydata.domain.SubmittedVersion;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of the submitted versions of a quarter, the first one first. */
@Schema(name = "Versions")
record VersionsResponse(
    @Schema(required = true) List<Item> items,
    @Schema(
            nullable = true,
            description = "Page suivante, null à la fin. — Next page, null at the end.")
        @Nullable String next) {

  /** One version. */
  @Schema(name = "VersionSummary")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Item(
      @Schema(required = true, examples = "1") int version,
      @Schema(required = true) Instant submittedAt,
      @Schema(required = true, examples = "editor-demo") String submittedBy,
      @Schema(required = true) List<String> acknowledgedWarnings,
      @Schema(required = true) LocalDate dueOn,
      @Schema(required = true) boolean late,
      @Nullable DecisionResponse decision) {

    static Item of(SubmittedVersion version) {
      return new Item(
          version.version(),
          version.submittedAt(),
          version.submittedBy(),
          version.acknowledgedWarnings(),
          version.dueOn(),
          version.isLate(),
          DecisionResponse.of(version));
    }
  }
}
