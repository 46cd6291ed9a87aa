package fr.cadran.contracts.payment.rest;

import static fr.cadran.contracts.CptsCalls.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import fr.cadran.contracts.CptsCalls;
import fr.cadran.contracts.fundingtable.application.FundingTables;
import fr.cadran.contracts.fundingtable.domain.FundingLine;
import fr.cadran.contracts.fundingtable.domain.FundingTable;
import fr.cadran.contracts.indicator.domain.Result;
import fr.cadran.contracts.payment.application.ContractLedger;
import fr.cadran.contracts.payment.application.RunPaymentCalendar;
import fr.cadran.contracts.payment.domain.ContractFacts;
import fr.cadran.contracts.payment.domain.Indicators;
import fr.cadran.contracts.payment.persistence.JdbcLedgerCheck;
import fr.cadran.contracts.payment.persistence.JsonPaymentPack;
import fr.cadran.kit.type.Euros;
import fr.cadran.kit.type.Rational;
import fr.cadran.testing.contract.ContractChecked;
import fr.cadran.testing.infra.CadranTestResource;
import fr.cadran.testing.infra.KafkaProbe;
import fr.cadran.testing.token.Token;
import fr.cadran.testing.token.Tokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(CadranTestResource.class)
@ContractChecked
class LedgerTest {
  private static final LocalDate SIGNED = LocalDate.parse("2022-03-01");
  private static final ContractFacts.IndicatorKey PATIENTS =
      new ContractFacts.IndicatorKey(FundingLine.ACCES_SOINS, "patients-parcours");

  @Inject ContractLedger ledger;
  @Inject FundingTables tables;
  @Inject RunPaymentCalendar runPaymentCalendar;
  @Inject DataSource database;

  private String cpts = "";
  private final UUID contract = UUID.randomUUID();

  @BeforeEach
  void a_signed_contract_with_a_started_mission() {
    cpts = CptsCalls.newCpts();
    QuarkusTransaction.requiringNew()
        .run(() -> {
          FundingTable table = tables.published("ACI-2019").orElseThrow();
          ledger.open(
              contract, UUID.fromString(cpts), "931", ContractFacts.signed(SIGNED, table, 2));
          ledger.revise(
              contract,
              facts ->
                  facts.withMission(
                      new ContractFacts.StartedMission(
                          FundingLine.ACCES_SOINS,
                          LocalDate.parse("2022-09-01"),
                          null,
                          false,
                          true,
                          List.of(
                              new ContractFacts.Annex(
                                  1,
                                  List.of(
                                      Indicators.result("patients-parcours")
                                          .from("0")
                                          .to("15")
                                          .on(Indicators.SEED_003_BANDS)
                                          .agreed()))))));
        });
  }

  private void close(int value, String on) {
    QuarkusTransaction.requiringNew()
        .run(() ->
            ledger.revise(
                contract,
                facts ->
                    facts.withClosing(
                        1,
                        new ContractFacts.Closing(
                            LocalDate.parse(on),
                            Map.of(PATIENTS, new Result.Measured(Rational.of(value))),
                            Euros.of("10000.00")))));
  }

  private static Token reader() {
    return Tokens.granting(Set.of("contracts:read"));
  }

  private ValidatableResponse read(String query) {
    return as(reader()).get("/v1/contracts/{id}/ledger" + query, contract).then();
  }

  @Test
  void a_ledger_shows_every_line_with_its_trace_and_where_the_money_stands() {
    close(10, "2023-04-20");

    read("?contractYear=1")
        .statusCode(200)
        .body(
            "lines.collect { it.line + ' ' + it.volet + ' ' + it.kind + ' ' + it.dueOn + ' ' + it.amount }",
            contains(
                "FONCTIONNEMENT FONCTIONNEMENT FULL 2022-03-01 60000.0",
                "ACCES_SOINS FIXE ADVANCE 2022-09-01 6508.56",
                "ACCES_SOINS SNP_ORIENTATION ADVANCE 2022-09-01 16736.3",
                "ACCES_SOINS FIXE BALANCE 2023-04-20 2169.52",
                "ACCES_SOINS VARIABLE FULL 2023-04-20 6508.56",
                "ACCES_SOINS SNP_ORIENTATION BALANCE 2023-04-20 5578.77"))
        .body("lines.explanation.formula", everyItem(notNullValue()))
        .body("balance.entitled", equalTo(97501.71f))
        .body("balance.settled", equalTo(97501.71f))
        .body("balance.recovered", equalTo(0.00f))
        // 22,315.07 were paid for the handling of requests, 10,000 spent on it.
        .body("balance.recoverable", equalTo(12315.07f))
        .body("open", is(empty()));
  }

  @Test
  void a_correction_adds_a_signed_line_and_changes_none() {
    close(10, "2023-04-20");
    List<String> before = read("").extract().path("lines.id");
    String asOf = read("").extract().path("lines[-1].postedAt");
    close(4, "2024-01-15");

    read("")
        .statusCode(200)
        .body("lines.id[0.." + (before.size() - 1) + "]", equalTo(before))
        .body("lines", hasSize(before.size() + 1))
        .body("lines[-1].kind", equalTo("CORRECTION"))
        .body("lines[-1].volet", equalTo("VARIABLE"))
        .body("lines[-1].amount", equalTo(-2169.52f))
        .body("lines[-1].explanation.earlier", hasSize(1))
        .body("balance.recovered", equalTo(2169.52f));
    read("?asOf=" + asOf).statusCode(200).body("lines.id", equalTo(before));
  }

  @Test
  void lines_are_chosen_by_line_volet_and_kind() {
    read("?line=ACCES_SOINS&volet=FIXE&kind=ADVANCE&contractYear=1")
        .statusCode(200)
        .body("lines.amount", contains(6508.56f));
    read("?kind=RECOVERY").statusCode(200).body("lines", is(empty()));
    read("?kind=GIFT").statusCode(400);
  }

  @Test
  void an_unchanged_ledger_answers_304() {
    String tag = read("").statusCode(200).extract().header("ETag");
    as(reader())
        .header("If-None-Match", tag)
        .get("/v1/contracts/{id}/ledger", contract)
        .then()
        .statusCode(304);
  }

  @Test
  void only_who_reaches_the_cpts_reads_its_money() {
    UUID payment = UUID.fromString(read("").extract().path("lines[0].id"));
    for (String path :
        List.of(
            "/v1/contracts/" + contract + "/ledger",
            "/v1/payments/" + payment,
            "/v1/payments/" + payment + "/explanation",
            "/v1/payments/" + payment + "/pack")) {
      for (Token inside :
          List.of(
              Tokens.arsAgent("departement:93"),
              Tokens.cpamAgent("931"),
              Tokens.cptsCoordinator(cpts))) {
        as(inside.withScope("contracts:read")).get(path).then().statusCode(200);
      }
      for (Token outside :
          List.of(
              Tokens.arsAgent("departement:75"),
              Tokens.cpamAgent("751"),
              Tokens.cptsCoordinator(UUID.randomUUID().toString()),
              Tokens.centreManager("930012345"))) {
        as(outside.withScope("contracts:read")).get(path).then().statusCode(404);
      }
      as(Tokens.editor("editor-demo")).get(path).then().statusCode(403);
    }
    as(reader()).get("/v1/contracts/{id}/ledger", UUID.randomUUID()).then().statusCode(404);
    for (String part : List.of("", "/explanation", "/pack")) {
      as(reader()).get("/v1/payments/" + UUID.randomUUID() + part).then().statusCode(404);
    }
  }

  @Test
  void a_payment_explains_itself() {
    String payment = read("?volet=FIXE&kind=ADVANCE&contractYear=1").extract().path("lines[0].id");
    as(reader())
        .get("/v1/payments/{id}", payment)
        .then()
        .statusCode(200)
        .body("amount", equalTo(6508.56f))
        .body("contract", equalTo(contract.toString()));
    as(reader())
        .get("/v1/payments/{id}/explanation", payment)
        .then()
        .statusCode(200)
        .body("rule", equalTo("FIXE_AVANCE"))
        .body("substituted", equalTo("17500.00 × 181 ÷ 365 × 0.75"))
        .body("parameters.find { it.name == 'advanceRate' }.verification", equalTo("verified"));
  }

  @Test
  void a_pack_is_computed_again_to_the_cent_and_one_changed_byte_is_noticed() {
    close(10, "2023-04-20");
    close(4, "2024-01-15");
    List<String> payments = read("").extract().path("lines.id");
    for (String payment : payments) {
      byte[] pack =
          as(reader())
              .get("/v1/payments/{id}/pack", payment)
              .then()
              .statusCode(200)
              .extract()
              .asByteArray();
      JsonPaymentPack.Verdict verdict = JsonPaymentPack.recompute(pack);
      assertThat(verdict.accepted()).as(verdict.finding()).isTrue();
    }
    byte[] pack = as(reader()).get("/v1/payments/{id}/pack", payments.getLast()).asByteArray();
    for (int i = 0; i < pack.length; i += 7) {
      byte[] altered = pack.clone();
      altered[i] ^= 1;
      assertThat(JsonPaymentPack.recompute(altered).accepted())
          .as("byte %d of %s", i, new String(pack, StandardCharsets.UTF_8))
          .isFalse();
    }
    assertThat(JsonPaymentPack.recompute(new byte[0]).accepted()).isFalse();
  }

  @Test
  void each_line_is_told_once_in_the_order_of_the_ledger() {
    try (KafkaProbe probe = KafkaProbe.shared()) {
      int lines = read("").extract().path("lines.size()");
      List<String> told =
          probe
              .readUntil(
                  "cadran.cpts.contracts.v1",
                  records ->
                      records.stream()
                              .filter(one -> body(one.value()).contains(contract.toString()))
                              .count()
                          >= lines,
                  java.time.Duration.ofSeconds(30))
              .stream()
              .map(record -> body(record.value()))
              .filter(body -> body.contains(contract.toString()))
              .toList();
      assertThat(told).hasSize(lines);
      for (int i = 0; i < lines; i++) {
        assertThat(told.get(i)).contains("\"version\":" + (i + 1));
      }
    }
  }

  private static String body(byte[] value) {
    return new String(value, StandardCharsets.UTF_8);
  }

  @Test
  void the_calendar_finds_nothing_more_to_pay_after_a_run() {
    runPaymentCalendar.run(Integer.MAX_VALUE);
    assertThat(runPaymentCalendar.run(1)).isEqualTo(new RunPaymentCalendar.Run(0, 0, 0, false));
  }

  @Test
  void an_administrator_runs_the_calendar_and_nobody_else_does() {
    as(Tokens.administrator())
        .post("/v1/calendar-runs")
        .then()
        .statusCode(200)
        .body("failed", equalTo(0));
    as(Tokens.arsAgent("departement:93")).post("/v1/calendar-runs").then().statusCode(403);
  }

  @Test
  void the_database_itself_refuses_to_change_a_line_or_a_fact() {
    for (String change :
        List.of(
            "update ledger_line set amount = 0",
            "delete from ledger_line",
            "update contract_facts set facts = '{}'",
            "delete from contract_facts")) {
      assertThatThrownBy(() -> execute(change)).hasMessageContaining("append-only");
    }
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void computed_again_run_by_run_a_ledger_holds_with_its_corrections() throws SQLException {
    close(10, "2023-04-20");
    close(12, "2023-05-02");

    JdbcLedgerCheck.Verdict verdict = checkAfter("select 1");

    assertThat(verdict.findings()).isEmpty();
    assertThat(verdict.lines()).isGreaterThan(10);
    assertThat(verdict.ordered()).isNotEqualTo(Euros.ZERO);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "update ledger_line set amount = amount + 0.01 where position = 3 | 3 AMOUNT",
        "update ledger_line set due_on = due_on + 1 where position = 3 | 3 EXPLANATION",
        "update ledger_line set explanation = jsonb_set(explanation, '{formula}', '\"x\"')"
            + " where position = 3 | 3 EXPLANATION",
        "update ledger_line set contract_year = 4 where position = 1 | 4 NOT_DUE",
        "delete from ledger_line where position = 2 | 3 NUMBERING",
        "delete from ledger_line where position = (select max(position) from ledger_line l"
            + " where l.contract_id = ledger_line.contract_id) | 0 MISSING",
        "update contract_ledger set line_count = line_count + 1 | 0 NUMBERING",
        "update contract_facts set facts = jsonb_set(facts, '{terms,0,size}', '3') | 1 AMOUNT",
        "update contract_facts set facts = facts - 'terms' | 0 UNREADABLE",
      })
  void whatever_was_changed_in_a_ledger_is_found(String change, String finding)
      throws SQLException {
    close(10, "2023-04-20");

    assertThat(checkAfter(change).findings())
        .extracting(found -> found.position() + " " + found.fault())
        .contains(finding);
  }

  /** The check sees the change, nobody else ever does. */
  private JdbcLedgerCheck.Verdict checkAfter(String change) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      try {
        statement.execute("alter table ledger_line disable trigger user");
        statement.execute("alter table contract_facts disable trigger user");
        statement.execute(change);
        JdbcLedgerCheck check = new JdbcLedgerCheck(connection);
        assertThat(check.contracts()).contains(contract);
        return check.check(contract);
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    }
  }

  @Test
  void a_revision_that_fails_leaves_nothing_behind() {
    int before = read("").extract().path("lines.size()");
    assertThatThrownBy(() ->
            QuarkusTransaction.requiringNew()
                .run(() -> {
                  ledger.revise(contract, facts -> facts.endedOn(LocalDate.parse("2024-06-01")));
                  throw new IllegalStateException(
                      "the use case fails after the ledger was written");
                }))
        .isInstanceOf(IllegalStateException.class);
    read("").body("lines", hasSize(before)).body("balance.recovered", equalTo(0.00f));
  }
}
