package fr.cadran.contracts.terms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.cadran.contracts.indicator.domain.AchievementScale;
import fr.cadran.contracts.indicator.domain.Bound;
import fr.cadran.contracts.indicator.domain.ContractIndicator;
import fr.cadran.contracts.indicator.domain.Direction;
import fr.cadran.contracts.indicator.domain.IndicatorRules;
import fr.cadran.contracts.indicator.domain.IndicatorSheet;
import fr.cadran.contracts.indicator.domain.IndicatorType;
import fr.cadran.contracts.indicator.domain.Interval;
import fr.cadran.contracts.indicator.domain.MeasuringMode;
import fr.cadran.contracts.indicator.domain.Weight;
import fr.cadran.contracts.payment.domain.Indicators;
import fr.cadran.kit.type.Euros;
import fr.cadran.kit.type.FieldError;
import fr.cadran.kit.type.Rational;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What an indicator becomes on its way out is read back as the same indicator. */
class IndicatorRequestTest {
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  /** The indicator of the anchor call of the interface. */
  private static final String ANCHOR =
      """
      {"code": "patients-parcours", "weight": 1.0, "direction": "RISING", "baseline": 0,
       "targets": {"1": 15}, "mode": "LEVEL",
       "scale": {"kind": "BANDS", "bands": [{"upTo": 0, "pays": 0}, {"upTo": 0.25, "pays": 0.25},
         {"upTo": 0.50, "pays": 0.50}, {"upTo": 0.75, "pays": 0.75}, {"upTo": 1.00, "pays": 1.00}]}}
      """;

  private static IndicatorRequest read(String json) throws JsonProcessingException {
    return JSON.readValue(json, IndicatorRequest.class);
  }

  private static AchievementScale scale(String json) throws JsonProcessingException {
    return JSON.readValue(json, ScaleRequest.class).toDomain();
  }

  private static List<String> errors(String scale) throws JsonProcessingException {
    return JSON.readValue(scale, ScaleRequest.class).errors("/scale").stream()
        .map(IndicatorRequestTest::shown)
        .toList();
  }

  private static String shown(FieldError error) {
    return error.pointer() + " " + error.code();
  }

  @Test
  void the_anchor_call_is_read_as_the_bands_of_seed_003() throws JsonProcessingException {
    IndicatorRequest anchor = read(ANCHOR);

    assertThat(anchor.errors("/indicators/0")).isEmpty();
    ContractIndicator indicator = anchor.toDomain();
    assertThat(indicator.scale()).isEqualTo(Indicators.SEED_003_BANDS);
    assertThat(indicator.targets()).isEqualTo(Map.of(1, Rational.of(15)));
    assertThat(indicator.weight()).isEqualTo(new Weight.Share(Rational.ONE));
    assertThat(indicator.baseline()).isEqualTo(Rational.ZERO);
    assertThat(IndicatorRules.errorsOf(List.of(indicator), Euros.of("17500"), 5, "")).isEmpty();
  }

  @Test
  void what_is_left_out_has_its_default() throws JsonProcessingException {
    assertThat(read("{\"code\": \"a\"}").toDomain())
        .isEqualTo(
            new ContractIndicator(
                "a",
                "a",
                IndicatorType.RESULT,
                ContractIndicator.Level.LOCAL,
                Direction.RISING,
                MeasuringMode.LEVEL,
                null,
                Map.of(),
                false,
                null,
                new AchievementScale.ProRata(),
                IndicatorSheet.BLANK));
  }

  @Test
  void a_weight_is_a_share_or_euros() throws JsonProcessingException {
    IndicatorRequest both = read("{\"code\": \"a\", \"weight\": 0.5, \"weightEuros\": 9000}");
    assertThat(
            IndicatorRequest.errors(List.of(both), "/indicators").stream()
                .map(IndicatorRequestTest::shown))
        .containsExactly("/indicators/0/weightEuros WEIGHT_OR_EUROS");
    assertThat(read("{\"code\": \"a\", \"weightEuros\": 9000.5}").toDomain().weight())
        .isEqualTo(new Weight.Amount(Euros.of("9000.50")));
  }

  @Test
  void a_first_band_that_ends_above_zero_does_not_hold_zero_unless_it_says_so()
      throws JsonProcessingException {
    assertThat(scale("{\"kind\": \"BANDS\", \"bands\": [{\"upTo\": 0.5, \"pays\": 0}]}"))
        .isEqualTo(bandOf(new Bound(Rational.ZERO, false), Bound.including(Rational.of(1, 2))));
    assertThat(
            scale(
                "{\"kind\": \"BANDS\", \"bands\": [{\"upTo\": 0.5, \"pays\": 0, \"fromIncluded\":"
                    + " true}]}"))
        .isEqualTo(bandOf(Bound.including(Rational.ZERO), Bound.including(Rational.of(1, 2))));
  }

  private static AchievementScale bandOf(Bound from, Bound to) {
    return new AchievementScale.Bands(
        List.of(new AchievementScale.Band(new Interval(from, to), Rational.ZERO)));
  }

  @Test
  void a_band_follows_the_one_before_on_the_other_side_of_its_bound()
      throws JsonProcessingException {
    assertThat(
            scale(
                """
                {"kind": "BANDS", "bands": [
                  {"from": 0, "fromIncluded": true, "upTo": 0.5, "upToIncluded": false, "pays": 0},
                  {"upTo": 0.75, "pays": 0.5},
                  {"from": 0.75, "upTo": 1, "pays": 1}]}
                """))
        .isEqualTo(
            new AchievementScale.Bands(
                List.of(
                    new AchievementScale.Band(
                        new Interval(
                            Bound.including(Rational.ZERO), Bound.excluding(Rational.of(1, 2))),
                        Rational.ZERO),
                    new AchievementScale.Band(
                        new Interval(
                            Bound.including(Rational.of(1, 2)), Bound.including(Rational.of(3, 4))),
                        Rational.of(1, 2)),
                    new AchievementScale.Band(
                        new Interval(
                            Bound.excluding(Rational.of(3, 4)), Bound.including(Rational.ONE)),
                        Rational.ONE))));
  }

  @Test
  void a_step_begins_on_its_lower_bound_and_ends_before_its_upper_one()
      throws JsonProcessingException {
    assertThat(
            scale(
                """
                {"kind": "STEPS", "steps": [{"from": 0, "to": 10, "share": 0.5},
                  {"from": 10, "amount": 2000}]}
                """))
        .isEqualTo(
            new AchievementScale.Steps(
                List.of(
                    new AchievementScale.Step(
                        new Interval(
                            Bound.including(Rational.ZERO), Bound.excluding(Rational.of(10))),
                        new AchievementScale.Payout.OfShare(Rational.of(1, 2))),
                    new AchievementScale.Step(
                        new Interval(Bound.including(Rational.of(10)), null),
                        new AchievementScale.Payout.OfEuros(Euros.of("2000"))))));
  }

  @Test
  void a_scale_has_what_its_kind_asks_for_and_nothing_else() throws JsonProcessingException {
    assertThat(errors("{\"kind\": \"BANDS\"}")).containsExactly("/scale/bands MISSING_IN_SCALE");
    assertThat(errors("{\"kind\": \"STEPS\"}")).containsExactly("/scale/steps MISSING_IN_SCALE");
    assertThat(errors("{\"kind\": \"INTERPOLATED\"}"))
        .containsExactly("/scale/lower MISSING_IN_SCALE", "/scale/upper MISSING_IN_SCALE");
    assertThat(errors("{\"kind\": \"PRO_RATA\", \"bands\": [], \"lower\": 1}"))
        .containsExactly("/scale/bands NOT_OF_THIS_SCALE", "/scale/lower NOT_OF_THIS_SCALE");
    assertThat(
            errors(
                """
                {"kind": "STEPS", "steps": [{"from": 0, "to": 5}, {"from": 5, "amount": 1, "share": 1},
                  {"from": 6, "share": 1}]}
                """))
        .containsExactly("/scale/steps/0 AMOUNT_OR_SHARE", "/scale/steps/1 AMOUNT_OR_SHARE");
    assertThat(errors("{\"kind\": \"AGREED\"}")).isEmpty();
  }

  @Property(tries = 400, seed = "29")
  void an_indicator_goes_out_and_comes_back_the_same(
      @ForAll("indicators") ContractIndicator indicator) throws JsonProcessingException {
    IndicatorRequest out = IndicatorRequest.of(indicator);

    assertThat(out.errors("")).isEmpty();
    assertThat(out.toDomain()).isEqualTo(indicator);
    assertThat(read(JSON.writeValueAsString(out)).toDomain()).isEqualTo(indicator);
  }

  @Provide
  Arbitrary<ContractIndicator> indicators() {
    return Combinators.combine(
            Arbitraries.of(IndicatorType.class),
            Arbitraries.of(ContractIndicator.Level.class),
            Arbitraries.of(Direction.class),
            Arbitraries.of(MeasuringMode.class),
            decimals().injectNull(0.3),
            Arbitraries.maps(Arbitraries.integers().between(1, 5), decimals()).ofMaxSize(5),
            weights().injectNull(0.2),
            scales())
        .as((type, level, direction, mode, baseline, targets, weight, scale) ->
            new ContractIndicator(
                "un-code",
                "Un libellé",
                type,
                level,
                direction,
                mode,
                baseline,
                targets,
                targets.size() % 2 == 0,
                weight,
                scale,
                targets.isEmpty()
                    ? IndicatorSheet.BLANK
                    : new IndicatorSheet("d", "c", "u", "s", "b", "e", "r", "a", "x")));
  }

  private static Arbitrary<Rational> decimals() {
    return Combinators.combine(
            Arbitraries.longs().between(0, 9_000_000), Arbitraries.of(1L, 10L, 1000L, 1_000_000L))
        .as(Rational::of);
  }

  private static Arbitrary<Rational> shares() {
    return Arbitraries.integers().between(0, 1000).map(part -> Rational.of(part, 1000));
  }

  private static Arbitrary<Weight> weights() {
    return Arbitraries.oneOf(
        shares().map(Weight.Share::new),
        Arbitraries.longs()
            .between(1, 9_000_000)
            .map(cents -> new Weight.Amount(new Euros(java.math.BigDecimal.valueOf(cents, 2)))));
  }

  private static Arbitrary<Bound> bounds() {
    return Combinators.combine(decimals(), Arbitraries.of(true, false)).as(Bound::new);
  }

  private static Arbitrary<AchievementScale> scales() {
    Arbitrary<AchievementScale> bands =
        Combinators.combine(bounds(), bounds(), shares())
            .as((from, to, pays) -> new AchievementScale.Band(new Interval(from, to), pays))
            .list()
            .ofMaxSize(4)
            .map(AchievementScale.Bands::new);
    Arbitrary<AchievementScale.Payout> payouts =
        Arbitraries.oneOf(
            shares().map(AchievementScale.Payout.OfShare::new),
            Arbitraries.longs()
                .between(0, 9_000_000)
                .map(cents ->
                    new AchievementScale.Payout.OfEuros(
                        new Euros(java.math.BigDecimal.valueOf(cents, 2)))));
    Arbitrary<AchievementScale> steps =
        Combinators.combine(bounds().injectNull(0.2), bounds().injectNull(0.2), payouts)
            .as((@Nullable Bound from, @Nullable Bound to, AchievementScale.Payout pays) ->
                new AchievementScale.Step(new Interval(from, to), Objects.requireNonNull(pays)))
            .list()
            .ofMaxSize(4)
            .map(AchievementScale.Steps::new);
    return Arbitraries.oneOf(
        Arbitraries.of(
            new AchievementScale.AllOrNothing(),
            new AchievementScale.ProRata(),
            new AchievementScale.Agreed()),
        bands,
        steps,
        Combinators.combine(decimals(), decimals(), Arbitraries.of(AchievementScale.Reads.class))
            .as(AchievementScale.Interpolated::new));
  }
}
