package fr.cadran.indicators.value.rest;

import fr.cadran.indicators.catalogue.domain.IndicatorDefinition;
import fr.cadran.indicators.catalogue.domain.Unit;
import fr.cadran.indicators.chart.FrenchText;
import fr.cadran.indicators.chart.ImageFormat;
import fr.cadran.indicators.chart.TimeSeriesDrawing;
import fr.cadran.indicators.value.application.ReadTimeSeries;
import fr.cadran.indicators.value.domain.CentreFigure;
import fr.cadran.kit.access.CurrentCaller;
import fr.cadran.kit.access.RequiresScope;
import fr.cadran.kit.type.Rational;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** An indicator of a centre over quarters, drawn. */
@Path("/v1/charts/time-series")
@Tag(name = "charts", description = "Graphiques en SVG et PNG. — Charts as SVG and PNG.")
@RunOnVirtualThread
public class TimeSeriesChartResource {
  private static final int DECIMALS = 6;

  private final ReadTimeSeries readTimeSeries;
  private final CurrentCaller caller;

  TimeSeriesChartResource(ReadTimeSeries readTimeSeries, CurrentCaller caller) {
    this.readTimeSeries = readTimeSeries;
    this.caller = caller;
  }

  @GET
  @Produces({ImageFormat.SVG_TYPE, ImageFormat.PNG_TYPE})
  @RequiresScope("indicators:read")
  @Operation(
      operationId = "drawTimeSeries",
      summary = "Évolution d'un indicateur — An indicator over time",
      description =
          "Un indicateur d'un centre par trimestre, avec sa cible ; un trimestre sans valeur est un vide,"
              + " jamais un zéro. SVG ou PNG selon `Accept`. — An indicator of a centre by quarter, with"
              + " its target; a quarter without a value is a gap, never a zero. SVG or PNG by `Accept`.")
  @APIResponse(
      responseCode = "200",
      description = "L'image. — The image.",
      content = {
        @Content(mediaType = ImageFormat.SVG_TYPE, schema = @Schema(type = SchemaType.STRING)),
        @Content(
            mediaType = ImageFormat.PNG_TYPE,
            schema = @Schema(type = SchemaType.STRING, format = "binary"))
      })
  @APIResponse(responseCode = "304", description = "Inchangée. — Not modified.")
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  public Response drawTimeSeries(@BeanParam TimeSeriesChartQuery query, @Context Request request) {
    ReadTimeSeries.Question question = query.question();
    return ImageFormat.answer(
        drawing(question, readTimeSeries.read(question, caller.get())), request);
  }

  private static TimeSeriesDrawing drawing(
      ReadTimeSeries.Question question, List<ReadTimeSeries.Point> points) {
    IndicatorDefinition definition = question.indicator();
    Unit unit = definition.unit();
    String whole = question.specialty() == null ? "" : ", " + question.specialty();
    return new TimeSeriesDrawing(
        definition.label().fr() + " – centre " + question.centre() + whole,
        definition.label().fr(),
        unit == Unit.RATIO || unit == Unit.COUNT ? "" : french(unit),
        unit == Unit.RATIO,
        points.stream()
            .map(point ->
                new TimeSeriesDrawing.Point(
                    point.quarter(), decimal(point.figure().map(CentreFigure::value))))
            .toList(),
        decimal(Optional.ofNullable(definition.defaultTarget())),
        "Source : Cadran, recueil trimestriel du centre, jusqu'au "
            + FrenchText.day(points.getLast().quarter().lastDay()));
  }

  private static String french(Unit unit) {
    return unit == Unit.DAYS ? "jours" : unit.code();
  }

  private static @Nullable BigDecimal decimal(Optional<Rational> value) {
    return value.map(exact -> exact.round(DECIMALS)).orElse(null);
  }
}
