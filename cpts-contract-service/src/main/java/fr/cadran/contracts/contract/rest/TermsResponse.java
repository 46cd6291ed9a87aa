package fr.cadran.contracts.contract.rest;

import fr.cadran.contracts.contract.domain.ContractTerms;
import fr.cadran.contracts.contract.domain.PlannedMission;
import fr.cadran.contracts.fundingtable.domain.FundingLine;
import fr.cadran.contracts.terms.IndicatorRequest;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The terms of a contract. */
@Schema(name = "ContractTerms")
record TermsResponse(
    @Schema(required = true, examples = "ACI-2019") String fundingTable,
    @Schema(required = true, minimum = "1") int fundingTableVersion,
    @Schema(required = true, minimum = "1", maximum = "4") int size,
    @Nullable Integer population,
    @Schema(required = true) List<String> communes,
    @Schema(required = true) List<Mission> missions,
    @Nullable LocalDate signedOn) {

  static TermsResponse of(ContractTerms terms) {
    return new TermsResponse(
        terms.fundingTable(),
        terms.fundingTableVersion(),
        terms.size(),
        terms.population(),
        terms.communes(),
        terms.missions().stream().map(Mission::of).toList(),
        terms.signedOn());
  }

  /** A mission of the contract. */
  @Schema(name = "PlannedMission")
  record Mission(
      @Schema(required = true) FundingLine mission,
      @Nullable LocalDate plannedStart,
      @Schema(required = true) boolean snpCompensation,
      @Schema(required = true) boolean snpOrientation,
      @Schema(required = true) List<IndicatorRequest> indicators) {
    static Mission of(PlannedMission mission) {
      return new Mission(
          mission.mission(),
          mission.plannedStart(),
          mission.snpCompensation(),
          mission.snpOrientation(),
          mission.indicators().stream().map(IndicatorRequest::of).toList());
    }
  }
}
