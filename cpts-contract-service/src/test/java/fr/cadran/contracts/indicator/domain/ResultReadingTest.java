package fr.cadran.contracts.indicator.domain;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cadran.contracts.payment.domain.Indicators;
import fr.cadran.kit.type.Euros;
import fr.cadran.kit.type.Rational;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a result becomes a paid rate: the figures of cpts.md §6 and seed 003. */
class ResultReadingTest {
  private static final Euros ENVELOPE = Euros.of("17500");

  private static Rational of(String text) {
    return text.contains("/") ? Rational.parse(text) : Rational.of(new BigDecimal(text));
  }

  private static PaidRate read(Indicators indicator, @Nullable Result result) {
    return ResultReading.of(indicator.agreed(), 1, result, ENVELOPE);
  }

  private static PaidRate.Known paid(Indicators indicator, String value) {
    return (PaidRate.Known) read(indicator, new Result.Measured(of(value)));
  }

  private static String unknown(Indicators indicator, @Nullable Result result) {
    return ((PaidRate.Unknown) read(indicator, result)).reason();
  }

  @Test
  void ten_of_fifteen_is_two_thirds_pro_rata_and_says_how() {
    assertThat(paid(Indicators.result("a").to("15"), "10"))
        .isEqualTo(
            new PaidRate.Known(
                Rational.of(2, 3),
                Rational.of(2, 3),
                "valeur ÷ cible",
                "10 ÷ 15",
                "au prorata, plafonné à 1"));
  }

  @Test
  void ten_of_fifteen_falls_in_the_band_that_pays_three_quarters() {
    assertThat(paid(Indicators.result("a").to("15").on(Indicators.SEED_003_BANDS), "10"))
        .isEqualTo(
            new PaidRate.Known(
                Rational.of(3, 4),
                Rational.of(2, 3),
                "valeur ÷ cible",
                "10 ÷ 15",
                "tranche ]0.5 ; 0.75] : 0.75"));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "0.01, 0.25",
    "25, 0.25",
    "25.01, 0.5",
    "50, 0.5",
    "50.5, 0.75",
    "51, 0.75",
    "75, 0.75",
    "75.01, 1",
    "100, 1",
    "250, 1"
  })
  void the_bands_of_seed_003_pay_their_top_and_the_first_excludes_zero(String value, String rate) {
    assertThat(paid(Indicators.result("a").to("100").on(Indicators.SEED_003_BANDS), value).rate())
        .isEqualTo(of(rate));
  }

  @ParameterizedTest
  @CsvSource({
    "14.99, 0, cible non atteinte : 0",
    "15, 1, cible atteinte : 1",
    "16, 1, cible atteinte : 1"
  })
  void all_or_nothing_pays_from_the_target_on(String value, String rate, String reading) {
    PaidRate.Known known =
        paid(Indicators.result("a").to("15").on(new AchievementScale.AllOrNothing()), value);
    assertThat(known.rate()).isEqualTo(of(rate));
    assertThat(known.reading()).isEqualTo(reading);
    assertThat(known.formula()).isEqualTo("valeur ÷ cible");
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "9.99, 0", "10, 0.5", "19.99, 0.5", "20, 1", "1000, 1"})
  void rising_steps_read_the_value_itself(String value, String rate) {
    PaidRate.Known known =
        paid(Indicators.result("a").on(Indicators.steps("0", "0", "10", "0.5", "20", "1")), value);
    assertThat(known.rate()).isEqualTo(of(rate));
    assertThat(known.achievement()).isNull();
    assertThat(known.formula()).isEqualTo("valeur");
    assertThat(known.substituted()).isEqualTo(of(value).toText());
  }

  @Test
  void a_step_says_which_it_is() {
    assertThat(
            paid(Indicators.result("a").on(Indicators.steps("0", "0", "10", "0.5")), "12")
                .reading())
        .isEqualTo("palier [10 ; +∞[ : 0.5");
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "10, 0.5", "20, 0"})
  void falling_steps_pay_less_for_more(String value, String rate) {
    assertThat(
            paid(
                    Indicators.result("a")
                        .falling()
                        .on(Indicators.steps("0", "1", "10", "0.5", "20", "0")),
                    value)
                .rate())
        .isEqualTo(of(rate));
  }

  @Test
  void a_step_in_euros_pays_its_part_of_what_the_indicator_weighs() {
    AchievementScale.Steps steps =
        new AchievementScale.Steps(
            List.of(
                new AchievementScale.Step(
                    new Interval(null, null),
                    new AchievementScale.Payout.OfEuros(Euros.of("2000")))));

    // Half of 17,500 is 8,750: 2,000 of it.
    PaidRate.Known byShare =
        paid(Indicators.result("a").weighing(Rational.of(1, 2)).on(steps), "3");
    assertThat(byShare.rate()).isEqualTo(Rational.of(2000, 8750));
    assertThat(byShare.reading()).isEqualTo("palier ]−∞ ; +∞[ : 2000.00 €");
    assertThat(paid(Indicators.result("a").weighingEuros("5000").on(steps), "3").rate())
        .isEqualTo(Rational.of(2, 5));
    assertThat(paid(Indicators.result("a").weighing((Weight) null).on(steps), "3").rate())
        .isEqualTo(Rational.ZERO);
    assertThat(paid(Indicators.result("a").weighingEuros("1000").on(steps), "3").rate())
        .isEqualTo(Rational.ONE);
  }

  @ParameterizedTest
  @CsvSource({"40, 0", "50, 0", "60, 0.25", "90, 1", "100, 1"})
  void interpolated_on_the_achievement_is_linear_between_its_thresholds(String value, String rate) {
    PaidRate.Known known =
        paid(
            Indicators.result("a")
                .to("100")
                .on(
                    new AchievementScale.Interpolated(
                        of("0.5"), of("0.9"), AchievementScale.Reads.ACHIEVEMENT)),
            value);
    assertThat(known.rate()).isEqualTo(of(rate));
    assertThat(known.achievement())
        .isEqualTo(Rational.of(new BigDecimal(value)).dividedBy(of("100")));
    assertThat(known.reading()).isEqualTo("linéaire de 0.5 à 0.9");
    assertThat(known.formula()).isEqualTo("valeur ÷ cible");
  }

  @ParameterizedTest
  @CsvSource({"5, 0, 1", "10, 0, 1", "15, 0.25, 0.75", "30, 1, 0", "31, 1, 0"})
  void interpolated_on_the_value_rises_or_falls(String value, String rising, String falling) {
    Indicators indicator =
        Indicators.result("a")
            .on(
                new AchievementScale.Interpolated(
                    of("10"), of("30"), AchievementScale.Reads.VALUE));
    assertThat(paid(indicator, value).rate()).isEqualTo(of(rising));
    assertThat(paid(indicator.falling(), value).rate()).isEqualTo(of(falling));
    assertThat(paid(indicator, value))
        .returns("valeur", PaidRate.Known::formula)
        .returns(value, PaidRate.Known::substituted)
        .returns("linéaire de 10 à 30", PaidRate.Known::reading)
        .returns(null, PaidRate.Known::achievement);
  }

  @ParameterizedTest
  @CsvSource({"20, 0", "25, 0", "15, 0.5", "10, 1", "8, 1"})
  void a_falling_indicator_is_read_from_its_baseline(String value, String rate) {
    PaidRate.Known known = paid(Indicators.result("a").falling().from("20").to("10"), value);
    assertThat(known.rate()).isEqualTo(of(rate));
    assertThat(known.formula()).isEqualTo("(référence − valeur) ÷ (référence − cible)");
    assertThat(known.substituted()).isEqualTo("(20 − " + value + ") ÷ (20 − 10)");
  }

  @ParameterizedTest
  @CsvSource({"10, 0", "5, 0", "12.5, 0.5", "15, 1", "16, 1"})
  void progress_is_read_from_the_baseline_too(String value, String rate) {
    assertThat(paid(Indicators.result("a").progress().from("10").to("15"), value).rate())
        .isEqualTo(of(rate));
  }

  @Test
  void a_falling_target_of_zero_is_no_division_by_zero() {
    assertThat(paid(Indicators.result("a").falling().from("8").to("0"), "2").rate())
        .isEqualTo(Rational.of(3, 4));
  }

  @ParameterizedTest
  @CsvSource({"9.99, 0, 1", "10, 1, 1", "10.01, 1, 0"})
  void maintain_holds_the_baseline_or_does_not(String value, String rising, String falling) {
    Indicators indicator = Indicators.result("a").from("10").to("10").maintained();
    assertThat(paid(indicator, value).rate()).isEqualTo(of(rising));
    assertThat(paid(indicator.falling(), value).rate()).isEqualTo(of(falling));
    assertThat(paid(indicator, value).formula()).isEqualTo("valeur ≥ cible (maintien)");
    assertThat(paid(indicator, value).substituted()).isEqualTo(value + " ≥ 10");
    assertThat(paid(indicator.falling(), value).formula()).isEqualTo("valeur ≤ cible (maintien)");
    assertThat(paid(indicator.falling(), value).substituted()).isEqualTo(value + " ≤ 10");
  }

  @Test
  void maintain_matters_only_where_the_target_is_the_baseline() {
    assertThat(paid(Indicators.result("a").from("10").to("20").maintained(), "15").rate())
        .isEqualTo(Rational.of(3, 4));
  }

  @Test
  void a_rate_that_the_parties_set_is_paid_whatever_the_scale() {
    Result set = new Result.AgreedRate(Rational.of(2, 5), "épidémie");
    assertThat(read(Indicators.result("a").on(new AchievementScale.Agreed()), set))
        .isEqualTo(
            new PaidRate.Known(
                Rational.of(2, 5), null, "taux fixé par les trois parties", "0.4", "épidémie"));
    assertThat(read(Indicators.result("a").to("15"), set))
        .isInstanceOfSatisfying(
            PaidRate.Known.class, known -> assertThat(known.rate()).isEqualTo(of("0.4")));
  }

  @Test
  void means_are_engaged_or_not() {
    assertThat(read(Indicators.means("m"), new Result.Means(true)))
        .isEqualTo(new PaidRate.Known(Rational.ONE, null, "moyens engagés", "oui", "engagés : 1"));
    assertThat(read(Indicators.means("m"), new Result.Means(false)))
        .isEqualTo(
            new PaidRate.Known(Rational.ZERO, null, "moyens engagés", "non", "non engagés : 0"));
  }

  @Test
  void means_take_no_other_answer_and_nothing_else_takes_theirs() {
    assertThat(unknown(Indicators.means("m").to("10"), new Result.Measured(Rational.of(5))))
        .isEqualTo("VALUE_MISSING");
    assertThat(unknown(Indicators.means("m"), new Result.AgreedRate(Rational.of(1, 2), "presque")))
        .isEqualTo("VALUE_MISSING");
    assertThat(unknown(Indicators.result("a").to("10"), new Result.Means(true)))
        .isEqualTo("VALUE_MISSING");
  }

  @Test
  void what_cannot_be_said_has_its_reason() {
    Result ten = new Result.Measured(Rational.of(10));
    assertThat(unknown(Indicators.result("a").to("15"), null)).isEqualTo("VALUE_MISSING");
    assertThat(unknown(Indicators.means("a"), null)).isEqualTo("VALUE_MISSING");
    assertThat(unknown(Indicators.result("a").toInYear(2, "15"), ten)).isEqualTo("TARGET_NOT_SET");
    assertThat(unknown(Indicators.result("a").on(new AchievementScale.Agreed()), ten))
        .isEqualTo("RATE_NOT_AGREED");
    assertThat(unknown(Indicators.result("a").falling().to("15"), ten))
        .isEqualTo("BASELINE_MISSING");
    assertThat(unknown(Indicators.result("a").on(Indicators.steps("20", "1")), ten))
        .isEqualTo("VALUE_OUTSIDE_SCALE");
    assertThat(unknown(Indicators.result("a").to("100").on(Indicators.bands("0.05", "1")), ten))
        .isEqualTo("ACHIEVEMENT_OUTSIDE_SCALE");
  }
}
