package fr.cadran.indicators.benchmark.rest;

import fr.cadran.indicators.benchmark.application.Benchmark;
import fr.cadran.indicators.benchmark.application.BenchmarkIndicator;
import fr.cadran.indicators.benchmark.application.BenchmarkQuestion;
import fr.cadran.indicators.benchmark.domain.Cell;
import fr.cadran.indicators.benchmark.domain.Distribution;
import fr.cadran.indicators.benchmark.domain.Quartiles;
import fr.cadran.indicators.benchmark.domain.SizeBand;
import fr.cadran.indicators.catalogue.domain.IndicatorDefinition;
import fr.cadran.indicators.catalogue.domain.Unit;
import fr.cadran.indicators.chart.DistributionDrawing;
import fr.cadran.indicators.chart.FrenchText;
import fr.cadran.indicators.chart.ImageFormat;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The spread of an indicator with the place of a centre, drawn. */
@Path("/v1/charts/distribution")
@Tag(name = "charts", description = "Graphiques en SVG et PNG. — Charts as SVG and PNG.")
@RunOnVirtualThread
public class DistributionChartResource {
  private static final int DECIMALS = 6;

  private final BenchmarkIndicator benchmarkIndicator;
  private final CurrentCaller caller;

  DistributionChartResource(BenchmarkIndicator benchmarkIndicator, CurrentCaller caller) {
    this.benchmarkIndicator = benchmarkIndicator;
    this.caller = caller;
  }

  @GET
  @Produces({ImageFormat.SVG_TYPE, ImageFormat.PNG_TYPE})
  @RequiresScope("indicators:read")
  @Operation(
      operationId = "drawDistribution",
      summary = "Répartition et place d'un centre — Distribution and place of a centre",
      description =
          "La moitié centrale des centres comparables, leur médiane et la place d'un centre de votre"
              + " périmètre ; mêmes règles de secret que `/v1/benchmarks`. SVG ou PNG selon `Accept`. —"
              + " The middle half of comparable centres, their median and the place of a centre within"
              + " your reach; suppressed by the same rules as `/v1/benchmarks`. SVG or PNG by"
              + " `Accept`.")
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
  public Response drawDistribution(@BeanParam BenchmarkQuery query, @Context Request request) {
    return ImageFormat.answer(
        drawing(benchmarkIndicator.benchmark(query.question(), caller.get())), request);
  }

  private static DistributionDrawing drawing(Benchmark benchmark) {
    BenchmarkQuestion question = benchmark.question();
    Distribution distribution = benchmark.distribution();
    IndicatorDefinition definition = question.indicator();
    Unit unit = definition.unit();
    return new DistributionDrawing(
        definition.label().fr() + " – " + FrenchText.quarter(distribution.quarter()),
        population(question, distribution.count()),
        unit == Unit.RATIO || unit == Unit.COUNT ? "" : unit == Unit.DAYS ? "jours" : unit.code(),
        unit == Unit.RATIO,
        spread(distribution.quartiles()),
        "Répartition non publiée : moins de "
            + benchmark.minimum()
            + " centres, ici ou dans ce qui s'en déduirait",
        decimal(distribution.ownValue()),
        "Centre " + question.centre(),
        decimal(definition.defaultTarget()),
        "Source : Cadran, recueil trimestriel des centres, jusqu'au "
            + FrenchText.day(distribution.quarter().lastDay()));
  }

  private static String population(BenchmarkQuestion question, @Nullable Integer count) {
    Cell cell = question.cell();
    return Stream.of(
            count == null ? "Centres comparables" : count + " centres",
            cell.managerKind() == null ? "" : "gestionnaire " + cell.managerKind(),
            cell.sizeBand() == null ? "" : band(cell.sizeBand()),
            cell.region() == null ? "" : "région " + cell.region(),
            cell.departement() == null ? "" : "département " + cell.departement(),
            question.specialty() == null ? "" : "spécialité " + question.specialty())
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private static String band(SizeBand band) {
    return switch (band) {
      case SMALL -> "moins de 2\u202F500 actes";
      case MEDIUM -> "de 2\u202F500 à 10\u202F000 actes";
      case LARGE -> "10\u202F000 actes ou plus";
      case UNKNOWN -> "taille inconnue";
    };
  }

  private static DistributionDrawing.@Nullable Spread spread(@Nullable Quartiles quartiles) {
    return quartiles == null
        ? null
        : new DistributionDrawing.Spread(
            quartiles.lower().round(DECIMALS),
            quartiles.median().round(DECIMALS),
            quartiles.upper().round(DECIMALS));
  }

  private static @Nullable BigDecimal decimal(@Nullable Rational value) {
    return value == null ? null : value.round(DECIMALS);
  }
}
