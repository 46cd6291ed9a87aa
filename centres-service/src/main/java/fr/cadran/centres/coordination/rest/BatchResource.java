package fr.cadran.centres.coordination.rest;

import fr.cadran.centres.coordination.application.ListBatches;
import fr.cadran.centres.coordination.application.SendBatch;
import fr.cadran.centres.coordination.domain.CoordinationBatch;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.access.CurrentCaller;
import fr.cadran.kit.access.RequiresScope;
import fr.cadran.kit.idempotency.Idempotency;
import fr.cadran.kit.openapi.TakesIdempotencyKey;
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

/** Batches of membership files for the CPAM. */
@Path("/v1/centres/{finess}/coordination-batches")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "coordination-option")
@RunOnVirtualThread
public class BatchResource {
  private static final String EXAMPLE =
      """
      {"volet": "MEDICAL", "sentOn": "2014-06-30"}\
      """;

  private final SendBatch sendBatch;
  private final ListBatches listBatches;
  private final CurrentCaller caller;
  private final Idempotency idempotency;

  BatchResource(
      SendBatch sendBatch, ListBatches listBatches, CurrentCaller caller, Idempotency idempotency) {
    this.sendBatch = sendBatch;
    this.listBatches = listBatches;
    this.caller = caller;
    this.idempotency = idempotency;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresScope("coordination:write")
  @Operation(
      operationId = "sendBatch",
      summary = "Constituer un lot — Make a batch",
      description =
          "Toutes les adhésions en cours qui ne sont dans aucun lot. Le premier lot en compte au"
              + " moins 150, les suivants sont libres. — Every membership under way that is in no"
              + " batch. The first batch has 150 at least, later ones any number.")
  @TakesIdempotencyKey
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = BatchRequest.class),
              examples = @ExampleObject(name = "example", value = EXAMPLE)))
  @APIResponse(
      responseCode = "201",
      description = "Constitué. — Made.",
      content = @Content(schema = @Schema(implementation = BatchResponse.class)))
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  @APIResponse(responseCode = "409", description = "`BATCH_TOO_SMALL`")
  @APIResponse(
      responseCode = "422",
      description = "`INVALID` : chaque champ refusé — every refused field")
  public Response sendBatch(
      @PathParam("finess")
          @Parameter(schema = @Schema(type = SchemaType.STRING), example = "930012345")
          Finess finess,
      @NotNull BatchRequest request,
      @Context HttpHeaders headers) {
    Caller who = caller.get();
    return idempotency.once(
        headers,
        who,
        "POST /v1/centres/" + finess + "/coordination-batches",
        request,
        () ->
            Response.status(Response.Status.CREATED)
                .entity(
                    BatchResponse.of(
                        sendBatch.send(who, finess, request.volet(), request.sentOn())))
                .build());
  }

  @GET
  @RequiresScope("coordination:read")
  @Operation(
      operationId = "listBatches",
      summary = "Lots d'adhésions — Batches of memberships",
      description = "Du plus ancien au plus récent. — The oldest first.")
  @APIResponse(
      responseCode = "200",
      description = "Une page. — A page.",
      headers = @Header(name = "Link", schema = @Schema(type = SchemaType.STRING)),
      content = @Content(schema = @Schema(implementation = BatchesResponse.class)))
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  public Response listBatches(
      @PathParam("finess")
          @Parameter(schema = @Schema(type = SchemaType.STRING), example = "930012345")
          Finess finess,
      @Valid @BeanParam Listing listing,
      @Context UriInfo uri) {
    Page<CoordinationBatch> page =
        listBatches.list(caller.get(), finess, listing.after(1), listing.limit());
    return Listing.answer(page.map(BatchResponse::of), uri, BatchesResponse::new);
  }
}
