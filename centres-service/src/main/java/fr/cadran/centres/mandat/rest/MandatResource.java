package fr.cadran.centres.mandat.rest;

import fr.cadran.centres.mandat.application.GiveMandat;
import fr.cadran.centres.mandat.application.ListMandats;
import fr.cadran.centres.mandat.application.ReadMandat;
import fr.cadran.centres.mandat.application.ReadMandatHistory;
import fr.cadran.centres.mandat.application.RevokeMandat;
import fr.cadran.centres.mandat.domain.Mandat;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.access.CurrentCaller;
import fr.cadran.kit.access.RequiresScope;
import fr.cadran.kit.http.EntityTags;
import fr.cadran.kit.idempotency.Idempotency;
import fr.cadran.kit.openapi.TakesIdempotencyKey;
import fr.cadran.kit.openapi.TakesIfMatch;
import fr.cadran.kit.paging.Listing;
import fr.cadran.kit.paging.Page;
import fr.cadran.kit.type.Finess;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
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
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
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

/** The mandats of a centre. */
@Path("/v1/centres/{finess}/mandats")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
    name = "mandats",
    description =
        "Ce qu'un centre permet à un logiciel éditeur. — What a centre lets an editor's software"
            + " do.")
@RunOnVirtualThread
public class MandatResource {
  private static final String EXAMPLE =
      """
      {"clientId": "editor-demo", "scopes": ["quarterly-data:write", "appointments:write"], \
      "validUntil": "2027-12-31"}\
      """;

  private final GiveMandat giveMandat;
  private final RevokeMandat revokeMandat;
  private final ReadMandat readMandat;
  private final ListMandats listMandats;
  private final ReadMandatHistory readMandatHistory;
  private final CurrentCaller caller;
  private final Idempotency idempotency;
  private final Clock clock;

  MandatResource(
      GiveMandat giveMandat,
      RevokeMandat revokeMandat,
      ReadMandat readMandat,
      ListMandats listMandats,
      ReadMandatHistory readMandatHistory,
      CurrentCaller caller,
      Idempotency idempotency,
      Clock clock) {
    this.giveMandat = giveMandat;
    this.revokeMandat = revokeMandat;
    this.readMandat = readMandat;
    this.listMandats = listMandats;
    this.readMandatHistory = readMandatHistory;
    this.caller = caller;
    this.idempotency = idempotency;
    this.clock = clock;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresScope("mandats:write")
  @Operation(
      operationId = "giveMandat",
      summary = "Donner un mandat — Give a mandat",
      description =
          "Le gestionnaire du centre permet à un client éditeur d'agir pour lui jusqu'à une date. —"
              + " The manager of the centre lets an editor's client act for it until a date.")
  @TakesIdempotencyKey
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = MandatRequest.class),
              examples = @ExampleObject(name = "mandat", value = EXAMPLE)))
  @APIResponse(
      responseCode = "201",
      description = "Donné. — Given.",
      headers = {
        @Header(name = "Location", schema = @Schema(type = SchemaType.STRING)),
        @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING))
      },
      content = @Content(schema = @Schema(implementation = MandatResponse.class)))
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  @APIResponse(
      responseCode = "422",
      description = "`INVALID` : chaque champ refusé — every refused field")
  public Response giveMandat(
      @PathParam("finess")
          @Parameter(schema = @Schema(type = SchemaType.STRING), example = "930012345")
          Finess finess,
      @NotNull MandatRequest request,
      @Context HttpHeaders headers) {
    Caller who = caller.get();
    return idempotency.once(
        headers,
        who,
        "POST /v1/centres/" + finess + "/mandats",
        request,
        () -> {
          Mandat mandat = giveMandat.give(who, finess, request.toWish());
          URI location = URI.create("/v1/centres/" + finess + "/mandats/" + mandat.id());
          return answer(Response.created(location), mandat);
        });
  }

  @GET
  @RequiresScope("mandats:read")
  @Operation(
      operationId = "listMandats",
      summary = "Lister les mandats — List mandats",
      description =
          "Les mandats du centre, du plus ancien au plus récent ; un éditeur ne voit que les siens."
              + " — The mandats of the centre, the oldest first; an editor sees its own only.")
  @APIResponse(
      responseCode = "200",
      description = "Une page. — A page.",
      headers = @Header(name = "Link", schema = @Schema(type = SchemaType.STRING)),
      content = @Content(schema = @Schema(implementation = MandatsResponse.class)))
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  public Response listMandats(
      @PathParam("finess")
          @Parameter(schema = @Schema(type = SchemaType.STRING), example = "930012345")
          Finess finess,
      @Valid @BeanParam MandatQuery query,
      @Valid @BeanParam Listing listing,
      @Context UriInfo uri) {
    Page<Mandat> page =
        listMandats.list(caller.get(), finess, query.filter(), listing.after(1), listing.limit());
    Instant now = clock.instant();
    return Listing.answer(
        page.map(mandat -> MandatResponse.of(mandat, now)), uri, MandatsResponse::new);
  }

  @GET
  @Path("/{id}")
  @RequiresScope("mandats:read")
  @Operation(
      operationId = "getMandat",
      summary = "Lire un mandat — Read a mandat",
      description = "Le mandat et son état actuel. — The mandat and where it stands now.")
  @APIResponse(
      responseCode = "200",
      description = "Le mandat. — The mandat.",
      headers = @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
      content = @Content(schema = @Schema(implementation = MandatResponse.class)))
  @APIResponse(responseCode = "304", description = "Inchangé. — Not modified.")
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  public Response getMandat(
      @PathParam("finess")
          @Parameter(schema = @Schema(type = SchemaType.STRING), example = "930012345")
          Finess finess,
      @PathParam("id") @Parameter(example = "019a8f3e-5b7c-7d2a-9c41-3f6e2b8d1a90") UUID id,
      @Context Request request) {
    Mandat mandat = readMandat.read(caller.get(), finess, id);
    Response.ResponseBuilder unchanged = EntityTags.notModified(request, tag(mandat));
    return unchanged != null ? unchanged.build() : answer(Response.ok(), mandat);
  }

  @GET
  @Path("/{id}/history")
  @RequiresScope("mandats:read")
  @Operation(
      operationId = "getMandatHistory",
      summary = "Histoire d'un mandat — History of a mandat",
      description =
          "Qui l'a donné, qui l'a révoqué, et quand : identifiants de comptes seulement. Pour le"
              + " centre et l'auditeur. — Who gave it, who revoked it, and when: account ids only."
              + " For the centre and the auditor.")
  @APIResponse(
      responseCode = "200",
      description = "L'histoire. — The history.",
      content = @Content(schema = @Schema(implementation = MandatHistoryResponse.class)))
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  public MandatHistoryResponse getMandatHistory(
      @PathParam("finess")
          @Parameter(schema = @Schema(type = SchemaType.STRING), example = "930012345")
          Finess finess,
      @PathParam("id") @Parameter(example = "019a8f3e-5b7c-7d2a-9c41-3f6e2b8d1a90") UUID id) {
    return MandatHistoryResponse.of(readMandatHistory.read(caller.get(), finess, id));
  }

  @POST
  @Path("/{id}/revocation")
  @RequiresScope("mandats:write")
  @Operation(
      operationId = "revokeMandat",
      summary = "Révoquer un mandat — Revoke a mandat",
      description =
          "Immédiat et définitif. `If-Match` est vérifié s'il est envoyé. — At once and for good."
              + " `If-Match` is checked when it is sent.")
  @TakesIfMatch
  @TakesIdempotencyKey
  @APIResponse(
      responseCode = "200",
      description = "Révoqué. — Revoked.",
      headers = @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
      content = @Content(schema = @Schema(implementation = MandatResponse.class)))
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  @APIResponse(responseCode = "409", description = "`MANDAT_ALREADY_REVOKED`")
  public Response revokeMandat(
      @PathParam("finess")
          @Parameter(schema = @Schema(type = SchemaType.STRING), example = "930012345")
          Finess finess,
      @PathParam("id") @Parameter(example = "019a8f3e-5b7c-7d2a-9c41-3f6e2b8d1a90") UUID id,
      @Context HttpHeaders headers) {
    Caller who = caller.get();
    return idempotency.once(
        headers,
        who,
        "POST /v1/centres/" + finess + "/mandats/" + id + "/revocation",
        null,
        () -> {
          Mandat revoked =
              revokeMandat.revoke(
                  who,
                  finess,
                  id,
                  current -> {
                    if (current != null) {
                      EntityTags.checkIfMatch(headers, tag(current));
                    }
                  });
          return answer(Response.ok(), revoked);
        });
  }

  private Response answer(Response.ResponseBuilder builder, Mandat mandat) {
    return builder.tag(tag(mandat)).entity(MandatResponse.of(mandat, clock.instant())).build();
  }

  /** A mandat changes when it is revoked, and with its days. */
  private EntityTag tag(Mandat mandat) {
    return EntityTags.of(mandat.stateAt(clock.instant()));
  }
}
