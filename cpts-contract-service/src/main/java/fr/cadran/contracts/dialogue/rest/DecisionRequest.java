package fr.cadran.contracts.dialogue.rest;

import fr.cadran.contracts.dialogue.domain.Decision;
import fr.cadran.contracts.fundingtable.domain.FundingLine;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the CPAM or the ARS says of a value. */
@Schema(name = "DecisionWish")
record DecisionRequest(
    @Schema(required = true, examples = "QUESTIONED") Decision.@NotNull Verdict decision,
    @Schema(
            nullable = true,
            description = "Nécessaire sauf pour accepter. — Needed unless the value is accepted.",
            examples = "Merci de joindre le listing")
        @Size(max = 2000) @Nullable String comment,
    @Schema(
            nullable = true,
            description =
                "Nécessaire quand plusieurs missions ont ce code. — Needed when several missions have"
                    + " this code.")
        @Nullable FundingLine mission) {}
