package fr.cadran.contracts.payment.rest;

import fr.cadran.contracts.payment.application.MakePaymentPack;
import fr.cadran.contracts.payment.application.ReadPayment;
import fr.cadran.kit.access.CurrentCaller;
import fr.cadran.kit.access.RequiresScope;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A payment, why it has its amount, and what is needed to compute it again. */
@Path("/v1/payments/{id}")
@Tag(
    name = "payments",
    description = "Pourquoi ce montant a été versé. — Why this amount was paid.")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class PaymentResource {
  private static final String EXAMPLE = "019a8f3e-5b7c-7d2a-9c41-3f6e2b8d1a90";

  private final ReadPayment readPayment;
  private final MakePaymentPack makePaymentPack;
  private final CurrentCaller caller;

  PaymentResource(ReadPayment readPayment, MakePaymentPack makePaymentPack, CurrentCaller caller) {
    this.readPayment = readPayment;
    this.makePaymentPack = makePaymentPack;
    this.caller = caller;
  }

  @GET
  @RequiresScope("contracts:read")
  @Operation(
      operationId = "getPayment",
      summary = "Lire un paiement — Read a payment",
      description = "La ligne du grand livre. — The line of the ledger.")
  @APIResponse(
      responseCode = "200",
      description = "Le paiement. — The payment.",
      content = @Content(schema = @Schema(implementation = PaymentResponse.class)))
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  public PaymentResponse getPayment(@PathParam("id") @Parameter(example = EXAMPLE) UUID id) {
    return PaymentResponse.of(readPayment.read(caller.get(), id));
  }

  @GET
  @Path("/explanation")
  @RequiresScope("contracts:read")
  @Operation(
      operationId = "explainPayment",
      summary = "Expliquer un paiement — Explain a payment",
      description =
          "La règle, la formule, les chiffres, les textes. — The rule, the formula, the figures, the"
              + " texts.")
  @APIResponse(
      responseCode = "200",
      description = "L'explication. — The explanation.",
      content = @Content(schema = @Schema(implementation = ExplanationResponse.class)))
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  public ExplanationResponse explainPayment(
      @PathParam("id") @Parameter(example = EXAMPLE) UUID id) {
    return ExplanationResponse.of(readPayment.read(caller.get(), id).explanation());
  }

  @GET
  @Path("/pack")
  @Produces(MediaType.APPLICATION_OCTET_STREAM)
  @RequiresScope("contracts:read")
  @Operation(
      operationId = "getPaymentPack",
      summary = "Dossier d'un paiement — Payment pack",
      description =
          "Un fichier JSON qui suffit à refaire le calcul au centime, avec la commande"
              + " `recompute-payment` ; un octet changé et elle refuse. — One JSON file that is enough to"
              + " compute it again to the cent; one byte changed and the command refuses.")
  @APIResponse(
      responseCode = "200",
      description = "Le dossier. — The pack.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_OCTET_STREAM,
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  public Response getPaymentPack(@PathParam("id") @Parameter(example = EXAMPLE) UUID id) {
    return Response.ok(makePaymentPack.make(caller.get(), id))
        .header("Content-Disposition", "attachment; filename=\"payment-" + id + ".json\"")
        .build();
  }
}
