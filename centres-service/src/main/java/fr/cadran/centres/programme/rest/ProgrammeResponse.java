package fr.cadran.centres.programme.rest;

import fr.cadran.centres.programme.domain.LevierCode;
import fr.cadran.centres.programme.domain.Programme;
import fr.cadran.centres.programme.domain.ProgrammeOutline;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A programme. */
@Schema(name = "Programme")
record ProgrammeResponse(
    @Schema(required = true) UUID id,
    @Schema(
            required = true,
            description =
                "+1 à chaque changement, cohorte et leviers compris. — +1 per change, cohort and"
                    + " leviers included.")
        long version,
    @Schema(required = true, examples = "ARS IdF 2013") String name,
    @Schema(required = true, examples = "11") String region,
    @Schema(required = true) List<LevierCode> leviers,
    @Schema(required = true, examples = "2012-Q4") String baselineQuarter,
    @Schema(required = true) LocalDate startsOn,
    @Schema(nullable = true) @Nullable LocalDate endsOn,
    @Schema(required = true) boolean fictional,
    @Schema(
            required = true,
            description =
                "Centres qui participent ou ont participé. — Centres that take part or took part.")
        int participations,
    @Schema(required = true) Instant changedAt) {

  static ProgrammeResponse of(Programme programme) {
    ProgrammeOutline outline = programme.outline();
    return new ProgrammeResponse(
        programme.id(),
        programme.version(),
        outline.name(),
        outline.region(),
        outline.leviers(),
        outline.baselineQuarter().toString(),
        outline.startsOn(),
        outline.endsOn(),
        outline.fictional(),
        programme.participations().size(),
        programme.changedAt());
  }
}
