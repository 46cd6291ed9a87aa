package fr.cadran.centres.coordination.rest;

import fr.cadran.centres.coordination.domain.CoordinationBatch;
import fr.cadran.centres.coordination.domain.VoletOption;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A batch. */
@Schema(name = "CoordinationBatch")
record BatchResponse(
    @Schema(required = true) UUID id,
    @Schema(required = true) VoletOption volet,
    @Schema(required = true, description = "1 pour le premier du volet. — 1 for the first.")
        int number,
    @Schema(required = true) LocalDate sentOn,
    @Schema(required = true, description = "Dossiers d'adhésion. — Membership files.") int files) {

  static BatchResponse of(CoordinationBatch batch) {
    return new BatchResponse(
        batch.id(), batch.volet(), batch.number(), batch.sentOn(), batch.files());
  }
}
