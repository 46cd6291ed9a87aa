package fr.cadran.contracts.contract.rest;

import fr.cadran.contracts.contract.application.ReadHistory;
import fr.cadran.contracts.contract.application.RecogniseCrisis;
import fr.cadran.contracts.contract.domain.Contract;
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

/** The health crises that the ARS recognises. */
@Path("/v1/contracts/{id}/crises")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
    name = "crises",
    description = "Crises sanitaires reconnues par l’ARS. — Health crises that the ARS recognised.")
@RunOnVirtualThread
public class CrisisResource {
  private static final String DECISION =
      """
      {"recognisedOn": "2026-07-02", "decision": "Arrêté ARS 2026-118"}\
      """;

  private final ReadHistory readHistory;
  private final RecogniseCrisis recogniseCrisis;
  private final CurrentCaller caller;
  private final Idempotency idempotency;

  CrisisResource(
      ReadHistory readHistory,
      RecogniseCrisis recogniseCrisis,
      CurrentCaller caller,
      Idempotency idempotency) {
    this.readHistory = readHistory;
    this.recogniseCrisis = recogniseCrisis;
    this.caller = caller;
    this.idempotency = idempotency;
  }

  @GET
  @RequiresScope("contracts:read")
  @Operation(
      operationId = "listCrises",
      summary = "Crises reconnues — Recognised crises",
      description =
          "Une liste vide : l’ARS n’a reconnu aucune crise pendant ce contrat, et aucun montant de crise"
              + " n’est dû. — An empty list: the ARS recognised no crisis during this contract, and no"
              + " crisis amount is due.")
  @APIResponse(
      responseCode = "200",
      description =
          "Les crises, la plus ancienne décision enregistrée d’abord. — The crises, first"
              + " recorded first.",
      content = @Content(schema = @Schema(implementation = CrisesResponse.class)))
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  public CrisesResponse listCrises(
      @PathParam("id") @Parameter(example = "019a8f3e-5b7c-7d2a-9c41-3f6e2b8d1a90") UUID id) {
    return CrisesResponse.of(readHistory.read(caller.get(), id));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresScope("contracts:negotiate")
  @Operation(
      operationId = "recogniseCrisis",
      summary = "Reconnaître une crise — Recognise a crisis",
      description =
          "L’ARS enregistre sa décision : le montant de crise de l’année de contrat devient dû, avec son"
              + " explication, une fois par année. La mission « crise sanitaire » doit courir ce jour-là. —"
              + " The ARS records its decision: the crisis amount of the contract year becomes due, with"
              + " its explanation, once a year. The crisis mission must run on that day.")
  @TakesIfMatch
  @TakesIdempotencyKey(required = true)
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = CrisisRequest.class),
              examples = @ExampleObject(name = "example", value = DECISION)))
  @APIResponse(
      responseCode = "201",
      description = "Enregistrée. — Recorded.",
      headers = {@Header(name = "ETag", schema = @Schema(type = SchemaType.STRING))},
      content = @Content(schema = @Schema(implementation = CrisesResponse.class)))
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  @APIResponse(
      responseCode = "409",
      description =
          "`ILLEGAL_TRANSITION`, `NOT_FOR_THIS_PARTY`, `CRISIS_MISSION_NOT_RUNNING`,"
              + " `CRISIS_RECOGNISED_BEFORE`, `CRISIS_IN_CLOSED_YEAR`, `CRISIS_NOT_FUNDED`")
  @APIResponse(
      responseCode = "422",
      description = "`INVALID`, `CRISIS_IN_FUTURE`, `CRISIS_OUTSIDE_CONTRACT`")
  public Response recogniseCrisis(
      @PathParam("id") @Parameter(example = "019a8f3e-5b7c-7d2a-9c41-3f6e2b8d1a90") UUID id,
      @NotNull @Valid CrisisRequest request,
      @Context HttpHeaders headers) {
    Caller who = caller.get();
    return idempotency.onceRequired(
        headers,
        who,
        "POST /v1/contracts/" + id + "/crises",
        request,
        () -> {
          Contract contract =
              recogniseCrisis.recognise(
                  who, id, request.recognisedOn(), request.decision(), unchanged(headers));
          return Response.status(Response.Status.CREATED)
              .entity(CrisesResponse.of(readHistory.read(who, id)))
              .tag(EntityTags.of(contract.version()))
              .build();
        });
  }

  private static Precondition<Contract> unchanged(HttpHeaders headers) {
    return current -> {
      if (current != null) {
        EntityTags.checkIfMatch(headers, EntityTags.of(current.version()));
      }
    };
  }
}
