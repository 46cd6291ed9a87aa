package fr.cadran.contracts.fundingtable.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cadran.contracts.payment.domain.Tables;
import fr.cadran.kit.type.Euros;
import fr.cadran.kit.type.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A rule set is complete, its values are such as their names accept, and cpts.md §2 and §3 hold.
 */
class RuleParametersTest {
  private static final RuleParameters PARAMETERS = Tables.parameters();

  // ---- Completeness

  @ParameterizedTest
  @EnumSource(RuleName.class)
  void a_rule_set_without_one_of_its_parameters_is_refused(RuleName name) {
    List<RuleParameter> all = new ArrayList<>(PARAMETERS.all());
    all.removeIf(parameter -> parameter.name() == name);

    assertThatThrownBy(() -> new RuleParameters(all))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(name.token() + " is missing");
  }

  @Test
  void a_parameter_is_given_once() {
    List<RuleParameter> all = new ArrayList<>(PARAMETERS.all());
    all.add(PARAMETERS.get(RuleName.PRORATION));

    assertThatThrownBy(() -> new RuleParameters(all))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("proration is given twice");
  }

  @Test
  void parameters_are_listed_in_the_order_of_their_names() {
    assertThat(PARAMETERS.all()).extracting(RuleParameter::name).containsExactly(RuleName.values());
  }

  @ParameterizedTest
  @EnumSource(RuleName.class)
  void a_name_is_found_by_its_token(RuleName name) {
    assertThat(RuleName.ofToken(name.token())).contains(name);
    assertThat(name.choices().isEmpty()).isEqualTo(name.kind() != RuleName.Kind.CHOICE);
    assertThat(name.choices()).allMatch(name::accepts);
  }

  @Test
  void an_unknown_token_is_none() {
    assertThat(RuleName.ofToken("inflation")).isEmpty();
    assertThat(Verification.ofToken("perhaps")).isEmpty();
    assertThat(
            Stream.of(Verification.values())
                .map(one -> Verification.ofToken(one.token()).orElseThrow()))
        .containsExactly(Verification.values());
  }

  // ---- Values

  @ParameterizedTest
  @CsvSource({
    "CONTRACT_YEARS, 5, true",
    "CONTRACT_YEARS, 0, false",
    "CONTRACT_YEARS, 05, false",
    "CONTRACT_YEARS, -1, false",
    "CONTRACT_YEARS, 1.5, false",
    "CONTRACT_YEARS, 999999999, true",
    "CONTRACT_YEARS, 1000000000, false",
    "CONTRACT_YEARS, '', false",
    "ADVANCE_RATE, 0.75, true",
    "ADVANCE_RATE, 0.000001, true",
    "ADVANCE_RATE, 0.0000001, false",
    "ADVANCE_RATE, 1, true",
    "ADVANCE_RATE, 1.00, true",
    "ADVANCE_RATE, 1.01, false",
    "ADVANCE_RATE, 0, false",
    "ADVANCE_RATE, 0.00, false",
    "ADVANCE_RATE, 75, false",
    "ADVANCE_RATE, '0,75', false",
    "PRORATION, DAYS, true",
    "PRORATION, MONTHS, true",
    "PRORATION, WEEKS, false",
    "PRORATION, DAYS|MONTHS, false",
    "PRORATION, '', false"
  })
  void a_name_accepts_its_values_and_no_other(RuleName name, String value, boolean accepted) {
    assertThat(name.accepts(value)).isEqualTo(accepted);
    if (!accepted) {
      assertThatThrownBy(() -> new RuleParameter(name, value, "texte", Verification.VERIFIED))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(name.token());
    }
  }

  @Test
  void values_are_read_as_what_they_are() {
    assertThat(PARAMETERS.count(RuleName.CONTRACT_YEARS)).isEqualTo(5);
    assertThat(PARAMETERS.rate(RuleName.ADVANCE_RATE)).isEqualTo(Rational.of(3, 4));
    assertThat(PARAMETERS.is(RuleName.PRORATION, "DAYS")).isTrue();
    assertThat(PARAMETERS.is(RuleName.PRORATION, "MONTHS")).isFalse();
  }

  @Test
  void what_is_supposed_is_a_hypothesis_and_leaves_the_rest_as_it_is() {
    RuleParameters supposed = PARAMETERS.suppose(RuleName.ADVANCE_RATE, "0.5");

    assertThat(supposed.get(RuleName.ADVANCE_RATE))
        .returns("0.5", RuleParameter::value)
        .returns(Verification.HYPOTHESIS, RuleParameter::verification);
    assertThat(PARAMETERS.rate(RuleName.ADVANCE_RATE)).isEqualTo(Rational.of(3, 4));
    assertThat(supposed).isNotEqualTo(PARAMETERS);
    assertThat(supposed.get(RuleName.PRORATION)).isEqualTo(PARAMETERS.get(RuleName.PRORATION));
    assertThat(Tables.parameters()).isEqualTo(PARAMETERS).hasSameHashCodeAs(PARAMETERS);
    assertThat(PARAMETERS.hashCode()).isNotEqualTo(supposed.hashCode());
    assertThat(PARAMETERS.toString())
        .contains("0.75", "PRORATION")
        .isNotEqualTo(supposed.toString());
    assertThat(PARAMETERS.equals((Object) "0.75")).isFalse();
  }

  // ---- cpts.md §2

  @ParameterizedTest
  @CsvSource({
    "0, 1",
    "39999, 1",
    "40000, 2",
    "80000, 2",
    "80001, 3",
    "175000, 3",
    "175001, 4",
    "2000000, 4"
  })
  void upper_bounds_of_a_size_are_inclusive_but_that_of_the_first(long population, int size) {
    assertThat(PARAMETERS.sizeOf(population)).isEqualTo(size);
  }

  // ---- cpts.md §3

  @ParameterizedTest
  @CsvSource({
    "1, 220000, 185000, 75000",
    "2, 287000, 242000, 92000",
    "3, 370000, 315000, 120000",
    "4, 450000, 380000, 150000"
  })
  void totals_and_sub_totals_of_2019_are_those_printed(
      int size, String all, String withoutEarmarked, String access) {
    assertThat(Tables.ACI_2019.total(size, true)).isEqualTo(Euros.of(all));
    assertThat(Tables.ACI_2019.total(size, false)).isEqualTo(Euros.of(withoutEarmarked));
    assertThat(
            Stream.of(Volet.values())
                .flatMap(
                    volet -> Tables.ACI_2019.amount(FundingLine.ACCES_SOINS, volet, size).stream())
                .map(FundingAmount::amount)
                .reduce(Euros.ZERO, Euros::plus))
        .isEqualTo(Euros.of(access));
  }

  @Test
  void avenant_2_is_known_for_size_3_alone() {
    assertThat(Tables.ACI_2022.total(3, true)).isEqualTo(Euros.of("465000"));
    for (FundingLine line : FundingLine.values()) {
      assertThat(Tables.ACI_2022.funds(line, 3)).isTrue();
      assertThat(Tables.ACI_2022.funds(line, 2)).isFalse();
      assertThat(Tables.ACI_2019.funds(line, 2)).isEqualTo(line != FundingLine.CRISE_SANITAIRE);
    }
    assertThat(Tables.ACI_2022.amount(FundingLine.PARCOURS, Volet.FIXE, 2)).isEmpty();
    assertThat(Tables.ACI_2022.amount(FundingLine.PARCOURS, Volet.CRISE, 3)).isEmpty();
  }

  @Test
  void a_table_under_other_parameters_keeps_its_amounts() {
    RuleParameters supposed = PARAMETERS.suppose(RuleName.PRORATION, "MONTHS");
    FundingTable other = Tables.ACI_2019.under(supposed);

    assertThat(other.parameters()).isEqualTo(supposed);
    assertThat(other.amounts()).isEqualTo(Tables.ACI_2019.amounts());
    assertThat(other.code()).isEqualTo("ACI-2019");
  }

  @Test
  void every_line_but_the_running_costs_is_a_mission() {
    assertThat(Stream.of(FundingLine.values()).filter(line -> !line.isMission()))
        .containsExactly(FundingLine.FONCTIONNEMENT);
    assertThat(
            Stream.of(FundingLine.values()).filter(line -> line.kind() == FundingLine.Kind.SOCLE))
        .containsExactly(
            FundingLine.ACCES_SOINS,
            FundingLine.PARCOURS,
            FundingLine.PREVENTION,
            FundingLine.CRISE_SANITAIRE);
    assertThat(FundingLine.QUALITE)
        .returns("Qualité et pertinence", FundingLine::french)
        .returns("Quality and relevance", FundingLine::english)
        .returns(FundingLine.Kind.OPTION, FundingLine::kind);
  }
}
