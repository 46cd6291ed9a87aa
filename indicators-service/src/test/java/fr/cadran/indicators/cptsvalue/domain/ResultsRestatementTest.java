package fr.cadran.indicators.cptsvalue.domain;

import static fr.cadran.indicators.cptsvalue.domain.CptsValues.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ResultsRestatementTest {
  private static final CptsValue PATIENTS = value("ACCES_SOINS", "patients", "10");
  private static final CptsValue ACTIONS = value("PREVENTION", "actions", "3");

  @Test
  void first_results_open_every_value() {
    ResultsRestatement first = ResultsRestatement.between(List.of(), List.of(PATIENTS, ACTIONS));

    assertThat(first.opened()).containsExactly(PATIENTS, ACTIONS);
    assertThat(first.closed()).isEmpty();
  }

  @Test
  void a_correction_restates_what_changed_and_only_that() {
    CptsValue corrected = value("ACCES_SOINS", "patients", "12");
    ResultsRestatement correction =
        ResultsRestatement.between(List.of(PATIENTS, ACTIONS), List.of(corrected, ACTIONS));

    assertThat(correction.opened()).containsExactly(corrected);
    assertThat(correction.closed()).containsExactly(PATIENTS);
  }

  @Test
  void what_is_no_longer_agreed_on_is_closed() {
    ResultsRestatement correction =
        ResultsRestatement.between(List.of(PATIENTS, ACTIONS), List.of(ACTIONS));

    assertThat(correction.opened()).isEmpty();
    assertThat(correction.closed()).containsExactly(PATIENTS);
  }

  @Test
  void the_same_indicator_of_two_missions_has_two_values() {
    CptsValue elsewhere = value("PREVENTION", "patients", "10");

    assertThat(ResultsRestatement.between(List.of(), List.of(PATIENTS, elsewhere)).opened())
        .containsExactly(PATIENTS, elsewhere);
  }

  @Test
  void an_indicator_has_one_result_a_year() {
    List<CptsValue> twice = List.of(PATIENTS, value("ACCES_SOINS", "patients", "11"));

    assertThatThrownBy(() -> ResultsRestatement.between(List.of(), twice))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
