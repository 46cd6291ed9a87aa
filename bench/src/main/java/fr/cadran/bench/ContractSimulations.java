package fr.cadran.bench;

import fr.cadran.contracts.fundingtable.domain.FundingAmount;
import fr.cadran.contracts.fundingtable.domain.FundingLine;
import fr.cadran.contracts.fundingtable.domain.FundingTable;
import fr.cadran.contracts.fundingtable.domain.RuleName;
import fr.cadran.contracts.fundingtable.domain.RuleParameter;
import fr.cadran.contracts.fundingtable.domain.RuleParameters;
import fr.cadran.contracts.fundingtable.domain.Verification;
import fr.cadran.contracts.fundingtable.domain.Volet;
import fr.cadran.contracts.indicator.domain.AchievementScale;
import fr.cadran.contracts.indicator.domain.Bound;
import fr.cadran.contracts.indicator.domain.ContractIndicator;
import fr.cadran.contracts.indicator.domain.Direction;
import fr.cadran.contracts.indicator.domain.IndicatorSheet;
import fr.cadran.contracts.indicator.domain.IndicatorType;
import fr.cadran.contracts.indicator.domain.Interval;
import fr.cadran.contracts.indicator.domain.MeasuringMode;
import fr.cadran.contracts.indicator.domain.Result;
import fr.cadran.contracts.indicator.domain.Weight;
import fr.cadran.contracts.payment.application.ExplanationDocument;
import fr.cadran.contracts.payment.domain.ContractSimulation;
import fr.cadran.contracts.payment.domain.LedgerLine;
import fr.cadran.kit.type.Euros;
import fr.cadran.kit.type.Rational;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * B7: a contract simulation with the full trace of every line, 5 years × 6 missions × 5 indicators,
 * block by block beside the same arithmetic in bare {@code BigDecimal} without any trace. One
 * thread, in this process; writes {@code bench/results/b7.md} and {@code .json}.
 */
public final class ContractSimulations {
  private static final int WARM_UP_BLOCKS = 20;
  private static final int BLOCKS = 60;
  private static final int BLOCK = 200;
  private static final int YEARS = 5;
  private static final int INDICATORS = 5;
  private static final LocalDate SIGNED = LocalDate.of(2022, 3, 1);
  private static final LocalDate STARTED = LocalDate.of(2022, 9, 1);
  private static final BigDecimal FIXE = new BigDecimal("17500.00");
  private static final BigDecimal RUNNING = new BigDecimal("60000.00");
  private static final BigDecimal RATE = new BigDecimal("0.75");
  private static final BigDecimal[] BOUNDS = {
    BigDecimal.ZERO, new BigDecimal("0.25"), new BigDecimal("0.5"), RATE, BigDecimal.ONE
  };
  private static final List<FundingLine> MISSIONS =
      Stream.of(FundingLine.values()).filter(FundingLine::isMission).toList();

  private ContractSimulations() {}

  /** Runs the measurement; argument: root of the checkout. */
  public static void main(String[] args) throws IOException {
    Sample traced = new Sample("simulation with trace, block of " + BLOCK);
    Sample bare = new Sample("bare BigDecimal, block of " + BLOCK);
    Sample ratios = new Sample("ratio × 1000");
    long check = 0;
    for (int block = 0; block < WARM_UP_BLOCKS + BLOCKS; block++) {
      long start = System.nanoTime();
      for (int i = 0; i < BLOCK; i++) {
        check += withTrace(8 + i % 5);
      }
      long middle = System.nanoTime();
      for (int i = 0; i < BLOCK; i++) {
        check -= bare(8 + i % 5);
      }
      long end = System.nanoTime();
      if (block >= WARM_UP_BLOCKS) {
        traced.add(middle - start);
        bare.add(end - middle);
        ratios.add((middle - start) * 1_000_000 * 1000 / (end - middle));
      }
    }
    if (check != 0) {
      throw new IllegalStateException("both computations must pay the same cents: " + check);
    }
    double perSecond = BLOCK / (traced.millis(50) / 1000);
    double ratio = ratios.millis(50) / 1000;
    String machine =
        "%d processors, Java %s, %s"
            .formatted(
                Runtime.getRuntime().availableProcessors(),
                Runtime.version(),
                System.getProperty("os.name"));
    Path folder = Files.createDirectories(Path.of(args[0]).resolve("bench/results"));
    Files.writeString(
        folder.resolve("b7.md"),
        String.format(
            Locale.ROOT,
            """
            ## B7: contract simulation with full trace

            5 years × 6 missions × 5 indicators, one thread; both pay the same cents.

            | what | blocks | p50 ms | p99 ms |
            | --- | --- | --- | --- |
            | %s | %d | %.1f | %.1f |
            | %s | %d | %.1f | %.1f |

            Ratio, block by block, median: %.1f (to reach: 5). %.0f simulations/s on one core (to reach: 2000). %s.
            """,
            traced.name(),
            traced.count(),
            traced.millis(50),
            traced.millis(99),
            bare.name(),
            bare.count(),
            bare.millis(50),
            bare.millis(99),
            ratio,
            perSecond,
            machine));
    Files.writeString(
        folder.resolve("b7.json"),
        String.format(
            Locale.ROOT,
            "{\"scenario\": \"B7\", \"ratio\": %.3f, \"simulationsPerSecond\": %.0f, \"machine\":"
                + " \"%s\"}%n",
            ratio,
            perSecond,
            machine));
  }

  private static long withTrace(int value) {
    long cents = 0;
    for (LedgerLine line : simulation(value).run().lines()) {
      if (ExplanationDocument.of(line.explanation()).formula().isEmpty()) {
        throw new IllegalStateException("a line without its trace");
      }
      cents += line.amount().amount().unscaledValue().longValueExact();
    }
    return cents;
  }

  private static ContractSimulation simulation(int value) {
    List<ContractSimulation.SimulatedMission> missions = new ArrayList<>();
    Map<Integer, Result> results = new HashMap<>();
    for (int year = 1; year <= YEARS; year++) {
      results.put(year, new Result.Measured(Rational.of(value)));
    }
    for (FundingLine mission : MISSIONS) {
      missions.add(
          new ContractSimulation.SimulatedMission(
              mission,
              STARTED,
              null,
              false,
              false,
              INDICATOR_LIST.stream()
                  .map(one -> new ContractSimulation.SimulatedIndicator(one, results))
                  .toList()));
    }
    return new ContractSimulation(
        SIGNED, TABLE, 2, YEARS, missions, Map.of(), List.of(), Map.of(), null);
  }

  private static long bare(int value) {
    long cents = 0;
    for (int year = 1; year <= YEARS; year++) {
      LocalDate start = SIGNED.plusYears(year - 1L);
      LocalDate end = SIGNED.plusYears(year);
      cents += cents(RUNNING);
      BigDecimal days = BigDecimal.valueOf(ChronoUnit.DAYS.between(start, end));
      BigDecimal left =
          BigDecimal.valueOf(ChronoUnit.DAYS.between(year == 1 ? STARTED : start, end));
      for (int mission = 0; mission < MISSIONS.size(); mission++) {
        BigDecimal base = FIXE.multiply(left).divide(days, MathContext.DECIMAL128);
        BigDecimal advance = base.multiply(RATE).setScale(2, RoundingMode.HALF_UP);
        BigDecimal balance = base.setScale(2, RoundingMode.HALF_UP).subtract(advance);
        BigDecimal rates = BigDecimal.ZERO;
        for (int indicator = 0; indicator < INDICATORS; indicator++) {
          BigDecimal achieved =
              BigDecimal.valueOf(value)
                  .divide(BigDecimal.valueOf(15), MathContext.DECIMAL128)
                  .min(BigDecimal.ONE);
          int band = 0;
          while (achieved.compareTo(BOUNDS[band]) > 0) {
            band++;
          }
          rates = rates.add(BOUNDS[band].multiply(new BigDecimal("0.2")));
        }
        BigDecimal variable = base.multiply(rates).setScale(2, RoundingMode.HALF_UP);
        cents += cents(advance) + cents(balance) + cents(variable);
      }
    }
    return cents;
  }

  private static long cents(BigDecimal euros) {
    return euros.unscaledValue().longValueExact();
  }

  private static final FundingTable TABLE = table();
  private static final List<ContractIndicator> INDICATOR_LIST = indicators();

  private static List<ContractIndicator> indicators() {
    List<AchievementScale.Band> bands = new ArrayList<>();
    Bound from = Bound.including(Rational.ZERO);
    for (BigDecimal bound : BOUNDS) {
      Bound to = Bound.including(Rational.of(bound));
      bands.add(new AchievementScale.Band(new Interval(from, to), Rational.of(bound)));
      from = Bound.excluding(to.at());
    }
    Map<Integer, Rational> targets = new HashMap<>();
    for (int year = 1; year <= YEARS; year++) {
      targets.put(year, Rational.of(15));
    }
    return Stream.of("a", "b", "c", "d", "e")
        .map(code ->
            new ContractIndicator(
                code,
                code,
                IndicatorType.RESULT,
                ContractIndicator.Level.LOCAL,
                Direction.RISING,
                MeasuringMode.LEVEL,
                Rational.ZERO,
                targets,
                false,
                new Weight.Share(Rational.of(1, INDICATORS)),
                new AchievementScale.Bands(bands),
                IndicatorSheet.BLANK))
        .toList();
  }

  private static FundingTable table() {
    List<FundingAmount> amounts = new ArrayList<>();
    amounts.add(amount(FundingLine.FONCTIONNEMENT, Volet.FONCTIONNEMENT, RUNNING));
    for (FundingLine mission : MISSIONS) {
      amounts.add(amount(mission, Volet.FIXE, FIXE));
      amounts.add(amount(mission, Volet.VARIABLE, FIXE));
    }
    Map<RuleName, String> values =
        Map.of(RuleName.CONTRACT_YEARS, "5", RuleName.ADVANCE_RATE, "0.75");
    return new FundingTable(
        "BENCH",
        1,
        "bench",
        LocalDate.of(2019, 8, 25),
        null,
        "bench",
        amounts,
        new RuleParameters(
            Stream.of(RuleName.values())
                .map(name ->
                    new RuleParameter(
                        name,
                        values.getOrDefault(
                            name,
                            name.kind() == RuleName.Kind.CHOICE ? name.choices().getFirst() : "2"),
                        "bench",
                        Verification.ASSUMPTION))
                .toList()));
  }

  private static FundingAmount amount(FundingLine line, Volet volet, BigDecimal euros) {
    return new FundingAmount(
        line, volet, 2, new Euros(euros), false, "bench", Verification.VERIFIED);
  }
}
