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

/** The one public API description. */
@Path("/v1/openapi.json")
@Tag(name = "description", description = "Description de l'API. — Description of the API.")
@RunOnVirtualThread
public class OpenApiResource {
  private final DescriptionSource source;

  OpenApiResource(DescriptionSource source) {
    this.source = source;
  }

  @GET
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
      content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
  @APIResponse(responseCode = "503", description = "`SERVICE_UNAVAILABLE`")
  public JsonNode getOpenApi() {
    return source.document();
  }
}
