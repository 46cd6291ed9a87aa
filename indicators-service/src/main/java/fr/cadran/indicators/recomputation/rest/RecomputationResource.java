package fr.cadran.indicators.recomputation.rest;

import fr.cadran.indicators.recomputation.application.FindRecomputation;
import fr.cadran.indicators.recomputation.application.RequestRecomputation;
import fr.cadran.indicators.recomputation.domain.Recomputation;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.access.CurrentCaller;
import fr.cadran.kit.access.RequiresScope;
import fr.cadran.kit.http.EntityTags;
import fr.cadran.kit.idempotency.Idempotency;
import fr.cadran.kit.openapi.TakesIdempotencyKey;
import fr.cadran.kit.problem.ProblemException;
import fr.cadran.kit.type.Finess;
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
import java.util.List;
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

/** Full computations on demand. */
@Path("/v1/recomputations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
    name = "recomputations",
    description = "Recalcul complet des valeurs et des gains. — Full computation.")
@RunOnVirtualThread
public class RecomputationResource {
  private static final String PATH = "/v1/recomputations/";
  private static final int SECONDS_TO_WAIT = 1;

  private final RequestRecomputation requestRecomputation;
  private final FindRecomputation findRecomputation;
  private final Idempotency idempotency;
  private final CurrentCaller caller;

  RecomputationResource(
      RequestRecomputation requestRecomputation,
      FindRecomputation findRecomputation,
      Idempotency idempotency,
      CurrentCaller caller) {
    this.requestRecomputation = requestRecomputation;
    this.findRecomputation = findRecomputation;
    this.idempotency = idempotency;
    this.caller = caller;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresScope("indicators:recompute")
  @Operation(
      operationId = "requestRecomputation",
      summary = "Tout recalculer — Compute everything again",
      description =
          "Recalcule valeurs et gains depuis les données trimestrielles reçues, centre par centre, et"
              + " dit ce qui n'était pas déjà connu ainsi. `dryRun` ne change rien. L'avancement se"
              + " lit à l'adresse de `Location`. — Computes values and gains from the quarterly data"
              + " as received, centre by centre, and reports what was not known so already. `dryRun`"
              + " changes nothing. Progress is read at `Location`.")
  @TakesIdempotencyKey
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = RecomputationRequest.class),
              examples = @ExampleObject(name = "dryRun", value = "{\"dryRun\": true}")))
  @APIResponse(
      responseCode = "202",
      description = "Demandé. — Asked for.",
      headers = {
        @Header(name = "Location", schema = @Schema(type = SchemaType.STRING)),
        @Header(name = "Retry-After", schema = @Schema(type = SchemaType.INTEGER))
      },
      content = @Content(schema = @Schema(implementation = RecomputationResponse.class)))
  @APIResponse(responseCode = "422", description = "`INVALID` (`CENTRE_WITHOUT_DATA`)")
  public Response requestRecomputation(
      @NotNull @Valid RecomputationRequest request, @Context HttpHeaders headers) {
    Caller who = caller.get();
    String centre = request.centre();
    return idempotency.once(
        headers,
        who,
        "POST /v1/recomputations",
        request,
        () -> {
          Recomputation requested =
              requestRecomputation.request(
                  who,
                  centre == null ? null : new Finess(centre),
                  Boolean.TRUE.equals(request.dryRun()));
          return Response.accepted(RecomputationResponse.of(requested, List.of()))
              .location(URI.create(PATH + requested.id()))
              .header(HttpHeaders.RETRY_AFTER, SECONDS_TO_WAIT)
              .build();
        });
  }

  @GET
  @Path("/{id}")
  @RequiresScope("indicators:recompute")
  @Operation(
      operationId = "getRecomputation",
      summary = "Avancement d'un recalcul — Progress of a recomputation",
      description =
          "État, comptes, et les cent premiers écarts. — State, counts, and the first hundred"
              + " differences.")
  @APIResponse(
      responseCode = "200",
      description = "L'avancement. — The progress.",
      content = @Content(schema = @Schema(implementation = RecomputationResponse.class)))
  @APIResponse(responseCode = "304", description = "Inchangé. — Not modified.")
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  public Response getRecomputation(
      @Parameter(example = "019a0000-0000-7000-8000-000000000000") @PathParam("id") String id,
      @Context Request request) {
    FindRecomputation.Found found = findRecomputation.find(caller.get(), uuid(id));
    Recomputation recomputation = found.recomputation();
    EntityTag tag =
        EntityTags.of(
            recomputation.id(),
            recomputation.state(),
            recomputation.progress().done() + recomputation.progress().failed());
    Response.ResponseBuilder unchanged = EntityTags.notModified(request, tag);
    return unchanged == null
        ? Response.ok(RecomputationResponse.of(recomputation, found.differences())).tag(tag).build()
        : unchanged.build();
  }

  private static UUID uuid(String id) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException noId) {
      throw ProblemException.notFound();
    }
  }
}
