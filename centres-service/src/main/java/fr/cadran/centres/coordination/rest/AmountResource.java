package fr.cadran.centres.coordination.rest;

import fr.cadran.centres.coordination.application.AddAmount;
import fr.cadran.centres.coordination.application.ListAmounts;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.access.CurrentCaller;
import fr.cadran.kit.access.RequiresScope;
import fr.cadran.kit.idempotency.Idempotency;
import fr.cadran.kit.openapi.TakesIdempotencyKey;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the option pays: dated reference data. */
@Path("/v1/coordination-option/amounts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "coordination-option")
@RunOnVirtualThread
public class AmountResource {
  private static final String EXAMPLE =
      """
      {"volet": "MEDICAL", "validFrom": "2014-01-01", "amount": 46.00, "source": "seed 000, ANNEXE VIII"}\
      """;

  private final AddAmount addAmount;
  private final ListAmounts listAmounts;
  private final CurrentCaller caller;
  private final Idempotency idempotency;

  AmountResource(
      AddAmount addAmount, ListAmounts listAmounts, CurrentCaller caller, Idempotency idempotency) {
    this.addAmount = addAmount;
    this.listAmounts = listAmounts;
    this.caller = caller;
    this.idempotency = idempotency;
  }

  @GET
  @RequiresScope("centres:read")
  @Operation(
      operationId = "listOptionAmounts",
      summary = "Montants de l'option — Amounts of the option",
      description =
          "Données de référence datées, chacune avec son texte, dans l'ordre où elles ont été"
              + " connues ; un montant inconnu est null, avec la raison. — Dated reference data, each"
              + " with its text, in the order in which they became known; an amount that is not"
              + " known is null, with the reason.")
  @APIResponse(
      responseCode = "200",
      description = "Les montants. — The amounts.",
      content = @Content(schema = @Schema(implementation = AmountsResponse.class)))
  public AmountsResponse listOptionAmounts() {
    return new AmountsResponse(listAmounts.list().stream().map(AmountResponse::of).toList());
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresScope("coordination-amounts:write")
  @Operation(
      operationId = "addOptionAmount",
      summary = "Ajouter un montant — Add an amount",
      description =
          "Un montant ne change pas : une nouvelle ligne vaut à partir de sa date, et corrige celle"
              + " de la même date. — An amount does not change: a new row holds from its day on, and"
              + " corrects that of the same day.")
  @TakesIdempotencyKey
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = AmountRequest.class),
              examples = @ExampleObject(name = "example", value = EXAMPLE)))
  @APIResponse(
      responseCode = "201",
      description = "Ajouté. — Added.",
      content = @Content(schema = @Schema(implementation = AmountResponse.class)))
  @APIResponse(
      responseCode = "422",
      description = "`INVALID` : chaque champ refusé — every refused field")
  public Response addOptionAmount(@NotNull AmountRequest request, @Context HttpHeaders headers) {
    Caller who = caller.get();
    return idempotency.once(
        headers,
        who,
        "POST /v1/coordination-option/amounts",
        request,
        () ->
            Response.status(Response.Status.CREATED)
                .entity(AmountResponse.of(addAmount.add(who, request.toWish())))
                .build());
  }
}
