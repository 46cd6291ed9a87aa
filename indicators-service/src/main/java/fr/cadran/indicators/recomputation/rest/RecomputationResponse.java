package fr.cadran.indicators.recomputation.rest;

import fr.cadran.indicators.recomputation.domain.Difference;
import fr.cadran.indicators.recomputation.domain.Recomputation;
import fr.cadran.kit.type.Finess;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How far a recomputation is and what it found. */
@Schema(
    name = "Recomputation",
    description = "Un recalcul et ses écarts. — A recomputation and its differences.")
public record RecomputationResponse(
    @Schema(required = true) UUID id,
    @Schema(required = true, examples = "RUNNING") String state,
    @Schema(required = true) boolean dryRun,
    @Schema(
            required = true,
            nullable = true,
            examples = "930012345",
            description = "Nul : tous les centres. — Null: every centre.")
        @Nullable String centre,
    @Schema(required = true) Instant requestedAt,
    @Schema(required = true, nullable = true) @Nullable Instant finishedAt,
    @Schema(required = true, minimum = "0") int centres,
    @Schema(required = true, minimum = "0") int centresDone,
    @Schema(
            required = true,
            minimum = "0",
            description =
                "Centres qu'on n'a pas pu calculer ; ce qui en était connu reste. — Centres that could"
                    + " not be computed; what was known of them stays.")
        int centresFailed,
    @Schema(required = true, minimum = "0") long valuesComputed,
    @Schema(required = true, minimum = "0") long valuesChanged,
    @Schema(required = true, minimum = "0") long gainsComputed,
    @Schema(required = true, minimum = "0") long gainsChanged,
    @Schema(
            required = true,
            maxItems = 100,
            description = "Les cent premiers écarts. — The first hundred differences.")
        List<DifferenceItem> differences) {

  /** A value or a gain that is not what was known. */
  @Schema(name = "RecomputationDifference")
  public record DifferenceItem(
      @Schema(required = true, examples = "930012345") String centre,
      @Schema(required = true, examples = "2013-Q3") String quarter,
      @Schema(required = true, examples = "VALUE") String kind,
      @Schema(
              required = true,
              examples = "taux-non-venue",
              description = "Code d'indicateur ou de méthode. — Code of an indicator or a method.")
          String code,
      @Schema(required = true, examples = "QUARTER") String period,
      @Schema(required = true, nullable = true) @Nullable String specialty,
      @Schema(
              required = true,
              nullable = true,
              examples = "7/47",
              description =
                  "Valeur exacte ou raison d'absence. — Exact value or reason of absence.")
          @Nullable String before,
      @Schema(required = true, nullable = true, examples = "3/20") @Nullable String after) {
    static DifferenceItem of(Difference difference) {
      return new DifferenceItem(
          difference.centre().value(),
          difference.quarter().toString(),
          difference.kind().name(),
          difference.code(),
          difference.period(),
          difference.specialty(),
          difference.before(),
          difference.after());
    }
  }

  static RecomputationResponse of(Recomputation recomputation, List<Difference> differences) {
    Recomputation.Progress progress = recomputation.progress();
    Finess centre = recomputation.centre();
    return new RecomputationResponse(
        recomputation.id(),
        recomputation.state().name(),
        recomputation.dryRun(),
        centre == null ? null : centre.value(),
        recomputation.requestedAt(),
        recomputation.finishedAt(),
        recomputation.centres(),
        progress.done(),
        progress.failed(),
        progress.valuesComputed(),
        progress.valuesChanged(),
        progress.gainsComputed(),
        progress.gainsChanged(),
        differences.stream().map(DifferenceItem::of).toList());
  }
}
