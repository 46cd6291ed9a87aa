package fr.cadran.contracts.indicator.domain;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cadran.contracts.payment.domain.Indicators;
import fr.cadran.kit.type.Euros;
import fr.cadran.kit.type.FieldError;
import fr.cadran.kit.type.Rational;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** Whatever scale is accepted, every result has one rate, and a better one never a lower rate. */
class ScalePropertyTest {
  private static final Euros ENVELOPE = Euros.of("17500");

  @Property(tries = 400, seed = "3", edgeCases = EdgeCasesMode.NONE)
  void an_accepted_scale_gives_one_rate_that_never_falls_for_a_better_value(
      @ForAll("indicators") ContractIndicator indicator,
      @ForAll("values") Rational one,
      @ForAll("values") Rational other) {
    if (!errors(indicator).isEmpty()) {
      return;
    }
    Rational low = rate(indicator, one.min(other));
    Rational high = rate(indicator, one.max(other));
    assertThat(low).isBetween(Rational.ZERO, Rational.ONE);
    assertThat(high).isBetween(Rational.ZERO, Rational.ONE);
    if (indicator.direction() == Direction.RISING) {
      assertThat(low).isLessThanOrEqualTo(high);
    } else {
      assertThat(high).isLessThanOrEqualTo(low);
    }
  }

  @Property(tries = 400, seed = "5", edgeCases = EdgeCasesMode.NONE)
  void bands_that_are_accepted_hold_every_achievement_once(
      @ForAll("bands") AchievementScale.Bands bands, @ForAll("rates") Rational achievement) {
    boolean accepted = errors(Indicators.result("a").to("10").on(bands).agreed()).isEmpty();
    long holding =
        bands.bands().stream().filter(band -> band.achievement().contains(achievement)).count();
    if (accepted) {
      assertThat(holding).isEqualTo(1);
    }
  }

  /** The other way round: bands in which a figure has no place, or two, are not accepted. */
  @Property(tries = 400, seed = "7", edgeCases = EdgeCasesMode.NONE)
  void bands_in_which_a_figure_has_not_exactly_one_place_are_refused(
      @ForAll("bands") AchievementScale.Bands bands) {
    List<Rational> probes = new ArrayList<>(List.of(Rational.ZERO, Rational.ONE));
    for (AchievementScale.Band band : bands.bands()) {
      for (Bound bound :
          List.of(bound(band.achievement().from()), bound(band.achievement().to()))) {
        probes.add(bound.at());
        probes.add(bound.at().plus(Rational.of(1, 1_000_000)).min(Rational.ONE));
        probes.add(bound.at().minus(Rational.of(1, 1_000_000)).max(Rational.ZERO));
      }
    }
    boolean tiles =
        probes.stream()
            .allMatch(probe ->
                bands.bands().stream().filter(band -> band.achievement().contains(probe)).count()
                    == 1);
    boolean rises = true;
    for (int i = 1; i < bands.bands().size(); i++) {
      rises &= bands.bands().get(i).pays().compareTo(bands.bands().get(i - 1).pays()) >= 0;
    }
    if (!tiles || !rises) {
      assertThat(errors(Indicators.result("a").to("10").on(bands).agreed())).isNotEmpty();
    }
  }

  @Property(tries = 500, seed = "11")
  void exact_text_says_the_very_figure(@ForAll("exact") Rational value) {
    String text = value.toText();
    Rational back = text.contains("/") ? Rational.parse(text) : Rational.of(new BigDecimal(text));
    assertThat(back).isEqualTo(value);
    if (text.contains("/")) {
      assertThat(hasDecimals(value.denominator().longValueExact())).isFalse();
    } else if (text.contains(".")) {
      assertThat(text).doesNotEndWith("0");
    }
  }

  private static boolean hasDecimals(long denominator) {
    long rest = denominator;
    while (rest % 2 == 0) {
      rest /= 2;
    }
    while (rest % 5 == 0) {
      rest /= 5;
    }
    return rest == 1;
  }

  private static Bound bound(@Nullable Bound bound) {
    return bound == null ? Bound.including(Rational.ZERO) : bound;
  }

  private static List<FieldError> errors(ContractIndicator indicator) {
    return IndicatorRules.errorsOf(List.of(indicator), ENVELOPE, 5, "");
  }

  private static Rational rate(ContractIndicator indicator, Rational value) {
    return ((PaidRate.Known) ResultReading.of(indicator, 1, new Result.Measured(value), ENVELOPE))
        .rate();
  }

  @Provide
  Arbitrary<Rational> values() {
    return Arbitraries.integers().between(0, 4000).map(tenths -> Rational.of(tenths, 10));
  }

  @Provide
  Arbitrary<Rational> rates() {
    return Arbitraries.integers().between(0, 20).map(twentieths -> Rational.of(twentieths, 20));
  }

  @Provide
  Arbitrary<Rational> exact() {
    return Combinators.combine(
            Arbitraries.longs().between(-1_000_000, 1_000_000),
            Arbitraries.oneOf(
                Arbitraries.longs().between(1, 5000),
                Arbitraries.of(8L, 125L, 1000L, 4096L, 15625L, 640L)))
        .as(Rational::of);
  }

  @Provide
  Arbitrary<AchievementScale.Bands> bands() {
    Arbitrary<Boolean> mostly =
        Arbitraries.frequency(net.jqwik.api.Tuple.of(6, true), net.jqwik.api.Tuple.of(1, false));
    return Combinators.combine(
            Arbitraries.integers().between(1, 19).set().ofMaxSize(4),
            rates().list().ofSize(5),
            mostly.list().ofSize(10),
            mostly)
        .as((cuts, pays, sides, sorted) -> {
          List<Integer> bounds = new ArrayList<>(cuts);
          bounds.sort(null);
          bounds.add(20);
          List<Rational> rates = new ArrayList<>(pays);
          if (sorted) {
            rates.sort(null);
          }
          List<AchievementScale.Band> bands = new ArrayList<>();
          Bound from = new Bound(Rational.ZERO, sides.get(0));
          for (int i = 0; i < bounds.size(); i++) {
            Rational at = Rational.of(bounds.get(i), 20);
            bands.add(
                new AchievementScale.Band(
                    new Interval(from, new Bound(at, sides.get(2 * i + 1))), rates.get(i)));
            from =
                new Bound(
                    i % 2 == 0 || sides.get(2 * i) ? at : at.plus(Rational.of(1, 40)),
                    i < 4 && !sides.get(2 * i + 2));
          }
          return new AchievementScale.Bands(bands);
        });
  }

  @Provide
  Arbitrary<ContractIndicator> indicators() {
    Arbitrary<AchievementScale> steps =
        Combinators.combine(
                Arbitraries.integers().between(1, 300).set().ofMaxSize(4),
                rates().list().ofSize(5),
                Arbitraries.of(true, false))
            .as((cuts, pays, rising) -> {
              List<Integer> bounds = new ArrayList<>(cuts);
              bounds.add(0);
              bounds.sort(null);
              List<Rational> rates = new ArrayList<>(pays);
              rates.sort(rising ? null : (one, other) -> other.compareTo(one));
              List<String> figures = new ArrayList<>();
              for (int i = 0; i < bounds.size(); i++) {
                figures.add("" + bounds.get(i));
                figures.add(rates.get(i).toText());
              }
              return Indicators.steps(figures.toArray(String[]::new));
            });
    Arbitrary<AchievementScale> linear =
        Combinators.combine(
                Arbitraries.integers().between(0, 100),
                Arbitraries.integers().between(0, 100),
                Arbitraries.of(AchievementScale.Reads.class))
            .as((lower, upper, reads) ->
                reads == AchievementScale.Reads.VALUE
                    ? new AchievementScale.Interpolated(
                        Rational.of(lower), Rational.of(upper), reads)
                    : new AchievementScale.Interpolated(
                        Rational.of(lower, 100), Rational.of(upper, 100), reads));
    Arbitrary<AchievementScale> scales =
        Arbitraries.oneOf(
            Arbitraries.of(new AchievementScale.AllOrNothing(), new AchievementScale.ProRata()),
            bands().map(AchievementScale.class::cast),
            steps,
            linear);
    return Combinators.combine(
            scales,
            Arbitraries.integers().between(0, 200),
            Arbitraries.integers().between(0, 200),
            Arbitraries.of(true, false),
            Arbitraries.of(true, false),
            Arbitraries.of(true, false))
        .as((scale, baseline, target, falling, progress, maintain) -> {
          Indicators indicator =
              Indicators.result("a").from("" + baseline).to("" + target).on(scale);
          indicator = falling ? indicator.falling() : indicator;
          indicator = progress ? indicator.progress() : indicator;
          return (maintain ? indicator.maintained() : indicator).agreed();
        });
  }
}
