package fr.cadran.indicators.benchmark.rest;

import fr.cadran.indicators.benchmark.application.Benchmark;
import fr.cadran.indicators.benchmark.application.BenchmarkQuestion;
import fr.cadran.indicators.benchmark.domain.Cell;
import fr.cadran.indicators.benchmark.domain.Distribution;
import fr.cadran.indicators.benchmark.domain.Position;
import fr.cadran.indicators.benchmark.domain.Quartiles;
import fr.cadran.indicators.benchmark.domain.SizeBand;
import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.Rational;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How an indicator spreads over comparable centres. */
@Schema(
    name = "Benchmark",
    description =
        "Répartition d'un indicateur entre centres comparables. — How an indicator spreads over"
            + " comparable centres.")
public record BenchmarkResponse(
    @Schema(required = true, examples = "taux-non-venue") String indicator,
    @Schema(required = true, examples = "ratio") String unit,
    @Schema(required = true, examples = "LOWER_IS_BETTER") String direction,
    @Schema(
            required = true,
            nullable = true,
            description = "Nul : le centre entier. — Null: the whole centre.")
        @Nullable String specialty,
    @Schema(required = true, examples = "2013-Q3") String quarter,
    @Schema(required = true) Population population,
    @Schema(
            required = true,
            examples = "5",
            description =
                "Moins de centres, ici ou dans ce qui se déduirait d'autres réponses, et rien n'est"
                    + " publié. — With fewer centres, here or in what other answers would give away,"
                    + " nothing is published.")
        int minimumCentres,
    @Schema(
            required = true,
            examples = "R-7",
            description =
                "Interpolation linéaire entre les deux valeurs voisines, rang 1 + (n − 1) × p (type 7"
                    + " de Hyndman et Fan). — Linear interpolation between the two nearest values.")
        String method,
    @Schema(required = true) Spread distribution,
    @Schema(description = "Nul sans `centre`. — Null without `centre`.")
        @Nullable Standing position,
    @Schema(
            required = true,
            description =
                "Les huit derniers trimestres, le plus ancien d'abord. — The last eight quarters, the"
                    + " oldest first.")
        List<TrendItem> trend) {
  private static final int DECIMALS = 12;
  private static final String BAND_RULE =
      "acts of the quarter: SMALL < %d <= MEDIUM < %d <= LARGE"
          .formatted(SizeBand.MEDIUM_FROM, SizeBand.LARGE_FROM);

  /** Which centres are compared; null leaves a side open. */
  @Schema(name = "BenchmarkPopulation")
  public record Population(
      @Schema(required = true, nullable = true, examples = "MUNICIPAL")
          @Nullable String managerKind,
      @Schema(required = true, nullable = true, examples = "SMALL") @Nullable String sizeBand,
      @Schema(
              required = true,
              examples = "acts of the quarter: SMALL < 2500 <= MEDIUM < 10000 <= LARGE",
              description =
                  "Comment la taille est décidée ; un trimestre sans tous ses actes n'en a pas. — How"
                      + " the size is decided; a quarter that lacks acts has none.")
          String sizeBandRule,
      @Schema(required = true, nullable = true, examples = "93") @Nullable String departement,
      @Schema(required = true, nullable = true, examples = "11") @Nullable String region) {}

  /** The figures of a distribution, all or none. */
  @Schema(name = "BenchmarkDistribution")
  public record Spread(
      @Schema(
              required = true,
              nullable = true,
              examples = "12",
              description =
                  "Centres qui ont une valeur ; nul quand tout est tu. — Centres with a value; null when"
                      + " suppressed.")
          @Nullable Integer count,
      @Schema(required = true, nullable = true, examples = "0.08") @Nullable BigDecimal lower,
      @Schema(required = true, nullable = true, examples = "0.12") @Nullable BigDecimal median,
      @Schema(required = true, nullable = true, examples = "0.18") @Nullable BigDecimal upper,
      @Schema(required = true, nullable = true, examples = "2/25") @Nullable String lowerExact,
      @Schema(required = true, nullable = true, examples = "3/25") @Nullable String medianExact,
      @Schema(required = true, nullable = true, examples = "9/50") @Nullable String upperExact,
      @Schema(required = true) boolean suppressed,
      @Schema(
              required = true,
              nullable = true,
              examples = "FEWER_THAN_MINIMUM",
              description =
                  "`FEWER_THAN_MINIMUM` : trop peu de centres ici, ou dans ce qui se déduirait avec"
                      + " d'autres réponses ; lequel des deux n'est pas dit. — Too few centres here, or"
                      + " in what could be deduced with other answers; which is not said.")
          @Nullable String suppressionReason) {}

  /** Where the centre stands. */
  @Schema(name = "BenchmarkPosition")
  public record Standing(
      @Schema(required = true, examples = "930012345") String centre,
      @Schema(required = true, nullable = true, examples = "0.148936170213")
          @Nullable BigDecimal value,
      @Schema(
              required = true,
              nullable = true,
              examples = "3",
              description = "1 : le meilleur. — 1: the best.")
          @Nullable Integer rank,
      @Schema(
              required = true,
              nullable = true,
              examples = "0.208333333333",
              description =
                  "Part des centres dont la valeur est plus basse, les égales comptées pour moitié. —"
                      + " Share of the centres with a lower value, equal ones counted half.")
          @Nullable BigDecimal percentile,
      @Schema(
              required = true,
              nullable = true,
              examples = "SUPPRESSED",
              description =
                  "`NO_VALUE`, `NOT_IN_POPULATION` ou `SUPPRESSED` : pourquoi il n'y a pas de rang. —"
                      + " Why there is no rank.")
          @Nullable String missingReason) {}

  /** A quarter of the trend. */
  @Schema(name = "BenchmarkTrendItem")
  public record TrendItem(
      @Schema(required = true, examples = "2013-Q3") String quarter,
      @Schema(required = true) Spread distribution,
      @Nullable Standing position) {}

  static BenchmarkResponse of(Benchmark benchmark) {
    BenchmarkQuestion question = benchmark.question();
    Cell cell = question.cell();
    Finess own = question.centre();
    return new BenchmarkResponse(
        question.indicator().code(),
        question.indicator().unit().code(),
        question.indicator().direction().name(),
        question.specialty(),
        benchmark.distribution().quarter().toString(),
        new Population(
            cell.managerKind(),
            cell.sizeBand() == null ? null : cell.sizeBand().name(),
            BAND_RULE,
            cell.departement(),
            cell.region()),
        benchmark.minimum(),
        "R-7",
        spread(benchmark.distribution()),
        standing(own, benchmark.distribution()),
        benchmark.trend().stream()
            .map(one -> new TrendItem(one.quarter().toString(), spread(one), standing(own, one)))
            .toList());
  }

  private static Spread spread(Distribution distribution) {
    Quartiles quartiles = distribution.quartiles();
    return new Spread(
        distribution.count(),
        decimal(quartiles, Quartiles::lower),
        decimal(quartiles, Quartiles::median),
        decimal(quartiles, Quartiles::upper),
        quartiles == null ? null : quartiles.lower().toString(),
        quartiles == null ? null : quartiles.median().toString(),
        quartiles == null ? null : quartiles.upper().toString(),
        distribution.suppressed(),
        distribution.suppressed() ? "FEWER_THAN_MINIMUM" : null);
  }

  private static @Nullable Standing standing(@Nullable Finess own, Distribution distribution) {
    if (own == null) {
      return null;
    }
    Position position = distribution.position();
    return new Standing(
        own.value(),
        decimal(distribution.ownValue(), Function.identity()),
        position == null ? null : position.rank(),
        decimal(position, Position::percentile),
        distribution.positionMissingReason());
  }

  private static <T> @Nullable BigDecimal decimal(@Nullable T from, Function<T, Rational> figure) {
    if (from == null) {
      return null;
    }
    BigDecimal rounded = figure.apply(from).round(DECIMALS).stripTrailingZeros();
    return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
  }
}
