package fr.cadran.centres.quarterlydata.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ModifiedZScoreTest {
  private static List<BigDecimal> decimals(List<Long> values) {
    return values.stream().map(BigDecimal::valueOf).toList();
  }

  @Test
  void the_median_of_an_even_number_of_values_lies_between_the_two_in_the_middle() {
    assertThat(ModifiedZScore.median(decimals(List.of(4L, 1L, 3L, 2L))))
        .isEqualByComparingTo("2.5");
    assertThat(ModifiedZScore.median(decimals(List.of(9L, 1L, 5L)))).isEqualByComparingTo("5");
  }

  @Test
  void exactly_three_and_a_half_is_not_out() {
    // median 0, MAD 6745: z = 0.6745 × 35000 ÷ 6745 = 3.5
    List<BigDecimal> history = decimals(List.of(-6745L, 6745L, -6745L, 6745L));

    assertThat(ModifiedZScore.isOut(BigDecimal.valueOf(35_000), history)).isFalse();
    assertThat(ModifiedZScore.isOut(BigDecimal.valueOf(35_001), history)).isTrue();
    assertThat(ModifiedZScore.isOut(BigDecimal.valueOf(-35_001), history)).isTrue();
  }

  @Property
  void the_median_is_never_out(
      @ForAll @Size(min = 4, max = 8) List<@LongRange(min = 0, max = 1_000_000) Long> history) {
    List<BigDecimal> values = decimals(history);

    assertThat(ModifiedZScore.isOut(ModifiedZScore.median(values), values)).isFalse();
  }

  @Property
  void moving_and_scaling_everything_changes_nothing(
      @ForAll @Size(min = 4, max = 8) List<@LongRange(min = 0, max = 10_000) Long> history,
      @ForAll @LongRange(min = 0, max = 100_000) long value,
      @ForAll @LongRange(min = -500, max = 500) long move,
      @ForAll @LongRange(min = 1, max = 50) long scale) {
    List<Long> moved = history.stream().map(past -> (past + move) * scale).toList();

    assertThat(ModifiedZScore.isOut(BigDecimal.valueOf((value + move) * scale), decimals(moved)))
        .isEqualTo(ModifiedZScore.isOut(BigDecimal.valueOf(value), decimals(history)));
  }

  @Property
  void further_away_stays_out(
      @ForAll @Size(min = 4, max = 8) List<@LongRange(min = 0, max = 10_000) Long> history,
      @ForAll @LongRange(min = 0, max = 100_000) long value,
      @ForAll @LongRange(min = 1, max = 10_000) long step) {
    List<BigDecimal> values = decimals(history);
    BigDecimal near = BigDecimal.valueOf(value);
    Assume.that(near.compareTo(ModifiedZScore.median(values)) >= 0);
    Assume.that(ModifiedZScore.isOut(near, values));

    assertThat(ModifiedZScore.isOut(near.add(BigDecimal.valueOf(step)), values)).isTrue();
  }
}
