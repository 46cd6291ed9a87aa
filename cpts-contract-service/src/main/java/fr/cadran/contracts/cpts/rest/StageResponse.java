package fr.cadran.contracts.cpts.rest;

import fr.cadran.contracts.cpts.application.ReadStageHistory;
import fr.cadran.contracts.cpts.domain.CptsStage;
import fr.cadran.contracts.cpts.domain.StageChange;
import fr.cadran.contracts.cpts.domain.StageEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where a CPTS stands and how it came there. */
@Schema(name = "CptsStageHistory")
record StageResponse(
    @Schema(required = true) UUID cpts,
    @Schema(required = true) CptsStage stage,
    @Nullable LocalDate stageSince,
    @Schema(required = true) List<Change> history) {

  /** One move. */
  @Schema(name = "CptsStageChange")
  record Change(
      @Schema(required = true) int number,
      @Schema(required = true) CptsStage from,
      @Schema(required = true) StageEvent event,
      @Schema(required = true) CptsStage to,
      @Schema(required = true) LocalDate on,
      @Schema(required = true) Instant recordedAt,
      @Schema(required = true, description = "Compte, jamais un nom. — Account, never a name.")
          String subject,
      @Schema(required = true) String clientId) {

    static Change of(StageChange change) {
      return new Change(
          change.number(),
          change.from(),
          change.event(),
          change.to(),
          change.on(),
          change.recordedAt(),
          change.by().subject(),
          change.by().clientId());
    }
  }

  static StageResponse of(ReadStageHistory.History history) {
    return new StageResponse(
        history.cpts().id(),
        history.cpts().stage(),
        history.cpts().stageSince(),
        history.changes().stream().map(Change::of).toList());
  }
}
