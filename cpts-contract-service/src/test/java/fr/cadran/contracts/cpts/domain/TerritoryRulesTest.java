package fr.cadran.contracts.cpts.domain;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cadran.kit.type.FieldError;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TerritoryRulesTest {
  private static TerritoryRules.Outcome of(String... codes) {
    return TerritoryRules.apply(Arrays.asList(codes), Examples.SEAT, Examples::find);
  }

  @Test
  void the_population_is_the_sum_over_the_communes() {
    TerritoryRules.Outcome outcome = of("93066", "93027");

    assertThat(outcome.population()).isEqualTo(149_077 + 47_167);
    assertThat(outcome.parts())
        .extracting(part -> part.code().value())
        .containsExactly("93027", "93066");
    assertThat(outcome.errors()).isEmpty();
    assertThat(outcome.warnings()).isEmpty();
  }

  @Test
  void a_commune_that_does_not_exist_any_more_is_refused_at_its_place() {
    assertThat(of("93066", "93999").errors())
        .containsExactly(new FieldError("/communes/1", TerritoryRules.COMMUNE_UNKNOWN));
  }

  @Test
  void a_postal_code_is_no_commune() {
    assertThat(of("9320A").errors())
        .containsExactly(new FieldError("/communes/0", "COMMUNE_CODE_INVALID"));
  }

  @Test
  void a_commune_counts_once() {
    assertThat(of("93066", "93027", "93066").errors())
        .containsExactly(new FieldError("/communes/2", TerritoryRules.COMMUNE_TWICE));
  }

  @Test
  void paris_counts_as_a_city_or_by_arrondissements_never_both() {
    assertThat(of("75101", "75110").population()).isEqualTo(15_114 + 83_000);
    assertThat(of("75056").population()).isEqualTo(2_103_778);
    assertThat(of("75056", "75101").errors())
        .containsExactly(new FieldError("/communes/1", TerritoryRules.CITY_COUNTED_TWICE));
    assertThat(of("75101", "75056", "75110").errors())
        .containsExactly(
            new FieldError("/communes/0", TerritoryRules.CITY_COUNTED_TWICE),
            new FieldError("/communes/2", TerritoryRules.CITY_COUNTED_TWICE));
  }

  @Test
  void a_territory_without_anybody_is_refused() {
    assertThat(of("55039").errors())
        .containsExactly(new FieldError("/communes", TerritoryRules.POPULATION_IS_ZERO));
    assertThat(of("55039", "93066").errors()).isEmpty();
  }

  @Test
  void an_unknown_population_is_not_taken_for_zero() {
    assertThat(of("93066", "98411").errors())
        .containsExactly(new FieldError("/communes/1", TerritoryRules.POPULATION_UNKNOWN));
  }

  @Test
  void an_empty_list_is_refused() {
    for (List<String> none : Arrays.asList(List.<String>of(), null)) {
      assertThat(TerritoryRules.apply(none, Examples.SEAT, Examples::find).errors())
          .containsExactly(new FieldError("/communes", TerritoryRules.REQUIRED));
    }
    assertThat(of("93066", null).errors())
        .containsExactly(new FieldError("/communes/1", TerritoryRules.REQUIRED));
    assertThat(
            TerritoryRules.apply(
                    java.util.Collections.nCopies(1001, "93066"), Examples.SEAT, Examples::find)
                .errors())
        .containsExactly(new FieldError("/communes", TerritoryRules.TOO_MANY_ROWS));
  }

  @Test
  void what_should_be_looked_at_again_refuses_nothing() {
    TerritoryRules.Outcome outcome = of("93027", "95018");

    assertThat(outcome.errors()).isEmpty();
    assertThat(outcome.warnings())
        .extracting(FieldError::code)
        .containsExactly(
            TerritoryRules.SEAT_OUTSIDE_TERRITORY, TerritoryRules.SEVERAL_DEPARTEMENTS);
  }

  @Test
  void a_seat_in_an_arrondissement_lies_in_its_city() {
    Seat canal =
        new Seat(
            new fr.cadran.kit.type.CommuneCode("75110"), "Paris 10e Arrondissement", "75", "11");
    assertThat(TerritoryRules.apply(List.of("75056"), canal, Examples::find).warnings()).isEmpty();
    assertThat(TerritoryRules.apply(List.of("75101"), canal, Examples::find).warnings())
        .extracting(FieldError::code)
        .containsExactly(TerritoryRules.SEAT_OUTSIDE_TERRITORY);
  }
}
