package fr.cadran.centres.quarterwindow.rest;

import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Other dates for one centre. */
@Schema(name = "CentreDates")
record CentreDatesRequest(
    @Schema(
            required = true,
            description = "Dernier jour à temps. — Last day on time.",
            examples = "2013-12-15")
        @Nullable LocalDate dueOn,
    @Schema(
            description = "Dernier jour ; absent : jamais fermé. — Last day; absent: never closed.",
            examples = "2014-01-31")
        @Nullable LocalDate closesOn,
    @Schema(
            required = true,
            description = "Pourquoi ; aucune donnée personnelle. — Why; no personal data.",
            examples = "Changement de logiciel en octobre")
        @Size(max = 500) @Nullable String reason) {}
