package fr.cadran.contracts.contract.rest;

import fr.cadran.contracts.contract.application.ReadContract;
import fr.cadran.contracts.contract.domain.PlannedMission;
import fr.cadran.contracts.fundingtable.domain.FundingLine;
import fr.cadran.contracts.payment.domain.ContractFacts;
import fr.cadran.contracts.terms.IndicatorRequest;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The indicators of a contract, annex by annex. */
@Schema(name = "ContractIndicators")
record ContractIndicatorsResponse(@Schema(required = true) List<Annex> items) {

  static ContractIndicatorsResponse of(ReadContract.View view) {
    List<Annex> items = new ArrayList<>();
    ContractFacts facts = view.facts();
    if (facts != null) {
      for (ContractFacts.StartedMission started : facts.missions()) {
        for (ContractFacts.Annex annex : started.annexes()) {
          items.add(
              new Annex(
                  started.mission(),
                  Annex.Status.AGREED,
                  annex.fromYear(),
                  annex.indicators().stream().map(IndicatorRequest::of).toList()));
        }
      }
    }
    for (PlannedMission planned : view.terms().missions()) {
      boolean agreed = facts != null && facts.mission(planned.mission()).isPresent();
      if (!agreed && !planned.indicators().isEmpty()) {
        items.add(
            new Annex(
                planned.mission(),
                Annex.Status.UNDER_NEGOTIATION,
                null,
                planned.indicators().stream().map(IndicatorRequest::of).toList()));
      }
    }
    return new ContractIndicatorsResponse(items);
  }

  /** The indicators of a mission. */
  @Schema(name = "IndicatorAnnex")
  record Annex(
      @Schema(required = true) FundingLine mission,
      @Schema(required = true) Status status,
      @Schema(
              description =
                  "Première année de contrat où ils valent. — First contract year in which they hold.")
          @Nullable Integer fromYear,
      @Schema(required = true) List<IndicatorRequest> indicators) {

    /** Whether the three parties have signed the annex. */
    enum Status {
      UNDER_NEGOTIATION,
      AGREED
    }
  }
}
