package fr.cadran.centres.coordination.rest;

import fr.cadran.centres.coordination.application.AddAmount;
import fr.cadran.centres.coordination.domain.VoletOption;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the option pays from a day on. */
@Schema(name = "OptionAmountWish")
record AmountRequest(
    @Schema(required = true) @Nullable VoletOption volet,
    @Schema(
            minimum = "0",
            description =
                "Volet infirmier : ETP à partir duquel la tranche vaut, inclus. — Nursing: least FTE"
                    + " of the bracket, included.",
            examples = "4")
        @Nullable BigDecimal fromFte,
    @Schema(required = true, examples = "2014-01-01") @Nullable LocalDate validFrom,
    @Schema(minimum = "0", description = "Euros par an. — Euros a year.", examples = "46.00")
        @Nullable BigDecimal amount,
    @Schema(
            maxLength = 250,
            description = "Pourquoi il n'y a pas de montant. — Why there is no amount.",
            examples = "TO_VERIFY")
        @Nullable String missingReason,
    @Schema(
            required = true,
            maxLength = 250,
            description = "Texte qui le dit. — Text that says so.",
            examples = "seed 000, ANNEXE VIII")
        @Nullable String source) {

  AddAmount.Wish toWish() {
    return new AddAmount.Wish(volet, fromFte, validFrom, amount, missingReason, source);
  }
}
