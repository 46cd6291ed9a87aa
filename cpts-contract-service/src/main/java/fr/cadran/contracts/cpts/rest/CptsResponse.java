package fr.cadran.contracts.cpts.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.cadran.contracts.cpts.domain.ContractLink;
import fr.cadran.contracts.cpts.domain.Cpts;
import fr.cadran.contracts.cpts.domain.CptsStage;
import fr.cadran.kit.type.CommuneCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A CPTS of the register. */
@Schema(name = "Cpts")
@JsonInclude(JsonInclude.Include.ALWAYS)
record CptsResponse(
    @Schema(required = true) UUID id,
    @Schema(required = true, description = "Croît à chaque changement. — Grows with every change.")
        long version,
    @Schema(required = true) String name,
    @Nullable String legalForm,
    @Nullable String siret,
    @Schema(required = true, examples = "931") String caisse,
    @Schema(required = true, examples = "93066") String seatCommune,
    @Schema(required = true, examples = "Saint-Denis") String seatCommuneName,
    @Schema(required = true, examples = "93") String departement,
    @Schema(required = true, examples = "11") String region,
    @Schema(required = true) CptsStage stage,
    @Schema(description = "null : non connu. — null: not known.") @Nullable LocalDate stageSince,
    @Schema(required = true, description = "Vide avant le territoire. — Empty before it is given.")
        List<String> communes,
    @Schema(description = "null avant le territoire. — null before the territory.")
        @Nullable Integer population,
    @Schema(minimum = "1", maximum = "4", description = "null avant le territoire. — null before.")
        @Nullable Integer size,
    @Schema(description = "Millésime de la table des communes. — Year of the table of communes.")
        @Nullable Integer vintage,
    @Schema(
            examples = "TERRITORY_NOT_GIVEN",
            description =
                "Pourquoi population et taille manquent. — Why population and size are missing.")
        @Nullable String missingReason,
    @Schema(description = "Contrat ACI ; null sans contrat. — ACI contract; null without one.")
        @Nullable UUID contract,
    @Nullable String contractState,
    @Schema(required = true) Instant registeredAt,
    @Schema(required = true) Instant changedAt,
    @Schema(
            description =
                "Réponses aux écritures seulement : ce qu'il faut revérifier. — In answers to"
                    + " writes only: what to look at again.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable List<Warning> warnings) {
  private static final String TERRITORY_NOT_GIVEN = "TERRITORY_NOT_GIVEN";

  /** Something to look at again that refuses nothing. */
  @Schema(name = "CptsWarning")
  record Warning(
      @Schema(required = true, examples = "/caisse") String pointer,
      @Schema(required = true, examples = "CAISSE_DEPARTEMENT_DIFFERS") String code,
      @Schema(required = true) String detail) {}

  static CptsResponse of(Cpts cpts, @Nullable List<Warning> warnings) {
    ContractLink contract = cpts.contract();
    return new CptsResponse(
        cpts.id(),
        cpts.version(),
        cpts.name(),
        cpts.legalForm(),
        cpts.siret() == null ? null : cpts.siret().value(),
        cpts.caisse(),
        cpts.seat().commune().value(),
        cpts.seat().communeName(),
        cpts.departement(),
        cpts.region(),
        cpts.stage(),
        cpts.stageSince(),
        cpts.communes().stream().map(CommuneCode::value).toList(),
        cpts.population(),
        cpts.size(),
        cpts.vintage(),
        cpts.territory() == null ? TERRITORY_NOT_GIVEN : null,
        contract == null ? null : contract.contract(),
        contract == null ? null : contract.state(),
        cpts.registeredAt(),
        cpts.changedAt(),
        warnings);
  }

  /** A page of the register. */
  @Schema(name = "CptsPage")
  record Listed(
      @Schema(required = true) List<CptsResponse> items,
      @Schema(
              nullable = true,
              description = "Page suivante, null à la fin. — Next page, null at the end.")
          @Nullable String next) {}
}
