package fr.cadran.kit.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Small and large fractions compute alike: each result is checked in big integers. */
class RationalPropertyTest {
  private static final BigInteger TWO_TO_31 = BigInteger.ONE.shiftLeft(31);

  @Provide
  Arbitrary<BigInteger> integers() {
    return Arbitraries.oneOf(
        Arbitraries.bigIntegers().between(BigInteger.valueOf(-1000), BigInteger.valueOf(1000)),
        Arbitraries.bigIntegers()
            .between(TWO_TO_31.subtract(BigInteger.TEN), TWO_TO_31.add(BigInteger.TEN)),
        Arbitraries.of(
            BigInteger.valueOf(Long.MIN_VALUE),
            BigInteger.valueOf(Long.MIN_VALUE + 1),
            BigInteger.valueOf(Long.MAX_VALUE),
            BigInteger.valueOf(Integer.MIN_VALUE),
            BigInteger.valueOf(Integer.MAX_VALUE)),
        Arbitraries.bigIntegers()
            .between(BigInteger.ONE.shiftLeft(90).negate(), BigInteger.ONE.shiftLeft(90)));
  }

  @Provide
  Arbitrary<Rational> fractions() {
    return Combinators.combine(
            integers(), integers().filter(denominator -> denominator.signum() != 0))
        .as(Rational::of);
  }

  private static void is(Rational result, BigInteger numerator, BigInteger denominator) {
    assertThat(result.numerator().multiply(denominator))
        .isEqualTo(numerator.multiply(result.denominator()));
    assertThat(result.denominator().signum()).isPositive();
    assertThat(result.numerator().gcd(result.denominator())).isEqualTo(BigInteger.ONE);
    assertThat(result).isEqualTo(Rational.of(numerator, denominator));
    assertThat(result.hashCode()).isEqualTo(Rational.of(numerator, denominator).hashCode());
    assertThat(Rational.parse(result.toString())).isEqualTo(result);
  }

  @Property
  void sums_products_and_quotients_are_exact(
      @ForAll("fractions") Rational a, @ForAll("fractions") Rational b) {
    BigInteger common = a.denominator().multiply(b.denominator());
    BigInteger left = a.numerator().multiply(b.denominator());
    BigInteger right = b.numerator().multiply(a.denominator());
    is(a.plus(b), left.add(right), common);
    is(a.minus(b), left.subtract(right), common);
    is(a.times(b), a.numerator().multiply(b.numerator()), common);
    is(a.negate(), a.numerator().negate(), a.denominator());
    if (b.signum() != 0) {
      is(
          a.dividedBy(b),
          a.numerator().multiply(b.denominator()),
          a.denominator().multiply(b.numerator()));
    }
    assertThat(Integer.signum(a.compareTo(b))).isEqualTo(left.compareTo(right));
    assertThat(a.equals(b)).isEqualTo(left.equals(right));
    assertThat(a.signum()).isEqualTo(a.numerator().signum());
    assertThat(a.max(b).compareTo(a.min(b))).isNotNegative();
    assertThat(a.round(2))
        .isEqualTo(
            new BigDecimal(a.numerator())
                .divide(new BigDecimal(a.denominator()), 2, RoundingMode.HALF_UP));
    Rational above = a.minus(a.floor());
    assertThat(a.floor().denominator()).isEqualTo(BigInteger.ONE);
    assertThat(above.signum()).isNotNegative();
    assertThat(above.compareTo(Rational.ONE)).isNegative();
  }

  @Property
  void half_a_unit_is_rounded_away_from_zero(
      @ForAll("fractions") Rational a, @ForAll @IntRange(max = 11) int decimals) {
    Rational tie = Rational.of(a.numerator().shiftLeft(1).add(BigInteger.ONE), BigInteger.TWO);
    for (Rational one : new Rational[] {a, tie, tie.negate()}) {
      assertThat(one.round(decimals))
          .isEqualTo(
              new BigDecimal(one.numerator())
                  .divide(new BigDecimal(one.denominator()), decimals, RoundingMode.HALF_UP));
    }
  }

  @Property
  void a_text_is_the_shortest_decimal_or_the_fraction(
      @ForAll("integers") BigInteger top,
      @ForAll @IntRange(max = 40) int twos,
      @ForAll @IntRange(max = 20) int fives) {
    BigInteger bottom = BigInteger.TWO.pow(twos).multiply(BigInteger.valueOf(5).pow(fives));
    assertThat(Rational.of(top, bottom).toText())
        .isEqualTo(
            new BigDecimal(top)
                .divide(new BigDecimal(bottom))
                .stripTrailingZeros()
                .toPlainString());
    Rational third = Rational.of(top, bottom.multiply(BigInteger.valueOf(3)));
    if (!third.denominator().mod(BigInteger.valueOf(3)).equals(BigInteger.ZERO)) {
      return;
    }
    assertThat(third.toText()).isEqualTo(third.toString());
  }

  @Property
  void longs_and_big_integers_make_the_same_fraction(@ForAll long a, @ForAll long b) {
    if (b != 0) {
      is(Rational.of(a, b), BigInteger.valueOf(a), BigInteger.valueOf(b));
    }
    assertThat(Rational.of(a).numerator()).isEqualTo(BigInteger.valueOf(a));
  }

  @Property
  void a_decimal_keeps_its_value(@ForAll BigDecimal decimal) {
    Rational exact = Rational.of(decimal);
    assertThat(new BigDecimal(exact.numerator()))
        .isEqualByComparingTo(decimal.multiply(new BigDecimal(exact.denominator())));
  }

  @Example
  void nothing_is_divided_by_zero() {
    assertThatThrownBy(() -> Rational.of(1, 0)).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> Rational.of(BigInteger.ONE.shiftLeft(80), BigInteger.ZERO))
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> Rational.ONE.dividedBy(Rational.ZERO))
        .isInstanceOf(ArithmeticException.class);
  }
}
