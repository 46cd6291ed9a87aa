package fr.cadran.indicators.benchmark.domain;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.Rational;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PeerMedianTest {
  private final List<Member> members = new ArrayList<>();

  private void centres(int number, String kind, SizeBand band, String region, int first) {
    for (int i = 0; i < number; i++) {
      members.add(
          new Member(finess(members.size()), kind, band, "93", region, Rational.of(first + i)));
    }
  }

  private static Finess finess(int number) {
    return new Finess("9300%05d".formatted(number));
  }

  @Test
  void a_centre_is_measured_by_the_narrowest_group_that_may_be_published() {
    centres(5, "MUNICIPAL", SizeBand.SMALL, "11", 1);
    centres(5, "MUNICIPAL", SizeBand.LARGE, "11", 101);
    centres(10, "ASSOCIATIF", SizeBand.SMALL, "84", 201);

    assertThat(PeerMedian.of(members, finess(0), 5))
        .contains(
            new PeerMedian(new Cell("MUNICIPAL", SizeBand.SMALL, "11", null), 5, Rational.of(3)));
    assertThat(PeerMedian.of(members, finess(12), 5))
        .contains(
            new PeerMedian(
                new Cell("ASSOCIATIF", SizeBand.SMALL, "84", null), 10, Rational.of(411, 2)));
  }

  @Test
  void where_few_are_alike_the_group_is_wider() {
    centres(3, "MUNICIPAL", SizeBand.SMALL, "11", 1);
    centres(3, "MUNICIPAL", SizeBand.LARGE, "11", 4);
    centres(9, "ASSOCIATIF", SizeBand.SMALL, "84", 201);

    assertThat(PeerMedian.of(members, finess(0), 5))
        .contains(new PeerMedian(new Cell("MUNICIPAL", null, "11", null), 6, Rational.of(7, 2)));
  }

  @Test
  void too_few_centres_measure_nobody_and_neither_does_a_centre_without_value() {
    centres(4, "MUNICIPAL", SizeBand.SMALL, "11", 1);
    assertThat(PeerMedian.of(members, finess(0), 5)).isEmpty();

    centres(4, "MUNICIPAL", SizeBand.SMALL, "11", 5);
    assertThat(PeerMedian.of(members, finess(0), 5)).isPresent();
    assertThat(PeerMedian.of(members, finess(99), 5)).isEmpty();
  }
}
