package fr.cadran.centres.coordination.rest;

import fr.cadran.centres.coordination.application.AddParameter;
import fr.cadran.centres.coordination.application.ListParameters;
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

/** The numbers that the texts of the option fix: dated reference data. */
@Path("/v1/coordination-option/parameters")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "coordination-option")
@RunOnVirtualThread
public class ParameterResource {
  private static final String EXAMPLE =
      """
      {"code": "DAYS_UNTIL_DEEMED_ACCEPTED", "validFrom": "2003-01-01", "value": 15,
       "source": "seed 000, ANNEXES VIII and IX"}\
      """;

  private final AddParameter addParameter;
  private final ListParameters listParameters;
  private final CurrentCaller caller;
  private final Idempotency idempotency;

  ParameterResource(
      AddParameter addParameter,
      ListParameters listParameters,
      CurrentCaller caller,
      Idempotency idempotency) {
    this.addParameter = addParameter;
    this.listParameters = listParameters;
    this.caller = caller;
    this.idempotency = idempotency;
  }

  @GET
  @RequiresScope("centres:read")
  @Operation(
      operationId = "listOptionParameters",
      summary = "Paramètres de l'option — Parameters of the option",
      description =
          "Dossiers du premier lot, délai de réponse de la CPAM : nombres datés, chacun avec son"
              + " texte, dans l'ordre où ils ont été connus. — Files of the first batch, time of the"
              + " CPAM to answer: dated numbers, each with its text, in the order in which they"
              + " became known.")
  @APIResponse(
      responseCode = "200",
      description = "Les paramètres. — The parameters.",
      content = @Content(schema = @Schema(implementation = ParametersResponse.class)))
  public ParametersResponse listOptionParameters() {
    return new ParametersResponse(
        listParameters.list().stream().map(ParameterResponse::of).toList());
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresScope("coordination-amounts:write")
  @Operation(
      operationId = "addOptionParameter",
      summary = "Ajouter un paramètre — Add a parameter",
      description =
          "Un paramètre ne change pas : une nouvelle ligne vaut à partir de sa date, et corrige celle"
              + " de la même date. — A parameter does not change: a new row holds from its day on,"
              + " and corrects that of the same day.")
  @TakesIdempotencyKey
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ParameterRequest.class),
              examples = @ExampleObject(name = "example", value = EXAMPLE)))
  @APIResponse(
      responseCode = "201",
      description = "Ajouté. — Added.",
      content = @Content(schema = @Schema(implementation = ParameterResponse.class)))
  @APIResponse(
      responseCode = "422",
      description = "`INVALID` : chaque champ refusé — every refused field")
  public Response addOptionParameter(
      @NotNull ParameterRequest request, @Context HttpHeaders headers) {
    Caller who = caller.get();
    return idempotency.once(
        headers,
        who,
        "POST /v1/coordination-option/parameters",
        request,
        () ->
            Response.status(Response.Status.CREATED)
                .entity(ParameterResponse.of(addParameter.add(who, request.toWish())))
                .build());
  }
}
