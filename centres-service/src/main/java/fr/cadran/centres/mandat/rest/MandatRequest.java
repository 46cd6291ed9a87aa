package fr.cadran.centres.mandat.rest;

import fr.cadran.centres.mandat.application.GiveMandat;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A mandat as a centre gives it. */
@Schema(name = "MandatWish")
record MandatRequest(
    @Schema(
            required = true,
            description = "Client OAuth de l'éditeur. — OAuth client of the editor.",
            examples = "editor-demo")
        @Nullable String clientId,
    @Schema(
            required = true,
            minItems = 1,
            description =
                "Parmi `quarterly-data:write` (qui permet aussi de lire), `quarterly-data:read`,"
                    + " `appointments:write`. — Among these; writing implies reading.",
            examples = "[\"quarterly-data:write\", \"appointments:write\"]")
        @Nullable List<String> scopes,
    @Schema(
            description = "Premier jour, aujourd'hui par défaut. — First day, today by default.",
            examples = "2026-01-01")
        @Nullable LocalDate validFrom,
    @Schema(
            required = true,
            description = "Dernier jour inclus, heure de Paris. — Last day, included, Paris time.",
            examples = "2027-12-31")
        @Nullable LocalDate validUntil) {

  GiveMandat.Wish toWish() {
    return new GiveMandat.Wish(clientId, scopes, validFrom, validUntil);
  }
}
