package fr.cadran.contracts.contract.rest;

import fr.cadran.contracts.contract.application.FindContract;
import fr.cadran.contracts.contract.application.HearCommission;
import fr.cadran.contracts.contract.application.ReferTermination;
import fr.cadran.contracts.contract.application.TerminateContract;
import fr.cadran.contracts.contract.domain.Contract;
import fr.cadran.contracts.contract.domain.TerminationNotice;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.access.CurrentCaller;
import fr.cadran.kit.access.RequiresScope;
import fr.cadran.kit.http.EntityTags;
import fr.cadran.kit.idempotency.Idempotency;
import fr.cadran.kit.openapi.TakesIdempotencyKey;
import fr.cadran.kit.openapi.TakesIfMatch;
import fr.cadran.kit.problem.Precondition;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The termination of a contract. */
@Path("/v1/contracts/{id}/termination")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
    name = "termination",
    description =
        "Résiliation : courrier, saisine de la commission, avis. — Termination: letter, referral,"
            + " opinion.")
@RunOnVirtualThread
public class TerminationResource {
  private static final String LETTER =
      """
      {"receivedOn": "2026-03-01", "reason": "Missions socles non démarrées"}\
      """;
  private static final String OPINION =
      """
      {"body": "CPL", "opinion": "UPHELD", "on": "2026-04-10"}\
      """;

  private final FindContract findContract;
  private final TerminateContract terminateContract;
  private final ReferTermination referTermination;
  private final HearCommission hearCommission;
  private final CurrentCaller caller;
  private final Idempotency idempotency;

  TerminationResource(
      FindContract findContract,
      TerminateContract terminateContract,
      ReferTermination referTermination,
      HearCommission hearCommission,
      CurrentCaller caller,
      Idempotency idempotency) {
    this.findContract = findContract;
    this.terminateContract = terminateContract;
    this.referTermination = referTermination;
    this.hearCommission = hearCommission;
    this.caller = caller;
    this.idempotency = idempotency;
  }

  @GET
  @RequiresScope("contracts:read")
  @Operation(
      operationId = "getTermination",
      summary = "Résiliation en cours — Termination under way",
      description =
          "Les champs sont nuls quand aucune résiliation n’est en cours. — The fields are null when no"
              + " termination is under way.")
  @APIResponse(
      responseCode = "200",
      description = "La résiliation. — The termination.",
      headers = {@Header(name = "ETag", schema = @Schema(type = SchemaType.STRING))},
      content = @Content(schema = @Schema(implementation = TerminationResponse.class)))
  @APIResponse(responseCode = "304", description = "Inchangée. — Not modified.")
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  public Response getTermination(
      @PathParam("id") @Parameter(example = "019a8f3e-5b7c-7d2a-9c41-3f6e2b8d1a90") UUID id,
      @Context Request request) {
    Contract contract = findContract.find(caller.get(), id).contract();
    Response.ResponseBuilder unchanged =
        EntityTags.notModified(request, EntityTags.of(contract.version()));
    return unchanged == null ? answer(contract) : unchanged.build();
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresScope("contracts:negotiate")
  @Operation(
      operationId = "terminateContract",
      summary = "Notifier une résiliation — Notify a termination",
      description =
          "Effective deux mois après la réception du courrier, sauf saisine de la commission paritaire"
              + " locale par la CPTS. — Effective two months after the letter was received, unless the"
              + " CPTS refers it to the commission paritaire locale.")
  @TakesIfMatch
  @TakesIdempotencyKey(required = true)
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = TerminationRequest.class),
              examples = @ExampleObject(name = "example", value = LETTER)))
  @APIResponse(
      responseCode = "200",
      description = "Enregistré. — Recorded.",
      headers = {@Header(name = "ETag", schema = @Schema(type = SchemaType.STRING))},
      content = @Content(schema = @Schema(implementation = TerminationResponse.class)))
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  @APIResponse(responseCode = "409", description = "`ILLEGAL_TRANSITION`")
  @APIResponse(
      responseCode = "422",
      description = "`INVALID`, `LETTER_IN_FUTURE`, `LETTER_BEFORE_SIGNATURE`")
  public Response terminateContract(
      @PathParam("id") @Parameter(example = "019a8f3e-5b7c-7d2a-9c41-3f6e2b8d1a90") UUID id,
      @NotNull @Valid TerminationRequest request,
      @Context HttpHeaders headers) {
    Caller who = caller.get();
    return idempotency.onceRequired(
        headers,
        who,
        "POST /v1/contracts/" + id + "/termination",
        request,
        () ->
            answer(
                terminateContract.terminate(
                    who, id, request.receivedOn(), request.reason(), unchanged(headers))));
  }

  @POST
  @Path("/referral")
  @RequiresScope("contracts:negotiate")
  @Operation(
      operationId = "referTermination",
      summary = "Saisir la commission — Refer to the commission",
      description =
          "La CPTS saisit la commission paritaire locale dans le délai de deux mois ; la décision est"
              + " suspendue. — The CPTS refers it to the commission within the two months; the decision"
              + " is suspended.")
  @TakesIfMatch
  @TakesIdempotencyKey(required = true)
  @APIResponse(
      responseCode = "200",
      description = "Enregistré. — Recorded.",
      headers = {@Header(name = "ETag", schema = @Schema(type = SchemaType.STRING))},
      content = @Content(schema = @Schema(implementation = TerminationResponse.class)))
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  @APIResponse(
      responseCode = "409",
      description =
          "`ILLEGAL_TRANSITION`, `NOT_FOR_THIS_PARTY`, `REFERRAL_TOO_LATE`, `REFERRED_BEFORE`")
  public Response referTermination(
      @PathParam("id") @Parameter(example = "019a8f3e-5b7c-7d2a-9c41-3f6e2b8d1a90") UUID id,
      @Context HttpHeaders headers) {
    Caller who = caller.get();
    return idempotency.onceRequired(
        headers,
        who,
        "POST /v1/contracts/" + id + "/termination/referral",
        null,
        () -> answer(referTermination.refer(who, id, unchanged(headers))));
  }

  @POST
  @Path("/opinion")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresScope("contracts:negotiate")
  @Operation(
      operationId = "hearCommission",
      summary = "Enregistrer l’avis de la commission — Record the opinion of the commission",
      description =
          "La CPAM ou l’ARS enregistre l’avis : UPHELD confirme la résiliation, LIFTED la lève. — The CPAM"
              + " or the ARS records the opinion: UPHELD confirms the termination, LIFTED lifts it.")
  @TakesIfMatch
  @TakesIdempotencyKey(required = true)
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = TerminationRequest.Opinion.class),
              examples = @ExampleObject(name = "example", value = OPINION)))
  @APIResponse(
      responseCode = "200",
      description = "Enregistré. — Recorded.",
      headers = {@Header(name = "ETag", schema = @Schema(type = SchemaType.STRING))},
      content = @Content(schema = @Schema(implementation = TerminationResponse.class)))
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  @APIResponse(responseCode = "409", description = "`ILLEGAL_TRANSITION`, `NOT_FOR_THIS_PARTY`")
  @APIResponse(
      responseCode = "422",
      description = "`INVALID`, `OPINION_IN_FUTURE`, `OPINION_BEFORE_REFERRAL`")
  public Response hearCommission(
      @PathParam("id") @Parameter(example = "019a8f3e-5b7c-7d2a-9c41-3f6e2b8d1a90") UUID id,
      @NotNull @Valid TerminationRequest.Opinion request,
      @Context HttpHeaders headers) {
    Caller who = caller.get();
    return idempotency.onceRequired(
        headers,
        who,
        "POST /v1/contracts/" + id + "/termination/opinion",
        request,
        () ->
            answer(
                hearCommission.hear(
                    who,
                    id,
                    new TerminationNotice.Opinion(request.body(), request.opinion(), request.on()),
                    unchanged(headers))));
  }

  private static Precondition<Contract> unchanged(HttpHeaders headers) {
    return current -> {
      if (current != null) {
        EntityTags.checkIfMatch(headers, EntityTags.of(current.version()));
      }
    };
  }

  private static Response answer(Contract contract) {
    return Response.ok(TerminationResponse.of(contract))
        .tag(EntityTags.of(contract.version()))
        .build();
  }
}
