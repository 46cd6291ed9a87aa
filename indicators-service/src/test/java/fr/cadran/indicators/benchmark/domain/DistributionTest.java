package fr.cadran.indicators.benchmark.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cadran.indicators.benchmark.application.MinimumCentres;
import fr.cadran.indicators.catalogue.domain.Direction;
import fr.cadran.indicators.catalogue.domain.Unit;
import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.Quarter;
import fr.cadran.kit.type.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DistributionTest {
  private static final Quarter QUARTER = Quarter.parse("2013-Q3");
  private static final Cell ALL = new Cell(null, null, null, null);

  private static List<Rational> values(int... values) {
    return IntStream.of(values).mapToObj(Rational::of).toList();
  }

  private static Finess finess(int number) {
    return new Finess("9300%05d".formatted(number));
  }

  /** So many centres of a kind in a département, with the values 1, 2, 3… */
  private static List<Member> centres(int number, String kind, String departement, int from) {
    return IntStream.range(from, from + number)
        .mapToObj(i ->
            new Member(
                finess(i), kind, SizeBand.SMALL, departement, "11", Rational.of(i - from + 1)))
        .toList();
  }

  private static Distribution of(List<Member> members, Cell cell, int own) {
    return Distribution.of(
        QUARTER, members, cell, 5, Direction.LOWER_IS_BETTER, own < 0 ? null : finess(own));
  }

  @Test
  void quartiles_are_exact_and_interpolated_between_neighbours() {
    Quartiles four = Quartiles.of(values(4, 1, 3, 2));
    assertThat(four.lower()).isEqualTo(Rational.of(7, 4));
    assertThat(four.median()).isEqualTo(Rational.of(5, 2));
    assertThat(four.upper()).isEqualTo(Rational.of(13, 4));
    assertThat(Quartiles.of(values(10, 20, 30, 40, 50)))
        .isEqualTo(new Quartiles(Rational.of(20), Rational.of(30), Rational.of(40)));
    assertThat(Quartiles.of(values(7)))
        .isEqualTo(new Quartiles(Rational.of(7), Rational.of(7), Rational.of(7)));
    assertThatThrownBy(() -> Quartiles.of(List.of())).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_position_counts_from_the_best() {
    List<Rational> values = values(10, 20, 20, 30);
    assertThat(Position.of(Rational.of(10), values, Direction.LOWER_IS_BETTER))
        .isEqualTo(new Position(1, Rational.of(1, 8)));
    assertThat(Position.of(Rational.of(20), values, Direction.LOWER_IS_BETTER))
        .isEqualTo(new Position(2, Rational.of(1, 2)));
    assertThat(Position.of(Rational.of(20), values, Direction.HIGHER_IS_BETTER).rank())
        .isEqualTo(2);
    assertThat(Position.of(Rational.of(10), values, Direction.NEUTRAL).rank()).isEqualTo(4);
    assertThatThrownBy(() -> Position.of(Rational.of(5), values, Direction.NEUTRAL))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void five_centres_are_published_with_the_position_of_one() {
    Distribution five = of(centres(5, "MUNICIPAL", "93", 0), ALL, 1);
    assertThat(five.suppressed()).isFalse();
    assertThat(five.count()).isEqualTo(5);
    assertThat(five.quartiles()).isEqualTo(Quartiles.of(values(1, 2, 3, 4, 5)));
    assertThat(five.ownValue()).isEqualTo(Rational.of(2));
    assertThat(five.position()).isEqualTo(new Position(2, Rational.of(3, 10)));
    assertThat(five.positionMissingReason()).isNull();
  }

  @Test
  void four_centres_are_suppressed_and_leave_the_own_value_only() {
    Distribution four = of(centres(4, "MUNICIPAL", "93", 0), ALL, 1);
    assertThat(four.suppressed()).isTrue();
    assertThat(four.count()).isNull();
    assertThat(four.quartiles()).isNull();
    assertThat(four.position()).isNull();
    assertThat(four.positionMissingReason()).isEqualTo("SUPPRESSED");
    assertThat(four.ownValue()).isEqualTo(Rational.of(2));
    assertThat(of(List.of(), ALL, -1).suppressed()).isTrue();
    assertThat(of(List.of(), ALL, -1).positionMissingReason()).isNull();
  }

  @Test
  void a_large_cell_is_suppressed_when_its_complement_is_small() {
    List<Member> members = new ArrayList<>(centres(10, "MUNICIPAL", "93", 0));
    members.addAll(centres(4, "ASSOCIATIF", "93", 10));
    assertThat(of(members, ALL, -1).count()).isEqualTo(14);
    assertThat(of(members, new Cell("MUNICIPAL", null, null, null), -1).suppressed()).isTrue();
    members.addAll(centres(1, "ASSOCIATIF", "93", 14));
    assertThat(of(members, new Cell("MUNICIPAL", null, null, null), -1).count()).isEqualTo(10);
    assertThat(of(members, new Cell("ASSOCIATIF", null, null, null), -1).count()).isEqualTo(5);
  }

  @Test
  void cells_that_cross_in_few_centres_are_not_both_published() {
    List<Member> members = new ArrayList<>(centres(8, "MUNICIPAL", "93", 0));
    members.addAll(centres(2, "ASSOCIATIF", "93", 8));
    members.addAll(centres(8, "ASSOCIATIF", "75", 10));
    Cell kind = new Cell("MUNICIPAL", null, null, null);
    Cell place = new Cell(null, null, null, "93");
    assertThat(of(members, kind, -1).count()).isEqualTo(8);
    assertThat(of(members, place, -1).suppressed()).isTrue();
    // The région is the whole population: it gives nothing away.
    assertThat(of(members, new Cell(null, null, "11", null), -1).count()).isEqualTo(18);
    assertThat(of(members, new Cell("MUNICIPAL", null, "11", null), -1).count()).isEqualTo(8);
    assertThat(of(members, new Cell("MUNICIPAL", SizeBand.SMALL, null, "93"), -1).count())
        .isEqualTo(8);
  }

  @Test
  void a_centre_outside_the_cell_or_without_a_value_has_no_position() {
    List<Member> members = new ArrayList<>(centres(6, "MUNICIPAL", "93", 0));
    members.addAll(centres(6, "ASSOCIATIF", "93", 6));
    Cell kind = new Cell("MUNICIPAL", null, null, null);
    assertThat(of(members, kind, 7).positionMissingReason()).isEqualTo("NOT_IN_POPULATION");
    assertThat(of(members, kind, 7).position()).isNull();
    assertThat(of(members, kind, 99).positionMissingReason()).isEqualTo("NO_VALUE");
    assertThat(of(members, kind, 99).ownValue()).isNull();
  }

  @Test
  void the_size_is_that_of_the_acts() {
    assertThat(SizeBand.of(OptionalLong.empty())).isEqualTo(SizeBand.UNKNOWN);
    assertThat(SizeBand.of(OptionalLong.of(0))).isEqualTo(SizeBand.SMALL);
    assertThat(SizeBand.of(OptionalLong.of(2_499))).isEqualTo(SizeBand.SMALL);
    assertThat(SizeBand.of(OptionalLong.of(2_500))).isEqualTo(SizeBand.MEDIUM);
    assertThat(SizeBand.of(OptionalLong.of(9_999))).isEqualTo(SizeBand.MEDIUM);
    assertThat(SizeBand.of(OptionalLong.of(10_000))).isEqualTo(SizeBand.LARGE);
  }

  @Test
  void counts_need_more_centres_and_no_minimum_is_below_three() {
    assertThat(new MinimumCentres(5, 11).of(Unit.COUNT)).isEqualTo(11);
    assertThat(new MinimumCentres(5, 11).of(Unit.RATIO)).isEqualTo(5);
    assertThatThrownBy(() -> new MinimumCentres(2, 11))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new MinimumCentres(5, 2)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_place_is_one() {
    assertThatThrownBy(() -> new Cell(null, null, "11", "93"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
