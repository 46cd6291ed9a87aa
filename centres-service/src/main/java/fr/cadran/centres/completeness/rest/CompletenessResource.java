package fr.cadran.centres.completeness.rest;

import fr.cadran.centres.completeness.application.CompletenessFilter;
import fr.cadran.centres.completeness.application.MeasureCompleteness;
import fr.cadran.kit.access.CurrentCaller;
import fr.cadran.kit.access.RequiresScope;
import fr.cadran.kit.paging.Listing;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How far the collection of quarters has come. */
@Path("/v1/completeness")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
    name = "completeness",
    description =
        "Taux de complétude et de ponctualité du recueil. — Completeness and timeliness of the"
            + " collection.")
@RunOnVirtualThread
public class CompletenessResource {
  private final MeasureCompleteness measureCompleteness;
  private final CurrentCaller caller;

  CompletenessResource(MeasureCompleteness measureCompleteness, CurrentCaller caller) {
    this.measureCompleteness = measureCompleteness;
    this.caller = caller;
  }

  @GET
  @RequiresScope("quarterly-data:read")
  @Operation(
      operationId = "getCompleteness",
      summary = "Mesurer la complétude d'un trimestre — Measure the completeness of a quarter",
      description =
          """
          Pour l'ARS, dans son territoire ; ailleurs les comptes sont nuls. Un centre est attendu quand il \
          était ouvert au moins un jour du trimestre, qu'il ait ouvert ou fermé pendant celui-ci ou non. — For \
          the ARS, within its territory; elsewhere the counts are zero. A centre is expected when it was open \
          on at least one day of the quarter, whether or not it opened or closed within it.\
          """)
  @APIResponse(
      responseCode = "200",
      description = "Les taux, et qui manque. — The rates, and who is missing.",
      headers = @Header(name = "Link", schema = @Schema(type = SchemaType.STRING)),
      content = @Content(schema = @Schema(implementation = CompletenessResponse.class)))
  public Response getCompleteness(
      @Valid @BeanParam CompletenessQuery query,
      @Valid @BeanParam Listing listing,
      @Context UriInfo uri) {
    CompletenessFilter filter = query.filter();
    MeasureCompleteness.Measured measured =
        measureCompleteness.measure(caller.get(), filter, listing.after(1), listing.limit());
    return Listing.answer(
        measured.missing().map(CompletenessResponse.Missing::of),
        uri,
        (items, next) ->
            CompletenessResponse.of(filter.quarter().toString(), measured, items, next));
  }
}
