package fr.cadran.indicators.value.rest;

import fr.cadran.indicators.export.RowPages;
import fr.cadran.indicators.export.TableFormat;
import fr.cadran.indicators.value.application.ExplainIndicatorValue;
import fr.cadran.indicators.value.application.ListIndicatorValues;
import fr.cadran.indicators.value.application.ListedValue;
import fr.cadran.indicators.value.application.ValueFilter;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.access.CurrentCaller;
import fr.cadran.kit.access.RequiresScope;
import fr.cadran.kit.http.EntityTags;
import fr.cadran.kit.paging.Cursor;
import fr.cadran.kit.paging.Listing;
import fr.cadran.kit.paging.Page;
import fr.cadran.kit.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Indicator values and their explanations. */
@Path("/v1/indicator-values")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
    name = "indicator-values",
    description = "Valeurs des indicateurs et leur explication. — Values and their explanation.")
@RunOnVirtualThread
public class IndicatorValueResource {
  private final ListIndicatorValues listIndicatorValues;
  private final ExplainIndicatorValue explainIndicatorValue;
  private final CurrentCaller caller;

  IndicatorValueResource(
      ListIndicatorValues listIndicatorValues,
      ExplainIndicatorValue explainIndicatorValue,
      CurrentCaller caller) {
    this.listIndicatorValues = listIndicatorValues;
    this.explainIndicatorValue = explainIndicatorValue;
    this.caller = caller;
  }

  @GET
  @Produces({MediaType.APPLICATION_JSON, TableFormat.CSV_TYPE, TableFormat.XLSX_TYPE})
  @RequiresScope("indicators:read")
  @Operation(
      operationId = "listIndicatorValues",
      summary = "Valeurs des indicateurs — Indicator values",
      description =
          "Les valeurs des centres de votre périmètre, par centre, trimestre, indicateur et"
              + " spécialité, puis celles de ses CPTS, par CPTS, contrat, année de contrat, mission"
              + " et indicateur. Une valeur absente a sa raison, jamais zéro. — Values of the centres"
              + " in your scope, by centre, quarter, indicator and specialty, then those of its CPTS,"
              + " by CPTS, contract, contract year, mission and indicator. A missing value has its"
              + " reason, never zero. `text/csv` ou XLSX par `Accept` : toutes les pages en un fichier,"
              + " `limit` et `cursor` n'y comptent pas. — `text/csv` or XLSX by `Accept`: every page in"
              + " one file, where `limit` and `cursor` do not count.")
  @APIResponse(
      responseCode = "200",
      description = "Une page. — A page.",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = IndicatorValuesResponse.class)),
        @Content(mediaType = TableFormat.CSV_TYPE, schema = @Schema(type = SchemaType.STRING)),
        @Content(
            mediaType = TableFormat.XLSX_TYPE,
            schema = @Schema(type = SchemaType.STRING, format = "binary"))
      })
  public Response listIndicatorValues(
      @BeanParam ValueQuery query,
      @BeanParam @Valid Listing listing,
      @Context UriInfo uri,
      @Context Request request) {
    Optional<TableFormat> table = TableFormat.asked(request);
    if (table.isPresent()) {
      return export(table.get(), query.filter(), caller.get());
    }
    Page<ListedValue> page =
        listIndicatorValues.list(
            query.filter(),
            caller.get(),
            listing.limit(),
            listing.after(ListIndicatorValues.POSITION_PARTS));
    return Listing.answer(
        page.map(IndicatorValuesResponse::item), uri, IndicatorValuesResponse::new);
  }

  @GET
  @Path("/{id}/explanation")
  @RequiresScope("indicators:read")
  @Operation(
      operationId = "explainIndicatorValue",
      summary = "Explication d'une valeur — Explanation of a value",
      description =
          "Formule, chiffres substitués, provenance de chaque entrée, paramètres, arrondi ; pour une"
              + " CPTS, le dialogue de gestion qui l'a convenue. Aussi pour une valeur remplacée. —"
              + " Formula, figures substituted, where each input came from, parameters, rounding; for"
              + " a CPTS the dialogue de gestion that agreed on it. Also for a value that another"
              + " superseded.")
  @APIResponse(
      responseCode = "200",
      description = "L'explication. — The explanation.",
      content = @Content(schema = @Schema(implementation = ExplanationResponse.class)))
  @APIResponse(responseCode = "304", description = "Inchangée. — Not modified.")
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  public Response explainIndicatorValue(
      @Parameter(example = "019a0000-0000-7000-8000-000000000000") @PathParam("id") String id,
      @Context Request request) {
    ExplanationResponse explanation =
        ExplanationResponse.of(explainIndicatorValue.explain(uuid(id), caller.get()));
    // A value changes once in its life: when another supersedes it.
    EntityTag tag =
        EntityTags.of(explanation.id(), explanation.supersededAt() == null ? "current" : "past");
    Response.ResponseBuilder unchanged = EntityTags.notModified(request, tag);
    return unchanged == null ? Response.ok(explanation).tag(tag).build() : unchanged.build();
  }

  private Response export(TableFormat format, ValueFilter filter, Caller reader) {
    return format.answer(
        "indicator-values",
        IndicatorValuesResponse.Item.class,
        cursor ->
            listIndicatorValues
                .list(
                    filter,
                    reader,
                    RowPages.PAGE_SIZE,
                    Cursor.read(cursor, ListIndicatorValues.POSITION_PARTS))
                .map(IndicatorValuesResponse::item));
  }

  private static UUID uuid(String id) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException noId) {
      throw ProblemException.notFound();
    }
  }
}
