package fr.cadran.centres.programme.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The agency's own judgement of a result. */
@Schema(name = "OverruleWish")
record OverruleRequest(
    @Schema(required = true) @Nullable Boolean positive,
    @Schema(
            required = true,
            maxLength = 1000,
            description =
                "Motif, lu par l'ARS et le centre ; pas de nom de personne. — Why, read by the ARS"
                    + " and the centre; no name of a person.",
            examples = "Travaux au trimestre de référence")
        @Nullable String reason) {}
