package fr.cadran.centres.coordination.rest;

import fr.cadran.centres.coordination.domain.OptionAmount;
import fr.cadran.centres.coordination.domain.VoletOption;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the option pays from a day on. */
@Schema(name = "OptionAmount")
record AmountResponse(
    @Schema(required = true) VoletOption volet,
    @Schema(required = true, description = "Plus petit ETP de la tranche. — Least FTE.")
        BigDecimal fromFte,
    @Schema(required = true) LocalDate validFrom,
    @Schema(nullable = true, examples = "46.00") @Nullable BigDecimal amount,
    @Schema(nullable = true, examples = "TO_VERIFY") @Nullable String missingReason,
    @Schema(required = true) String source) {

  static AmountResponse of(OptionAmount amount) {
    return new AmountResponse(
        amount.volet(),
        amount.fromFte(),
        amount.validFrom(),
        amount.amount() == null ? null : amount.amount().amount(),
        amount.missingReason(),
        amount.source());
  }
}
