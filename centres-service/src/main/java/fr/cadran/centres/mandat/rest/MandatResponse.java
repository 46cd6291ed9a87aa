package fr.cadran.centres.mandat.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.cadran.centres.mandat.domain.Mandat;
import fr.cadran.centres.mandat.domain.MandatScope;
import fr.cadran.centres.mandat.domain.MandatState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A mandat and where it stands now. */
@Schema(name = "Mandat")
@JsonInclude(JsonInclude.Include.NON_NULL)
record MandatResponse(
    @Schema(required = true) UUID id,
    @Schema(required = true, examples = "930012345") String centre,
    @Schema(required = true, examples = "editor-demo") String clientId,
    @Schema(required = true, examples = "[\"quarterly-data:write\"]") List<String> scopes,
    @Schema(required = true) LocalDate validFrom,
    @Schema(required = true) LocalDate validUntil,
    @Schema(required = true) MandatState state,
    @Schema(required = true) Instant givenAt,
    @Nullable Instant revokedAt) {

  static MandatResponse of(Mandat mandat, Instant now) {
    return new MandatResponse(
        mandat.id(),
        mandat.centre().value(),
        mandat.clientId(),
        mandat.scopes().stream().map(MandatScope::token).toList(),
        mandat.validFrom(),
        mandat.validUntil(),
        mandat.stateAt(now),
        mandat.givenAt(),
        mandat.revokedAt());
  }
}
