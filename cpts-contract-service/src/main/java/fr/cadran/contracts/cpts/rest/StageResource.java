package fr.cadran.contracts.cpts.rest;

import fr.cadran.contracts.access.application.AccessPolicy;
import fr.cadran.contracts.cpts.application.MoveStage;
import fr.cadran.contracts.cpts.application.ReadStageHistory;
import fr.cadran.contracts.cpts.application.ValidateByDefault;
import fr.cadran.contracts.cpts.domain.Cpts;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.access.CurrentCaller;
import fr.cadran.kit.access.RequiresScope;
import fr.cadran.kit.http.EntityTags;
import fr.cadran.kit.idempotency.Idempotency;
import fr.cadran.kit.openapi.TakesIdempotencyKey;
import fr.cadran.kit.openapi.TakesIfMatch;
import fr.cadran.kit.type.FrenchDay;
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
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
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

/** The lifecycle of a CPTS. */
@Path("/v1/cpts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "cpts", description = "Registre et vie des CPTS. — Register and life of the CPTS.")
@RunOnVirtualThread
public class StageResource {
  private static final String MOVE = "{\"event\": \"SEND_LETTRE_INTENTION\"}";
  private static final String DEMAND = "{\"asOf\": \"2026-03-31\"}";

  private final MoveStage moveStage;
  private final ReadStageHistory readStageHistory;
  private final ValidateByDefault validateByDefault;
  private final CurrentCaller caller;
  private final Idempotency idempotency;
  private final Clock clock;

  StageResource(
      MoveStage moveStage,
      ReadStageHistory readStageHistory,
      ValidateByDefault validateByDefault,
      CurrentCaller caller,
      Idempotency idempotency,
      Clock clock) {
    this.moveStage = moveStage;
    this.readStageHistory = readStageHistory;
    this.validateByDefault = validateByDefault;
    this.caller = caller;
    this.idempotency = idempotency;
    this.clock = clock;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Path("/{id}/stage")
  @RequiresScope("cpts:stage")
  @Operation(
      operationId = "moveCptsStage",
      summary = "Changer d'étape — Move to another stage",
      description =
          """
          La coordination envoie la lettre d'intention et dépose le projet de santé ; l'ARS aussi, et elle valide \
          ou s'oppose. À partir de la négociation, l'étape suit le contrat. — The coordinator sends the lettre \
          d'intention and submits the projet de santé; so does the ARS, which validates or objects. From \
          the negotiation on, the stage follows the contract.\
          """)
  @TakesIfMatch
  @TakesIdempotencyKey
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = StageRequest.class),
              examples = @ExampleObject(name = "exemple", value = MOVE)))
  @APIResponse(
      responseCode = "200",
      description = "Étape atteinte. — Stage reached.",
      headers = {@Header(name = "ETag", schema = @Schema(type = SchemaType.STRING))},
      content = @Content(schema = @Schema(implementation = CptsResponse.class)))
  @APIResponse(responseCode = "403", description = "`FORBIDDEN`, `STAGE_EVENT_NOT_YOURS`")
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  @APIResponse(responseCode = "409", description = "`ILLEGAL_TRANSITION`")
  @APIResponse(
      responseCode = "422",
      description = "`INVALID` : `DAY_IN_FUTURE`, `BEFORE_LAST_MOVE`")
  public Response moveCptsStage(
      @Parameter(example = "5ecad2a0-0000-4000-8000-000000000093") @PathParam("id") UUID id,
      @Valid @NotNull StageRequest request,
      @Context HttpHeaders headers) {
    Caller who = caller.get();
    return idempotency.once(
        headers,
        who,
        "POST /v1/cpts/" + id + "/stage",
        request,
        () -> {
          Cpts moved =
              moveStage.move(
                  who,
                  id,
                  request.event(),
                  request.on(),
                  current -> {
                    if (current != null) {
                      EntityTags.checkIfMatch(headers, EntityTags.of(current.version()));
                    }
                  });
          return Response.ok(CptsResponse.of(moved, null))
              .tag(EntityTags.of(moved.version()))
              .build();
        });
  }

  @GET
  @Path("/{id}/stage")
  @RequiresScope("cpts:read")
  @Operation(
      operationId = "getCptsStage",
      summary = "Lire l'étape et son histoire — Read the stage and its history",
      description =
          """
          D'où vient la CPTS : chaque passage avec son jour et le compte qui l'a saisi. — Where the CPTS comes from: \
          every move with its day and the account that entered it.\
          """)
  @APIResponse(
      responseCode = "200",
      description = "L'étape. — The stage.",
      headers = {@Header(name = "ETag", schema = @Schema(type = SchemaType.STRING))},
      content = @Content(schema = @Schema(implementation = StageResponse.class)))
  @APIResponse(responseCode = "304", description = "Inchangée. — Not modified.")
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  public Response getCptsStage(
      @Parameter(example = "5ecad2a0-0000-4000-8000-000000000093") @PathParam("id") UUID id,
      @Context Request request) {
    ReadStageHistory.History history = readStageHistory.read(caller.get(), id);
    EntityTag tag = EntityTags.of(history.cpts().version());
    Response.ResponseBuilder unchanged = EntityTags.notModified(request, tag);
    return unchanged != null
        ? unchanged.build()
        : Response.ok(StageResponse.of(history)).tag(tag).build();
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Path("/deemed-validations")
  @RequiresScope("cpts:write")
  @Operation(
      operationId = "deemProjetsValidated",
      summary = "Valider par défaut — Deem validated",
      description =
          """
          Valide chaque projet de santé du territoire de l'ARS dont le délai de deux mois est passé sans \
          opposition. Sans effet la seconde fois. — Validates every projet de santé in the territory of the \
          ARS whose two months have passed without an objection. Nothing is left the second time.\
          """)
  @TakesIdempotencyKey
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = DeemedValidationsRequest.class),
              examples = @ExampleObject(name = "exemple", value = DEMAND)))
  @APIResponse(
      responseCode = "200",
      description = "Fait. — Done.",
      content = @Content(schema = @Schema(implementation = DeemedValidationsResponse.class)))
  public Response deemProjetsValidated(
      @NotNull DeemedValidationsRequest request, @Context HttpHeaders headers) {
    Caller who = caller.get();
    LocalDate asOf = request.asOf() == null ? FrenchDay.of(clock.instant()) : request.asOf();
    return idempotency.once(
        headers,
        who,
        "POST /v1/cpts/deemed-validations",
        request,
        () ->
            Response.ok(
                    DeemedValidationsResponse.of(
                        validateByDefault.validate(AccessPolicy.KEEP_REGISTER.of(who), asOf)))
                .build());
  }
}
