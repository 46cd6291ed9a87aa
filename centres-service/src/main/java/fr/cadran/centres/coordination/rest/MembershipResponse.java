package fr.cadran.centres.coordination.rest;

import fr.cadran.centres.coordination.domain.Membership;
import fr.cadran.centres.coordination.domain.VoletOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A membership. */
@Schema(name = "Membership")
record MembershipResponse(
    @Schema(required = true) UUID id,
    @Schema(required = true, examples = "930012345") String centre,
    @Schema(required = true) VoletOption volet,
    @Schema(required = true) String reference,
    @Schema(required = true) String coordinatingDoctor,
    @Schema(required = true) LocalDate startedOn,
    @Schema(nullable = true) @Nullable LocalDate endedOn,
    @Schema(
            nullable = true,
            description =
                "Prochain renouvellement après aujourd'hui, null quand elle a pris fin. — Next"
                    + " renewal after today, null once it has ended.")
        @Nullable LocalDate nextRenewalOn,
    @Schema(
            required = true,
            description =
                "Renouvellements entre `dueFrom` et `dueTo`, vide sans eux. — Renewals between"
                    + " `dueFrom` and `dueTo`, empty without them.")
        List<LocalDate> renewalsDue,
    @Schema(required = true) long version,
    @Schema(required = true) Instant changedAt) {

  static MembershipResponse of(Membership membership, LocalDate today) {
    return of(membership, today, List.of());
  }

  static MembershipResponse of(
      Membership membership, LocalDate today, List<LocalDate> renewalsDue) {
    List<LocalDate> next =
        membership.endedOn() != null
            ? List.of()
            : membership.renewals(today.plusDays(1), today.plusYears(2));
    return new MembershipResponse(
        membership.id(),
        membership.centre().value(),
        membership.volet(),
        membership.reference(),
        membership.coordinatingDoctor(),
        membership.startedOn(),
        membership.endedOn(),
        next.isEmpty() ? null : next.getFirst(),
        renewalsDue,
        membership.version(),
        membership.changedAt());
  }
}
