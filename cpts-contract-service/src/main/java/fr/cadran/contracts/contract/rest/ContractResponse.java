package fr.cadran.contracts.contract.rest;

import fr.cadran.contracts.contract.application.ReadContract;
import fr.cadran.contracts.contract.domain.Contract;
import fr.cadran.contracts.contract.domain.ContractState;
import fr.cadran.contracts.contract.domain.Party;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A contract, with the terms in force on a day. */
@Schema(name = "Contract")
record ContractResponse(
    @Schema(required = true) UUID id,
    @Schema(required = true) UUID cpts,
    @Schema(required = true, examples = "931") String caisse,
    @Schema(required = true) ContractState state,
    @Schema(required = true, minimum = "1") long version,
    @Schema(
            required = true,
            description = "Numéro de la dernière offre. — Number of the latest offer.")
        int round,
    @Schema(
            required = true,
            description =
                "SHA-256 du texte `canonical`, à signer tel quel. — SHA-256 of the text `canonical`,"
                    + " to be signed as it is.")
        String hash,
    @Schema(required = true) String canonical,
    @Schema(required = true) List<SignaturesResponse.One> signatures,
    @Schema(required = true) List<Party> missingSignatures,
    @Nullable LocalDate signedOn,
    @Schema(description = "Terme : premier jour après le contrat. — First day after the contract.")
        @Nullable LocalDate term,
    @Nullable LocalDate endedOn,
    @Schema(required = true, description = "Jour des `terms`. — Day of the `terms`.") LocalDate on,
    @Schema(required = true) TermsResponse terms,
    @Schema(required = true, description = "Avenants signés. — Signed avenants.")
        List<Integer> avenants,
    @Nullable TerminationResponse termination,
    @Schema(required = true) List<WarningResponse> warnings,
    @Schema(required = true) Instant createdAt,
    @Schema(required = true) Instant changedAt,
    @Schema(required = true) Links links) {

  static ContractResponse of(ReadContract.View view, List<WarningResponse> warnings) {
    Contract contract = view.contract();
    return new ContractResponse(
        contract.id(),
        contract.cpts(),
        contract.caisse(),
        contract.state(),
        contract.version(),
        contract.round(),
        contract.hash(),
        contract.canonical().text(),
        SignaturesResponse.One.of(contract.signatures()),
        SignaturesResponse.missing(contract.signatures()),
        contract.signedOn(),
        view.term(),
        contract.endedOn(),
        view.on(),
        TermsResponse.of(view.terms()),
        view.avenants().stream()
            .filter(avenant -> avenant.signedAt() != null)
            .map(avenant -> avenant.number())
            .toList(),
        contract.termination() == null ? null : TerminationResponse.of(contract),
        warnings,
        contract.createdAt(),
        contract.changedAt(),
        Links.of(contract.id(), contract.cpts()));
  }

  /** Where the parts of a contract are. */
  @Schema(name = "ContractLinks")
  record Links(
      @Schema(required = true) String self,
      @Schema(required = true) String cpts,
      @Schema(required = true) String missions,
      @Schema(required = true) String indicators,
      @Schema(required = true) String offers,
      @Schema(required = true) String signatures,
      @Schema(required = true) String avenants,
      @Schema(required = true) String dialoguesDeGestion,
      @Schema(required = true) String ledger) {
    static Links of(UUID contract, UUID cpts) {
      String self = "/v1/contracts/" + contract;
      return new Links(
          self,
          "/v1/cpts/" + cpts,
          self + "/missions",
          self + "/indicators",
          self + "/offers",
          self + "/signatures",
          self + "/avenants",
          self + "/dialogues-de-gestion",
          self + "/ledger");
    }
  }
}
