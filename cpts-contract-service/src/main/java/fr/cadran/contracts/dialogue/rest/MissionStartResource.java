package fr.cadran.contracts.dialogue.rest;

import fr.cadran.contracts.dialogue.application.ReadDialogues;
import fr.cadran.contracts.dialogue.application.StartMission;
import fr.cadran.contracts.dialogue.domain.DialogueDeGestion;
import fr.cadran.contracts.fundingtable.domain.FundingLine;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.access.CurrentCaller;
import fr.cadran.kit.access.RequiresScope;
import fr.cadran.kit.http.EntityTags;
import fr.cadran.kit.idempotency.Idempotency;
import fr.cadran.kit.openapi.TakesIdempotencyKey;
import fr.cadran.kit.openapi.TakesIfMatch;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Objects;
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

/** The start of a mission. */
@Path("/v1/contracts/{id}/missions/{mission}/start")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
    name = "missions",
    description =
        "Démarrage d'une mission, avec ses indicateurs. — Start of a mission, with its indicators.")
@RunOnVirtualThread
public class MissionStartResource {
  private static final String EXAMPLE =
      """
      {"on": "2022-09-01", "indicators": [{"code": "patients-parcours", "weight": 1, \
      "baseline": 0, "targets": {"1": 15}, "scale": {"kind": "PRO_RATA"}}]}\
      """;

  private final StartMission startMission;
  private final ReadDialogues readDialogues;
  private final CurrentCaller caller;
  private final Idempotency idempotency;

  MissionStartResource(
      StartMission startMission,
      ReadDialogues readDialogues,
      CurrentCaller caller,
      Idempotency idempotency) {
    this.startMission = startMission;
    this.readDialogues = readDialogues;
    this.caller = caller;
    this.idempotency = idempotency;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresScope("contracts:negotiate")
  @Operation(
      operationId = "startMission",
      summary = "Démarrer une mission — Start a mission",
      description =
          "Ouvre un dialogue MISSION_START dont l’annexe porte les indicateurs ; la mission démarre à la"
              + " troisième signature de son hash. Envoyée de nouveau, l’annexe remplace la précédente"
              + " et annule ses signatures. `If-Match` porte l’ETag du contrat. — Opens a dialogue"
              + " MISSION_START whose annex holds the indicators; the mission starts with the third"
              + " signature of its hash. Sent again, the annex replaces the one before and voids its"
              + " signatures. `If-Match` bears the ETag of the contract.")
  @TakesIfMatch
  @TakesIdempotencyKey(required = true)
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = MissionStartRequest.class),
              examples = @ExampleObject(name = "example", value = EXAMPLE)))
  @APIResponse(
      responseCode = "201",
      description = "Proposé. — Proposed.",
      headers = {
        @Header(name = "Location", schema = @Schema(type = SchemaType.STRING)),
        @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING))
      },
      content = @Content(schema = @Schema(implementation = DialogueResponse.class)))
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  @APIResponse(
      responseCode = "409",
      description =
          "`ILLEGAL_TRANSITION`, `MISSION_NOT_IN_CONTRACT`, `MISSION_ALREADY_STARTED`,"
              + " `START_IN_CLOSED_YEAR`")
  @APIResponse(
      responseCode = "422",
      description = "`INVALID`, `INDICATORS_MISSING`, `START_BEFORE_SIGNATURE`, `START_AFTER_TERM`")
  public Response startMission(
      @PathParam("id") @Parameter(example = "019a8f3e-5b7c-7d2a-9c41-3f6e2b8d1a90") UUID id,
      @PathParam("mission") @Parameter(example = "ACCES_SOINS") FundingLine mission,
      @NotNull @Valid MissionStartRequest request,
      @Context HttpHeaders headers) {
    Caller who = caller.get();
    return idempotency.onceRequired(
        headers,
        who,
        "POST /v1/contracts/" + id + "/missions/" + mission + "/start",
        request,
        () -> {
          DialogueDeGestion dialogue =
              startMission.start(
                  who,
                  id,
                  request.toWish(mission),
                  current -> {
                    if (current != null) {
                      EntityTags.checkIfMatch(headers, EntityTags.of(current.version()));
                    }
                  });
          ReadDialogues.View view = readDialogues.read(who, id);
          return Response.created(
                  URI.create("/v1/contracts/" + id + "/dialogues-de-gestion/" + dialogue.number()))
              .tag(EntityTags.of(dialogue.version()))
              .entity(
                  DialogueResponse.of(dialogue, Objects.requireNonNull(view.facts()), view.today()))
              .build();
        });
  }
}
