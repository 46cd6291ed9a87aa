package fr.cadran.contracts.contract.rest;

import fr.cadran.contracts.contract.domain.AvenantChanges;
import fr.cadran.contracts.fundingtable.domain.FundingLine;
import fr.cadran.contracts.indicator.domain.ContractIndicator;
import fr.cadran.contracts.terms.IndicatorRequest;
import fr.cadran.kit.problem.Refusals;
import fr.cadran.kit.type.FieldError;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An avenant to be proposed. */
@Schema(name = "AvenantWish")
record AvenantRequest(
    @Schema(required = true, examples = "2023-03-01") @NotNull LocalDate effectiveOn,
    @Schema(required = true) @NotNull @Valid Changes changes,
    @Schema(required = true, examples = "Deux communes rejoignent la CPTS")
        @NotBlank @Size(max = 2000) String reason) {

  /** What changes; a part left out stays as it was. */
  @Schema(name = "AvenantChangesWish")
  record Changes(
      @Schema(nullable = true, examples = "3") @Min(1) @Max(4) @Nullable Integer size,
      @Schema(nullable = true, examples = "ACI-2022") @Size(max = 40) @Nullable String fundingTable,
      @Schema(nullable = true) @Valid @Nullable Missions missions,
      @Schema(
              nullable = true,
              description =
                  "Annexes remplacées, par mission démarrée, à partir de l'année de contrat de"
                      + " l'effet. — Annexes that are replaced, by started mission, from the"
                      + " contract year of the effect on.")
          @Nullable Map<FundingLine, @Size(max = 100) @NotNull List<@Valid @NotNull IndicatorRequest>>
              indicators,
      @Schema(nullable = true) @Valid @Nullable Territory territory) {

    AvenantChanges toDomain() {
      Map<FundingLine, List<ContractIndicator>> annexes = new TreeMap<>();
      List<FieldError> errors = new ArrayList<>();
      if (missions != null) {
        errors.addAll(MissionRequest.errors(missions.addedOrNone(), "/changes/missions/added"));
      }
      if (indicators != null) {
        indicators.forEach((mission, list) ->
            errors.addAll(IndicatorRequest.errors(list, "/changes/indicators/" + mission)));
        Refusals.refuse(errors);
        indicators.forEach((mission, list) ->
            annexes.put(mission, list.stream().map(IndicatorRequest::toDomain).toList()));
      }
      Refusals.refuse(errors);
      return new AvenantChanges(
          size,
          fundingTable,
          null,
          missions == null
              ? List.of()
              : missions.addedOrNone().stream().map(one -> one.full().toDomain()).toList(),
          missions == null || missions.removed() == null ? List.of() : missions.removed(),
          annexes,
          territory == null
              ? null
              : new AvenantChanges.NewTerritory(
                  territory.communes().stream().sorted().toList(), territory.population()));
    }
  }

  /** Missions that come and go. */
  @Schema(name = "AvenantMissionsWish")
  record Missions(
      @Schema(nullable = true) @Size(max = 20) @Nullable List<@Valid @NotNull MissionRequest> added,
      @Schema(nullable = true) @Size(max = 20) @Nullable List<@NotNull FundingLine> removed) {
    List<MissionRequest> addedOrNone() {
      return added == null ? List.of() : added;
    }
  }

  /** A territory. */
  @Schema(name = "AvenantTerritoryWish")
  record Territory(
      @Schema(required = true, examples = "[\"93066\", \"93027\"]") @NotEmpty @Size(max = 2000) List<@NotNull @Pattern(regexp = "(?:\\d{2}|2[AB])\\d{3}") String> communes,
      @Schema(nullable = true) @Min(1) @Nullable Integer population) {}
}
