package fr.cadran.contracts.indicatorcatalogue;

import fr.cadran.contracts.fundingtable.domain.FundingLine;
import fr.cadran.contracts.indicator.domain.ContractIndicator;
import fr.cadran.kit.access.RequiresScope;
import fr.cadran.kit.http.EntityTags;
import fr.cadran.kit.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The catalogue of indicators of contracts; read-only. */
@Path("/v1/contract-indicators")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
    name = "contract-indicators",
    description =
        "Indicateurs nationaux et exemples locaux, à reprendre et adapter. — National indicators and"
            + " local examples, to pick from and adapt.")
@RunOnVirtualThread
public class ContractIndicatorResource {
  private final IndicatorCatalogue catalogue;

  ContractIndicatorResource(IndicatorCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  @GET
  // Every role holds this scope: the catalogue is for all who have an account.
  @RequiresScope("funding-tables:read")
  @Operation(
      operationId = "listCatalogueIndicators",
      summary = "Catalogue des indicateurs d'un contrat — Catalogue of indicators of a contract",
      description =
          "Les indicateurs de suivi nationaux, datés, puis des exemples locaux ; chacun porte des"
              + " termes prêts à proposer. — The national follow-up indicators, dated, then local"
              + " examples; each with terms ready to be proposed.")
  @APIResponse(
      responseCode = "200",
      description = "La liste. — The list.",
      content = @Content(schema = @Schema(implementation = ContractIndicatorsResponse.class)))
  public ContractIndicatorsResponse listCatalogueIndicators(
      @QueryParam("mission")
          @Parameter(description = "Qui a sa place dans cette mission. — That fits this mission.")
          @Nullable FundingLine mission,
      @QueryParam("level") @Parameter(description = "De ce niveau. — Of this level.")
          ContractIndicator.@Nullable Level level,
      @QueryParam("on")
          @Parameter(
              description =
                  "Valable ce jour ; les listes nationales de 2019 et de décembre 2021 diffèrent. —"
                      + " Valid on this day; the national lists of 2019 and December 2021 differ.")
          @Nullable LocalDate on) {
    return new ContractIndicatorsResponse(
        catalogue.entries().stream()
            .filter(entry -> mission == null || entry.missions().contains(mission))
            .filter(entry -> level == null || entry.level() == level)
            .filter(entry -> on == null || entry.isValidOn(on))
            .map(ContractIndicatorResponse::of)
            .toList(),
        null);
  }

  @GET
  @Path("/{code}")
  @RequiresScope("funding-tables:read")
  @Operation(
      operationId = "getCatalogueIndicator",
      summary = "Un indicateur du catalogue — An indicator of the catalogue",
      description =
          "Définition, calcul, source, validité, et un exemple de termes. — Definition, calculation,"
              + " source, validity, and an example of terms.")
  @APIResponse(
      responseCode = "200",
      description = "L'indicateur. — The indicator.",
      headers = {@Header(name = "ETag", schema = @Schema(type = SchemaType.STRING))},
      content = @Content(schema = @Schema(implementation = ContractIndicatorResponse.class)))
  @APIResponse(responseCode = "304", description = "Inchangé. — Not modified.")
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  public Response getCatalogueIndicator(
      @PathParam("code") @Parameter(example = "patients-avec-medecin-traitant") String code,
      @Context Request request) {
    CatalogueEntry entry = catalogue.find(code).orElseThrow(ProblemException::notFound);
    EntityTag tag = EntityTags.of(entry.code(), catalogue.version());
    Response.ResponseBuilder unchanged = EntityTags.notModified(request, tag);
    return unchanged == null
        ? Response.ok(ContractIndicatorResponse.of(entry)).tag(tag).build()
        : unchanged.build();
  }
}
