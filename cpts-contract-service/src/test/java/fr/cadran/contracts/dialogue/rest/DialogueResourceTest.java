package fr.cadran.contracts.dialogue.rest;

import static fr.cadran.contracts.ContractCalls.ars;
import static fr.cadran.contracts.ContractCalls.as;
import static fr.cadran.contracts.ContractCalls.cpam;
import static fr.cadran.contracts.ContractCalls.newSigned;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.cadran.contracts.ContractCalls;
import fr.cadran.kit.type.FrenchDay;
import fr.cadran.testing.contract.ContractChecked;
import fr.cadran.testing.infra.CadranTestResource;
import fr.cadran.testing.infra.KafkaProbe;
import fr.cadran.testing.token.Token;
import fr.cadran.testing.token.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Size 2, signed on 1 March 2022, access to care started on 1 September: 181 days of 365. */
@QuarkusTest
@QuarkusTestResource(CadranTestResource.class)
@ContractChecked
class DialogueResourceTest {
  private static final String BANDS =
      """
      {"kind": "BANDS", "bands": [{"upTo": 0, "pays": 0}, {"upTo": 0.25, "pays": 0.25},
       {"upTo": 0.50, "pays": 0.50}, {"upTo": 0.75, "pays": 0.75}, {"upTo": 1.00, "pays": 1.00}]}
      """;
  private static final String INDICATORS =
      """
      [{"code": "patients-parcours", "weight": 1, "baseline": 0, "targets": {"1": 15, "2": 20},
        "scale": %s, "sheet": {"evidence": "Bilan annuel", "unit": "patients"}},
       {"code": "reunions", "type": "FOLLOW_UP"}]
      """
          .formatted(BANDS);
  private static final String VALUE =
      """
      {"values": [{"code": "patients-parcours", "value": %s,
                   "evidence": [{"link": "https://cpts.example/bilan.pdf", "label": "Bilan"}]}]}
      """;

  @Inject DataSource database;
  @Inject Clock clock;

  private static String dialogue(ContractCalls.Signed signed, int number) {
    return "/v1/contracts/" + signed.contract() + "/dialogues-de-gestion/" + number;
  }

  private static ValidatableResponse start(
      ContractCalls.Signed signed, String mission, String body) {
    return as(signed.coordinator())
        .body(body)
        .post("/v1/contracts/" + signed.contract() + "/missions/" + mission + "/start")
        .then();
  }

  private static String starting(String on, String indicators) {
    return "{\"on\": \"%s\", \"indicators\": %s}".formatted(on, indicators);
  }

  private static ValidatableResponse agree(Token token, String path, String hash) {
    return as(token).body("{\"hash\": \"" + hash + "\"}").post(path + "/agreement").then();
  }

  private static String hash(String path) {
    return as(ars()).get(path).then().statusCode(200).extract().path("hash");
  }

  private static void agreeAll(ContractCalls.Signed signed, String path) {
    String hash = hash(path);
    for (Token token : List.of(signed.coordinator(), cpam(), ars())) {
      agree(token, path, hash).statusCode(201);
    }
  }

  /** A contract whose access to care has started. */
  private static ContractCalls.Signed newStarted() {
    ContractCalls.Signed signed = newSigned("\"ACCES_SOINS\", \"QUALITE\"");
    int number =
        start(signed, "ACCES_SOINS", starting("2022-09-01", INDICATORS))
            .statusCode(201)
            .extract()
            .path("number");
    agreeAll(signed, dialogue(signed, number));
    return signed;
  }

  private static ValidatableResponse enter(Token token, String path, String value) {
    String tag = as(ars()).get(path).getHeader("ETag");
    return as(token)
        .header("If-Match", tag)
        .body(VALUE.formatted(value))
        .put(path + "/results")
        .then();
  }

  /** A contract whose first year is closed with 10 of 15 patients. */
  private static ContractCalls.Signed newClosed() {
    ContractCalls.Signed signed = newStarted();
    String path = dialogue(signed, 2);
    enter(signed.coordinator(), path, "10").statusCode(200);
    agreeAll(signed, path);
    as(ars()).post(path + "/closing").then().statusCode(200).body("state", equalTo("CLOSED"));
    return signed;
  }

  private static BigDecimal paid(ContractCalls.Signed signed, String volet, String kind) {
    JsonPath ledger =
        new JsonPath(
            as(ars())
                .get("/v1/contracts/{id}/ledger", signed.contract())
                .then()
                .statusCode(200)
                .extract()
                .asString());
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = 0; i < ledger.getList("lines").size(); i++) {
      String at = "lines[" + i + "].";
      if (ledger.getInt(at + "contractYear") == 1
          && ledger.getString(at + "line").equals("ACCES_SOINS")
          && ledger.getString(at + "volet").equals(volet)
          && ledger.getString(at + "kind").equals(kind)) {
        sum = sum.add(new BigDecimal(ledger.getString(at + "amount")));
      }
    }
    return sum;
  }

  @Test
  void a_signed_contract_has_its_dialogues_one_for_each_year() {
    ContractCalls.Signed signed = newSigned("\"ACCES_SOINS\"");
    as(Tokens.auditor())
        .get("/v1/contracts/{id}/dialogues-de-gestion", signed.contract())
        .then()
        .statusCode(200)
        .body("items.kind", contains("SIGNATURE", "YEARLY", "YEARLY", "YEARLY", "YEARLY", "YEARLY"))
        .body("items[0].state", equalTo("CLOSED"))
        .body("items[0].hash", equalTo(ContractCalls.hash(signed.contract())))
        .body("items[1].dueFrom", equalTo("2023-03-01"))
        .body("items[1].dueUntil", equalTo("2023-05-01"))
        .body("items[1].late", equalTo(true));
    as(ars())
        .get(
            "/v1/contracts/{id}/dialogues-de-gestion?kind=YEARLY&contractYear=5&late=false",
            signed.contract())
        .then()
        .body("items.number", contains(6));
    as(ars())
        .get("/v1/contracts/{id}/dialogues-de-gestion?late=true", signed.contract())
        .then()
        .body("items.contractYear", hasItem(1));
    as(Tokens.cpamAgent("751"))
        .get("/v1/contracts/{id}/dialogues-de-gestion", signed.contract())
        .then()
        .statusCode(404);
  }

  @Test
  void a_mission_starts_with_the_third_signature_of_its_annex_and_its_advance_is_due() {
    ContractCalls.Signed signed = newSigned("\"ACCES_SOINS\"");
    ValidatableResponse proposed =
        start(signed, "ACCES_SOINS", starting("2022-09-01", INDICATORS))
            .statusCode(201)
            .body("kind", equalTo("MISSION_START"))
            .body("state", equalTo("REVIEW"))
            .body("number", equalTo(7))
            .body("mission.contractYear", equalTo(1))
            .body("mission.late", equalTo(false))
            .body("mission.unanswered.code", hasItem("SOURCE_NOT_GIVEN"));
    String path = dialogue(signed, 7);
    String old = proposed.extract().path("hash");
    agree(cpam(), path, old).statusCode(201);
    start(signed, "ACCES_SOINS", starting("2022-09-01", INDICATORS.replace("15", "16")))
        .statusCode(201)
        .body("number", equalTo(7))
        .body("signatures", empty());
    agree(ars(), path, old).statusCode(409).body("code", equalTo("HASH_OUT_OF_DATE"));
    String hash = hash(path);
    agree(cpam(), path, hash).statusCode(201).body("state", equalTo("REVIEW"));
    agree(cpam(), path, hash).statusCode(409).body("code", equalTo("ALREADY_SIGNED"));
    agree(ars(), path, hash).statusCode(201);
    agree(signed.coordinator(), path, hash).statusCode(201).body("state", equalTo("CLOSED"));
    as(ars()).get("/v1/contracts/{id}", signed.contract()).then().body("state", equalTo("ACTIVE"));
    as(ars())
        .get("/v1/contracts/{id}/indicators", signed.contract())
        .then()
        .body("items.status", contains("AGREED"))
        .body("items[0].fromYear", equalTo(1));
    as(ars())
        .get("/v1/contracts/{id}/missions", signed.contract())
        .then()
        .body("items.startedOn", contains("2022-09-01"))
        .body("items.late", contains(false));
    assertThat(paid(signed, "FIXE", "ADVANCE")).isEqualByComparingTo("6508.56");
    as(ars())
        .post(path + "/closing")
        .then()
        .statusCode(409)
        .body("code", equalTo("ALREADY_CLOSED"));
    start(signed, "ACCES_SOINS", starting("2022-09-01", INDICATORS))
        .statusCode(409)
        .body("code", equalTo("MISSION_ALREADY_STARTED"));
  }

  @ParameterizedTest
  @CsvSource({
    "QUALITE, 2022-02-28, 422, START_BEFORE_SIGNATURE",
    "QUALITE, 2027-03-01, 422, START_AFTER_TERM",
    "PARCOURS, 2022-09-01, 409, MISSION_NOT_IN_CONTRACT",
    "QUALITE, 2022-09-01, 422, INDICATORS_MISSING"
  })
  void a_mission_that_cannot_start_is_refused(String mission, String on, int status, String code) {
    ContractCalls.Signed signed = newSigned("\"ACCES_SOINS\", \"QUALITE\"");
    start(signed, mission, starting(on, "[]")).statusCode(status).body("code", equalTo(code));
  }

  @Test
  void every_fault_of_the_indicators_is_told() {
    ContractCalls.Signed signed = newSigned("\"ACCES_SOINS\"");
    start(
            signed,
            "ACCES_SOINS",
            starting(
                "2022-09-01",
                "[{\"code\": \"a\", \"weight\": 0.5, \"targets\": {\"1\": 0}},"
                    + " {\"code\": \"a\", \"weight\": 0.4, \"targets\": {\"7\": 1}}]"))
        .statusCode(422)
        .body("errors.code", contains("TARGET_IS_ZERO", "CODE_TWICE", "NO_SUCH_CONTRACT_YEAR"));
    start(
            signed,
            "ACCES_SOINS",
            starting("2022-09-01", "[{\"code\": \"a\", \"weight\": 1, \"weightEuros\": 1}]"))
        .statusCode(422)
        .body("errors.code", contains("WEIGHT_OR_EUROS"));
  }

  @Test
  void a_contract_that_is_not_signed_starts_nothing_and_a_stale_reader_neither() {
    String draft = ContractCalls.newDraft(ContractCalls.newCpts(), "\"ACCES_SOINS\"");
    as(ars())
        .body(starting("2022-09-01", INDICATORS))
        .post("/v1/contracts/{id}/missions/ACCES_SOINS/start", draft)
        .then()
        .statusCode(409)
        .body("code", equalTo("ILLEGAL_TRANSITION"));
    as(ars())
        .get("/v1/contracts/{id}/dialogues-de-gestion", draft)
        .then()
        .statusCode(200)
        .body("items", empty());
    ContractCalls.Signed signed = newSigned("\"ACCES_SOINS\"");
    as(ars())
        .header("If-Match", "\"99\"")
        .body(starting("2022-09-01", INDICATORS))
        .post("/v1/contracts/{id}/missions/ACCES_SOINS/start", signed.contract())
        .then()
        .statusCode(412);
    as(Tokens.cpamAgent("751"))
        .body(starting("2022-09-01", INDICATORS))
        .post("/v1/contracts/{id}/missions/ACCES_SOINS/start", signed.contract())
        .then()
        .statusCode(404);
  }

  @Test
  void a_late_start_is_flagged_not_refused() {
    ContractCalls.Signed signed = newSigned("\"ACCES_SOINS\"");
    start(signed, "ACCES_SOINS", starting("2022-09-02", INDICATORS))
        .statusCode(201)
        .body("mission.startBy", equalTo("2022-09-01"))
        .body("mission.late", equalTo(true));
  }

  @Test
  void closing_a_year_freezes_its_results_and_pays_them() throws IOException {
    ContractCalls.Signed signed = newClosed();
    String path = dialogue(signed, 2);
    // 17,500 × 181/365 = 8,678.08; 10 of 15 falls in the band that pays 75 %.
    assertThat(paid(signed, "VARIABLE", "FULL")).isEqualByComparingTo("6508.56");
    assertThat(paid(signed, "FIXE", "BALANCE")).isEqualByComparingTo("2169.52");
    as(ars())
        .get(path)
        .then()
        .statusCode(200)
        .body("late", equalTo(false))
        .body("closedAt", notNullValue())
        .body("results.values[0].paidRate", equalTo(0.75f))
        .body("results.unreported.code", contains("reunions"));
    as(ars())
        .get(path + "/versions")
        .then()
        .statusCode(200)
        .body("items.resultsVersion", contains(1))
        .body("items[0].signatures.party", contains("CPTS", "CPAM", "ARS"));
    as(ars())
        .post(path + "/closing")
        .then()
        .statusCode(409)
        .body("code", equalTo("ALREADY_CLOSED"));
    JsonNode told = told(signed, 1).getLast();
    assertThat(told.path("resultsVersion").asInt()).isEqualTo(1);
    JsonNode mission = told.path("missions").path(0);
    assertThat(mission.path("envelope").decimalValue()).isEqualByComparingTo("8678.08");
    assertThat(mission.path("paid").decimalValue()).isEqualByComparingTo("6508.56");
    JsonNode indicator = mission.path("indicators").path(0);
    assertThat(indicator.path("achievement").decimalValue()).isEqualByComparingTo("0.666666666667");
    assertThat(indicator.path("paidRate").decimalValue()).isEqualByComparingTo("0.75");
    assertThat(indicator.path("amount").decimalValue()).isEqualByComparingTo("6508.56");
    assertThat(indicator.path("unit").asText()).isEqualTo("patients");
    assertThat(mission.path("indicators").path(1).path("missingReason").asText())
        .isEqualTo("VALUE_MISSING");
  }

  private static List<JsonNode> told(ContractCalls.Signed signed, int count) throws IOException {
    try (KafkaProbe probe = KafkaProbe.shared()) {
      List<ConsumerRecord<byte[], byte[]>> read =
          results(
              signed,
              probe.readUntil(
                  "cadran.cpts.contracts.v1",
                  records -> results(signed, records).size() >= count,
                  Duration.ofSeconds(30)));
      ObjectMapper mapper = new ObjectMapper();
      List<JsonNode> events = new ArrayList<>();
      for (ConsumerRecord<byte[], byte[]> one : read) {
        events.add(mapper.readTree(one.value()));
      }
      return events;
    }
  }

  private static List<ConsumerRecord<byte[], byte[]>> results(
      ContractCalls.Signed signed, List<ConsumerRecord<byte[], byte[]>> records) {
    return records.stream()
        .filter(one -> new String(one.key(), StandardCharsets.UTF_8).equals(signed.cpts()))
        .filter(one ->
            KafkaProbe.header(one, "ce_type")
                .equals("fr.cadran.cpts.dialogue-results-submitted.v1"))
        .toList();
  }

  @Test
  void a_closed_year_is_corrected_by_the_next_version_and_the_difference_is_paid()
      throws IOException {
    ContractCalls.Signed signed = newClosed();
    String path = dialogue(signed, 2);
    as(cpam())
        .body(
            """
            {"values": [{"code": "patients-parcours", "value": 12,
              "evidence": [{"link": "https://cpts.example/bilan-2.pdf"}]}],
             "reason": "Deux patients oubliés"}
            """)
        .post(path + "/corrections")
        .then()
        .statusCode(201)
        .body("state", equalTo("REVIEW"))
        .body("resultsVersion", equalTo(2))
        .body("correction", equalTo("Deux patients oubliés"))
        .body("signatures", empty());
    assertThat(paid(signed, "VARIABLE", "CORRECTION")).isEqualByComparingTo("0");
    agreeAll(signed, path);
    as(cpam()).post(path + "/closing").then().statusCode(200);
    assertThat(paid(signed, "VARIABLE", "FULL")).isEqualByComparingTo("6508.56");
    assertThat(paid(signed, "VARIABLE", "CORRECTION")).isEqualByComparingTo("2169.52");
    as(ars()).get(path + "/versions").then().body("items.resultsVersion", contains(1, 2));
    List<JsonNode> told = told(signed, 2);
    assertThat(told).hasSize(2);
    assertThat(told.getLast().path("resultsVersion").asInt()).isEqualTo(2);
    assertThat(told.getLast().path("version").asLong())
        .isGreaterThan(told.getFirst().path("version").asLong());
  }

  @Test
  void a_value_is_questioned_answered_and_accepted() {
    ContractCalls.Signed signed = newStarted();
    String path = dialogue(signed, 2);
    String decision = path + "/results/patients-parcours/decision";
    enter(signed.coordinator(), path, "10").statusCode(200);
    String question = "{\"decision\": \"QUESTIONED\", \"comment\": \"Le listing ?\"}";
    as(ars()).body(question).put(decision).then().statusCode(409);
    as(signed.coordinator())
        .post(path + "/submission")
        .then()
        .statusCode(200)
        .body("state", equalTo("REVIEW"));
    as(ars())
        .body("{\"decision\": \"REFUSED\"}")
        .put(decision)
        .then()
        .statusCode(422)
        .body("code", equalTo("COMMENT_MISSING"));
    as(signed.coordinator())
        .body(question)
        .put(decision)
        .then()
        .statusCode(409)
        .body("code", equalTo("NOT_FOR_THIS_PARTY"));
    as(ars()).header("If-Match", "\"99\"").body(question).put(decision).then().statusCode(412);
    as(ars())
        .body(question)
        .put(path + "/results/reunions/decision")
        .then()
        .statusCode(404)
        .body("code", equalTo("NOTHING_TO_DECIDE"));
    as(ars())
        .body(question)
        .put(decision)
        .then()
        .statusCode(200)
        .body("results.values[0].decisions.comment", contains("Le listing ?"));
    agree(cpam(), path, hash(path))
        .statusCode(409)
        .body("code", equalTo("VALUES_NOT_ACCEPTED"))
        .body("errors.pointer", contains("/values/ACCES_SOINS/patients-parcours"))
        .body("errors.code", contains("VALUE_IS_QUESTIONED"));
    enter(signed.coordinator(), path, "9")
        .statusCode(200)
        .body("state", equalTo("REVIEW"))
        .body("results.values[0].decisions", empty());
    as(ars()).body("{\"decision\": \"ACCEPTED\"}").put(decision).then().statusCode(200);
    agreeAll(signed, path);
    as(ars()).get(path).then().body("state", equalTo("AGREED"));
  }

  @Test
  void new_data_void_the_accord() {
    ContractCalls.Signed signed = newStarted();
    String path = dialogue(signed, 2);
    enter(signed.coordinator(), path, "10").statusCode(200);
    String old = hash(path);
    agreeAll(signed, path);
    enter(signed.coordinator(), path, "11")
        .statusCode(200)
        .body("state", equalTo("REVIEW"))
        .body("signatures", empty());
    agree(ars(), path, old).statusCode(409).body("code", equalTo("HASH_OUT_OF_DATE"));
    as(ars())
        .post(path + "/closing")
        .then()
        .statusCode(409)
        .body("code", equalTo("ILLEGAL_TRANSITION"));
  }

  @Test
  void what_is_missing_keeps_the_parties_from_agreeing() {
    ContractCalls.Signed signed = newStarted();
    String path = dialogue(signed, 2);
    agree(signed.coordinator(), path, "0".repeat(64))
        .statusCode(409)
        .body("code", equalTo("RESULTS_MISSING"));
    as(signed.coordinator())
        .body("{\"values\": [{\"code\": \"reunions\", \"value\": 4}]}")
        .put(path + "/results")
        .then()
        .statusCode(200)
        .body("state", equalTo("PREPARATION"))
        .body("results.missing.code", contains("patients-parcours"));
    agree(signed.coordinator(), path, hash(path))
        .statusCode(409)
        .body("code", equalTo("VALUES_NOT_ACCEPTED"))
        .body("errors.code", contains("VALUE_IS_MISSING"));
    agree(ars(), path, hash(path)).statusCode(409).body("code", equalTo("NOT_FOR_THIS_PARTY"));
  }

  @Test
  void a_paid_value_needs_the_evidence_that_its_sheet_asks_for() {
    ContractCalls.Signed signed = newStarted();
    String path = dialogue(signed, 2);
    as(signed.coordinator())
        .body("{\"values\": [{\"code\": \"patients-parcours\", \"value\": 10}]}")
        .put(path + "/results")
        .then()
        .statusCode(200);
    as(signed.coordinator())
        .post(path + "/submission")
        .then()
        .statusCode(409)
        .body("code", equalTo("EVIDENCE_MISSING"))
        .body("errors.code", contains("EVIDENCE_IS_MISSING"));
    agree(signed.coordinator(), path, hash(path))
        .statusCode(409)
        .body("code", equalTo("EVIDENCE_MISSING"));
  }

  @Test
  void what_is_wrong_with_results_is_told() {
    ContractCalls.Signed signed = newStarted();
    String path = dialogue(signed, 2) + "/results";
    as(signed.coordinator())
        .body(
            """
            {"values": [{"code": "patients-parcours"},
                        {"code": "a", "agreedRate": 0.5},
                        {"code": "b", "value": 1, "evidence": [{"label": "?"}]}]}
            """)
        .put(path)
        .then()
        .statusCode(422)
        .body("errors.code", contains("ONE_RESULT_ONLY", "REASON_MISSING", "LINK_OR_FILE"));
    as(signed.coordinator())
        .body(
            """
            {"values": [{"code": "unknown", "value": 1}], "orientationSpent": 1}
            """)
        .put(path)
        .then()
        .statusCode(422)
        .body("errors.code", contains("VALUE_OF_NO_INDICATOR", "NO_EARMARKED_ENVELOPE"));
    as(signed.coordinator())
        .body(
            """
            {"values": [{"code": "patients-parcours", "engaged": true},
                        {"code": "reunions", "value": 1}, {"code": "reunions", "value": 1}]}
            """)
        .put(path)
        .then()
        .statusCode(422)
        .body("errors.code", contains("VALUE_NEEDED", "VALUE_TWICE"));
    as(ars()).body(VALUE.formatted("1")).put(path).then().statusCode(409);
    as(Tokens.cpamAgent("751")).body(VALUE.formatted("1")).put(path).then().statusCode(404);
  }

  @Test
  void results_are_replaced_only_in_the_version_that_was_read() {
    ContractCalls.Signed signed = newStarted();
    String path = dialogue(signed, 2) + "/results";
    RequestSpecification coordinator = as(signed.coordinator());
    coordinator.body(VALUE.formatted("1")).put(path).then().statusCode(200);
    as(signed.coordinator())
        .body(VALUE.formatted("2"))
        .put(path)
        .then()
        .statusCode(428)
        .body("code", equalTo("IF_MATCH_MISSING"));
    as(signed.coordinator())
        .header("If-Match", "\"99\"")
        .body(VALUE.formatted("2"))
        .put(path)
        .then()
        .statusCode(412);
  }

  @Test
  void a_year_is_not_closed_before_its_anniversary() {
    ContractCalls.Signed signed = newStarted();
    String path = dialogue(signed, 6);
    assertThat(FrenchDay.of(clock.instant())).isBefore("2027-03-01");
    as(signed.coordinator())
        .body(VALUE.formatted("10"))
        .put(path + "/results")
        .then()
        .statusCode(200)
        .body("results.values[0].missingReason", equalTo("TARGET_NOT_SET"));
    agreeAll(signed, path);
    as(ars()).post(path + "/closing").then().statusCode(409).body("code", equalTo("YEAR_NOT_OVER"));
  }

  @Test
  void a_stale_reader_changes_nothing() {
    ContractCalls.Signed signed = newClosed();
    String path = dialogue(signed, 3);
    enter(signed.coordinator(), path, "10").statusCode(200);
    RequestSpecification stale = as(signed.coordinator()).header("If-Match", "\"99\"");
    stale.post(path + "/submission").then().statusCode(412);
    as(signed.coordinator())
        .header("If-Match", "\"99\"")
        .body("{\"hash\": \"" + hash(path) + "\"}")
        .post(path + "/agreement")
        .then()
        .statusCode(412);
    as(ars()).header("If-Match", "\"99\"").post(path + "/closing").then().statusCode(412);
    as(ars())
        .header("If-Match", "\"99\"")
        .body("{\"values\": [], \"reason\": \"x\"}")
        .post(dialogue(signed, 2) + "/corrections")
        .then()
        .statusCode(412);
    String tag = as(ars()).get(dialogue(signed, 2)).getHeader("ETag");
    as(ars()).header("If-None-Match", tag).get(dialogue(signed, 2)).then().statusCode(304);
  }

  @Test
  void an_accord_needs_a_key_and_so_does_a_closing() {
    ContractCalls.Signed signed = newStarted();
    String path = dialogue(signed, 2);
    for (String part : new String[] {"/agreement", "/closing"}) {
      RequestSpecification call =
          given().auth().oauth2(ars().jwt()).contentType("application/json");
      if (part.equals("/agreement")) {
        call = call.body("{\"hash\": \"" + "0".repeat(64) + "\"}");
      }
      call.post(path + part)
          .then()
          .statusCode(400)
          .body("code", equalTo("IDEMPOTENCY_KEY_MISSING"));
    }
  }

  @Test
  void nothing_starts_or_is_amended_in_a_closed_year() {
    ContractCalls.Signed signed = newClosed();
    start(
            signed,
            "QUALITE",
            starting("2023-02-28", "[{\"code\": \"q\", \"weight\": 1, \"targets\": {\"1\": 5}}]"))
        .statusCode(409)
        .body("code", equalTo("START_IN_CLOSED_YEAR"));
    as(ars())
        .body("{\"effectiveOn\": \"2023-02-28\", \"changes\": {\"size\": 3}, \"reason\": \"x\"}")
        .post("/v1/contracts/{id}/avenants", signed.contract())
        .then()
        .statusCode(409)
        .body("code", equalTo("AVENANT_IN_CLOSED_YEAR"));
  }

  @Test
  void an_avenant_replaces_the_annex_from_its_contract_year_on() {
    ContractCalls.Signed signed = newStarted();
    String hash =
        as(ars())
            .body(
                """
                {"effectiveOn": "2023-03-01", "reason": "Cible revue", "changes": {"indicators":
                 {"ACCES_SOINS": [{"code": "patients-parcours", "weight": 1, "baseline": 0,
                   "targets": {"2": 30}}]}}}
                """)
            .post("/v1/contracts/{id}/avenants", signed.contract())
            .then()
            .statusCode(201)
            .extract()
            .path("hash");
    signed.signAll("/avenants/1/signatures", hash);
    as(ars())
        .get("/v1/contracts/{id}/indicators", signed.contract())
        .then()
        .body("items.fromYear", contains(1, 2))
        .body("items[1].indicators", hasSize(1))
        .body("items[1].indicators[0].targets.2", equalTo(30));
  }

  @Test
  void what_does_not_exist_is_not_found() {
    ContractCalls.Signed signed = newSigned("\"ACCES_SOINS\"");
    String path = dialogue(signed, 99);
    as(ars()).get(path).then().statusCode(404);
    as(ars()).get(path + "/versions").then().statusCode(404);
    as(ars()).post(path + "/submission").then().statusCode(404);
    as(ars()).post(path + "/closing").then().statusCode(404);
    agree(ars(), path, "0".repeat(64)).statusCode(404);
    as(ars())
        .body("{\"values\": [], \"reason\": \"x\"}")
        .post(path + "/corrections")
        .then()
        .statusCode(404);
    agree(ars(), dialogue(signed, 2), "?").statusCode(422);
    as(ars())
        .body("{\"values\": [], \"reason\": \" \"}")
        .post(dialogue(signed, 2) + "/corrections")
        .then()
        .statusCode(422);
    as(ars())
        .body("{\"values\": [], \"reason\": \"x\"}")
        .post(dialogue(signed, 2) + "/corrections")
        .then()
        .statusCode(409)
        .body("code", equalTo("ILLEGAL_TRANSITION"));
  }

  @Test
  void a_key_of_another_request_is_refused() {
    ContractCalls.Signed signed = newClosed();
    String key = UUID.randomUUID().toString();
    for (String part : new String[] {"/submission", "/closing"}) {
      String other = part.equals("/closing") ? dialogue(signed, 3) : dialogue(signed, 4);
      enter(signed.coordinator(), other, "10").statusCode(200);
    }
    keyed(signed.coordinator(), key)
        .post(dialogue(signed, 3) + "/submission")
        .then()
        .statusCode(200);
    keyed(signed.coordinator(), key)
        .post(dialogue(signed, 4) + "/submission")
        .then()
        .statusCode(422)
        .body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
    keyed(signed.coordinator(), key).post(dialogue(signed, 3) + "/closing").then().statusCode(422);
  }

  private static RequestSpecification keyed(Token token, String key) {
    return given()
        .auth()
        .oauth2(token.jwt())
        .contentType("application/json")
        .header("Idempotency-Key", key);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "update dialogue_results set content = '{}' where contract = '%s'",
        "delete from dialogue_results where contract = '%s'"
      })
  void the_database_itself_refuses_to_change_frozen_results(String change) throws SQLException {
    ContractCalls.Signed signed = newClosed();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      Assertions.assertThatThrownBy(() -> statement.execute(change.formatted(signed.contract())))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("is kept");
    }
  }
}
