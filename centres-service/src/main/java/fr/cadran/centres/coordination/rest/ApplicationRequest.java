package fr.cadran.centres.coordination.rest;

import fr.cadran.centres.coordination.application.RecordApplication;
import fr.cadran.centres.coordination.domain.OptionApplication;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The application of a centre to its CPAM, as the centre tells it. */
@Schema(name = "OptionApplicationWish")
record ApplicationRequest(
    @Schema(
            required = true,
            description = "Jour de l'envoi à la CPAM. — Day on which it was sent to the CPAM.",
            examples = "2014-03-01")
        @Nullable LocalDate sentOn,
    @Schema(
            description =
                "Réponse de la CPAM, avec son jour ; absente sans réponse. — Answer of the CPAM,"
                    + " with its day; absent without one.",
            examples = "ACCEPTED")
        OptionApplication.@Nullable Answer answer,
    @Schema(examples = "2014-03-12") @Nullable LocalDate answeredOn) {

  RecordApplication.Wish toWish() {
    return new RecordApplication.Wish(sentOn, answer, answeredOn);
  }
}
