package fr.cadran.contracts.payment.rest;

import fr.cadran.contracts.payment.application.RunPaymentCalendar;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a run of the payment calendar did. */
@Schema(name = "PaymentRun")
public record PaymentRunResponse(
    @Schema(required = true, minimum = "0") int contracts,
    @Schema(required = true, minimum = "0") int lines,
    @Schema(
            required = true,
            minimum = "0",
            description =
                "Contrats qu'on n'a pas pu calculer ; repris à la prochaine exécution. — Contracts that"
                    + " could not be computed; tried again at the next run.")
        int failed) {
  static PaymentRunResponse of(RunPaymentCalendar.Run run) {
    return new PaymentRunResponse(run.contracts(), run.lines(), run.failed());
  }
}
