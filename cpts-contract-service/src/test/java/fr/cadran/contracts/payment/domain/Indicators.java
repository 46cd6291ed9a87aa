package fr.cadran.contracts.payment.domain;

import fr.cadran.contracts.indicator.domain.AchievementScale;
import fr.cadran.contracts.indicator.domain.Bound;
import fr.cadran.contracts.indicator.domain.ContractIndicator;
import fr.cadran.contracts.indicator.domain.Direction;
import fr.cadran.contracts.indicator.domain.IndicatorSheet;
import fr.cadran.contracts.indicator.domain.IndicatorType;
import fr.cadran.contracts.indicator.domain.Interval;
import fr.cadran.contracts.indicator.domain.MeasuringMode;
import fr.cadran.contracts.indicator.domain.Weight;
import fr.cadran.kit.type.Euros;
import fr.cadran.kit.type.Rational;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Indicators for tests, each with what it needs and nothing else. */
public record Indicators(
    String code,
    IndicatorType type,
    Direction direction,
    MeasuringMode mode,
    @Nullable String baseline,
    Map<Integer, Rational> targets,
    boolean maintain,
    @Nullable Weight weight,
    AchievementScale scale) {

  public static final AchievementScale.Bands SEED_003_BANDS =
      bands("0", "0", "0.25", "0.25", "0.50", "0.50", "0.75", "0.75", "1", "1");

  /** A rising result of whole weight, compared with its target, paid pro rata. */
  public static Indicators result(String code) {
    return new Indicators(
        code,
        IndicatorType.RESULT,
        Direction.RISING,
        MeasuringMode.LEVEL,
        null,
        Map.of(),
        false,
        new Weight.Share(Rational.ONE),
        new AchievementScale.ProRata());
  }

  public static Indicators means(String code) {
    return result(code).as(IndicatorType.MEANS);
  }

  public Indicators as(IndicatorType other) {
    return new Indicators(code, other, direction, mode, baseline, targets, maintain, weight, scale);
  }

  public Indicators falling() {
    return new Indicators(
        code, type, Direction.FALLING, mode, baseline, targets, maintain, weight, scale);
  }

  public Indicators progress() {
    return new Indicators(
        code, type, direction, MeasuringMode.PROGRESS, baseline, targets, maintain, weight, scale);
  }

  public Indicators from(String other) {
    return new Indicators(code, type, direction, mode, other, targets, maintain, weight, scale);
  }

  /** The same target in each of five years. */
  public Indicators to(String target) {
    Rational goal = Rational.of(new BigDecimal(target));
    return new Indicators(
        code,
        type,
        direction,
        mode,
        baseline,
        Map.of(1, goal, 2, goal, 3, goal, 4, goal, 5, goal),
        maintain,
        weight,
        scale);
  }

  public Indicators toInYear(int year, String target) {
    return new Indicators(
        code,
        type,
        direction,
        mode,
        baseline,
        Map.of(year, Rational.of(new BigDecimal(target))),
        maintain,
        weight,
        scale);
  }

  public Indicators maintained() {
    return new Indicators(code, type, direction, mode, baseline, targets, true, weight, scale);
  }

  public Indicators weighing(Rational share) {
    return weighing(new Weight.Share(share));
  }

  public Indicators weighingEuros(String euros) {
    return weighing(new Weight.Amount(Euros.of(euros)));
  }

  public Indicators weighing(@Nullable Weight other) {
    return new Indicators(code, type, direction, mode, baseline, targets, maintain, other, scale);
  }

  public Indicators on(AchievementScale other) {
    return new Indicators(code, type, direction, mode, baseline, targets, maintain, weight, other);
  }

  public ContractIndicator agreed() {
    return new ContractIndicator(
        code,
        "libellé de " + code,
        type,
        ContractIndicator.Level.LOCAL,
        direction,
        mode,
        baseline == null ? null : Rational.of(new BigDecimal(baseline)),
        targets,
        maintain,
        weight,
        scale,
        IndicatorSheet.BLANK);
  }

  /** Contiguous bands from 0, each up to and including a bound: bound, rate, bound, rate… */
  public static AchievementScale.Bands bands(String... boundsAndRates) {
    List<AchievementScale.Band> bands = new ArrayList<>();
    Bound from = Bound.including(Rational.ZERO);
    for (int i = 0; i < boundsAndRates.length; i += 2) {
      Rational to = Rational.of(new BigDecimal(boundsAndRates[i]));
      bands.add(
          new AchievementScale.Band(
              new Interval(from, Bound.including(to)),
              Rational.of(new BigDecimal(boundsAndRates[i + 1]))));
      from = Bound.excluding(to);
    }
    return new AchievementScale.Bands(bands);
  }

  /** Contiguous steps of shares, each from a bound included up to the next: bound, share… */
  public static AchievementScale.Steps steps(String... boundsAndShares) {
    List<AchievementScale.Step> steps = new ArrayList<>();
    for (int i = 0; i < boundsAndShares.length; i += 2) {
      Bound to =
          i + 2 < boundsAndShares.length
              ? Bound.excluding(Rational.of(new BigDecimal(boundsAndShares[i + 2])))
              : null;
      steps.add(
          new AchievementScale.Step(
              new Interval(Bound.including(Rational.of(new BigDecimal(boundsAndShares[i]))), to),
              new AchievementScale.Payout.OfShare(
                  Rational.of(new BigDecimal(boundsAndShares[i + 1])))));
    }
    return new AchievementScale.Steps(steps);
  }
}
