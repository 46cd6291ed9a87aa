package fr.cadran.contracts.cpts.rest;

import fr.cadran.contracts.cpts.application.TerritoryView;
import fr.cadran.contracts.cpts.domain.Territory;
import fr.cadran.kit.type.CommuneCode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The territory of a CPTS: one computation, with those before it. */
@Schema(name = "Territory")
record TerritoryResponse(
    @Schema(required = true, minimum = "1") int number,
    @Schema(required = true, examples = "196244") int population,
    @Schema(required = true, minimum = "1", maximum = "4") int size,
    @Schema(
            required = true,
            description = "Millésime de la table des communes. — Year of the table of communes.",
            examples = "2026")
        int vintage,
    @Schema(required = true) Instant computedAt,
    @Schema(required = true) List<Commune> communes,
    @Schema(
            required = true,
            description =
                "CPTS de votre périmètre qui partagent des communes. — CPTS within your reach that"
                    + " share communes.")
        List<Overlap> overlaps,
    @Schema(
            required = true,
            minimum = "0",
            description = "Combien d'autres, hors de votre périmètre. — How many others.")
        int otherOverlaps,
    @Schema(required = true) List<CptsResponse.Warning> warnings,
    @Schema(required = true) List<Computation> history) {

  /** A commune of the territory. */
  @Schema(name = "TerritoryCommune")
  record Commune(
      @Schema(required = true, examples = "93066") String code,
      @Schema(required = true, examples = "Saint-Denis") String name,
      @Schema(required = true, minimum = "0") int population) {}

  /** A CPTS that shares communes. */
  @Schema(name = "TerritoryOverlap")
  record Overlap(
      @Schema(required = true) UUID cpts,
      @Schema(required = true) String name,
      @Schema(required = true) List<String> communes) {}

  /** A computation of the past or the present. */
  @Schema(name = "TerritoryComputation")
  record Computation(
      @Schema(required = true) int number,
      @Schema(required = true) int population,
      @Schema(required = true) int size,
      @Schema(required = true) int vintage,
      @Schema(required = true) Instant computedAt,
      @Schema(required = true) List<String> communes) {

    static Computation of(Territory territory) {
      return new Computation(
          territory.number(),
          territory.population(),
          territory.size(),
          territory.vintage(),
          territory.computedAt(),
          territory.communes().stream().map(part -> part.code().value()).toList());
    }
  }

  static TerritoryResponse of(TerritoryView view, List<CptsResponse.Warning> warnings) {
    Territory territory = view.territory();
    return new TerritoryResponse(
        territory.number(),
        territory.population(),
        territory.size(),
        territory.vintage(),
        territory.computedAt(),
        territory.communes().stream()
            .map(part -> new Commune(part.code().value(), part.name(), part.population()))
            .toList(),
        view.overlaps().stream()
            .map(overlap ->
                new Overlap(
                    overlap.cpts(),
                    overlap.name(),
                    overlap.communes().stream().map(CommuneCode::value).toList()))
            .toList(),
        view.hiddenOverlaps(),
        warnings,
        view.history().stream().map(Computation::of).toList());
  }
}
