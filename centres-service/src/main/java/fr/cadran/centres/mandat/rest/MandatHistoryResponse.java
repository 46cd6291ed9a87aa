package fr.cadran.centres.mandat.rest;

import fr.cadran.centres.mandat.domain.Mandat;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of a mandat, and by which account. */
@Schema(name = "MandatHistory")
record MandatHistoryResponse(
    @Schema(required = true) UUID mandat,
    @Schema(required = true, description = "Du plus ancien au plus récent. — The oldest first.")
        List<Act> items) {

  /** What an account did. */
  enum Kind {
    GIVEN,
    REVOKED
  }

  /** One act. */
  @Schema(name = "MandatAct")
  record Act(
      @Schema(required = true) Kind act,
      @Schema(required = true) Instant at,
      @Schema(
              nullable = true,
              description =
                  "Compte ; null si l'acte précède la tenue des comptes. — Account; null when the"
                      + " act was before accounts were kept.",
              examples = "3f6e2b8d-1a90-4c41-9d2a-5b7c019a8f3e")
          @Nullable String account) {}

  static MandatHistoryResponse of(Mandat mandat) {
    List<Act> acts = new ArrayList<>();
    acts.add(new Act(Kind.GIVEN, mandat.givenAt(), mandat.givenBy()));
    Instant revokedAt = mandat.revokedAt();
    if (revokedAt != null) {
      acts.add(new Act(Kind.REVOKED, revokedAt, mandat.revokedBy()));
    }
    return new MandatHistoryResponse(mandat.id(), acts);
  }
}
