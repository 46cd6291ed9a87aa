package fr.cadran.gateway.description;

import com.fasterxml.jackson.databind.JsonNode;
import fr.cadran.kit.access.PublicAccess;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The one public API description, in two versions of OpenAPI. */
@Path("/v1")
@Tag(name = "description", description = "Description de l'API. — Description of the API.")
@RunOnVirtualThread
public class OpenApiResource {
  private final DescriptionSource source;

  OpenApiResource(DescriptionSource source) {
    this.source = source;
  }

  @GET
  @Path("/openapi.json")
  @Produces(MediaType.APPLICATION_JSON)
  @PublicAccess
  @Operation(
      operationId = "getOpenApi",
      summary = "Description OpenAPI 3.1 — OpenAPI 3.1 description",
      description =
          "Les descriptions des services, réunies. — The descriptions of the services, merged.")
  @APIResponse(
      responseCode = "200",
      description = "OpenAPI 3.1",
      content =
          @Content(
              schema = @Schema(type = SchemaType.OBJECT, additionalProperties = Schema.True.class)))
  @APIResponse(responseCode = "503", description = "`SERVICE_UNAVAILABLE`")
  public JsonNode getOpenApi() {
    return source.document();
  }

  @GET
  @Path("/openapi-3.0.json")
  @Produces(MediaType.APPLICATION_JSON)
  @PublicAccess
  @Operation(
      operationId = "getOpenApi30",
      summary = "La même en OpenAPI 3.0.3 — The same in OpenAPI 3.0.3",
      description =
          "Pour les outils qui ne lisent pas encore 3.1. — For tools that do not read 3.1 yet.")
  @APIResponse(
      responseCode = "200",
      description = "OpenAPI 3.0.3",
      content =
          @Content(
              schema = @Schema(type = SchemaType.OBJECT, additionalProperties = Schema.True.class)))
  @APIResponse(responseCode = "503", description = "`SERVICE_UNAVAILABLE`")
  public JsonNode getOpenApi30() {
    return source.document30();
  }
}
