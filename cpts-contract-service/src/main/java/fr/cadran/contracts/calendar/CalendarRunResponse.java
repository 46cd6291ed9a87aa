package fr.cadran.contracts.calendar;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a run of the calendar did. */
@Schema(name = "CalendarRun")
public record CalendarRunResponse(
    @Schema(
            required = true,
            minimum = "0",
            description = "Projets de santé réputés validés. — Deemed validated.")
        int deemedValidated,
    @Schema(
            required = true,
            minimum = "0",
            description = "Contrats arrivés à leur fin. — Contracts that came to their end.")
        int ended,
    @Schema(
            required = true,
            minimum = "0",
            description = "Contrats qui avaient une échéance. — Contracts that had money due.")
        int contracts,
    @Schema(required = true, minimum = "0") int lines,
    @Schema(
            required = true,
            minimum = "0",
            description =
                "Contrats qu'on n'a pas pu calculer ; repris à la prochaine exécution. — Contracts that"
                    + " could not be computed; tried again at the next run.")
        int failed,
    @Schema(
            required = true,
            description = "S'il reste des contrats pour un autre appel. — Whether some are left.")
        boolean more) {}
