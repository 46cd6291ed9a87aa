package fr.cadran.contracts.contract.rest;

import fr.cadran.contracts.contract.domain.Contract;
import fr.cadran.contracts.contract.domain.ContractState;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of contracts. */
@Schema(name = "Contracts")
record ContractsResponse(
    @Schema(required = true) List<Listed> items,
    @Schema(
            nullable = true,
            description = "Page suivante, null à la fin. — Next page, null at the end.")
        @Nullable String next) {

  /** A contract in a list. */
  @Schema(name = "ListedContract")
  record Listed(
      @Schema(required = true) UUID id,
      @Schema(required = true) UUID cpts,
      @Schema(required = true) ContractState state,
      @Schema(required = true) String fundingTable,
      @Schema(required = true) int size,
      @Nullable LocalDate signedOn,
      @Nullable LocalDate endedOn,
      @Schema(required = true) String caisse) {
    static Listed of(Contract contract) {
      return new Listed(
          contract.id(),
          contract.cpts(),
          contract.state(),
          contract.terms().fundingTable(),
          contract.terms().size(),
          contract.signedOn(),
          contract.endedOn(),
          contract.caisse());
    }
  }
}
