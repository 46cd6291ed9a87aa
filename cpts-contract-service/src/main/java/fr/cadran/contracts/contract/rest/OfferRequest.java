package fr.cadran.contracts.contract.rest;

import fr.cadran.contracts.contract.application.TermsWish;
import fr.cadran.kit.problem.Refusals;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A round of the negotiation: whole terms, not a part of them. */
@Schema(name = "OfferWish")
record OfferRequest(
    @Schema(required = true, examples = "ACI-2019") @NotNull @Size(max = 40) String fundingTable,
    @Schema(required = true) @NotNull @Size(min = 1, max = 20) List<@Valid @NotNull MissionRequest> missions,
    @Schema(nullable = true) @Nullable LocalDate signedOn,
    @Schema(nullable = true) @Min(1) @Max(4) @Nullable Integer size,
    @Schema(nullable = true) @Min(1) @Nullable Integer population,
    @Schema(
            nullable = true,
            description = "Ce que la partie en dit. — What the party says about it.")
        @Size(max = 2000) @Nullable String message) {

  TermsWish toWish() {
    Refusals.refuse(MissionRequest.errors(missions, "/missions"));
    return new TermsWish(
        fundingTable,
        missions.stream().map(one -> one.full().toDomain()).toList(),
        signedOn,
        size,
        population);
  }
}
