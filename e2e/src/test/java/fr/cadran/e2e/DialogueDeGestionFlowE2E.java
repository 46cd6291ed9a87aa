package fr.cadran.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Flow 2: a CPTS, its territory, its contract, three signatures, missions, a yearly dialogue, its
 * closing, what is paid and why, an avenant, a correction of the closed year; the agency reads
 * centres and CPTS in one place. Runs any number of times on the same state: what an earlier run
 * left is ended first.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DialogueDeGestionFlowE2E {
  private static final String ARS = "ars-93";
  private static final String CPAM = "cpam-93";
  private static final String COORDINATOR = "cpts-demo";

  /** The CPTS that the demo coordinator answers for. */
  private static final String CPTS = "5ecad2a0-0000-4000-8000-000000000093";

  private static final String CONTRACTS = "/v1/contracts";
  private static final String BANDS =
      """
      {"kind": "BANDS", "bands": [{"upTo": 0, "pays": 0}, {"upTo": 0.25, "pays": 0.25},
       {"upTo": 0.50, "pays": 0.50}, {"upTo": 0.75, "pays": 0.75}, {"upTo": 1.00, "pays": 1.00}]}
      """;

  private String contract = "";
  private String firstHash = "";
  private int yearly;
  private @TempDir Path folder;

  private static RequestSpecification as(String account) {
    return RunningPlatform.as(account).header("Idempotency-Key", UUID.randomUUID().toString());
  }

  private String path(String part) {
    return CONTRACTS + "/" + contract + part;
  }

  private String dialogue(int number) {
    return path("/dialogues-de-gestion/" + number);
  }

  private static String hash(String path) {
    return as(ARS).get(path).then().statusCode(200).extract().path("hash");
  }

  private static ValidatableResponse sign(String account, String path, String hash) {
    return as(account).body("{\"hash\": \"" + hash + "\"}").post(path).then();
  }

  private static void allSign(String path, String hash) {
    for (String party : List.of(COORDINATOR, CPAM, ARS)) {
      sign(party, path, hash).statusCode(201);
    }
  }

  private void allAgree(int number) {
    allSign(dialogue(number) + "/agreement", hash(dialogue(number)));
  }

  private ValidatableResponse enter(String value) {
    String tag = as(COORDINATOR).get(dialogue(yearly)).getHeader("ETag");
    return as(COORDINATOR)
        .header("If-Match", tag)
        .body(
            """
            {"values": [{"code": "patients-parcours", "value": %s, "evidence": [
               {"link": "https://cpts.example/bilan.pdf", "label": "Bilan annuel"}]}],
             "orientationSpent": 20000.00}
            """
                .formatted(value))
        .put(dialogue(yearly) + "/results")
        .then();
  }

  private JsonPath ledger(String query) {
    return as(CPAM).get(path("/ledger" + query)).then().statusCode(200).extract().jsonPath();
  }

  private static void endWhatAnEarlierRunLeft() {
    List<String> open =
        as(COORDINATOR)
            .get(CONTRACTS + "?cpts=" + CPTS)
            .then()
            .statusCode(200)
            .extract()
            .path("items.findAll { it.state in ['DRAFT', 'NEGOTIATION'] }.id");
    for (String draft : open) {
      as(ARS).body("{\"reason\": \"essai\"}").post(CONTRACTS + "/" + draft + "/abandonment");
    }
    List<String> running =
        as(COORDINATOR)
            .get(CONTRACTS + "?cpts=" + CPTS)
            .then()
            .extract()
            .path("items.findAll { it.state in ['SIGNED', 'ACTIVE'] }.id");
    LocalDate letter = LocalDate.now(ZoneId.of("Europe/Paris")).minusMonths(3);
    for (String signed : running) {
      as(ARS)
          .body("{\"receivedOn\": \"%s\", \"reason\": \"fin de l'essai\"}".formatted(letter))
          .post(CONTRACTS + "/" + signed + "/termination")
          .then()
          .statusCode(200);
    }
    as("admin").post("/v1/calendar-runs").then().statusCode(200).body("failed", equalTo(0));
  }

  @Test
  @Order(1)
  void a_simulation_says_what_a_target_is_worth_before_anything_is_signed() {
    RunningPlatform.as(COORDINATOR)
        .body(
            """
            {"fundingTable": "ACI-2019", "size": 2, "signedOn": "2022-03-01", "years": 5,
             "missions": [{"mission": "ACCES_SOINS", "startedOn": "2022-09-01",
               "indicators": [{"code": "patients-parcours", "weight": 1.0, "direction": "RISING",
                 "baseline": 0, "targets": {"1": 15}, "values": {"1": 10}, "mode": "LEVEL", "scale": %s}]}]}
            """
                .formatted(BANDS))
        .post("/v1/contract-simulations")
        .then()
        .statusCode(200)
        .body(containsString("\"amount\":6508.56"))
        .body(containsString("\"amount\":2169.52"));
  }

  @Test
  @Order(2)
  void an_agency_registers_a_cpts_and_its_territory_gives_its_size() {
    String fresh =
        as(ARS)
            .body("{\"name\": \"CPTS d'essai\", \"seatCommune\": \"93066\"}")
            .post("/v1/cpts")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    String territory = "/v1/cpts/" + fresh + "/territory";
    as(ARS)
        .body("{\"communes\": [\"93066\", \"93027\"]}")
        .put(territory)
        .then()
        .statusCode(200)
        .body("population", greaterThan(175_000))
        .body("size", equalTo(4))
        .body("vintage", greaterThan(2020));
    String tag = as(ARS).get(territory).getHeader("ETag");
    for (String[] refused :
        new String[][] {{"93066\", \"93066", "COMMUNE_TWICE"}, {"99999", "COMMUNE_UNKNOWN"}}) {
      as(ARS)
          .header("If-Match", tag)
          .body("{\"communes\": [\"" + refused[0] + "\"]}")
          .put(territory)
          .then()
          .statusCode(422)
          .body("errors.code", hasItem(refused[1]));
    }
    as("ars-75").get("/v1/cpts/" + fresh).then().statusCode(404);
    as("ars-idf").get("/v1/cpts/" + fresh).then().statusCode(200);
  }

  @Test
  @Order(3)
  void offers_are_made_and_the_last_text_is_signed_by_three() {
    endWhatAnEarlierRunLeft();
    contract =
        as(ARS)
            .body(
                """
                {"cpts": "%s", "fundingTable": "ACI-2019", "size": 2, "signedOn": "2022-03-01",
                 "missions": [{"mission": "ACCES_SOINS", "snpOrientation": true}]}
                """
                    .formatted(CPTS))
            .post(CONTRACTS)
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    firstHash = hash(path(""));
    as(COORDINATOR)
        .body(
            """
            {"fundingTable": "ACI-2019", "size": 2, "signedOn": "2022-03-01",
             "missions": [{"mission": "ACCES_SOINS", "snpOrientation": true}, "PREVENTION"],
             "message": "Nous ajoutons la prévention"}
            """)
        .post(path("/offers"))
        .then()
        .statusCode(201)
        .body("number", equalTo(2))
        .body("differences.pointer", hasItem("/missions/PREVENTION/mission"));
    sign(CPAM, path("/signatures"), firstHash)
        .statusCode(409)
        .body("code", equalTo("HASH_OUT_OF_DATE"));
    String hash = hash(path(""));
    sign("ars-75", path("/signatures"), hash).statusCode(404);
    allSign(path("/signatures"), hash);
    as(ARS)
        .get(path(""))
        .then()
        .statusCode(200)
        .body("state", equalTo("SIGNED"))
        .body("signatures.party", hasSize(3));
    as(ARS).get("/v1/cpts/" + CPTS).then().body("stage", equalTo("ACI_SIGNE"));
    assertThat(ledger("?contractYear=1").getString("lines[0].kind")).isEqualTo("FULL");
    assertThat(ledger("?contractYear=1").getString("lines[0].amount")).startsWith("60000");
  }

  private int start(String mission, String on, String indicators) {
    return as(COORDINATOR)
        .body("{\"on\": \"%s\", \"indicators\": [%s]}".formatted(on, indicators))
        .post(path("/missions/" + mission + "/start"))
        .then()
        .statusCode(201)
        .extract()
        .path("number");
  }

  @Test
  @Order(4)
  void a_mission_starts_with_the_signed_annex_of_its_indicators() {
    as(COORDINATOR)
        .body("{\"on\": \"2022-02-28\", \"indicators\": []}")
        .post(path("/missions/ACCES_SOINS/start"))
        .then()
        .statusCode(422)
        .body("code", equalTo("START_BEFORE_SIGNATURE"));
    as(COORDINATOR)
        .body(
            """
            {"on": "2022-09-01", "indicators": [{"code": "a", "weight": 0.9999, "targets": {"1": 15}}]}
            """)
        .post(path("/missions/ACCES_SOINS/start"))
        .then()
        .statusCode(422)
        .body("errors.code", hasItem("WEIGHTS_DO_NOT_SUM"));
    allAgree(
        start(
            "ACCES_SOINS",
            "2022-09-01",
            """
            {"code": "patients-parcours", "label": "Patients inclus dans un parcours", "weight": 1,
             "baseline": 0, "targets": {"1": 15, "2": 20, "3": 25}, "scale": %s,
             "sheet": {"evidence": "Bilan annuel", "unit": "patients", "dataSource": "déclaré par la CPTS"}}
            """
                .formatted(BANDS)));
    allAgree(
        start(
            "PREVENTION",
            "2023-09-01",
            "{\"code\": \"actions\", \"weight\": 1, \"targets\": {\"2\": 4, \"3\": 5}}"));
    as(ARS).get(path("")).then().body("state", equalTo("ACTIVE"));
    assertThat(ledger("?volet=FIXE&kind=ADVANCE&contractYear=1").getList("lines.amount"))
        .hasToString("[6508.56]");
  }

  @Test
  @Order(5)
  void a_value_is_refused_then_mended_and_new_data_void_the_accord() {
    yearly =
        as(ARS)
            .get(path("/dialogues-de-gestion?kind=YEARLY&contractYear=1"))
            .then()
            .statusCode(200)
            .body("items.late", contains(true))
            .extract()
            .path("items[0].number");
    enter("12").statusCode(200);
    as(COORDINATOR).post(dialogue(yearly) + "/submission").then().statusCode(200);
    as(ARS)
        .body("{\"decision\": \"REFUSED\", \"comment\": \"Deux patients hors du territoire\"}")
        .put(dialogue(yearly) + "/results/patients-parcours/decision")
        .then()
        .statusCode(200);
    sign(CPAM, dialogue(yearly) + "/agreement", hash(dialogue(yearly)))
        .statusCode(409)
        .body("code", equalTo("VALUES_NOT_ACCEPTED"));
    enter("9").statusCode(200);
    String old = hash(dialogue(yearly));
    allAgree(yearly);
    as(ARS).get(dialogue(yearly)).then().body("state", equalTo("AGREED"));
    enter("10").statusCode(200).body("signatures", empty());
    sign(ARS, dialogue(yearly) + "/agreement", old)
        .statusCode(409)
        .body("code", equalTo("HASH_OUT_OF_DATE"));
    as(ARS).post(dialogue(yearly) + "/closing").then().statusCode(409);
    allAgree(yearly);
  }

  @Test
  @Order(6)
  void closing_pays_what_was_agreed_once() {
    as(CPAM)
        .post(dialogue(yearly) + "/closing")
        .then()
        .statusCode(200)
        .body("state", equalTo("CLOSED"));
    as(CPAM)
        .post(dialogue(yearly) + "/closing")
        .then()
        .statusCode(409)
        .body("code", equalTo("ALREADY_CLOSED"));
    JsonPath access = ledger("?contractYear=1&line=ACCES_SOINS");
    assertThat(access.getList("lines.collect { it.volet + ' ' + it.kind + ' ' + it.amount }"))
        .hasToString(
            "[FIXE ADVANCE 6508.56, SNP_ORIENTATION ADVANCE 16736.3, FIXE BALANCE 2169.52,"
                + " VARIABLE FULL 6508.56, SNP_ORIENTATION BALANCE 5578.77]");
    JsonPath whole = ledger("");
    assertThat(whole.getString("balance.settled")).isEqualTo(whole.getString("balance.entitled"));
    assertThat(whole.getString("balance.recoverable")).isEqualTo("2315.07");
  }

  @Test
  @Order(7)
  void a_payment_explains_itself_and_can_be_computed_again_by_anybody()
      throws IOException, InterruptedException {
    String payment = ledger("?contractYear=1&volet=VARIABLE").getString("lines[0].id");
    as(COORDINATOR)
        .get("/v1/payments/" + payment + "/explanation")
        .then()
        .statusCode(200)
        .body("rule", equalTo("VARIABLE_RESULTATS"))
        .body("substituted", equalTo("17500.00 × 181 ÷ 365 × (1 × 0.75)"))
        .body("parts[0].substituted", equalTo("10 ÷ 15"))
        .body("parts[0].reading", equalTo("tranche ]0.5 ; 0.75] : 0.75"))
        .body("unrounded", equalTo("475125/73"));
    as("ars-75").get("/v1/payments/" + payment + "/explanation").then().statusCode(404);
    byte[] pack =
        as("auditor")
            .get("/v1/payments/" + payment + "/pack")
            .then()
            .statusCode(200)
            .extract()
            .asByteArray();
    assertThat(new String(pack, StandardCharsets.UTF_8)).contains("\"party\":\"CPAM\"");
    assertThat(recompute(pack)).isZero();
    pack[pack.length / 2] ^= 1;
    assertThat(recompute(pack)).isEqualTo(1);
  }

  private int recompute(byte[] pack) throws IOException, InterruptedException {
    Path root = Path.of(Objects.requireNonNull(System.getProperty("cadran.root"), "cadran.root"));
    Path file = Files.write(folder.resolve("payment.json"), pack);
    Process command =
        new ProcessBuilder(root.resolve("recompute-payment").toString(), file.toString())
            .inheritIO()
            .start();
    assertThat(command.waitFor(5, TimeUnit.MINUTES)).isTrue();
    return command.exitValue();
  }

  @Test
  @Order(8)
  void an_avenant_changes_the_size_from_its_day_on() {
    as(ARS)
        .body("{\"effectiveOn\": \"2022-12-01\", \"changes\": {\"size\": 3}, \"reason\": \"x\"}")
        .post(path("/avenants"))
        .then()
        .statusCode(409)
        .body("code", equalTo("AVENANT_IN_CLOSED_YEAR"));
    String avenant =
        as(ARS)
            .body(
                """
                {"effectiveOn": "2024-03-01", "changes": {"size": 3}, "reason": "La population a crû"}
                """)
            .post(path("/avenants"))
            .then()
            .statusCode(201)
            .extract()
            .path("hash");
    allSign(path("/avenants/1/signatures"), avenant);
    as(ARS).get(path("?on=2024-02-29")).then().body("terms.size", equalTo(2));
    as(ARS).get(path("?on=2024-03-01")).then().body("terms.size", equalTo(3));
  }

  @Test
  @Order(9)
  void a_closed_year_is_corrected_by_signed_lines_alone() {
    List<String> before = ledger("").getList("lines.id");
    as(COORDINATOR)
        .body(
            """
            {"values": [{"code": "patients-parcours", "value": 15, "evidence": [
               {"link": "https://cpts.example/bilan.pdf", "label": "Bilan corrigé"}]}],
             "orientationSpent": 20000.00, "reason": "Cinq patients oubliés"}
            """)
        .post(dialogue(yearly) + "/corrections")
        .then()
        .statusCode(201)
        .body("resultsVersion", equalTo(2));
    allAgree(yearly);
    as(ARS).post(dialogue(yearly) + "/closing").then().statusCode(200);
    JsonPath after = ledger("");
    assertThat(after.getList("lines.id").subList(0, before.size())).isEqualTo(before);
    assertThat(
            after.getList(
                "lines.findAll { it.kind == 'CORRECTION' && it.contractYear == 1 }.amount"))
        .hasToString("[2169.52]");
    assertThat(after.getString("balance.settled")).isEqualTo(after.getString("balance.entitled"));
  }

  @Test
  @Order(10)
  void the_agency_reads_centres_and_cpts_in_one_place() {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() ->
            as(ARS)
                .get("/v1/indicator-values?cpts=" + CPTS + "&contractYear=1")
                .then()
                .statusCode(200)
                .body(
                    "items.findAll { it.contract == '%s' }.collect { it.indicator + ' ' + it.value }"
                        .formatted(contract),
                    contains("patients-parcours 15")));
    String value =
        as(ARS)
            .get("/v1/indicator-values?cpts=" + CPTS + "&contractYear=1")
            .then()
            .extract()
            .path("items.find { it.contract == '%s' }.id".formatted(contract));
    as(ARS)
        .get("/v1/indicator-values/" + value + "/explanation")
        .then()
        .statusCode(200)
        .body("provenance", equalTo("AGREED"));
    as(ARS)
        .get("/v1/indicator-values?departement=93&limit=500")
        .then()
        .statusCode(200)
        .body("items.cpts", hasItem(CPTS))
        .body("items.centre.findAll { it != null }", not(empty()));
    as("ars-75").get("/v1/indicator-values/" + value + "/explanation").then().statusCode(404);
    as("ars-75")
        .get("/v1/indicator-values?cpts=" + CPTS)
        .then()
        .statusCode(200)
        .body("items", empty());
  }
}
