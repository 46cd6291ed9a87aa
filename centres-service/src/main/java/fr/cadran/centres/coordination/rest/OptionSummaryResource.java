package fr.cadran.centres.coordination.rest;

import fr.cadran.centres.coordination.application.SummariseOptionCoordination;
import fr.cadran.kit.access.CurrentCaller;
import fr.cadran.kit.access.RequiresScope;
import fr.cadran.kit.type.Finess;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What is due for the option, against what was received. */
@Path("/v1/centres/{finess}/coordination-summary")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "coordination-option")
@RunOnVirtualThread
public class OptionSummaryResource {
  private final SummariseOptionCoordination summariseOption;
  private final CurrentCaller caller;

  OptionSummaryResource(SummariseOptionCoordination summariseOption, CurrentCaller caller) {
    this.summariseOption = summariseOption;
    this.caller = caller;
  }

  @GET
  @RequiresScope("coordination:read")
  @Operation(
      operationId = "getOptionSummary",
      summary = "Dû et perçu — Due and received",
      description =
          "Montants dus par année et par moitié, chacun avec son calcul, face aux montants déclarés"
              + " perçus dans les recueils soumis. — What is due by year and half, each with its"
              + " computation, against what submitted quarters say was received.")
  @APIResponse(
      responseCode = "200",
      description = "Le bilan. — The summary.",
      content = @Content(schema = @Schema(implementation = OptionSummaryResponse.class)))
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  public OptionSummaryResponse getOptionSummary(
      @PathParam("finess")
          @Parameter(schema = @Schema(type = SchemaType.STRING), example = "930012345")
          Finess finess,
      @QueryParam("on")
          @Parameter(
              description = "Aujourd'hui par défaut. — Today by default.",
              example = "2015-12-31")
          @Nullable LocalDate on) {
    return OptionSummaryResponse.of(summariseOption.summarise(caller.get(), finess, on));
  }
}
