package fr.cadran.e2e;

import static fr.cadran.e2e.RunningPlatform.anonymous;
import static fr.cadran.e2e.RunningPlatform.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Flow 1: an ARS registers a centre, its manager gives a mandat, an editor saves, is refused,
 * acknowledges, submits and corrects; indicators follow; the right agency reads them and the wrong
 * one finds nothing. Runs any number of times on the same state: each run takes a free quarter.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class QuarterlyDataFlowE2E {
  private static final String CENTRE = "930012345";
  private static final String CENTRES = "/v1/centres";
  private static final String DATA = CENTRES + "/" + CENTRE + "/quarterly-data/";

  private String quarter = "";
  private String firstValue = "";
  private Instant firstKnown = Instant.EPOCH;

  private static String content(int passages, int ccamActs) {
    return """
    {"patients": {"callsReceived": 1000, "callsAnswered": 900, "appointments": 1410,
                  "passages": %d, "withoutAppointment": 300},
     "activity": [{"specialty": "MEDECINE_GENERALE", "rooms": 4, "acts": 1500, "revenue": 100000.00,
                   "ccamActs": %d, "ccamRevenue": 6000.00,
                   "vacations": [{"practitioner": "p1", "perWeek": 6}],
                   "appointmentOutcomes": {"honoured": 1200, "withoutAppointment": 300,
                                           "cancelled": 110, "notHonoured": 100}}],
     "finance": {"invoices": {"sent": 2000, "rejectedSecuriteSociale": 60, "rejectedMutuelles": 40}}}
    """
        .formatted(passages, ccamActs);
  }

  @Test
  @Order(1)
  void an_agency_registers_a_centre_of_its_territory_and_no_other_agency_sees_it() {
    String finess = "93%07d".formatted(ThreadLocalRandom.current().nextInt(10_000_000));
    String centre =
        """
        {"finess": "%s", "finessJuridique": "930000001", "siret": "35600000000048",
         "name": "Centre d'essai (fictif)", "managerKind": "ASSOCIATIF", "communeCode": "93066",
         "specialties": ["MEDECINE_GENERALE"], "rooms": {"multi": 1, "MEDECINE_GENERALE": 2}}
        """
            .formatted(finess);
    as("ars-93").body(centre).post(CENTRES).then().statusCode(201);
    as("ars-93").body(centre).post(CENTRES).then().statusCode(409);
    as("ars-93").get(CENTRES + "/" + finess).then().statusCode(200);
    as("ars-idf").get(CENTRES + "/" + finess).then().statusCode(200);
    as("ars-75").get(CENTRES + "/" + finess).then().statusCode(404);
    as("centre-demo").get(CENTRES + "/" + finess).then().statusCode(404);
    as("editor-demo").get(CENTRES + "/" + finess).then().statusCode(404);
    as("centre-demo").body(centre).post(CENTRES).then().statusCode(403);
  }

  @ParameterizedTest
  @Order(2)
  @CsvSource({
    "finess, 12, /finess, FINESS_INVALID",
    "siret, 35600000000049, /siret, SIRET_INVALID",
    "communeCode, 93059, /communeCode, COMMUNE_UNKNOWN"
  })
  void a_centre_with_a_wrong_identifier_is_refused_at_its_place(
      String field, String value, String pointer, String code) {
    String centre =
        """
        {"finess": "930099999", "finessJuridique": "930000001", "siret": "35600000000048",
         "name": "Refus", "managerKind": "ASSOCIATIF", "communeCode": "93066",
         "specialties": ["MEDECINE_GENERALE"], "rooms": {"multi": 1}}
        """
            .replaceAll("\"" + field + "\": \"[^\"]*\"", "\"" + field + "\": \"" + value + "\"");
    Response answer = as("ars-93").body(centre).post(CENTRES);
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.jsonPath().getList("errors.pointer", String.class)).contains(pointer);
    assertThat(answer.jsonPath().getList("errors.code", String.class)).contains(code);
  }

  @Test
  @Order(3)
  void an_editor_sees_a_centre_only_while_its_mandat_lasts() {
    as("editor-other").get(CENTRES + "/" + CENTRE).then().statusCode(404);
    String mandat =
        as("centre-demo")
            .body(
                """
                {"clientId": "editor-other", "scopes": ["quarterly-data:write"],
                 "validUntil": "2027-12-31"}
                """)
            .post(CENTRES + "/" + CENTRE + "/mandats")
            .then()
            .statusCode(201)
            .extract()
            .header("Location");
    as("editor-other").get(CENTRES + "/" + CENTRE).then().statusCode(200);
    String path = mandat.substring(mandat.indexOf("/v1/"));
    as("centre-demo").post(path + "/revocation").then().statusCode(200);
    as("editor-other").get(CENTRES + "/" + CENTRE).then().statusCode(404);
    as("ars-93")
        .body("{\"clientId\": \"editor-other\", \"scopes\": [\"quarterly-data:write\"]}")
        .post(CENTRES + "/" + CENTRE + "/mandats")
        .then()
        .statusCode(403);
  }

  @Test
  @Order(4)
  void a_submission_is_refused_until_it_is_mended_and_its_warnings_acknowledged() {
    quarter = freeQuarter();
    // 1410 appointments, 1800 passages, 300 without: a negative no-show, which only warns.
    as("editor-demo").body(content(1800, 1501)).put(DATA + quarter).then().statusCode(201);

    JsonPath refused =
        as("editor-demo")
            .body("{\"acknowledgedWarnings\": []}")
            .post(DATA + quarter + "/submission")
            .then()
            .statusCode(422)
            .body("errors.code", hasItem("CCAM_ACTS_ABOVE_ACTS"))
            .body("errors.acknowledgement", hasItem(containsString("NEGATIVE_NON_VENUE")))
            .extract()
            .jsonPath();
    assertThat(refused.getString("code")).isNotBlank();

    save(content(1800, 150));
    List<String> warnings =
        as("editor-demo")
            .body("{\"acknowledgedWarnings\": []}")
            .post(DATA + quarter + "/submission")
            .then()
            .statusCode(422)
            .extract()
            .jsonPath()
            .getList("errors.acknowledgement", String.class);
    assertThat(warnings).doesNotContainNull().anyMatch(w -> w.startsWith("NEGATIVE_NON_VENUE"));
    noValuesYet();

    submit(warnings, 1);
  }

  @Test
  @Order(5)
  void the_indicators_of_the_quarter_are_soon_readable_with_their_explanation() {
    JsonPath negative = awaitValue("ars-93", 1);
    assertThat(decimal(negative, "items[0].numerator")).isEqualByComparingTo("-90");
    assertThat(negative.getList("items[0].flags", String.class)).contains("NEGATIVE");
    firstValue = negative.getString("items[0].id");
    firstKnown = Instant.parse(negative.getString("items[0].computedAt"));

    as("ars-93")
        .get("/v1/indicator-values/" + firstValue + "/explanation")
        .then()
        .statusCode(200)
        .body("formula", equalTo("(rdvPris − passages + sansRdv) ÷ rdvPris"))
        .body("substituted", equalTo("(1410 − 1800 + 300) ÷ 1410"))
        .body("provenance", equalTo("PRINTED"));
    for (String levier : List.of("NON_VENUE", "CODAGE", "IMPAYES", "ACHATS")) {
      as("ars-idf")
          .get(
              "/v1/indicator-values?centre=" + CENTRE + "&quarter=" + quarter + "&levier=" + levier)
          .then()
          .statusCode(200)
          .body("items.size()", greaterThan(2));
    }
  }

  @Test
  @Order(6)
  void another_territory_finds_nothing() {
    as("ars-75")
        .get("/v1/indicator-values?centre=" + CENTRE + "&quarter=" + quarter)
        .then()
        .statusCode(200)
        .body("items", empty());
    as("ars-75").get("/v1/indicator-values/" + firstValue + "/explanation").then().statusCode(404);
    as("ars-75").get(DATA + quarter).then().statusCode(404);
    as("ars-75").get(CENTRES + "/" + CENTRE + "/potential-gains").then().statusCode(404);
  }

  @Test
  @Order(7)
  void a_correction_restates_the_values_and_the_first_stay_readable() {
    save(content(1500, 150));
    List<String> warnings =
        as("editor-demo")
            .body("{\"acknowledgedWarnings\": []}")
            .post(DATA + quarter + "/checks")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath()
            .getList("errors.acknowledgement", String.class);
    submit(warnings, 2);

    JsonPath corrected = awaitValue("ars-93", 2);
    assertThat(decimal(corrected, "items[0].numerator")).isEqualByComparingTo("210");
    assertThat(decimal(corrected, "items[0].denominator")).isEqualByComparingTo("1410");
    assertThat(decimal(corrected, "items[0].value").toPlainString()).startsWith("0.148936");
    as("ars-93")
        .get("/v1/indicator-values/" + corrected.getString("items[0].id") + "/explanation")
        .then()
        .statusCode(200)
        .body("substituted", equalTo("(1410 − 1500 + 300) ÷ 1410"))
        .body("unrounded", equalTo("7/47"));

    JsonPath asOfThen =
        as("ars-93").get(valueOf(quarter) + "&asOf=" + firstKnown).then().extract().jsonPath();
    assertThat(asOfThen.getString("items[0].id")).isEqualTo(firstValue);
    assertThat(decimal(asOfThen, "items[0].numerator")).isEqualByComparingTo("-90");
    as("ars-93").get("/v1/indicator-values/" + firstValue + "/explanation").then().statusCode(200);
    as("ars-93").get(DATA + quarter + "/versions").then().statusCode(200).body("items", hasSize(2));
  }

  @Test
  @Order(8)
  void the_gain_of_the_quarter_stands_by_both_methods() {
    JsonPath gains =
        as("ars-93")
            .get(CENTRES + "/" + CENTRE + "/potential-gains?quarter=" + quarter)
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();
    assertThat(decimal(gains, "items.find { it.gain.method == 'bao-2014' }.gain.total"))
        .isEqualByComparingTo("82907.80");
    assertThat(decimal(gains, "items.find { it.gain.method == 'attendance-gap' }.gain.total"))
        .isEqualByComparingTo("0.00");
  }

  @ParameterizedTest
  @Order(9)
  @CsvSource({
    "bao-2014, 100, 82907.80",
    "attendance-gap, 100, 0.00",
    "attendance-gap, 300, 10000.00"
  })
  void the_calculator_gives_the_printed_figures(String method, int notHonoured, String gain) {
    Response answer =
        as("cpts-demo")
            .body(
                """
                {"method": "%s", "rows": [{"specialty": "MEDECINE_GENERALE", "honoured": 1200,
                 "withoutAppointment": 300, "cancelled": 110, "notHonoured": %d,
                 "revenue": 100000.00}]}
                """
                    .formatted(method, notHonoured))
            .post("/v1/gain-calculations/NON_VENUE");
    assertThat(answer.statusCode()).isEqualTo(200);
    // The text of the answer, since cents are part of the promise: 0.00, not 0.
    assertThat(answer.asString()).contains("\"total\":" + gain);
    assertThat(answer.jsonPath().getMap("explanation")).isNotEmpty();
  }

  @Test
  @Order(10)
  void the_merged_description_covers_every_service() {
    JsonPath api = anonymous().get("/v1/openapi.json").then().statusCode(200).extract().jsonPath();
    assertThat(api.getString("openapi")).startsWith("3.1");
    assertThat(api.getMap("paths").keySet())
        .map(Object::toString)
        .contains(
            "/v1/centres",
            "/v1/centres/{finess}/mandats",
            "/v1/centres/{finess}/quarterly-data/{quarter}/submission",
            "/v1/centres/{finess}/potential-gains",
            "/v1/indicator-values",
            "/v1/gain-calculations/{levier}",
            "/v1/funding-tables");
  }

  @Test
  @Order(11)
  void bad_calls_get_a_clear_refusal_at_the_door() {
    anonymous().get("/v1/centres").then().statusCode(401).body("code", equalTo("UNAUTHENTICATED"));
    anonymous()
        .header("Authorization", "Bearer " + RunningPlatform.token("ars-93") + "x")
        .get("/v1/centres")
        .then()
        .statusCode(401);
    as("ars-93").get("/v1/centres/../../q/metrics").then().statusCode(400);
    as("ars-93").get("/v1/centres/%2e%2e/x").then().statusCode(400);
    as("ars-93").get("/v1/nothing").then().statusCode(404);
    as("ars-93").get("/v1/centres?departemnt=93").then().statusCode(400);
    as("editor-demo")
        .body("{\"patients\": {\"passages\": 1}, \"pad\": \"" + "x".repeat(5_000_000) + "\"}")
        .put(DATA + "2026-Q1")
        .then()
        .statusCode(413)
        .body("code", equalTo("BODY_TOO_LARGE"));
    as("editor-demo").body(content(1, 1)).put(DATA + "2050-Q1").then().statusCode(422);
    as("ars-93").get("/v1/funding-tables/ACI-2019").then().statusCode(200);
  }

  @ParameterizedTest
  @Order(12)
  @ValueSource(strings = {"auditor", "cpam-93", "admin", "centre-demo", "cpts-demo"})
  void every_demo_account_can_read_its_own_list_of_centres(String account) {
    as(account)
        .get(CENTRES + "?limit=500")
        .then()
        .statusCode(200)
        .body("items.size()", greaterThan(-1));
  }

  private void save(String content) {
    String tag =
        as("editor-demo").get(DATA + quarter).then().statusCode(200).extract().header("ETag");
    as("editor-demo").body(content).put(DATA + quarter).then().statusCode(428);
    as("editor-demo")
        .header("If-Match", tag)
        .body(content)
        .put(DATA + quarter)
        .then()
        .statusCode(200);
    as("editor-demo")
        .header("If-Match", tag)
        .body(content)
        .put(DATA + quarter)
        .then()
        .statusCode(412);
  }

  private void submit(List<String> warnings, int version) {
    String acknowledged =
        warnings.stream()
            .map(warning -> '"' + warning + '"')
            .reduce((a, b) -> a + "," + b)
            .orElse("");
    as("editor-demo")
        .body("{\"acknowledgedWarnings\": [" + acknowledged + "]}")
        .post(DATA + quarter + "/submission")
        .then()
        .statusCode(200)
        .body("version", equalTo(version))
        .body("state", equalTo("SUBMITTED"))
        .body("quarter", equalTo(quarter));
  }

  private static String valueOf(String quarter) {
    return "/v1/indicator-values?centre="
        + CENTRE
        + "&quarter="
        + quarter
        + "&indicator=taux-non-venue";
  }

  private void noValuesYet() {
    as("ars-93").get(valueOf(quarter)).then().statusCode(200).body("items", empty());
    as("ars-93").get(valueOf(quarter)).then().body("next", nullValue());
  }

  private JsonPath awaitValue(String account, int version) {
    return await("values of version " + version)
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(50))
        .until(
            () -> as(account).get(valueOf(quarter)).then().statusCode(200).extract().jsonPath(),
            values ->
                values.getList("items").size() == 1
                    && values.getInt("items[0].inputs[0].version") == version);
  }

  private static BigDecimal decimal(JsonPath json, String path) {
    return new BigDecimal(json.getString(path));
  }

  private static String freeQuarter() {
    return IntStream.range(2014 * 4, 2026 * 4)
        .mapToObj(index -> "%d-Q%d".formatted(index / 4, index % 4 + 1))
        .filter(quarter -> as("editor-demo").get(DATA + quarter).statusCode() == 404)
        .findFirst()
        .orElseThrow();
  }
}
