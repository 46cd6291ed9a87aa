package fr.cadran.contracts.contract.rest;

import fr.cadran.contracts.contract.domain.TerminationNotice;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A letter of termination. */
@Schema(name = "TerminationWish")
record TerminationRequest(
    @Schema(
            required = true,
            description = "Jour de réception du courrier. — Day on which the letter was received.",
            examples = "2026-03-01")
        @NotNull LocalDate receivedOn,
    @Schema(required = true, examples = "Missions socles non démarrées") @NotBlank @Size(max = 2000) String reason) {

  /** The opinion of a commission paritaire. */
  @Schema(name = "OpinionWish")
  record Opinion(
      @Schema(required = true, examples = "CPL") @NotNull TerminationNotice.Body body,
      @Schema(required = true, examples = "UPHELD") @NotNull TerminationNotice.Verdict opinion,
      @Schema(required = true, examples = "2026-04-10") @NotNull LocalDate on) {}
}
