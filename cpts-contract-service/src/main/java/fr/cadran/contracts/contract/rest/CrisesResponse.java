package fr.cadran.contracts.contract.rest;

import fr.cadran.contracts.contract.application.ContractChange;
import fr.cadran.contracts.contract.domain.ContractEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The health crises that the ARS recognised during a contract. */
@Schema(name = "Crises")
record CrisesResponse(@Schema(required = true) List<Crisis> items) {

  static CrisesResponse of(List<ContractChange> changes) {
    return new CrisesResponse(
        changes.stream()
            .filter(change -> change.event() == ContractEvent.RECOGNISE_CRISIS)
            .map(change -> new Crisis(change.on(), change.note(), change.at()))
            .toList());
  }

  /** A crisis. */
  @Schema(name = "Crisis")
  record Crisis(
      @Schema(required = true) LocalDate recognisedOn,
      @Schema(description = "Référence de la décision. — Reference of the decision.")
          @Nullable String decision,
      @Schema(required = true) Instant recordedAt) {}
}
