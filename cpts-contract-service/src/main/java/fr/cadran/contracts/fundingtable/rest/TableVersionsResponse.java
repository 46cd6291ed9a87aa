package fr.cadran.contracts.fundingtable.rest;

import fr.cadran.contracts.fundingtable.domain.FundingTableVersion;
import fr.cadran.contracts.fundingtable.domain.TableState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The versions of a funding table, the oldest first. */
@Schema(name = "FundingTableVersions")
record TableVersionsResponse(@Schema(required = true) List<Version> items, @Nullable String next) {

  /** One version, without its amounts. */
  @Schema(name = "FundingTableVersion")
  record Version(
      @Schema(required = true, minimum = "1") int version,
      @Schema(required = true) TableState state,
      @Nullable Instant publishedAt,
      @Schema(required = true) Instant changedAt,
      @Schema(required = true) String label,
      @Schema(required = true) LocalDate validFrom,
      @Nullable LocalDate validUntil) {}

  static TableVersionsResponse of(List<FundingTableVersion> versions) {
    return new TableVersionsResponse(
        versions.stream()
            .map(version ->
                new Version(
                    version.version(),
                    version.state(),
                    version.publishedAt(),
                    version.changedAt(),
                    version.content().label(),
                    version.content().validFrom(),
                    version.content().validUntil()))
            .toList(),
        null);
  }
}
