package fr.cadran.contracts.payment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cadran.contracts.fundingtable.domain.RuleName;
import fr.cadran.contracts.fundingtable.domain.RuleParameters;
import fr.cadran.kit.type.Euros;
import fr.cadran.kit.type.Rational;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Cents are shared out and years are cut up without losing anything. */
class ExactMoneyPropertyTest {

  // ---- Cents

  @Property(tries = 500, seed = "13")
  void a_split_keeps_the_sum_and_no_part_is_a_cent_off(@ForAll("parts") List<Rational> parts) {
    Rational exact = parts.stream().reduce(Rational.ZERO, Rational::plus);
    Euros whole = Euros.round(exact);

    List<Euros> cents = CentSplit.split(whole, parts);

    assertThat(cents).hasSameSizeAs(parts);
    assertThat(cents.stream().reduce(Euros.ZERO, Euros::plus)).isEqualTo(whole);
    for (int i = 0; i < parts.size(); i++) {
      Rational off = cents.get(i).toRational().minus(parts.get(i));
      assertThat(off.max(off.negate())).isLessThan(Rational.of(1, 100));
      if (parts.get(i).signum() == 0) {
        assertThat(cents.get(i)).isEqualTo(Euros.ZERO);
      }
    }
  }

  @Property(tries = 300, seed = "17")
  void the_missing_cents_go_to_the_largest_rests_and_then_to_the_first(
      @ForAll("parts") List<Rational> parts) {
    Euros whole = Euros.round(parts.stream().reduce(Rational.ZERO, Rational::plus));
    List<Euros> cents = CentSplit.split(whole, parts);
    for (int i = 0; i < parts.size(); i++) {
      for (int j = 0; j < parts.size(); j++) {
        Rational one = rest(parts.get(i));
        Rational other = rest(parts.get(j));
        boolean before = one.compareTo(other) > 0 || (one.equals(other) && i < j);
        if (before && isRaised(cents.get(j), parts.get(j))) {
          assertThat(isRaised(cents.get(i), parts.get(i))).isTrue();
        }
      }
    }
  }

  private static Rational rest(Rational euros) {
    Rational cents = euros.times(Rational.of(100));
    return cents.minus(
        Rational.of(cents.numerator().divide(cents.denominator()), java.math.BigInteger.ONE));
  }

  private static boolean isRaised(Euros cents, Rational part) {
    return cents.toRational().compareTo(part) > 0;
  }

  @Provide
  Arbitrary<List<Rational>> parts() {
    return Combinators.combine(
            Arbitraries.longs().between(0, 90_000_00),
            Arbitraries.of(1L, 2L, 3L, 7L, 365L, 366L, 3650L))
        .as((cents, of) -> Rational.of(cents, 100 * of))
        .list()
        .ofMinSize(1)
        .ofMaxSize(8);
  }

  // ---- Years

  @Property(tries = 500, seed = "19")
  void a_day_is_in_the_year_that_holds_it(
      @ForAll("days") LocalDate signedOn, @ForAll("offsets") int offset) {
    ContractCalendar calendar = new ContractCalendar(signedOn, 5);
    LocalDate day = signedOn.plusDays(offset);
    int year = calendar.yearOf(day);

    assertThat(calendar.start(1)).isEqualTo(signedOn);
    assertThat(calendar.term()).isEqualTo(calendar.end(5));
    for (int one = 1; one <= 5; one++) {
      assertThat(year == one)
          .isEqualTo(!day.isBefore(calendar.start(one)) && day.isBefore(calendar.end(one)));
      assertThat(calendar.end(one)).isEqualTo(calendar.start(one + 1));
      assertThat(ChronoUnit.DAYS.between(calendar.start(one), calendar.end(one)))
          .isBetween(365L, 366L);
    }
    assertThat(year == 0).isEqualTo(offset < 0);
    assertThat(year == 6).isEqualTo(!day.isBefore(calendar.term()));
  }

  @Property(tries = 500, seed = "23")
  void stretches_of_a_year_add_up_to_it(
      @ForAll("days") LocalDate signedOn,
      @ForAll("offsets") int one,
      @ForAll("offsets") int other,
      @ForAll boolean byMonths) {
    YearShare year = share(signedOn, byMonths);
    LocalDate first = signedOn.plusDays(Math.min(one, other));
    LocalDate second = signedOn.plusDays(Math.max(one, other));

    assertThat(year.whole())
        .isEqualTo(byMonths ? 12 : (int) ChronoUnit.DAYS.between(year.start(), year.end()));
    assertThat(year.left(first)).isBetween(0, year.whole());
    assertThat(year.left(second)).isLessThanOrEqualTo(year.left(first));
    assertThat(year.left(year.end())).isZero();
    assertThat(year.left(year.end().minusDays(1))).isEqualTo(1);
    if (!byMonths) {
      long inside =
          first
              .datesUntil(second)
              .filter(day -> !day.isBefore(year.start()) && day.isBefore(year.end()))
              .count();
      assertThat((long) year.left(first) - year.left(second)).isEqualTo(inside);
    }
  }

  private static YearShare share(LocalDate signedOn, boolean byMonths) {
    RuleParameters parameters = Tables.parameters();
    return YearShare.of(
        new ContractCalendar(signedOn, 5),
        1,
        byMonths ? parameters.suppose(RuleName.PRORATION, "MONTHS") : parameters);
  }

  @Provide
  Arbitrary<LocalDate> days() {
    return Arbitraries.oneOf(
        Arbitraries.integers()
            .between(0, 4000)
            .map(days -> LocalDate.parse("2019-08-25").plusDays(days)),
        Arbitraries.of("2020-02-29", "2024-02-29", "2023-02-28", "2023-08-31")
            .map(LocalDate::parse));
  }

  @Provide
  Arbitrary<Integer> offsets() {
    return Arbitraries.integers().between(-40, 2000);
  }
}
