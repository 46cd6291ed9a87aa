package fr.cadran.indicators.cptsvalue.domain;

import static fr.cadran.indicators.cptsvalue.domain.CptsValues.achieved;
import static fr.cadran.indicators.cptsvalue.domain.CptsValues.value;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AchievementReadingTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # seed 003: 10 of 15
          RISING  | 0     | 15   | 10   | 0.666666666667 | atteinte = valeur ÷ cible, entre 0 et 1 | 10 ÷ 15
          RISING  |       | 15   | 10   | 0.666667 | atteinte = valeur ÷ cible, entre 0 et 1 | 10 ÷ 15
          RISING  | 0     | 15   | 20   | 1    | atteinte = valeur ÷ cible, entre 0 et 1 | 20 ÷ 15
          RISING  | 5     | 15   | 10   | 0.5  | atteinte = (valeur − référence) ÷ (cible − référence), entre 0 et 1 | (10 − 5) ÷ (15 − 5)
          RISING  | -5    | 15   | 5    | 0.5  | atteinte = (valeur − référence) ÷ (cible − référence), entre 0 et 1 | (5 − (-5)) ÷ (15 − (-5))
          RISING  | 12    | 15   | 0    | 0    | atteinte = valeur ÷ cible, entre 0 et 1 | 0 ÷ 15
          FALLING | 0.20  | 0.10 | 0.15 | 0.5  | atteinte = (référence − valeur) ÷ (référence − cible), entre 0 et 1 | (0.2 − 0.15) ÷ (0.2 − 0.1)
          FALLING | 0.20  | 0.10 | 0.25 | 0    | atteinte = (référence − valeur) ÷ (référence − cible), entre 0 et 1 | (0.2 − 0.25) ÷ (0.2 − 0.1)
          """)
  void the_usual_formula_that_gives_the_rate_again_is_shown_with_its_figures(
      CptsValue.Direction direction,
      String baseline,
      String target,
      String value,
      String achievement,
      String formula,
      String substituted) {
    assertThat(AchievementReading.of(achieved(direction, baseline, target, value, achievement)))
        .isEqualTo(new AchievementReading(formula, substituted));
  }

  @ParameterizedTest
  @CsvSource({
    "RISING, 0, 15, 10, 0.8",
    "RISING, 0, 15, 10, 0.66666",
    "RISING, , , 10, 1",
    "RISING, 0, 0, 10, 1",
    "RISING, 15, 15, 10, 0",
    "FALLING, , 0.1, 0.2, 0.5",
    "FALLING, 0.1, 0.1, 0.2, 0",
    "FALLING, 0, 15, 10, 0.5",
  })
  void a_rate_that_no_usual_formula_gives_was_agreed_on(
      CptsValue.Direction direction,
      String baseline,
      String target,
      String value,
      String achievement) {
    AchievementReading reading =
        AchievementReading.of(achieved(direction, baseline, target, value, achievement));

    assertThat(reading.formula()).startsWith("taux d’atteinte convenu par les trois parties");
    assertThat(reading.substituted()).isNull();
  }

  @Test
  void what_has_no_rate_is_only_followed() {
    AchievementReading followed = AchievementReading.of(value("ACCES_SOINS", "patients", "10"));

    assertThat(followed.formula()).startsWith("indicateur suivi");
    assertThat(followed.substituted()).isNull();
  }
}
