package fr.cadran.contracts.payment.rest;

import fr.cadran.contracts.payment.application.RunPaymentCalendar;
import fr.cadran.kit.access.RequiresScope;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Runs the payment calendar on demand; a schedule runs it besides. */
@Path("/v1/payment-runs")
@Tag(name = "payment-runs", description = "Calendrier des paiements. — The payment calendar.")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class PaymentRunResource {
  private final RunPaymentCalendar runPaymentCalendar;

  PaymentRunResource(RunPaymentCalendar runPaymentCalendar) {
    this.runPaymentCalendar = runPaymentCalendar;
  }

  @POST
  @RequiresScope("payments:run")
  @Operation(
      operationId = "runPaymentCalendar",
      summary = "Passer les échéances — Run the payment calendar",
      description =
          "Écrit chaque ligne due à ce jour, contrat par contrat, sans attendre l'exécution planifiée."
              + " Répéter l'appel n'écrit rien de plus. — Writes every line due by today, contract by"
              + " contract, without waiting for the schedule. Repeating the call writes nothing more.")
  @APIResponse(
      responseCode = "200",
      description = "Ce qui a été écrit. — What was written.",
      content = @Content(schema = @Schema(implementation = PaymentRunResponse.class)))
  public PaymentRunResponse runPaymentCalendar() {
    return PaymentRunResponse.of(runPaymentCalendar.run());
  }
}
