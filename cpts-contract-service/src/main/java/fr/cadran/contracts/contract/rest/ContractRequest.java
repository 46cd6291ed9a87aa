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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A contract to be drafted. */
@Schema(name = "ContractWish")
record ContractRequest(
    @Schema(required = true, examples = "5ecad2a0-0000-4000-8000-000000000093") @NotNull UUID cpts,
    @Schema(required = true, examples = "ACI-2019") @NotNull @Size(max = 40) String fundingTable,
    @Schema(required = true, description = "Missions du contrat. — Missions of the contract.")
        @NotNull @Size(min = 1, max = 20) List<@Valid @NotNull MissionRequest> missions,
    @Schema(
            nullable = true,
            description =
                "Jour de signature d'un contrat papier repris, jamais futur ; à défaut le jour de la"
                    + " troisième signature. — Day of signature of a contract taken over from paper,"
                    + " never in the future; by default the day of the third signature.")
        @Nullable LocalDate signedOn,
    @Schema(
            nullable = true,
            description = "À défaut celle du territoire. — By default that of the territory.")
        @Min(1) @Max(4) @Nullable Integer size,
    @Schema(
            nullable = true,
            description = "À défaut celle du territoire. — By default that of the territory.")
        @Min(1) @Nullable Integer population) {

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
