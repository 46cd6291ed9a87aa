package fr.cadran.contracts.contract.rest;

import fr.cadran.contracts.contract.domain.Contract;
import fr.cadran.contracts.contract.domain.ContractState;
import fr.cadran.contracts.contract.domain.Party;
import fr.cadran.contracts.contract.domain.TerminationNotice;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The termination of a contract. */
@Schema(name = "Termination")
record TerminationResponse(
    @Schema(required = true) ContractState state,
    @Schema(nullable = true) @Nullable Party by,
    @Nullable LocalDate receivedOn,
    @Schema(
            description =
                "Premier jour où le contrat ne court plus. — First day on which the contract no"
                    + " longer runs.")
        @Nullable LocalDate effectiveOn,
    @Nullable String reason,
    @Nullable LocalDate referredOn,
    TerminationNotice.@Nullable Body opinionBody,
    TerminationNotice.@Nullable Verdict opinion,
    @Nullable LocalDate opinionOn) {

  static TerminationResponse of(Contract contract) {
    TerminationNotice notice = contract.termination();
    if (notice == null) {
      return new TerminationResponse(
          contract.state(), null, null, null, null, null, null, null, null);
    }
    TerminationNotice.Opinion opinion = notice.opinion();
    return new TerminationResponse(
        contract.state(),
        notice.by(),
        notice.receivedOn(),
        notice.effectiveOn(),
        notice.reason(),
        notice.referredOn(),
        opinion == null ? null : opinion.body(),
        opinion == null ? null : opinion.verdict(),
        opinion == null ? null : opinion.on());
  }
}
