package fr.cadran.contracts.contract.rest;

import fr.cadran.contracts.contract.domain.Avenant;
import fr.cadran.contracts.contract.domain.AvenantChanges;
import fr.cadran.contracts.contract.domain.Party;
import fr.cadran.contracts.contract.domain.PlannedMission;
import fr.cadran.contracts.fundingtable.domain.FundingLine;
import fr.cadran.contracts.terms.IndicatorRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An avenant. */
@Schema(name = "Avenant")
record AvenantResponse(
    @Schema(required = true) UUID contract,
    @Schema(required = true, minimum = "1") int number,
    @Schema(required = true) Avenant.State state,
    @Schema(required = true) LocalDate effectiveOn,
    @Schema(required = true) Changes changes,
    @Schema(required = true) String reason,
    @Schema(required = true) Party by,
    @Schema(required = true) Instant proposedAt,
    @Nullable Instant signedAt,
    @Schema(required = true) String hash,
    @Schema(required = true) String canonical,
    @Schema(required = true) List<SignaturesResponse.One> signatures,
    @Schema(required = true) List<Party> missingSignatures) {

  static AvenantResponse of(Avenant avenant) {
    return new AvenantResponse(
        avenant.contract(),
        avenant.number(),
        avenant.state(),
        avenant.effectiveOn(),
        Changes.of(avenant.changes()),
        avenant.reason(),
        avenant.by(),
        avenant.proposedAt(),
        avenant.signedAt(),
        avenant.hash(),
        avenant.canonical().text(),
        SignaturesResponse.One.of(avenant.signatures()),
        SignaturesResponse.missing(avenant.signatures()));
  }

  /** What it changes; null stays as it was. */
  @Schema(name = "AvenantChanges")
  record Changes(
      @Nullable Integer size,
      @Nullable String fundingTable,
      @Nullable Integer fundingTableVersion,
      @Schema(required = true) List<TermsResponse.Mission> missionsAdded,
      @Schema(required = true) List<FundingLine> missionsRemoved,
      @Schema(required = true) Map<FundingLine, List<IndicatorRequest>> indicators,
      @Nullable List<String> communes,
      @Nullable Integer population) {
    private static Changes of(AvenantChanges changes) {
      Map<FundingLine, List<IndicatorRequest>> annexes = new TreeMap<>();
      changes
          .indicators()
          .forEach((mission, list) ->
              annexes.put(mission, list.stream().map(IndicatorRequest::of).toList()));
      AvenantChanges.NewTerritory territory = changes.territory();
      List<PlannedMission> added = changes.added();
      return new Changes(
          changes.size(),
          changes.fundingTable(),
          changes.fundingTableVersion(),
          added.stream().map(TermsResponse.Mission::of).toList(),
          changes.removed(),
          annexes,
          territory == null ? null : territory.communes(),
          territory == null ? null : territory.population());
    }
  }
}
