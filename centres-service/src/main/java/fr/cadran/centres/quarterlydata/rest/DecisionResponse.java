package fr.cadran.centres.quarterlydata.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.cadran.centres.quarterlydata.domain.Decision;
import fr.cadran.centres.quarterlydata.domain.SubmittedVersion;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the ARS decided of a version. */
@Schema(name = "QuarterlyDecision")
@JsonInclude(JsonInclude.Include.NON_NULL)
record DecisionResponse(
    @Schema(required = true) Decision.Outcome outcome,
    @Schema(
            description = "Ce qui est à corriger, pour un renvoi. — What to correct, for a return.",
            maxLength = Decision.LONGEST_COMMENT,
            examples = "Le nombre de passages est celui du trimestre précédent.")
        @Nullable String comment,
    @Schema(required = true) Instant decidedAt,
    @Schema(required = true, description = "Identifiant du compte. — Id of the account.")
        String decidedBy) {

  /** The decision on a version, null while there is none. */
  static @Nullable DecisionResponse of(@Nullable SubmittedVersion version) {
    Decision decision = version == null ? null : version.decision();
    return decision == null
        ? null
        : new DecisionResponse(
            decision.outcome(), decision.comment(), decision.decidedAt(), decision.decidedBy());
  }
}
