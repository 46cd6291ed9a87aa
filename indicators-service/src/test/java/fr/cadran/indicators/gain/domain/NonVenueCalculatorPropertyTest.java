package fr.cadran.indicators.gain.domain;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cadran.kit.type.Euros;
import fr.cadran.kit.type.Rational;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever the rows, a gain is zero or more, or absent with its reason. */
class NonVenueCalculatorPropertyTest {

  @Property(tries = 500)
  void a_row_has_a_gain_of_zero_or_more_or_a_reason(
      @ForAll NonVenueMethod method, @ForAll("rows") NonVenueRow row) {
    RowGain gain =
        NonVenueCalculator.calculate(method, Period.QUARTER, List.of(row)).rows().getFirst();
    assertThat(gain.gain() == null).isEqualTo(gain.missingReason() != null);
    if (gain.gain() != null) {
      assertThat(gain.gain().signum()).isNotNegative();
      assertThat(gain.gain()).isEqualTo(Euros.round(gain.unrounded()));
    }
  }

  @Property(tries = 200)
  void the_total_is_the_sum_of_what_is_published(
      @ForAll NonVenueMethod method, @ForAll("rowLists") List<NonVenueRow> rows) {
    PotentialGain gain = NonVenueCalculator.calculate(method, Period.YEAR, rows);
    assertThat(gain.counted().size() + gain.leftOut().size()).isEqualTo(rows.size());
    if (gain.counted().isEmpty()) {
      assertThat(gain.total()).isNull();
    } else {
      assertThat(gain.total())
          .isEqualTo(gain.counted().stream().map(RowGain::gain).reduce(Euros.ZERO, Euros::plus));
    }
  }

  @Property(tries = 200)
  void more_revenue_never_lowers_a_gain(
      @ForAll NonVenueMethod method, @ForAll("rows") NonVenueRow row) {
    if (row.revenue() == null || row.revenue().signum() < 0) {
      return;
    }
    NonVenueRow richer =
        new NonVenueRow(
            row.specialty(),
            row.honoured(),
            row.withoutAppointment(),
            row.cancelled(),
            row.notHonoured(),
            row.revenue().plus(Rational.ONE));
    RowGain before = only(method, row);
    RowGain after = only(method, richer);
    assertThat(after.missingReason()).isEqualTo(before.missingReason());
    if (before.unrounded() != null) {
      assertThat(after.unrounded()).isGreaterThanOrEqualTo(before.unrounded());
    }
  }

  private static RowGain only(NonVenueMethod method, NonVenueRow row) {
    return NonVenueCalculator.calculate(method, Period.YEAR, List.of(row)).rows().getFirst();
  }

  @Provide
  Arbitrary<List<NonVenueRow>> rowLists() {
    return rows().list().ofMaxSize(5);
  }

  @Provide
  Arbitrary<NonVenueRow> rows() {
    Arbitrary<Rational> count =
        Arbitraries.longs().between(0, 3000).map(Rational::of).injectNull(0.15);
    Arbitrary<Rational> revenue =
        Arbitraries.longs()
            .between(-100, 50_000_000)
            .map(cents -> Rational.of(cents, 100))
            .injectNull(0.1);
    return Combinators.combine(count, count, count, count, revenue)
        .as((honoured, without, cancelled, notHonoured, euros) ->
            new NonVenueRow("DENTAIRE", honoured, without, cancelled, notHonoured, euros));
  }
}
