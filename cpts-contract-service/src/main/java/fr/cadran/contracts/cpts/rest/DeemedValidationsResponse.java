package fr.cadran.contracts.cpts.rest;

import fr.cadran.contracts.cpts.domain.Cpts;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The CPTS whose projet de santé was deemed validated. */
@Schema(name = "DeemedValidations")
record DeemedValidationsResponse(
    @Schema(required = true, description = "Identifiants. — Identifiers.") List<UUID> validated) {

  static DeemedValidationsResponse of(List<Cpts> validated) {
    return new DeemedValidationsResponse(validated.stream().map(Cpts::id).toList());
  }
}
