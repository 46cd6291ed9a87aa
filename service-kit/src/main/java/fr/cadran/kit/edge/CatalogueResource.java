package fr.cadran.kit.edge;

import fr.cadran.kit.access.PublicAccess;
import fr.cadran.kit.http.Languages;
import fr.cadran.kit.problem.ProblemException;
import fr.cadran.kit.problem.ProblemTexts;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The documentation that the {@code type} of a problem leads to. */
@Path("/v1/problems/{family}/{code}")
@Tag(name = "problems", description = "Catalogue des refus. — Catalogue of refusals.")
@RunOnVirtualThread
public class CatalogueResource {
  private final ProblemTexts texts;

  CatalogueResource(ProblemTexts texts) {
    this.texts = texts;
  }

  /** What a code means. */
  @Schema(name = "ProblemDescription")
  public record DescriptionResponse(
      @Schema(required = true, examples = "STALE_ETAG") String code,
      @Schema(required = true, examples = "common") String family,
      @Schema(required = true) String description) {}

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @PublicAccess
  @Operation(
      operationId = "getProblem",
      summary = "Sens d'un code de refus — Meaning of a refusal's code",
      description =
          "Ce que veut dire le code d'un refus et quoi faire. — What the code of a refusal means and"
              + " what to do.")
  @APIResponse(
      responseCode = "200",
      description = "Sens du code — Meaning of the code",
      content = @Content(schema = @Schema(implementation = DescriptionResponse.class)))
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  public DescriptionResponse getProblem(
      @Parameter(example = "common") @PathParam("family") String family,
      @Parameter(example = "STALE_ETAG") @PathParam("code") String code,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage) {
    Locale locale = Languages.preferred(acceptLanguage);
    return texts
        .describe(family, code, locale)
        .map(description -> new DescriptionResponse(code, family, description))
        .orElseThrow(ProblemException::notFound);
  }
}
