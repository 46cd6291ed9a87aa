package fr.cadran.centres.quarterwindow.rest;

import fr.cadran.centres.quarterwindow.domain.QuarterDates;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The dates of a quarter as they are to be. */
@Schema(name = "QuarterDates")
record QuarterWindowRequest(
    @Schema(
            required = true,
            description = "Premier jour de soumission. — First day of submission.",
            examples = "2013-10-01")
        @Nullable LocalDate opensOn,
    @Schema(
            required = true,
            description = "Dernier jour à temps ; ensuite, en retard. — Last day on time.",
            examples = "2013-11-15")
        @Nullable LocalDate dueOn,
    @Schema(
            description =
                "Dernier jour de soumission ; absent : jamais fermé. — Last day of submission;"
                    + " absent: never closed.",
            examples = "2013-12-31")
        @Nullable LocalDate closesOn) {

  QuarterDates toDates() {
    return new QuarterDates(opensOn, dueOn, closesOn);
  }
}
