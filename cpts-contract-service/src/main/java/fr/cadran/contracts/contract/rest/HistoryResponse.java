package fr.cadran.contracts.contract.rest;

import fr.cadran.contracts.contract.application.ContractChange;
import fr.cadran.contracts.contract.domain.ContractEvent;
import fr.cadran.contracts.contract.domain.ContractState;
import fr.cadran.contracts.contract.domain.Party;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The life of a contract. */
@Schema(name = "ContractHistory")
record HistoryResponse(@Schema(required = true) List<Change> items) {

  static HistoryResponse of(List<ContractChange> changes) {
    return new HistoryResponse(changes.stream().map(Change::of).toList());
  }

  /** A change. */
  @Schema(name = "ContractChange")
  record Change(
      @Schema(required = true) long version,
      @Nullable ContractEvent event,
      @Nullable ContractState from,
      @Schema(required = true) ContractState to,
      @Schema(required = true) LocalDate on,
      @Schema(description = "null : l'échéancier. — null: the calendar.") @Nullable Party party,
      @Nullable String note,
      @Schema(required = true) Instant recordedAt) {
    private static Change of(ContractChange change) {
      return new Change(
          change.version(),
          change.event(),
          change.from(),
          change.to(),
          change.on(),
          change.party(),
          change.note(),
          change.at());
    }
  }
}
