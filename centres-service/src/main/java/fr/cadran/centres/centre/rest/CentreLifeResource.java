package fr.cadran.centres.centre.rest;

import fr.cadran.centres.centre.application.CloseCentre;
import fr.cadran.centres.centre.application.ListVersionsOfCentre;
import fr.cadran.centres.centre.domain.RegisteredCentre;
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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
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

/** The life of a centre in the registry: its versions, its end. */
@Path("/v1/centres/{finess}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "centres")
@RunOnVirtualThread
public class CentreLifeResource {
  private static final String CLOSURE =
      """
      {"closedOn": "2014-06-30"}\
      """;
  private static final String MERGER =
      """
      {"successor": "930012352", "closedOn": "2014-06-30"}\
      """;

  private final CloseCentre closeCentre;
  private final ListVersionsOfCentre listVersions;
  private final CurrentCaller caller;
  private final Idempotency idempotency;

  CentreLifeResource(
      CloseCentre closeCentre,
      ListVersionsOfCentre listVersions,
      CurrentCaller caller,
      Idempotency idempotency) {
    this.closeCentre = closeCentre;
    this.listVersions = listVersions;
    this.caller = caller;
    this.idempotency = idempotency;
  }

  @GET
  @Path("/history")
  @RequiresScope("centres:read")
  @Operation(
      operationId = "listCentreHistory",
      summary = "Histoire d'un centre — History of a centre",
      description =
          "Tout ce que le registre en a dit : depuis quel jour c'est vrai (`effectiveFrom`), depuis"
              + " quand c'est connu (`changedAt`) ; la dernière version connue d'abord. — All that"
              + " the registry said: from which day it is true (`effectiveFrom`), since when it is"
              + " known (`changedAt`); the last known version first.")
  @APIResponse(
      responseCode = "200",
      description = "Une page. — A page.",
      headers = @Header(name = "Link", schema = @Schema(type = SchemaType.STRING)),
      content = @Content(schema = @Schema(implementation = CentresResponse.class)))
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  public Response listCentreHistory(
      @PathParam("finess")
          @Parameter(schema = @Schema(type = SchemaType.STRING), example = "930012345")
          Finess finess,
      @Valid @BeanParam Listing listing,
      @Context UriInfo uri) {
    Page<RegisteredCentre> page =
        listVersions.list(caller.get(), finess, listing.after(1), listing.limit());
    return Listing.answer(
        page.map(centre -> CentreResponse.of(centre, null)), uri, CentresResponse::new);
  }

  @POST
  @Path("/closure")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresScope("centres:write")
  @Operation(
      operationId = "closeCentre",
      summary = "Fermer un centre — Close a centre",
      description =
          "Le centre et ses données restent lisibles. `If-Match` est vérifié s'il est envoyé. — The"
              + " centre and its data stay readable. `If-Match` is checked when it is sent.")
  @TakesIfMatch
  @TakesIdempotencyKey
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = CentreClosureRequest.class),
              examples = @ExampleObject(name = "example", value = CLOSURE)))
  @APIResponse(
      responseCode = "200",
      description = "Fermé. — Closed.",
      headers = @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
      content = @Content(schema = @Schema(implementation = CentreResponse.class)))
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  @APIResponse(responseCode = "409", description = "`CENTRE_CLOSED`")
  @APIResponse(
      responseCode = "422",
      description = "`INVALID` : chaque champ refusé — every refused field")
  public Response closeCentre(
      @PathParam("finess")
          @Parameter(schema = @Schema(type = SchemaType.STRING), example = "930012345")
          Finess finess,
      @NotNull CentreClosureRequest request,
      @Context HttpHeaders headers) {
    return end(
        "closure", finess, request, new CloseCentre.Wish(request.closedOn(), false, null), headers);
  }

  @POST
  @Path("/merger")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresScope("centres:write")
  @Operation(
      operationId = "mergeCentre",
      summary = "Fusionner un centre — Merge a centre",
      description =
          "Ferme le centre au profit d'un autre, qui prend sa suite ; le centre absorbé et ses"
              + " données restent lisibles. `If-Match` est vérifié s'il est envoyé. — Closes the"
              + " centre in favour of another that takes its place; it and its data stay readable."
              + " `If-Match` is checked when it is sent.")
  @TakesIfMatch
  @TakesIdempotencyKey
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = CentreMergerRequest.class),
              examples = @ExampleObject(name = "example", value = MERGER)))
  @APIResponse(
      responseCode = "200",
      description = "Fermé. — Closed.",
      headers = @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
      content = @Content(schema = @Schema(implementation = CentreResponse.class)))
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  @APIResponse(responseCode = "409", description = "`CENTRE_CLOSED`")
  @APIResponse(
      responseCode = "422",
      description = "`INVALID` : chaque champ refusé — every refused field")
  public Response mergeCentre(
      @PathParam("finess")
          @Parameter(schema = @Schema(type = SchemaType.STRING), example = "930012345")
          Finess finess,
      @NotNull CentreMergerRequest request,
      @Context HttpHeaders headers) {
    return end(
        "merger",
        finess,
        request,
        new CloseCentre.Wish(request.closedOn(), true, request.successor()),
        headers);
  }

  private Response end(
      String how, Finess finess, Object request, CloseCentre.Wish wish, HttpHeaders headers) {
    Caller who = caller.get();
    return idempotency.once(
        headers,
        who,
        "POST /v1/centres/" + finess + "/" + how,
        request,
        () -> {
          RegisteredCentre closed =
              closeCentre.close(
                  who,
                  finess,
                  wish,
                  current -> {
                    if (current != null) {
                      EntityTags.checkIfMatch(headers, EntityTags.of(current.version()));
                    }
                  });
          return Response.ok(CentreResponse.of(closed, null))
              .tag(EntityTags.of(closed.version()))
              .build();
        });
  }
}
