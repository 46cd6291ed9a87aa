package fr.cadran.contracts.cpts.rest;

import fr.cadran.contracts.cpts.application.DrawTerritory;
import fr.cadran.contracts.cpts.application.ReadTerritory;
import fr.cadran.contracts.cpts.application.TerritoryView;
import fr.cadran.kit.access.CurrentCaller;
import fr.cadran.kit.access.RequiresScope;
import fr.cadran.kit.http.EntityTags;
import fr.cadran.kit.openapi.TakesIfMatch;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
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
import org.jspecify.annotations.Nullable;

/** The territory of a CPTS. */
@Path("/v1/cpts/{id}/territory")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "cpts", description = "Registre et vie des CPTS. — Register and life of the CPTS.")
@RunOnVirtualThread
public class TerritoryResource {
  private static final String EXAMPLE = "{\"communes\": [\"93066\", \"93027\"]}";

  private final DrawTerritory drawTerritory;
  private final ReadTerritory readTerritory;
  private final CptsWarnings warnings;
  private final CurrentCaller caller;

  TerritoryResource(
      DrawTerritory drawTerritory,
      ReadTerritory readTerritory,
      CptsWarnings warnings,
      CurrentCaller caller) {
    this.drawTerritory = drawTerritory;
    this.readTerritory = readTerritory;
    this.warnings = warnings;
    this.caller = caller;
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresScope("cpts:territory")
  @Operation(
      operationId = "drawTerritory",
      summary = "Fixer le territoire — Draw the territory",
      description =
          """
          Population et taille sont calculées avec la table datée des communes ; chaque calcul reste dans \
          l'historique. Les recouvrements sont signalés, pas refusés. `If-Match` dès qu'un territoire existe. \
          — Population and size are computed with the dated table of communes; every computation stays in \
          the history. Overlaps are reported, not refused. `If-Match` once there is a territory.\
          """)
  @TakesIfMatch(missingIsRefused = true)
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = TerritoryRequest.class),
              examples = @ExampleObject(name = "exemple", value = EXAMPLE)))
  @APIResponse(
      responseCode = "200",
      description = "Fixé. — Drawn.",
      headers = {@Header(name = "ETag", schema = @Schema(type = SchemaType.STRING))},
      content = @Content(schema = @Schema(implementation = TerritoryResponse.class)))
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  @APIResponse(
      responseCode = "422",
      description =
          "`INVALID` : `COMMUNE_UNKNOWN`, `COMMUNE_TWICE`, `CITY_COUNTED_TWICE`, `POPULATION_UNKNOWN`,"
              + " `POPULATION_IS_ZERO`, `REQUIRED`")
  public Response drawTerritory(
      @Parameter(example = "5ecad2a0-0000-4000-8000-000000000093") @PathParam("id") UUID id,
      @NotNull TerritoryRequest request,
      @Context HttpHeaders headers) {
    TerritoryView drawn =
        drawTerritory.draw(
            caller.get(),
            id,
            request.communes(),
            current -> {
              if (current == null) {
                EntityTags.refuseIfMatchOnAbsent(headers);
              } else {
                EntityTags.refuseExisting(headers);
                EntityTags.requireIfMatch(headers, EntityTags.of(current.number()));
              }
            });
    return answer(drawn, headers);
  }

  @GET
  @RequiresScope("cpts:read")
  @Operation(
      operationId = "getTerritory",
      summary = "Lire le territoire — Read the territory",
      description =
          """
          Le territoire d'aujourd'hui ou celui d'un jour, avec ses recouvrements et tous les calculs. — The territory \
          of today or of a day, with its overlaps and every computation.\
          """)
  @APIResponse(
      responseCode = "200",
      description = "Le territoire. — The territory.",
      headers = {@Header(name = "ETag", schema = @Schema(type = SchemaType.STRING))},
      content = @Content(schema = @Schema(implementation = TerritoryResponse.class)))
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  public Response getTerritory(
      @Parameter(example = "5ecad2a0-0000-4000-8000-000000000093") @PathParam("id") UUID id,
      @QueryParam("on")
          @Parameter(
              description = "Le territoire tel qu'il était ce jour. — As it was on this day.")
          @Nullable LocalDate on,
      @Context HttpHeaders headers) {
    return answer(readTerritory.read(caller.get(), id, on), headers);
  }

  private Response answer(TerritoryView view, HttpHeaders headers) {
    // Overlaps depend on other CPTS and on the caller, so that a read is never "not modified".
    EntityTag tag = EntityTags.of(view.territory().number());
    List<CptsResponse.Warning> told = warnings.of(view.warnings(), headers);
    return Response.ok(TerritoryResponse.of(view, told)).tag(tag).build();
  }
}
