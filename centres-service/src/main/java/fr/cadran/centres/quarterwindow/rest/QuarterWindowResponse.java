package fr.cadran.centres.quarterwindow.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.cadran.centres.quarterwindow.domain.QuarterWindow;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** When a quarter can be submitted. */
@Schema(name = "QuarterWindow")
@JsonInclude(JsonInclude.Include.NON_NULL)
record QuarterWindowResponse(
    @Schema(required = true, examples = "2013-Q3") String quarter,
    @Schema(required = true, description = "Premier jour. — First day.") LocalDate opensOn,
    @Schema(
            required = true,
            description = "Dernier jour à temps. — Last day on time.",
            examples = "2013-11-15")
        LocalDate dueOn,
    @Schema(
            description = "Dernier jour ; absent : jamais fermé. — Last day; absent: never closed.",
            examples = "2013-12-31")
        @Nullable LocalDate closesOn,
    @Schema(
            required = true,
            description =
                "Qui a fixé ces dates : personne (`RULE`, règle datée, hypothèse de la plateforme),"
                    + " le national, la région ou le département. — Who set these dates: nobody"
                    + " (`RULE`, a dated rule that the platform assumes), the country, the région or"
                    + " the département.")
        QuarterWindow.Origin origin) {

  static QuarterWindowResponse of(QuarterWindow window) {
    return new QuarterWindowResponse(
        window.quarter().toString(),
        window.opensOn(),
        window.dueOn(),
        window.closesOn(),
        window.origin());
  }
}
