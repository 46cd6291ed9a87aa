package fr.cadran.contracts.contract.domain;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cadran.contracts.contract.application.ContractProblem;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RefusalsOfRulesTest {
  private static final ResourceBundle.Control EXACT =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  @ParameterizedTest
  @EnumSource(ContractProblem.class)
  void every_code_says_what_to_do_in_both_languages(ContractProblem code) {
    for (Locale locale : new Locale[] {Locale.FRENCH, Locale.ENGLISH}) {
      ResourceBundle texts = ResourceBundle.getBundle("problems/contracts", locale, EXACT);
      assertThat(texts.keySet()).contains(code.name() + ".title", code.name() + ".detail");
    }
    assertThat(ContractProblem.of(new RefusedException(code.name())).code()).isEqualTo(code);
  }
}
