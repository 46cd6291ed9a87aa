package fr.cadran.centres.coordination.rest;

import fr.cadran.centres.coordination.application.RegisterMembership;
import fr.cadran.centres.coordination.domain.VoletOption;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A membership as a centre declares it. */
@Schema(name = "MembershipWish")
record MembershipRequest(
    @Schema(required = true, description = "`MEDICAL` ou `DENTAL`. — Medical or dental.")
        @Nullable VoletOption volet,
    @Schema(
            required = true,
            minLength = 4,
            maxLength = 40,
            description =
                "Référence pseudonyme propre au centre, lettres et chiffres mêlés ; jamais un nom, un"
                    + " NIR ou une date de naissance. — Pseudonymous reference of the centre's own,"
                    + " letters and digits; never a name, a NIR or a date of birth.",
            examples = "P7K2-00913")
        @Nullable String reference,
    @Schema(
            required = true,
            maxLength = 40,
            description = "Identifiant opaque du médecin coordinateur. — Opaque id of the doctor.",
            examples = "p1")
        @Nullable String coordinatingDoctor,
    @Schema(required = true, examples = "2014-03-01") @Nullable LocalDate startedOn) {

  RegisterMembership.Wish toWish() {
    return new RegisterMembership.Wish(volet, reference, coordinatingDoctor, startedOn);
  }
}
