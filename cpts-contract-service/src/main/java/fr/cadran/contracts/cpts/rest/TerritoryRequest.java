package fr.cadran.contracts.cpts.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The communes that a CPTS covers. */
@Schema(name = "TerritoryDeclaration")
record TerritoryRequest(
    @Schema(
            required = true,
            minItems = 1,
            maxItems = 1000,
            description =
                "Codes INSEE. Paris, Lyon et Marseille : la ville ou ses arrondissements, pas les"
                    + " deux. — INSEE codes. Paris, Lyon and Marseille: the city or its"
                    + " arrondissements, not both.",
            examples = "[\"93066\", \"93027\"]")
        @Nullable List<@Nullable String> communes) {}
