package fr.cadran.contracts.fundingtable.domain;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cadran.kit.type.Euros;
import fr.cadran.kit.type.FieldError;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableRulesTest {
  private static final String SOURCE = "Arrêté";
  private static final LocalDate FROM = LocalDate.of(2027, 1, 1);

  private static TableRules.Outcome withAmount(
      String line, String volet, int size, String amount, String verification) {
    return apply(
        List.of(
            new TableDeclaration.Amount(
                line, volet, size, new BigDecimal(amount), null, SOURCE, verification)),
        List.of());
  }

  private static TableRules.Outcome withParameter(String name, String value) {
    return apply(
        List.of(), List.of(new TableDeclaration.Parameter(name, value, SOURCE, "verified")));
  }

  private static TableRules.Outcome apply(
      List<TableDeclaration.Amount> amounts, List<TableDeclaration.Parameter> parameters) {
    return TableRules.apply(new TableDeclaration("ACI", FROM, null, SOURCE, amounts, parameters));
  }

  @ParameterizedTest
  @CsvSource({
    "VACANCES, FIXE, 1, 1.00, verified, /amounts/0/line, LINE_UNKNOWN",
    "PARCOURS, BONUS, 1, 1.00, verified, /amounts/0/volet, VOLET_UNKNOWN",
    "PARCOURS, FONCTIONNEMENT, 1, 1.00, verified, /amounts/0/volet, VOLET_NOT_OF_LINE",
    "FONCTIONNEMENT, FIXE, 1, 1.00, verified, /amounts/0/volet, VOLET_NOT_OF_LINE",
    "PARCOURS, SNP_ORIENTATION, 1, 1.00, verified, /amounts/0/volet, VOLET_NOT_OF_LINE",
    "PARCOURS, CRISE, 1, 1.00, verified, /amounts/0/volet, VOLET_NOT_OF_LINE",
    "PARCOURS, FIXE, 5, 1.00, verified, /amounts/0/size, SIZE_UNKNOWN",
    "PARCOURS, FIXE, 0, 1.00, verified, /amounts/0/size, SIZE_UNKNOWN",
    "PARCOURS, FIXE, 1, -0.01, verified, /amounts/0/amount, NEGATIVE",
    "PARCOURS, FIXE, 1, 0.001, verified, /amounts/0/amount, AMOUNT_HAS_MORE_THAN_TWO_DECIMALS",
    "PARCOURS, FIXE, 1, 1.00, hypothesis, /amounts/0/verification, VERIFICATION_UNKNOWN",
  })
  void an_amount_that_no_table_can_hold_is_refused(
      String line, String volet, int size, String amount, String seen, String at, String code) {
    assertThat(withAmount(line, volet, size, amount, seen).errors())
        .containsExactly(new FieldError(at, code));
  }

  @Test
  void a_place_in_the_table_is_filled_once() {
    TableDeclaration.Amount amount =
        new TableDeclaration.Amount(
            "PARCOURS", "FIXE", 1, BigDecimal.ONE, null, SOURCE, "verified");

    assertThat(apply(List.of(amount, amount), List.of()).errors())
        .containsExactly(new FieldError("/amounts/1", TableRules.AMOUNT_TWICE));
  }

  @ParameterizedTest
  @CsvSource({
    "colour, 1, /parameters/0/name, PARAMETER_UNKNOWN",
    "advanceRate, 1.5, /parameters/0/value, PARAMETER_VALUE_INVALID",
    "contractYears, 0, /parameters/0/value, PARAMETER_VALUE_INVALID",
    "proration, WEEKS, /parameters/0/value, PARAMETER_VALUE_INVALID",
  })
  void a_parameter_that_the_rules_do_not_know_is_refused(
      String name, String value, String at, String code) {
    assertThat(withParameter(name, value).errors()).containsExactly(new FieldError(at, code));
  }

  @Test
  void what_is_missing_is_told_at_once() {
    assertThat(TableRules.apply(new TableDeclaration(null, null, null, " ", null, null)).errors())
        .extracting(FieldError::pointer)
        .containsExactlyInAnyOrder("/label", "/validFrom", "/source", "/amounts", "/parameters");
    assertThat(
            apply(
                    Arrays.asList((TableDeclaration.Amount) null),
                    Arrays.asList((TableDeclaration.Parameter) null))
                .errors())
        .extracting(FieldError::pointer)
        .containsExactlyInAnyOrder("/amounts/0", "/parameters/0");
    assertThat(
            TableRules.apply(new TableDeclaration("ACI", FROM, FROM, SOURCE, List.of(), List.of()))
                .errors())
        .containsExactly(new FieldError("/validUntil", TableRules.ENDS_BEFORE_IT_STARTS));
  }

  @Test
  void rows_stand_in_printed_order_whatever_order_they_came_in() {
    TableContent content =
        Objects.requireNonNull(
            apply(
                    List.of(
                        amount("PARCOURS", "VARIABLE", 1),
                        amount("PARCOURS", "FIXE", 2),
                        amount("FONCTIONNEMENT", "FONCTIONNEMENT", 1),
                        amount("PARCOURS", "FIXE", 1)),
                    List.of())
                .content());

    assertThat(content.amounts())
        .extracting(one -> one.line() + " " + one.volet() + " " + one.size())
        .containsExactly(
            "FONCTIONNEMENT FONCTIONNEMENT 1",
            "PARCOURS FIXE 1",
            "PARCOURS FIXE 2",
            "PARCOURS VARIABLE 1");
  }

  private static TableDeclaration.Amount amount(String line, String volet, int size) {
    return new TableDeclaration.Amount(
        line, volet, size, BigDecimal.TEN, false, SOURCE, "verified");
  }

  // ---- Publication

  private static FundingTableVersion version(
      String code, String from, @Nullable String until, List<RuleParameter> parameters) {
    return FundingTableVersion.draft(
        code,
        1,
        new TableContent(
            "ACI",
            LocalDate.parse(from),
            until == null ? null : LocalDate.parse(until),
            SOURCE,
            List.of(
                new FundingAmount(
                    FundingLine.PARCOURS,
                    Volet.FIXE,
                    1,
                    Euros.of("1.00"),
                    false,
                    SOURCE,
                    Verification.VERIFIED)),
            parameters),
        Instant.EPOCH);
  }

  private static List<RuleParameter> allParameters() {
    List<RuleParameter> all = new ArrayList<>();
    for (RuleName name : RuleName.values()) {
      String value =
          switch (name) {
            case SIZE_1_BELOW -> "40000";
            case SIZE_2_UP_TO -> "80000";
            case SIZE_3_UP_TO -> "175000";
            default ->
                switch (name.kind()) {
                  case COUNT -> "2";
                  case RATE -> "0.75";
                  case CHOICE -> name.choices().getFirst();
                };
          };
      all.add(new RuleParameter(name, value, SOURCE, Verification.VERIFIED));
    }
    return all;
  }

  private static List<String> refusals(String from, @Nullable String until) {
    List<FundingTableVersion> published =
        List.of(
            version("ACI-2019", "2019-08-25", "2022-03-31", allParameters()),
            version("ACI-2022", "2022-03-31", "2027-01-01", allParameters()));
    return PublicationRules.errorsOf(version("NEW", from, until, allParameters()), published)
        .stream()
        .map(error -> error.pointer() + " " + error.code())
        .toList();
  }

  @Test
  void tables_follow_each_other_in_time() {
    assertThat(refusals("2027-01-01", null)).isEmpty();
    assertThat(refusals("2018-01-01", "2019-08-25")).isEmpty();
    assertThat(refusals("2027-01-02", null)).containsExactly("/validFrom GAP_IN_TIME");
    assertThat(refusals("2026-12-31", null)).containsExactly("/validFrom OVERLAP_IN_TIME");
    assertThat(refusals("2018-01-01", "2019-08-24")).containsExactly("/validUntil GAP_IN_TIME");
    assertThat(refusals("2018-01-01", null)).containsExactly("/validUntil OVERLAP_IN_TIME");
  }

  @Test
  void a_new_version_takes_the_place_of_the_one_before() {
    List<FundingTableVersion> published =
        List.of(
            version("ACI-2019", "2019-08-25", "2022-03-31", allParameters()),
            version("ACI-2022", "2022-03-31", null, allParameters()));

    assertThat(
            PublicationRules.errorsOf(
                version("ACI-2022", "2022-03-31", "2027-01-01", allParameters()), published))
        .isEmpty();
    assertThat(
            PublicationRules.errorsOf(
                version("ACI-2019", "2019-08-25", "2022-03-30", allParameters()), published))
        .containsExactly(new FieldError("/validUntil", PublicationRules.GAP_IN_TIME));
  }

  @Test
  void a_table_is_published_whole() {
    List<RuleParameter> lacking = new ArrayList<>(allParameters());
    lacking.removeIf(parameter -> parameter.name() == RuleName.PRORATION);

    assertThat(PublicationRules.errorsOf(version("NEW", "2027-01-01", null, lacking), List.of()))
        .containsExactly(
            new FieldError("/parameters/proration", PublicationRules.PARAMETER_MISSING));
  }

  @Test
  void the_bounds_of_the_sizes_rise() {
    List<RuleParameter> odd = new ArrayList<>(allParameters());
    odd.replaceAll(parameter ->
        parameter.name() == RuleName.SIZE_3_UP_TO
            ? new RuleParameter(RuleName.SIZE_3_UP_TO, "80000", SOURCE, Verification.VERIFIED)
            : parameter);

    assertThat(PublicationRules.errorsOf(version("NEW", "2027-01-01", null, odd), List.of()))
        .containsExactly(new FieldError("/parameters", PublicationRules.SIZES_OUT_OF_ORDER));
  }

  // ---- Comparison

  @Test
  void a_difference_names_what_was_added_removed_and_changed() {
    TableContent before = version("T", "2027-01-01", null, allParameters()).content();
    FundingAmount raised =
        new FundingAmount(
            FundingLine.PARCOURS,
            Volet.FIXE,
            1,
            Euros.of("2.00"),
            false,
            "Avenant",
            Verification.TO_VERIFY);
    FundingAmount added =
        new FundingAmount(
            FundingLine.FONCTIONNEMENT,
            Volet.FONCTIONNEMENT,
            1,
            Euros.of("5.00"),
            false,
            "Avenant",
            Verification.TO_VERIFY);
    List<RuleParameter> fewer = new ArrayList<>(allParameters());
    fewer.removeIf(parameter -> parameter.name() == RuleName.PRORATION);
    TableContent after =
        new TableContent("ACI", before.validFrom(), null, SOURCE, List.of(raised, added), fewer);

    TableDifference difference = TableDifference.between(before, after);

    assertThat(difference.amounts())
        .extracting(TableDifference.Change::kind)
        .containsExactly(TableDifference.Kind.ADDED, TableDifference.Kind.CHANGED);
    assertThat(difference.amounts().getLast().before()).isEqualTo(before.amounts().getFirst());
    assertThat(difference.amounts().getLast().after()).isEqualTo(raised);
    assertThat(difference.parameters())
        .extracting(TableDifference.Change::kind)
        .containsExactly(TableDifference.Kind.REMOVED);
    assertThat(TableDifference.between(before, before).amounts()).isEmpty();
  }
}
