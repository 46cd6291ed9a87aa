package fr.cadran.indicators.synthesis.domain;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cadran.indicators.catalogue.domain.IndicatorCatalogue;
import fr.cadran.indicators.catalogue.domain.Levier;
import fr.cadran.kit.type.Rational;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PrimaryIndicatorTest {
  @Test
  void they_agree_with_the_catalogue() {
    long found =
        Arrays.stream(PrimaryIndicator.values())
            .flatMap(primary ->
                IndicatorCatalogue.withCode(primary.code()).stream()
                    .peek(definition -> {
                      assertThat(definition.direction()).isEqualTo(primary.direction());
                      assertThat(PrimaryIndicator.of(definition.levier())).contains(primary);
                    }))
            .count();
    assertThat(found).isEqualTo(PrimaryIndicator.values().length);
  }

  @Test
  void the_first_nine_leviers_have_one_the_others_none() {
    for (Levier levier : Levier.values()) {
      assertThat(PrimaryIndicator.of(levier).isEmpty()).isEqualTo(levier.number() > 9);
    }
  }

  @Test
  void coverage_comes_before_revenue_per_hour() {
    assertThat(PrimaryIndicator.of(Levier.DENTAIRE))
        .isEqualTo(
            List.of(PrimaryIndicator.DENTAL_COVERAGE, PrimaryIndicator.DENTAL_REVENUE_PER_HOUR));
  }

  @Test
  void the_direction_decides_and_standing_still_is_no_improvement() {
    assertThat(PrimaryIndicator.PURCHASES.improved(Rational.ONE, Rational.ZERO)).isTrue();
    assertThat(PrimaryIndicator.PURCHASES.improved(Rational.ZERO, Rational.ONE)).isFalse();
    assertThat(PrimaryIndicator.MEMBERSHIPS.improved(Rational.ZERO, Rational.ONE)).isTrue();
    assertThat(PrimaryIndicator.MEMBERSHIPS.improved(Rational.ONE, Rational.ZERO)).isFalse();
    assertThat(PrimaryIndicator.MEMBERSHIPS.improved(Rational.ONE, Rational.ONE)).isFalse();
    assertThat(PrimaryIndicator.PURCHASES.improved(Rational.ONE, Rational.ONE)).isFalse();
  }
}
