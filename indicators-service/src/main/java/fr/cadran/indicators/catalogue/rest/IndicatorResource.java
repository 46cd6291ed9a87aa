package fr.cadran.indicators.catalogue.rest;

import fr.cadran.indicators.catalogue.domain.IndicatorCatalogue;
import fr.cadran.indicators.catalogue.domain.IndicatorDefinition;
import fr.cadran.kit.access.RequiresScope;
import fr.cadran.kit.http.EntityTags;
import fr.cadran.kit.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Definitions of indicators. */
@Path("/v1/indicators")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "catalogue", description = "Leviers et indicateurs. — Leviers and indicators.")
@RunOnVirtualThread
public class IndicatorResource {
  @GET
  // Every role holds this scope: the catalogue is for all who have an account.
  @RequiresScope("gains:calculate")
  @Operation(
      operationId = "listIndicators",
      summary = "Catalogue des indicateurs — Catalogue of indicators",
      description =
          "Chaque indicateur avec sa formule, ses entrées, sa cible et sa provenance, dans l'ordre"
              + " des leviers. — Every indicator with its formula, inputs, target and provenance, in"
              + " the order of the leviers.")
  @APIResponse(responseCode = "200", description = "La liste. — The list.")
  public IndicatorsResponse listIndicators() {
    return new IndicatorsResponse(
        IndicatorCatalogue.definitions().stream().map(IndicatorResponse::of).toList(), null);
  }

  @GET
  @Path("/{code}")
  @RequiresScope("gains:calculate")
  @Operation(
      operationId = "getIndicator",
      summary = "Définition d'un indicateur — Definition of an indicator",
      description =
          "Formule lisible, entrées nommées, cible par défaut, provenance, version et exemple chiffré. — Readable"
              + " formula, named inputs, default target, provenance, version and worked example.")
  @APIResponse(
      responseCode = "200",
      description = "La définition. — The definition.",
      content = @Content(schema = @Schema(implementation = IndicatorResponse.class)))
  @APIResponse(responseCode = "304", description = "Inchangé. — Not modified.")
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  public Response getIndicator(
      @Parameter(example = "taux-non-venue") @PathParam("code") String code,
      @Context Request request) {
    IndicatorDefinition definition =
        IndicatorCatalogue.withCode(code).orElseThrow(ProblemException::notFound);
    IndicatorResponse answer = IndicatorResponse.of(definition);
    // A record's text says everything that is in it, so the tag changes with any of it.
    EntityTag tag =
        EntityTags.of(
            definition.code(),
            definition.version(),
            Integer.toHexString(answer.toString().hashCode()));
    Response.ResponseBuilder unchanged = EntityTags.notModified(request, tag);
    return unchanged == null ? Response.ok(answer).tag(tag).build() : unchanged.build();
  }
}
