package fr.cadran.contracts.indicator.domain;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cadran.contracts.payment.domain.Indicators;
import fr.cadran.kit.type.Euros;
import fr.cadran.kit.type.FieldError;
import fr.cadran.kit.type.Rational;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each refusal of a negotiation, with its code and the place that it points at. */
class IndicatorRulesTest {
  private static final Euros ENVELOPE = Euros.of("17500.00");
  private static final Indicators GOOD = Indicators.result("a").to("15");

  private static Rational of(String text) {
    return Rational.of(new BigDecimal(text));
  }

  private static List<String> refusalsIn(@Nullable Euros variable, Indicators... indicators) {
    return IndicatorRules.errorsOf(
            Stream.of(indicators).map(Indicators::agreed).toList(), variable, 5, "/indicators")
        .stream()
        .map(IndicatorRulesTest::shown)
        .toList();
  }

  private static List<String> refusals(Indicators... indicators) {
    return refusalsIn(ENVELOPE, indicators);
  }

  private static String shown(FieldError error) {
    return error.pointer() + " " + error.code();
  }

  private static Interval interval(
      @Nullable String from, boolean fromIncluded, @Nullable String to, boolean toIncluded) {
    return new Interval(
        from == null ? null : new Bound(of(from), fromIncluded),
        to == null ? null : new Bound(of(to), toIncluded));
  }

  /** Bands given as {@code [0;0] 0}, as French texts write intervals. */
  private static AchievementScale.Bands bands(String... texts) {
    List<AchievementScale.Band> bands = new ArrayList<>();
    for (String text : texts) {
      String[] said = text.split(" ", -1);
      bands.add(new AchievementScale.Band(interval(said[0]), of(said[1])));
    }
    return new AchievementScale.Bands(bands);
  }

  private static AchievementScale.Steps steps(String... texts) {
    List<AchievementScale.Step> steps = new ArrayList<>();
    for (String text : texts) {
      String[] said = text.split(" ", -1);
      steps.add(
          new AchievementScale.Step(
              interval(said[0]),
              said[1].endsWith("€")
                  ? new AchievementScale.Payout.OfEuros(
                      Euros.of(said[1].substring(0, said[1].length() - 1)))
                  : new AchievementScale.Payout.OfShare(of(said[1]))));
    }
    return new AchievementScale.Steps(steps);
  }

  private static Interval interval(String text) {
    String[] ends = text.substring(1, text.length() - 1).split(";", -1);
    return interval(
        ends[0].isEmpty() ? null : ends[0],
        text.startsWith("["),
        ends[1].isEmpty() ? null : ends[1],
        text.endsWith("]"));
  }

  @Test
  void good_indicators_are_not_refused() {
    assertThat(refusals(GOOD)).isEmpty();
    assertThat(refusals()).isEmpty();
    assertThat(
            refusals(
                Indicators.means("m").weighing(of("0.4")),
                Indicators.means("n").weighing(of("0.6")),
                GOOD.weighing(Rational.of(1, 3)),
                Indicators.result("b").to("1").weighing(Rational.of(2, 3)),
                Indicators.result("c").as(IndicatorType.FOLLOW_UP).weighing((Weight) null)))
        .isEmpty();
    assertThat(
            refusals(
                GOOD.weighingEuros("17499.99"),
                Indicators.result("b").to("1").weighingEuros("0.01")))
        .isEmpty();
    assertThat(refusals(GOOD.weighingEuros("8750"), Indicators.result("b").weighing(of("0.5"))))
        .isEmpty();
  }

  // ---- Weights

  @Test
  void weights_of_99_99_percent_are_refused_and_so_is_a_cent_that_lacks() {
    assertThat(refusals(GOOD.weighing(of("0.9999"))))
        .containsExactly("/indicators WEIGHTS_DO_NOT_SUM");
    assertThat(
            refusals(GOOD.weighingEuros("17499.98"), Indicators.result("b").weighingEuros("0.01")))
        .containsExactly("/indicators WEIGHTS_DO_NOT_SUM");
    assertThat(refusals(GOOD.weighing(of("1.0001"))))
        .containsExactly("/indicators WEIGHTS_DO_NOT_SUM");
    assertThat(refusals(GOOD, Indicators.means("m").weighing(of("0.5"))))
        .containsExactly("/indicators MEANS_WEIGHTS_DO_NOT_SUM");
  }

  @Test
  void a_weight_is_there_and_above_zero() {
    assertThat(refusals(GOOD, Indicators.result("b").weighing((Weight) null)))
        .containsExactly("/indicators/1/weight WEIGHT_MISSING");
    assertThat(refusals(GOOD, Indicators.means("m").weighing((Weight) null)))
        .containsExactly("/indicators/1/weight WEIGHT_MISSING");
    assertThat(refusals(GOOD.weighing(Rational.ZERO)))
        .containsExactly("/indicators/0/weight WEIGHT_NOT_POSITIVE");
    assertThat(refusals(GOOD.weighingEuros("0.00")))
        .containsExactly("/indicators/0/weightEuros WEIGHT_NOT_POSITIVE");
    assertThat(refusals(GOOD.weighing(of("-0.5"))))
        .containsExactly("/indicators/0/weight WEIGHT_NOT_POSITIVE");
    assertThat(refusals(GOOD.weighingEuros("-5")))
        .containsExactly("/indicators/0/weightEuros WEIGHT_NOT_POSITIVE");
  }

  @Test
  void means_weigh_a_share() {
    assertThat(refusals(Indicators.means("m").weighingEuros("500")))
        .containsExactly("/indicators/0/weightEuros MEANS_WEIGH_A_SHARE");
  }

  @Test
  void a_mission_without_variable_part_has_none_to_weigh_in() {
    assertThat(refusalsIn(null, GOOD)).containsExactly("/indicators/0/weight NO_VARIABLE_PART");
    assertThat(refusalsIn(Euros.ZERO, GOOD.weighingEuros("1")))
        .containsExactly("/indicators/0/weightEuros NO_VARIABLE_PART");
    assertThat(refusalsIn(null, Indicators.means("m"))).isEmpty();
    assertThat(
            refusalsIn(
                null, Indicators.result("c").as(IndicatorType.FOLLOW_UP).weighing((Weight) null)))
        .isEmpty();
  }

  @Test
  void a_code_stands_once() {
    assertThat(refusals(GOOD.weighing(of("0.5")), GOOD.weighing(of("0.5"))))
        .containsExactly("/indicators/1/code CODE_TWICE");
  }

  @Test
  void a_sum_is_only_looked_at_when_nothing_else_is_wrong() {
    assertThat(refusals(GOOD.weighing(of("0.3")), Indicators.result("b").to("0")))
        .containsExactly(
            "/indicators/1/targets/1 TARGET_IS_ZERO",
            "/indicators/1/targets/2 TARGET_IS_ZERO",
            "/indicators/1/targets/3 TARGET_IS_ZERO",
            "/indicators/1/targets/4 TARGET_IS_ZERO",
            "/indicators/1/targets/5 TARGET_IS_ZERO");
  }

  // ---- Targets

  @Test
  void a_target_that_would_divide_by_zero_is_decided_at_the_negotiation() {
    assertThat(refusals(Indicators.result("a").toInYear(2, "0")))
        .containsExactly("/indicators/0/targets/2 TARGET_IS_ZERO");
    assertThat(refusals(Indicators.result("a").from("10").toInYear(1, "10")))
        .containsExactly("/indicators/0/targets/1 TARGET_EQUALS_BASELINE");
    assertThat(refusals(Indicators.result("a").from("0").toInYear(1, "0")))
        .containsExactly("/indicators/0/targets/1 TARGET_EQUALS_BASELINE");
    assertThat(refusals(Indicators.result("a").falling().from("10").toInYear(1, "10")))
        .containsExactly("/indicators/0/targets/1 TARGET_EQUALS_BASELINE");
    assertThat(refusals(Indicators.result("a").from("10").toInYear(1, "10").maintained()))
        .isEmpty();
    assertThat(refusals(Indicators.result("a").falling().from("10").toInYear(1, "0"))).isEmpty();
  }

  @Test
  void a_target_goes_the_way_of_its_indicator() {
    assertThat(refusals(Indicators.result("a").from("10").toInYear(1, "9")))
        .containsExactly("/indicators/0/targets/1 TARGET_AGAINST_DIRECTION");
    assertThat(refusals(Indicators.result("a").falling().from("10").toInYear(1, "11")))
        .containsExactly("/indicators/0/targets/1 TARGET_AGAINST_DIRECTION");
    assertThat(refusals(Indicators.result("a").from("10").toInYear(1, "11"))).isEmpty();
    assertThat(refusals(Indicators.result("a").falling().from("10").toInYear(1, "9"))).isEmpty();
  }

  @Test
  void what_is_read_from_the_baseline_has_one() {
    assertThat(refusals(Indicators.result("a").falling().toInYear(1, "9")))
        .containsExactly("/indicators/0/baseline BASELINE_MISSING");
    assertThat(refusals(Indicators.result("a").progress().toInYear(1, "9")))
        .containsExactly("/indicators/0/baseline BASELINE_MISSING");
    assertThat(refusals(Indicators.result("a").falling().on(Indicators.steps("0", "1")))).isEmpty();
  }

  @Test
  void a_target_has_a_year_of_the_contract() {
    assertThat(refusals(Indicators.result("a").toInYear(0, "9")))
        .containsExactly("/indicators/0/targets/0 NO_SUCH_CONTRACT_YEAR");
    assertThat(refusals(Indicators.result("a").toInYear(6, "9")))
        .containsExactly("/indicators/0/targets/6 NO_SUCH_CONTRACT_YEAR");
    assertThat(refusals(Indicators.result("a").toInYear(5, "9"))).isEmpty();
    assertThat(refusals(Indicators.result("a").toInYear(6, "9").on(new AchievementScale.Agreed())))
        .containsExactly("/indicators/0/targets/6 NO_SUCH_CONTRACT_YEAR");
  }

  @Test
  void a_scale_that_reads_no_achievement_asks_nothing_of_targets() {
    assertThat(refusals(Indicators.result("a").to("0").on(Indicators.steps("0", "1")))).isEmpty();
    assertThat(
            refusals(
                Indicators.result("a")
                    .to("0")
                    .on(
                        new AchievementScale.Interpolated(
                            of("2"), of("9"), AchievementScale.Reads.VALUE))))
        .isEmpty();
    assertThat(refusals(Indicators.result("a").to("0").on(new AchievementScale.Agreed())))
        .isEmpty();
  }

  @Test
  void means_need_neither_target_nor_scale() {
    assertThat(
            refusals(
                Indicators.means("m").toInYear(9, "0").on(new AchievementScale.Bands(List.of()))))
        .isEmpty();
  }

  // ---- Scales

  @Test
  void bands_leave_no_gap() {
    assertThat(refusals(GOOD.on(bands("[0;0.50] 0", "[0.51;0.75] 0.75", "]0.75;1] 1"))))
        .containsExactly("/indicators/0/scale/bands/1 SCALE_HAS_GAP");
    assertThat(refusals(GOOD.on(bands("]0;0.5] 0", "]0.5;1] 1"))))
        .containsExactly("/indicators/0/scale/bands/0 SCALE_HAS_GAP");
    assertThat(refusals(GOOD.on(bands("[0;0.5] 0", "]0.5;1[ 1"))))
        .containsExactly("/indicators/0/scale/bands/1 SCALE_HAS_GAP");
    assertThat(refusals(GOOD.on(bands("[0;0.5] 0", "]0.5;0.99] 1"))))
        .containsExactly("/indicators/0/scale/bands/1 SCALE_HAS_GAP");
    assertThat(refusals(GOOD.on(bands("[0;0.5] 0", "]0.5;1.2] 1")))).isEmpty();
    assertThat(refusals(GOOD.on(bands("[-1;0.5] 0", "]0.5;] 1")))).isEmpty();
  }

  @Test
  void bands_do_not_overlap_and_every_bound_is_on_one_side() {
    assertThat(refusals(GOOD.on(bands("[0;0.5] 0", "[0.5;1] 1"))))
        .containsExactly("/indicators/0/scale/bands/1 SCALE_HAS_OVERLAP");
    assertThat(refusals(GOOD.on(bands("[0;0.6] 0", "]0.5;1] 1"))))
        .containsExactly("/indicators/0/scale/bands/1 SCALE_HAS_OVERLAP");
    assertThat(refusals(GOOD.on(bands("[0;] 0", "]0.5;1] 1"))))
        .containsExactly("/indicators/0/scale/bands/1 SCALE_HAS_OVERLAP");
    assertThat(refusals(GOOD.on(bands("[0;0.5] 0", "];1] 1"))))
        .containsExactly("/indicators/0/scale/bands/1 SCALE_HAS_OVERLAP");
    assertThat(refusals(GOOD.on(bands("[0;0.5[ 0", "]0.5;1] 1"))))
        .containsExactly("/indicators/0/scale/bands/1 SCALE_BOUND_UNDECIDED");
  }

  @Test
  void no_band_is_empty_and_neither_is_a_scale() {
    assertThat(refusals(GOOD.on(bands())))
        .containsExactly("/indicators/0/scale/bands SCALE_IS_EMPTY");
    assertThat(refusals(GOOD.on(steps())))
        .containsExactly("/indicators/0/scale/steps SCALE_IS_EMPTY");
    assertThat(refusals(GOOD.on(bands("[0;0.5] 0", "]0.5;0.5] 0.5", "]0.5;1] 1"))))
        .containsExactly("/indicators/0/scale/bands/1 SCALE_PART_IS_EMPTY");
    assertThat(refusals(GOOD.on(bands("[0;0] 0", "]0;0.5] 0.5", "]0.5;0.2] 0.5"))))
        .contains("/indicators/0/scale/bands/2 SCALE_PART_IS_EMPTY");
  }

  @Test
  void a_better_result_never_pays_less() {
    assertThat(refusals(GOOD.on(bands("[0;0.5] 0.6", "]0.5;1] 0.5"))))
        .containsExactly("/indicators/0/scale/bands/1 SCALE_WRONG_DIRECTION");
    assertThat(refusals(GOOD.on(steps("[0;10[ 1", "[10;[ 0"))))
        .containsExactly("/indicators/0/scale/steps/1 SCALE_WRONG_DIRECTION");
    assertThat(
            refusals(
                Indicators.result("a").falling().from("9").on(steps("[0;10[ 0.2", "[10;[ 0.3"))))
        .containsExactly("/indicators/0/scale/steps/1 SCALE_WRONG_DIRECTION");
    assertThat(refusals(Indicators.result("a").falling().on(steps("[0;10[ 1", "[10;[ 0"))))
        .isEmpty();
    assertThat(refusals(GOOD.on(bands("[0;0.5] 0.5", "]0.5;1] 0.5")))).isEmpty();
    assertThat(refusals(Indicators.result("a").falling().on(steps("[0;10[ 1", "[10;[ 1"))))
        .isEmpty();
    // Bands read the achievement, which rises with every better result.
    assertThat(
            refusals(
                Indicators.result("a")
                    .falling()
                    .from("9")
                    .toInYear(1, "3")
                    .on(Indicators.SEED_003_BANDS)))
        .isEmpty();
  }

  @Test
  void a_paid_rate_is_from_zero_to_one() {
    assertThat(refusals(GOOD.on(bands("[0;0.5] 0", "]0.5;1] 1.01"))))
        .containsExactly("/indicators/0/scale/bands/1/pays RATE_OUT_OF_RANGE");
    assertThat(refusals(GOOD.on(bands("[0;0.5] -0.01", "]0.5;1] 1"))))
        .containsExactly("/indicators/0/scale/bands/0/pays RATE_OUT_OF_RANGE");
    assertThat(refusals(GOOD.on(steps("[0;[ 1.5"))))
        .containsExactly("/indicators/0/scale/steps/0/share RATE_OUT_OF_RANGE");
  }

  @Test
  void a_step_pays_at_most_what_its_indicator_weighs() {
    assertThat(refusals(GOOD.on(steps("[0;[ 17500.01€"))))
        .containsExactly("/indicators/0/scale/steps/0/amount STEP_PAYS_TOO_MUCH");
    assertThat(refusals(GOOD.on(steps("[0;[ 17500.00€")))).isEmpty();
    assertThat(
            refusals(
                GOOD.weighing(of("0.5")).on(steps("[0;5[ 0€", "[5;[ 8750.01€")),
                Indicators.result("b").weighing(of("0.5"))))
        .containsExactly("/indicators/0/scale/steps/1/amount STEP_PAYS_TOO_MUCH");
    assertThat(
            refusals(
                GOOD,
                Indicators.result("b")
                    .as(IndicatorType.FOLLOW_UP)
                    .weighing((Weight) null)
                    .on(steps("[0;[ 1€"))))
        .containsExactly("/indicators/1/scale/steps/0/amount STEP_IN_EUROS_NEEDS_A_WEIGHT");
    assertThat(
            refusalsIn(
                null,
                Indicators.result("b")
                    .as(IndicatorType.FOLLOW_UP)
                    .weighing((Weight) null)
                    .on(steps("[0;[ 1"))))
        .isEmpty();
  }

  @Test
  void a_step_in_euros_of_an_empty_envelope_is_refused_and_not_divided() {
    ContractIndicator indicator = GOOD.on(steps("[0;[ 1€")).agreed();
    assertThat(
            ScaleRules.errorsOf(indicator, Euros.ZERO, "/scale").stream()
                .map(IndicatorRulesTest::shown))
        .containsExactly("/scale/steps/0/amount STEP_IN_EUROS_NEEDS_A_WEIGHT");
    assertThat(
            ScaleRules.errorsOf(
                    GOOD.weighing(Rational.ZERO).on(steps("[0;[ 1€")).agreed(), ENVELOPE, "/scale")
                .stream()
                .map(IndicatorRulesTest::shown))
        .containsExactly("/scale/steps/0/amount STEP_IN_EUROS_NEEDS_A_WEIGHT");
  }

  @Test
  void steps_cover_every_value_from_zero_on() {
    assertThat(refusals(GOOD.on(steps("[1;[ 1"))))
        .containsExactly("/indicators/0/scale/steps/0 SCALE_HAS_GAP");
    assertThat(refusals(GOOD.on(steps("[0;5[ 0", "[5;900] 1"))))
        .containsExactly("/indicators/0/scale/steps/1 SCALE_HAS_GAP");
    assertThat(refusals(GOOD.on(steps("[;5[ 0", "[5;[ 1")))).isEmpty();
  }

  @Test
  void thresholds_are_in_order_and_those_of_an_achievement_are_rates() {
    assertThat(refusals(GOOD.on(linear("0.9", "0.5", AchievementScale.Reads.ACHIEVEMENT))))
        .containsExactly("/indicators/0/scale/upper THRESHOLDS_IN_WRONG_ORDER");
    assertThat(refusals(GOOD.on(linear("0.5", "0.5", AchievementScale.Reads.VALUE))))
        .containsExactly("/indicators/0/scale/upper THRESHOLDS_IN_WRONG_ORDER");
    assertThat(refusals(GOOD.on(linear("0.5", "1.01", AchievementScale.Reads.ACHIEVEMENT))))
        .containsExactly("/indicators/0/scale/upper THRESHOLD_IS_NO_RATE");
    assertThat(refusals(GOOD.on(linear("-0.1", "1", AchievementScale.Reads.ACHIEVEMENT))))
        .containsExactly("/indicators/0/scale/upper THRESHOLD_IS_NO_RATE");
    assertThat(refusals(GOOD.on(linear("0", "1", AchievementScale.Reads.ACHIEVEMENT)))).isEmpty();
    assertThat(refusals(GOOD.on(linear("5", "80", AchievementScale.Reads.VALUE)))).isEmpty();
  }

  private static AchievementScale linear(String lower, String upper, AchievementScale.Reads reads) {
    return new AchievementScale.Interpolated(of(lower), of(upper), reads);
  }

  @Test
  void scales_say_their_kind_and_whether_they_read_an_achievement() {
    assertThat(
            Stream.of(
                    new AchievementScale.AllOrNothing(),
                    new AchievementScale.ProRata(),
                    Indicators.SEED_003_BANDS,
                    Indicators.steps("0", "1"),
                    linear("0", "1", AchievementScale.Reads.ACHIEVEMENT),
                    linear("0", "1", AchievementScale.Reads.VALUE),
                    new AchievementScale.Agreed())
                .map(scale -> scale.kind() + " " + scale.readsAchievement()))
        .containsExactly(
            "ALL_OR_NOTHING true",
            "PRO_RATA true",
            "BANDS true",
            "STEPS false",
            "INTERPOLATED true",
            "INTERPOLATED false",
            "AGREED false");
  }

  @Test
  void what_nobody_answered_at_the_negotiation_is_listed() {
    assertThat(IndicatorSheet.BLANK.unanswered())
        .containsExactly(
            "ROOM_FOR_PROGRESS_NOT_SHOWN",
            "ATTAINABLE_NOT_SHOWN",
            "CALCULATION_NOT_GIVEN",
            "SOURCE_NOT_GIVEN",
            "SUPPLIER_NOT_GIVEN",
            "ACTION_NOT_GIVEN");
    assertThat(
            new IndicatorSheet("d", "n ÷ d", "%", "SNDS", " ", "e", "de 10 à 15", "oui", "parcours")
                .unanswered())
        .containsExactly("SUPPLIER_NOT_GIVEN");
  }

  @Test
  void an_interval_is_written_as_french_texts_do() {
    assertThat(interval("]0.25;0.5]")).hasToString("]0.25 ; 0.5]");
    assertThat(interval("[0;10[")).hasToString("[0 ; 10[");
    assertThat(new Interval(null, Bound.excluding(of("3")))).hasToString("]−∞ ; 3[");
    assertThat(new Interval(Bound.including(of("3")), null)).hasToString("[3 ; +∞[");
  }
}
