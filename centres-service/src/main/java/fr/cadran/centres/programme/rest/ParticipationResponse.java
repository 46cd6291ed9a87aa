package fr.cadran.centres.programme.rest;

import fr.cadran.centres.programme.application.ParticipationView;
import fr.cadran.centres.programme.domain.LevierCode;
import fr.cadran.centres.programme.domain.LevierStatus;
import fr.cadran.centres.programme.domain.Overrule;
import fr.cadran.centres.programme.domain.Participation;
import fr.cadran.centres.programme.domain.RetainedLevier;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A centre in a programme. */
@Schema(name = "Participation")
record ParticipationResponse(
    @Schema(required = true, examples = "1") int anonymousNumber,
    @Schema(
            nullable = true,
            description =
                "Null pour un centre dont l'appelant ne connaît que le numéro. — Null for a centre"
                    + " of which the caller may know the number alone.",
            examples = "930012345")
        @Nullable String finess,
    @Schema(nullable = true, description = "Null de même. — Null likewise.") @Nullable String name,
    @Schema(required = true) LocalDate joinedOn,
    @Schema(nullable = true) @Nullable LocalDate leftOn,
    @Schema(
            required = true,
            description = "Leviers retenus, un chacun. — Leviers retained, one each.")
        List<StatusOfLevier> leviers) {

  /** How far a levier has come. */
  @Schema(name = "LevierStatusOfCentre")
  record StatusOfLevier(
      @Schema(required = true) LevierCode levier,
      @Schema(required = true) LevierStatus status,
      @Schema(required = true) LocalDate validatedOn,
      @Schema(nullable = true) @Nullable LocalDate activatedOn,
      @Schema(
              nullable = true,
              description =
                  "Jugement de l'ARS à la place de l'indicateur. — Judgement of the ARS in place of"
                      + " the indicator.")
          @Nullable OverruleOfResult overrule) {}

  /** The agency's judgement. */
  @Schema(name = "Overrule")
  record OverruleOfResult(
      @Schema(required = true) boolean positive,
      @Schema(
              nullable = true,
              description =
                  "Null pour un centre dont l'appelant ne connaît que le numéro. — Null for a"
                      + " centre of which the caller may know the number alone.")
          @Nullable String reason,
      @Schema(required = true) Instant decidedAt) {}

  static ParticipationResponse of(ParticipationView view) {
    Participation one = view.participation();
    boolean known = view.name() != null;
    return new ParticipationResponse(
        one.anonymousNumber(),
        known ? one.centre().value() : null,
        view.name(),
        one.joinedOn(),
        one.leftOn(),
        one.leviers().stream().map(retained -> status(retained, known)).toList());
  }

  private static StatusOfLevier status(RetainedLevier retained, boolean known) {
    Overrule overrule = retained.overrule();
    return new StatusOfLevier(
        retained.levier(),
        retained.status(),
        retained.validatedOn(),
        retained.activatedOn(),
        overrule == null
            ? null
            : new OverruleOfResult(
                overrule.positive(), known ? overrule.reason() : null, overrule.decidedAt()));
  }
}
