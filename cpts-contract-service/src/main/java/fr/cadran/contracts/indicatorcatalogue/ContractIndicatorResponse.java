package fr.cadran.contracts.indicatorcatalogue;

import fr.cadran.contracts.fundingtable.domain.FundingLine;
import fr.cadran.contracts.indicator.domain.ContractIndicator;
import fr.cadran.contracts.indicator.domain.Direction;
import fr.cadran.contracts.terms.IndicatorRequest;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An indicator of the catalogue. */
@Schema(
    name = "CatalogueIndicator",
    description =
        "Indicateur du catalogue. `terms` est un exemple à envoyer tel quel ou à adapter : référence,"
            + " cibles et poids y sont inventés. — An indicator of the catalogue. `terms` is an example"
            + " to send as it is or to adapt: its baseline, targets and weight are invented.")
record ContractIndicatorResponse(
    @Schema(required = true, examples = "patients-avec-medecin-traitant") String code,
    @Schema(required = true) Text label,
    @Schema(
            required = true,
            description =
                "NATIONAL : suivi par toute CPTS ; LOCAL : exemple à adapter. — NATIONAL: followed by"
                    + " every CPTS; LOCAL: an example to adapt.")
        ContractIndicator.Level level,
    @Schema(required = true, description = "Missions où il a sa place. — Missions that it fits.")
        List<FundingLine> missions,
    @Schema(required = true) Direction direction,
    @Schema(required = true) Text unit,
    @Schema(required = true) Text definition,
    @Schema(required = true) Text calculation,
    @Schema(required = true) Text dataSource,
    @Schema(required = true) Text suppliedBy,
    @Schema(
            required = true,
            nullable = true,
            description =
                "Premier jour de la liste nationale qui le porte ; nul pour un exemple, que rien ne"
                    + " date. — First day of the national list that names it; null for an example,"
                    + " which nothing dates.")
        @Nullable LocalDate validFrom,
    @Schema(
            required = true,
            nullable = true,
            description =
                "Premier jour où la liste ne le porte plus ; nul : sans fin connue. — First day on"
                    + " which the list no longer names it; null: no known end.")
        @Nullable LocalDate validUntil,
    @Schema(required = true, examples = "seed 002, indicateurs de l'ACI") String source,
    @Schema(required = true) IndicatorRequest terms) {

  /** A text in both languages. */
  @Schema(name = "BilingualText")
  record Text(@Schema(required = true) String fr, @Schema(required = true) String en) {
    static Text of(CatalogueEntry.Bilingual text) {
      return new Text(text.fr(), text.en());
    }
  }

  static ContractIndicatorResponse of(CatalogueEntry entry) {
    return new ContractIndicatorResponse(
        entry.code(),
        Text.of(entry.label()),
        entry.level(),
        entry.missions(),
        entry.direction(),
        Text.of(entry.unit()),
        Text.of(entry.definition()),
        Text.of(entry.calculation()),
        Text.of(entry.dataSource()),
        Text.of(entry.suppliedBy()),
        entry.validFrom(),
        entry.validUntil(),
        entry.source(),
        entry.terms());
  }
}
