package fr.cadran.indicators.catalogue.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LevierTest {
  @Test
  void the_eleven_leviers_are_numbered_in_the_order_of_annexe_i() {
    assertThat(Arrays.stream(Levier.values()).map(Levier::number))
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 11).boxed().toList());
  }

  @Test
  void nine_have_a_tab_in_the_workbook_under_its_own_numbers() {
    assertThat(Levier.NON_VENUE.baoTab()).hasValue(1);
    assertThat(Levier.CODAGE.baoTab()).hasValue(2);
    assertThat(Levier.OCCUPATION.baoTab()).hasValue(3);
    assertThat(Levier.DENTAIRE.baoTab()).hasValue(4);
    assertThat(Levier.IMAGERIE.baoTab()).hasValue(5);
    assertThat(Levier.COORDINATION.baoTab()).hasValue(6);
    assertThat(Levier.IMPAYES.baoTab()).hasValue(7);
    assertThat(Levier.RATIOS_PERSONNEL.baoTab()).hasValue(8);
    assertThat(Levier.ACHATS.baoTab()).hasValue(9);
    assertThat(Levier.PRELEVEMENTS.baoTab()).isEqualTo(OptionalInt.empty());
    assertThat(Levier.REMUNERATION.baoTab()).isEqualTo(OptionalInt.empty());
  }

  @Test
  void a_levier_is_found_by_its_code_alone() {
    assertThat(Levier.withCode("NON_VENUE")).contains(Levier.NON_VENUE);
    assertThat(Levier.withCode("ACHATS")).contains(Levier.ACHATS);
    assertThat(Levier.withCode("non_venue")).isEmpty();
  }

  @Test
  void every_levier_has_its_name_in_both_languages() {
    assertThat(Levier.values())
        .allSatisfy(levier -> {
          assertThat(levier.label().fr()).isNotBlank();
          assertThat(levier.label().en()).isNotBlank().isNotEqualTo(levier.label().fr());
        });
  }
}
