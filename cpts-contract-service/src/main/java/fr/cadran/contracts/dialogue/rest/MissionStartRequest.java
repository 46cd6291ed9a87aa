package fr.cadran.contracts.dialogue.rest;

import fr.cadran.contracts.dialogue.application.StartMission;
import fr.cadran.contracts.fundingtable.domain.FundingLine;
import fr.cadran.contracts.terms.IndicatorRequest;
import fr.cadran.kit.problem.Refusals;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The start of a mission as it is asked for. */
@Schema(name = "MissionStartWish")
record MissionStartRequest(
    @Schema(required = true, description = "Premier jour. — First day.", examples = "2022-09-01")
        @NotNull LocalDate on,
    @Schema(
            nullable = true,
            description =
                "À défaut ceux qui sont en négociation dans le contrat. — By default those under"
                    + " negotiation in the contract.")
        @Size(max = 100) @Nullable List<@Valid @NotNull IndicatorRequest> indicators,
    @Schema(nullable = true, description = "À défaut comme au contrat. — By default as agreed.")
        @Nullable Boolean snpCompensation,
    @Schema(nullable = true, description = "À défaut comme au contrat. — By default as agreed.")
        @Nullable Boolean snpOrientation) {

  StartMission.Wish toWish(FundingLine mission) {
    if (indicators != null) {
      Refusals.refuse(IndicatorRequest.errors(indicators, "/indicators"));
    }
    return new StartMission.Wish(
        mission,
        on,
        indicators == null ? null : indicators.stream().map(IndicatorRequest::toDomain).toList(),
        snpCompensation,
        snpOrientation);
  }
}
