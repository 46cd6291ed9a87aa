package fr.cadran.contracts.fundingtable.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cadran.contracts.payment.domain.Tables;
import fr.cadran.kit.type.Euros;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a written table must say, up to its limits, and what becomes of a draft. */
class TableDeclarationTest {
  private static final LocalDate FROM = LocalDate.parse("2027-01-01");
  private static final Instant NOW = Instant.parse("2026-09-01T08:00:00Z");
  private static final String LONGEST = "x".repeat(500);

  private static TableRules.Outcome declared(
      String label,
      List<TableDeclaration.@Nullable Amount> amounts,
      List<TableDeclaration.@Nullable Parameter> parameters) {
    return TableRules.apply(
        new TableDeclaration(label, FROM, null, " Avenant 3 ", amounts, parameters));
  }

  private static List<String> refusals(TableRules.Outcome outcome) {
    assertThat(outcome.content() == null).isEqualTo(!outcome.errors().isEmpty());
    return outcome.errors().stream().map(error -> error.pointer() + " " + error.code()).toList();
  }

  private static TableDeclaration.Amount row(String line, @Nullable Integer size, String euros) {
    return new TableDeclaration.Amount(
        line, "FIXE", size, new BigDecimal(euros), true, " art. 7 ", "to-verify");
  }

  @Test
  void a_written_table_is_read_as_it_stands() {
    TableContent content =
        Objects.requireNonNull(
            declared(
                    " ACI ",
                    List.of(row("PARCOURS", 4, "0.00")),
                    List.of(
                        new TableDeclaration.Parameter(
                            "advanceRate", "0.8", " texte ", "verified")))
                .content());

    assertThat(content)
        .isEqualTo(
            new TableContent(
                "ACI",
                FROM,
                null,
                "Avenant 3",
                List.of(
                    new FundingAmount(
                        FundingLine.PARCOURS,
                        Volet.FIXE,
                        4,
                        Euros.ZERO,
                        true,
                        "art. 7",
                        Verification.TO_VERIFY)),
                List.of(
                    new RuleParameter(
                        RuleName.ADVANCE_RATE, "0.8", "texte", Verification.VERIFIED))));
  }

  @Test
  void an_empty_row_says_everything_that_it_lacks() {
    TableDeclaration.Amount amount =
        new TableDeclaration.Amount(null, null, null, null, null, null, null);
    TableDeclaration.Parameter parameter = new TableDeclaration.Parameter(null, null, null, null);

    assertThat(refusals(declared("ACI", List.of(amount), List.of(parameter))))
        .containsExactlyInAnyOrder(
            "/amounts/0/line REQUIRED",
            "/amounts/0/volet REQUIRED",
            "/amounts/0/size REQUIRED",
            "/amounts/0/amount REQUIRED",
            "/amounts/0/source REQUIRED",
            "/amounts/0/verification REQUIRED",
            "/parameters/0/name REQUIRED",
            "/parameters/0/value REQUIRED",
            "/parameters/0/source REQUIRED",
            "/parameters/0/verification REQUIRED");
  }

  @Test
  void a_parameter_lacks_its_source_and_nothing_else() {
    assertThat(
            refusals(
                declared(
                    "ACI",
                    List.of(),
                    List.of(
                        new TableDeclaration.Parameter("advanceRate", "0.8", " ", "verified"),
                        new TableDeclaration.Parameter("proration", "DAYS", "texte", null),
                        new TableDeclaration.Parameter(
                            "advanceRate", "0.7", "texte", "verified")))))
        .containsExactly(
            "/parameters/0/source REQUIRED",
            "/parameters/1/verification REQUIRED",
            "/parameters/2/name PARAMETER_TWICE");
  }

  @Test
  void rows_that_lack_something_are_not_also_called_twice_the_same() {
    TableDeclaration.Amount nowhere =
        new TableDeclaration.Amount(
            "PARCOURS", "FIXE", null, BigDecimal.ONE, null, "texte", "verified");
    TableDeclaration.Amount fifth =
        new TableDeclaration.Amount(
            "PARCOURS", "FIXE", 5, BigDecimal.ONE, null, "texte", "verified");
    TableDeclaration.Amount unsourced =
        new TableDeclaration.Amount("PARCOURS", "FIXE", 1, BigDecimal.ONE, null, null, "verified");

    assertThat(refusals(declared("ACI", List.of(nowhere, nowhere), List.of())))
        .containsExactly("/amounts/0/size REQUIRED", "/amounts/1/size REQUIRED");
    assertThat(refusals(declared("ACI", List.of(fifth, fifth), List.of())))
        .containsExactly("/amounts/0/size SIZE_UNKNOWN", "/amounts/1/size SIZE_UNKNOWN");
    assertThat(refusals(declared("ACI", List.of(unsourced, unsourced), List.of())))
        .containsExactly("/amounts/0/source REQUIRED", "/amounts/1/source REQUIRED");
  }

  @Test
  void limits_are_held_and_not_one_below() {
    assertThat(refusals(declared(LONGEST, List.of(), List.of()))).isEmpty();
    assertThat(refusals(declared(LONGEST + "x", List.of(), List.of())))
        .containsExactly("/label TOO_LONG");
    assertThat(refusals(declared("ACI", List.of(row("PARCOURS", 0, "1")), List.of())))
        .containsExactly("/amounts/0/size SIZE_UNKNOWN");
    assertThat(refusals(declared("ACI", List.of(row("PARCOURS", 1, "1")), List.of()))).isEmpty();
    int places = FundingLine.values().length * Volet.values().length * 4;
    assertThat(refusals(declared("ACI", Collections.nCopies(places, null), List.of())))
        .hasSize(places)
        .contains("/amounts/0 REQUIRED");
    assertThat(refusals(declared("ACI", Collections.nCopies(places + 1, null), List.of())))
        .containsExactly("/amounts TOO_MANY_ROWS");
    int names = RuleName.values().length;
    assertThat(refusals(declared("ACI", List.of(), Collections.nCopies(names, null))))
        .hasSize(names);
    assertThat(refusals(declared("ACI", List.of(), Collections.nCopies(names + 1, null))))
        .containsExactly("/parameters TOO_MANY_ROWS");
  }

  // ---- Drafts

  private static FundingTableVersion draft(List<RuleParameter> parameters) {
    return FundingTableVersion.draft(
        "ACI-2027",
        1,
        new TableContent("ACI", FROM, null, "texte", Tables.ACI_2019.amounts(), parameters),
        NOW);
  }

  @Test
  void a_draft_changes_until_it_is_published_and_never_again() {
    FundingTableVersion draft = draft(Tables.parameters().all());
    TableContent other = new TableContent("ACI bis", FROM, null, "texte", List.of(), List.of());
    FundingTableVersion rewritten = draft.rewrite(other, NOW.plusSeconds(1));
    FundingTableVersion published = rewritten.publish(NOW.plusSeconds(2));

    assertThat(draft)
        .returns(1L, FundingTableVersion::revision)
        .returns(false, FundingTableVersion::isPublished);
    assertThat(rewritten)
        .isEqualTo(
            new FundingTableVersion(
                "ACI-2027", 1, TableState.DRAFT, 2, other, NOW.plusSeconds(1), null));
    assertThat(published)
        .isEqualTo(
            new FundingTableVersion(
                "ACI-2027",
                1,
                TableState.PUBLISHED,
                3,
                other,
                NOW.plusSeconds(2),
                NOW.plusSeconds(2)))
        .returns(true, FundingTableVersion::isPublished);
    assertThatThrownBy(() -> published.rewrite(other, NOW))
        .isInstanceOf(PublishedIsFrozenException.class);
    assertThatThrownBy(() -> published.publish(NOW)).isInstanceOf(PublishedIsFrozenException.class);
  }

  @Test
  void a_size_of_one_population_is_still_a_size() {
    assertThat(PublicationRules.errorsOf(draft(sizes("80000", "80000", "175000")), List.of()))
        .isEmpty();
    assertThat(PublicationRules.errorsOf(draft(sizes("80001", "80000", "175000")), List.of()))
        .extracting(error -> error.code())
        .containsExactly(PublicationRules.SIZES_OUT_OF_ORDER);
    assertThat(PublicationRules.errorsOf(draft(sizes("40000", "80000", "80001")), List.of()))
        .isEmpty();
  }

  private static List<RuleParameter> sizes(String first, String second, String third) {
    List<RuleParameter> parameters = new ArrayList<>(Tables.parameters().all());
    parameters.replaceAll(one ->
        switch (one.name()) {
          case SIZE_1_BELOW -> new RuleParameter(one.name(), first, "texte", Verification.VERIFIED);
          case SIZE_2_UP_TO ->
              new RuleParameter(one.name(), second, "texte", Verification.VERIFIED);
          case SIZE_3_UP_TO -> new RuleParameter(one.name(), third, "texte", Verification.VERIFIED);
          default -> one;
        });
    return parameters;
  }
}
