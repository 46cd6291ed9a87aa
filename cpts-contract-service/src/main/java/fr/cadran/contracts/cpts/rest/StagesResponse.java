package fr.cadran.contracts.cpts.rest;

import fr.cadran.contracts.cpts.domain.CptsStage;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many CPTS stand at each stage, in the caller's territory. */
@Schema(name = "StageCounts")
record StagesResponse(
    @Schema(required = true, examples = "670") long total,
    @Schema(required = true) List<Count> stages) {

  /** One stage. */
  @Schema(name = "StageCount")
  record Count(
      @Schema(required = true) CptsStage stage,
      @Schema(required = true, examples = "151") long count) {}

  static StagesResponse of(Map<CptsStage, Long> counts) {
    return new StagesResponse(
        counts.values().stream().mapToLong(Long::longValue).sum(),
        counts.entrySet().stream()
            .map(entry -> new Count(entry.getKey(), entry.getValue()))
            .toList());
  }
}
