package fr.cadran.contracts.cpts.domain;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cadran.kit.type.FieldError;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CptsRulesTest {
  private static CptsRules.Outcome of(String name, String seat, String siret, String caisse) {
    return CptsRules.apply(new CptsDeclaration(name, seat, null, siret, caisse), Examples::find);
  }

  @ParameterizedTest
  @CsvSource({"93066, 931", "75110, 751", "2A004, 201", "97411, 974"})
  void without_a_caisse_the_usual_one_of_the_departement_answers(String seat, String caisse) {
    CptsRules.Outcome outcome = of("CPTS", seat, null, null);

    assertThat(Objects.requireNonNull(outcome.entry()).caisse()).isEqualTo(caisse);
    assertThat(outcome.warnings()).isEmpty();
  }

  @Test
  void a_caisse_from_elsewhere_is_taken_with_a_warning() {
    CptsRules.Outcome outcome = of("CPTS", "93066", null, "751");

    assertThat(Objects.requireNonNull(outcome.entry()).caisse()).isEqualTo("751");
    assertThat(outcome.warnings())
        .containsExactly(new FieldError("/caisse", CptsRules.CAISSE_DEPARTEMENT_DIFFERS));
    assertThat(of("CPTS", "93066", null, "932").warnings()).isEmpty();
  }

  @Test
  void every_wrong_field_is_told_at_once() {
    assertThat(of(" ", "93999", "1", "93").errors())
        .containsExactlyInAnyOrder(
            new FieldError("/name", CptsRules.REQUIRED),
            new FieldError("/seatCommune", CptsRules.COMMUNE_UNKNOWN),
            new FieldError("/siret", "SIRET_INVALID"),
            new FieldError("/caisse", CptsRules.CAISSE_INVALID));
    assertThat(of("x".repeat(251), "93066", null, null).errors())
        .containsExactly(new FieldError("/name", CptsRules.TOO_LONG));
    assertThat(of("CPTS", null, null, null).errors())
        .containsExactly(new FieldError("/seatCommune", CptsRules.REQUIRED));
  }

  @Test
  void the_seat_brings_its_departement_and_region() {
    Seat seat = Objects.requireNonNull(of("CPTS", "93066", null, null).entry()).seat();

    assertThat(seat).isEqualTo(Examples.SEAT);
  }
}
