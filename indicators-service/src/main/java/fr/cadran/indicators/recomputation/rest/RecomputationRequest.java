package fr.cadran.indicators.recomputation.rest;

import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What to compute again. */
@Schema(name = "RecomputationRequest", description = "Ce qu'il faut recalculer. — What to compute.")
public record RecomputationRequest(
    @Schema(
            nullable = true,
            defaultValue = "false",
            description =
                "Vrai : ne rien changer, dire seulement les écarts. — True: change nothing, only report"
                    + " differences.")
        @Nullable Boolean dryRun,
    @Schema(
            nullable = true,
            examples = "930012345",
            description = "Un seul centre ; absent, tous. — One centre; absent, all.")
        @Pattern(regexp = "[0-9][0-9AB][0-9]{7}") @Nullable String centre) {}
