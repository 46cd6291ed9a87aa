package fr.cadran.centres.programme.rest;

import fr.cadran.centres.programme.domain.LevierCode;
import fr.cadran.centres.programme.domain.ProgrammeRules;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A programme as an agency decides it. */
@Schema(name = "ProgrammeWish")
record ProgrammeRequest(
    @Schema(required = true, maxLength = 120, examples = "ARS IdF 2013") @Nullable String name,
    @Schema(
            required = true,
            pattern = "^[0-9]{2}$",
            description = "Code INSEE de la région. — INSEE code of the région.",
            examples = "11")
        @Nullable String region,
    @Schema(
            required = true,
            minItems = 1,
            maxItems = 11,
            description = "Leviers suivis, dans l'ordre. — Leviers followed, in order.",
            examples = "[\"NON_VENUE\", \"CODAGE\"]")
        @Nullable List<@Nullable LevierCode> leviers,
    @Schema(
            required = true,
            pattern = "^[0-9]{4}-Q[1-4]$",
            description =
                "Trimestre de référence des résultats. — Quarter against which results are judged.",
            examples = "2012-Q4")
        @Nullable String baselineQuarter,
    @Schema(required = true, examples = "2013-01-01") @Nullable LocalDate startsOn,
    @Schema(examples = "2015-12-31") @Nullable LocalDate endsOn,
    @Schema(description = "Données de démonstration, faux par défaut. — Demonstration data.")
        @Nullable Boolean fictional) {

  ProgrammeRules.Wish toWish() {
    return new ProgrammeRules.Wish(
        name, region, leviers, baselineQuarter, startsOn, endsOn, fictional);
  }
}
