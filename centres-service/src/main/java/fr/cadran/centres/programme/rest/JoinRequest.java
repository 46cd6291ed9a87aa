package fr.cadran.centres.programme.rest;

import fr.cadran.centres.programme.application.JoinProgramme;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A centre that joins a cohort. */
@Schema(name = "ParticipationWish")
record JoinRequest(
    @Schema(
            required = true,
            description = "Numéro FINESS géographique. — FINESS number of the place.",
            examples = "930012345")
        @Nullable String finess,
    @Schema(
            minimum = "1",
            maximum = "9999",
            description =
                "Numéro dans ce qui est publié ; le suivant par défaut, jamais réattribué. — Number"
                    + " in what is published; the next one by default, never given twice.",
            examples = "1")
        @Nullable Long anonymousNumber,
    @Schema(required = true, examples = "2013-01-01") @Nullable LocalDate joinedOn) {

  JoinProgramme.Wish toWish() {
    return new JoinProgramme.Wish(finess, anonymousNumber, joinedOn);
  }
}
