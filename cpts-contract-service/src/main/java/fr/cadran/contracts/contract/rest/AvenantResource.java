package fr.cadran.contracts.contract.rest;

import fr.cadran.contracts.contract.application.ProposeAvenant;
import fr.cadran.contracts.contract.application.ReadAvenants;
import fr.cadran.contracts.contract.application.SignAvenant;
import fr.cadran.contracts.contract.domain.Avenant;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.access.CurrentCaller;
import fr.cadran.kit.access.RequiresScope;
import fr.cadran.kit.http.EntityTags;
import fr.cadran.kit.idempotency.Idempotency;
import fr.cadran.kit.openapi.TakesIdempotencyKey;
import fr.cadran.kit.openapi.TakesIfMatch;
import fr.cadran.kit.problem.ProblemException;
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
import java.net.URI;
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

/** The avenants of a contract. */
@Path("/v1/contracts/{id}/avenants")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
    name = "avenants",
    description =
        "Ce qui change un contrat signé : rien d'autre. — What changes a signed contract: nothing"
            + " else does.")
@RunOnVirtualThread
public class AvenantResource {
  private static final String EXAMPLE =
      """
      {"effectiveOn": "2023-03-01", "changes": {"size": 3, \
      "missions": {"added": ["QUALITE"], "removed": []}}, \
      "reason": "Deux communes rejoignent la CPTS"}\
      """;
  private static final String SIGNATURE =
      """
      {"hash": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"}\
      """;

  private final ProposeAvenant proposeAvenant;
  private final SignAvenant signAvenant;
  private final ReadAvenants readAvenants;
  private final CurrentCaller caller;
  private final Idempotency idempotency;

  AvenantResource(
      ProposeAvenant proposeAvenant,
      SignAvenant signAvenant,
      ReadAvenants readAvenants,
      CurrentCaller caller,
      Idempotency idempotency) {
    this.proposeAvenant = proposeAvenant;
    this.signAvenant = signAvenant;
    this.readAvenants = readAvenants;
    this.caller = caller;
    this.idempotency = idempotency;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresScope("contracts:negotiate")
  @Operation(
      operationId = "proposeAvenant",
      summary = "Proposer un avenant — Propose an avenant",
      description =
          "Taille, table, missions, indicateurs ou territoire, à partir d’un jour. Rien ne change avant la"
              + " troisième signature. `If-Match` porte l’ETag du contrat. — Size, table, missions,"
              + " indicators or territory, from a day on. Nothing changes before the third signature."
              + " `If-Match` bears the ETag of the contract.")
  @TakesIfMatch
  @TakesIdempotencyKey
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = AvenantRequest.class),
              examples = @ExampleObject(name = "example", value = EXAMPLE)))
  @APIResponse(
      responseCode = "201",
      description = "Proposé. — Proposed.",
      headers = {
        @Header(name = "Location", schema = @Schema(type = SchemaType.STRING)),
        @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING))
      },
      content = @Content(schema = @Schema(implementation = AvenantResponse.class)))
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  @APIResponse(responseCode = "409", description = "`ILLEGAL_TRANSITION`, `AVENANT_IN_CLOSED_YEAR`")
  @APIResponse(
      responseCode = "422",
      description =
          "`INVALID`, `AVENANT_EMPTY`, `AVENANT_BEFORE_SIGNATURE`, `AVENANT_AFTER_TERM`,"
              + " `FUNDING_TABLE_UNKNOWN`, `SIZE_NOT_FUNDED`, `TABLE_NOT_IN_FORCE`")
  public Response proposeAvenant(
      @PathParam("id") @Parameter(example = "019a8f3e-5b7c-7d2a-9c41-3f6e2b8d1a90") UUID id,
      @NotNull @Valid AvenantRequest request,
      @Context HttpHeaders headers) {
    Caller who = caller.get();
    return idempotency.once(
        headers,
        who,
        "POST /v1/contracts/" + id + "/avenants",
        request,
        () -> {
          Avenant avenant =
              proposeAvenant.propose(
                  who,
                  id,
                  request.effectiveOn(),
                  request.changes().toDomain(),
                  request.reason(),
                  current -> {
                    if (current != null) {
                      EntityTags.checkIfMatch(headers, EntityTags.of(current.version()));
                    }
                  });
          URI location = URI.create("/v1/contracts/" + id + "/avenants/" + avenant.number());
          return answer(Response.created(location), avenant);
        });
  }

  @GET
  @RequiresScope("contracts:read")
  @Operation(
      operationId = "listAvenants",
      summary = "Avenants du contrat — Avenants of the contract",
      description = "Proposés et signés, par numéro. — Proposed and signed, by number.")
  @APIResponse(
      responseCode = "200",
      description = "Les avenants. — The avenants.",
      content = @Content(schema = @Schema(implementation = AvenantsResponse.class)))
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  public AvenantsResponse listAvenants(
      @PathParam("id") @Parameter(example = "019a8f3e-5b7c-7d2a-9c41-3f6e2b8d1a90") UUID id) {
    return new AvenantsResponse(
        readAvenants.read(caller.get(), id).stream().map(AvenantResponse::of).toList());
  }

  @GET
  @Path("/{number}")
  @RequiresScope("contracts:read")
  @Operation(
      operationId = "getAvenant",
      summary = "Lire un avenant — Read an avenant",
      description =
          "Ce qu’il change, son texte exact et ses signatures. — What it changes, its exact text and its"
              + " signatures.")
  @APIResponse(
      responseCode = "200",
      description = "L’avenant. — The avenant.",
      headers = {@Header(name = "ETag", schema = @Schema(type = SchemaType.STRING))},
      content = @Content(schema = @Schema(implementation = AvenantResponse.class)))
  @APIResponse(responseCode = "304", description = "Inchangé. — Not modified.")
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  public Response getAvenant(
      @PathParam("id") @Parameter(example = "019a8f3e-5b7c-7d2a-9c41-3f6e2b8d1a90") UUID id,
      @PathParam("number") @Parameter(example = "1") int number,
      @Context Request request) {
    Avenant avenant =
        readAvenants.read(caller.get(), id).stream()
            .filter(one -> one.number() == number)
            .findFirst()
            .orElseThrow(ProblemException::notFound);
    Response.ResponseBuilder unchanged = EntityTags.notModified(request, tag(avenant));
    return unchanged == null ? answer(Response.ok(), avenant) : unchanged.build();
  }

  @POST
  @Path("/{number}/signatures")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresScope("contracts:sign")
  @Operation(
      operationId = "signAvenant",
      summary = "Signer un avenant — Sign an avenant",
      description =
          "Une signature par partie ; la troisième le rend effectif, grand livre compris. — One signature a"
              + " party; the third makes it effective, in the ledger too.")
  @TakesIfMatch
  @TakesIdempotencyKey(required = true)
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = SignatureRequest.class),
              examples = @ExampleObject(name = "example", value = SIGNATURE)))
  @APIResponse(
      responseCode = "201",
      description = "Signé par cette partie. — Signed by this party.",
      headers = {@Header(name = "ETag", schema = @Schema(type = SchemaType.STRING))},
      content = @Content(schema = @Schema(implementation = AvenantResponse.class)))
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  @APIResponse(
      responseCode = "409",
      description =
          "`HASH_OUT_OF_DATE`, `ALREADY_SIGNED`, `ILLEGAL_TRANSITION`, `AVENANT_IN_CLOSED_YEAR`")
  @APIResponse(responseCode = "422", description = "`INVALID`")
  public Response signAvenant(
      @PathParam("id") @Parameter(example = "019a8f3e-5b7c-7d2a-9c41-3f6e2b8d1a90") UUID id,
      @PathParam("number") @Parameter(example = "1") int number,
      @NotNull @Valid SignatureRequest request,
      @Context HttpHeaders headers) {
    Caller who = caller.get();
    return idempotency.onceRequired(
        headers,
        who,
        "POST /v1/contracts/" + id + "/avenants/" + number + "/signatures",
        request,
        () ->
            answer(
                Response.status(Response.Status.CREATED),
                signAvenant.sign(
                    who,
                    id,
                    number,
                    request.hash(),
                    current -> {
                      if (current != null) {
                        EntityTags.checkIfMatch(headers, tag(current));
                      }
                    })));
  }

  private static Response answer(Response.ResponseBuilder builder, Avenant avenant) {
    return builder.tag(tag(avenant)).entity(AvenantResponse.of(avenant)).build();
  }

  /** The text never changes; signatures are added. */
  private static EntityTag tag(Avenant avenant) {
    return EntityTags.of(avenant.number(), avenant.signatures().all().size());
  }
}
