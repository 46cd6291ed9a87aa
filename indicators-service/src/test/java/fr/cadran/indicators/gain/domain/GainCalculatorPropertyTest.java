package fr.cadran.indicators.gain.domain;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cadran.kit.type.Euros;
import fr.cadran.kit.type.Rational;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever the rows, a gain is zero or more, or absent with its reason. */
class GainCalculatorPropertyTest {

  @Property(tries = 500)
  void a_row_has_a_gain_of_zero_or_more_or_a_reason(
      @ForAll GainMethod method, @ForAll("rows") GainRow row) {
    RowGain gain =
        GainCalculator.calculate(method, Period.QUARTER, TARGETS, List.of(row)).rows().getFirst();
    assertThat(gain.gain() == null).isEqualTo(gain.missingReason() != null);
    if (gain.gain() != null) {
      assertThat(gain.gain().signum()).isNotNegative();
      assertThat(gain.gain()).isEqualTo(Euros.round(gain.unrounded()));
    }
  }

  @Property(tries = 200)
  void the_total_is_the_sum_of_what_is_published(
      @ForAll GainMethod method, @ForAll("rowLists") List<GainRow> rows) {
    PotentialGain gain = GainCalculator.calculate(method, Period.YEAR, TARGETS, rows);
    assertThat(gain.counted().size() + gain.leftOut().size()).isEqualTo(rows.size());
    if (gain.counted().isEmpty()) {
      assertThat(gain.total()).isNull();
    } else {
      assertThat(gain.total())
          .isEqualTo(gain.counted().stream().map(RowGain::gain).reduce(Euros.ZERO, Euros::plus));
    }
  }

  @Property(tries = 200)
  void more_revenue_never_lowers_a_gain(@ForAll GainMethod method, @ForAll("rows") GainRow row) {
    Rational revenue = row.figure(GainInput.REVENUE);
    if (revenue == null || revenue.signum() < 0 || !growsWithRevenue(method)) {
      return;
    }
    Map<GainInput, Rational> more = new EnumMap<>(GainInput.class);
    more.putAll(row.figures());
    more.put(GainInput.REVENUE, revenue.plus(Rational.ONE));
    GainRow richer = new GainRow(row.specialty(), more);
    RowGain before = only(method, row);
    RowGain after = only(method, richer);
    assertThat(after.missingReason()).isEqualTo(before.missingReason());
    if (before.unrounded() != null) {
      assertThat(after.unrounded()).isGreaterThanOrEqualTo(before.unrounded());
    }
  }

  private static RowGain only(GainMethod method, GainRow row) {
    return GainCalculator.calculate(method, Period.YEAR, TARGETS, List.of(row)).rows().getFirst();
  }

  @Provide
  Arbitrary<List<GainRow>> rowLists() {
    return rows().list().ofMaxSize(5);
  }

  /** Elsewhere revenue is what a charge, a purchase or an unpaid bill is compared with. */
  private static boolean growsWithRevenue(GainMethod method) {
    return switch (method) {
      case BAO_2014, ATTENDANCE_GAP, OCCUPANCY_GAP -> true;
      default -> false;
    };
  }

  @Provide
  Arbitrary<GainRow> rows() {
    Arbitrary<Rational> count = Arbitraries.longs().between(0, 3000).map(Rational::of);
    Arbitrary<Rational> amount =
        Arbitraries.longs().between(-100, 50_000_000).map(cents -> Rational.of(cents, 100));
    Arbitrary<GainRow> row = Arbitraries.just(new GainRow("DENTAIRE", Map.of()));
    for (GainInput input : GainInput.values()) {
      Arbitrary<Rational> figure = (input.isAmount() ? amount : count).injectNull(0.05);
      row = Combinators.combine(row, figure).as((before, value) -> with(before, input, value));
    }
    return row;
  }

  private static GainRow with(GainRow row, GainInput input, Rational value) {
    if (value == null) {
      return row;
    }
    Map<GainInput, Rational> figures = new EnumMap<>(GainInput.class);
    figures.putAll(row.figures());
    figures.put(input, value);
    return new GainRow(row.specialty(), figures);
  }

  private static final Map<MethodParameter, Rational> TARGETS =
      Map.of(
          MethodParameter.TARGET_CCAM_SHARE, Rational.of(1, 4),
          MethodParameter.TARGET_PURCHASES, Rational.of(1, 20),
          MethodParameter.TARGET_PAYROLL_RATIO, Rational.of(4, 5));
}
