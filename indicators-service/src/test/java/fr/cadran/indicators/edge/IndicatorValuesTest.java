package fr.cadran.indicators.edge;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import fr.cadran.testing.contract.ContractChecked;
import fr.cadran.testing.infra.CadranTestResource;
import fr.cadran.testing.infra.KafkaProbe;
import fr.cadran.testing.token.Token;
import fr.cadran.testing.token.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.JsonConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** The first flow, from the event on: data arrive, values are computed, told, read and restated. */
@QuarkusTest
@QuarkusTestResource(CadranTestResource.class)
@ContractChecked
class IndicatorValuesTest {
  @Inject DataSource database;

  private static final Token ARS_93 = Tokens.arsAgent("departement:93");
  private static final RestAssuredConfig EXACT =
      RestAssuredConfig.config()
          .jsonConfig(JsonConfig.jsonConfig().numberReturnType(NumberReturnType.BIG_DECIMAL));

  private static final String GRID =
      """
      {"multiDisciplineRooms": null, "openingHours": null,
       "patients": {"callsReceived": 1000, "callsAnswered": 900, "appointments": 1410,
                    "passages": %s, "withoutAppointment": 300},
       "activity": [{"specialty": "MEDECINE_GENERALE", "acts": 1500, "revenue": 100000.00,
                     "ccamActs": 150, "ccamRevenue": 6000.00,
                     "appointmentOutcomes": {"honoured": 1200, "withoutAppointment": 300,
                                             "cancelled": 110, "notHonoured": 100}}],
       "humanResources": null,
       "finance": {"unpaidPatients": %s, "revenue": {"total": 100000.00}}}
      """;

  private static RequestSpecification as(Token token) {
    return given().config(EXACT).auth().oauth2(token.jwt());
  }

  private static JsonPath values(Token token, Map<String, ?> query) {
    return as(token)
        .queryParams(query)
        .get("/v1/indicator-values")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static void await_values(String finess, String quarter, int version) {
    await("values of " + finess + " " + quarter + " from version " + version)
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(100))
        .until(() ->
            values(
                    Tokens.auditor(),
                    Map.of("centre", finess, "quarter", quarter, "indicator", "taux-non-venue"))
                .getList("items.inputs.version.flatten()", Integer.class)
                .contains(version));
  }

  private static void submit(
      String finess, String quarter, int version, String passages, String unpaid) {
    CentreMessages.quarterlyData(finess, quarter, version, GRID.formatted(passages, unpaid));
    await_values(finess, quarter, version);
  }

  private static void centre(String finess, String departement, String region) {
    CentreMessages.centre(finess, 1, departement, region);
    await("the centre " + finess)
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(100))
        .until(() ->
            as(Tokens.auditor()).get("/v1/centres/{finess}/potential-gains", finess).statusCode()
                == 200);
  }

  private static Map<String, String> noShow(String finess) {
    return Map.of("centre", finess, "quarter", "2013-Q3", "indicator", "taux-non-venue");
  }

  @Test
  void a_submitted_quarter_gives_values_with_the_shape_that_integrators_rely_on() {
    centre("930000101", "93", "11");
    submit("930000101", "2013-Q3", 1, "1500", "null");
    as(ARS_93)
        .queryParams(noShow("930000101"))
        .get("/v1/indicator-values")
        .then()
        .statusCode(200)
        .body("items", hasSize(1))
        .body("items[0].id", notNullValue())
        .body("items[0].indicator", equalTo("taux-non-venue"))
        .body("items[0].levier", equalTo("NON_VENUE"))
        .body("items[0].centre", equalTo("930000101"))
        .body("items[0].quarter", equalTo("2013-Q3"))
        .body("items[0].specialty", nullValue())
        .body("items[0].numerator", equalTo(210))
        .body("items[0].denominator", equalTo(1410))
        .body("items[0].value", equalTo(new BigDecimal("0.148936170213")))
        .body("items[0].rounded", equalTo(new BigDecimal("0.1489")))
        .body("items[0].unit", equalTo("ratio"))
        .body("items[0].missingReason", nullValue())
        .body("items[0].inputs", hasSize(1))
        .body("items[0].inputs[0].source", equalTo("quarterly-data"))
        .body("items[0].inputs[0].quarter", equalTo("2013-Q3"))
        .body("items[0].inputs[0].version", equalTo(1))
        .body("items[0].computedAt", notNullValue())
        .body("items[0].supersededAt", nullValue())
        .body("next", nullValue());
  }

  @Test
  void every_value_answers_why() {
    centre("930000102", "93", "11");
    submit("930000102", "2013-Q3", 1, "1500", "null");
    String id = values(ARS_93, noShow("930000102")).getString("items[0].id");
    String tag =
        as(ARS_93)
            .get("/v1/indicator-values/{id}/explanation", id)
            .then()
            .statusCode(200)
            .body("formula", equalTo("(rdvPris − passages + sansRdv) ÷ rdvPris"))
            .body("substituted", equalTo("(1410 − 1500 + 300) ÷ 1410"))
            .body("provenance", equalTo("PRINTED"))
            .body("source", equalTo("seed 000, ANNEXE I"))
            .body("inputs.name", contains("rdvPris", "passages", "sansRdv"))
            .body(
                "inputs.path",
                contains(
                    "patients.appointments", "patients.passages", "patients.withoutAppointment"))
            .body("inputs[0].value", equalTo(1410))
            .body("inputs[0].version", equalTo(1))
            .body("parameters", hasSize(0))
            .body("unrounded", equalTo("7/47"))
            .body("rounded", equalTo(new BigDecimal("0.1489")))
            .body("rounding", equalTo("HALF_UP, 4 places, display only"))
            .extract()
            .header("ETag");
    as(ARS_93)
        .header("If-None-Match", tag)
        .get("/v1/indicator-values/{id}/explanation", id)
        .then()
        .statusCode(304);
  }

  @Test
  void a_missing_input_is_published_with_its_reason() {
    centre("930000103", "93", "11");
    submit("930000103", "2013-Q3", 1, "null", "null");
    JsonPath found = values(ARS_93, noShow("930000103"));
    assertThat(found.getString("items[0].missingReason")).isEqualTo("MISSING_INPUT: passages");
    assertThat(found.<Object>get("items[0].value")).isNull();
    as(ARS_93)
        .get("/v1/indicator-values/{id}/explanation", found.getString("items[0].id"))
        .then()
        .statusCode(200)
        .body("substituted", nullValue())
        .body("unrounded", nullValue())
        .body("rounded", nullValue())
        .body("missingReason", equalTo("MISSING_INPUT: passages"));
  }

  @Test
  void a_correction_restates_the_values_and_what_was_known_before_stays_readable() {
    centre("930000104", "93", "11");
    submit("930000104", "2013-Q3", 1, "1500", "null");
    JsonPath first = values(ARS_93, noShow("930000104"));
    String before = first.getString("items[0].computedAt");
    submit("930000104", "2013-Q3", 2, "1600", "null");

    JsonPath now = values(ARS_93, noShow("930000104"));
    assertThat(now.getInt("items[0].numerator")).isEqualTo(110);
    assertThat(now.getInt("items[0].inputs[0].version")).isEqualTo(2);
    assertThat(now.getString("items[0].id")).isNotEqualTo(first.getString("items[0].id"));

    JsonPath then =
        values(
            ARS_93, Map.of("centre", "930000104", "indicator", "taux-non-venue", "asOf", before));
    assertThat(then.getString("items[0].id")).isEqualTo(first.getString("items[0].id"));
    assertThat(then.getInt("items[0].numerator")).isEqualTo(210);
    assertThat(then.getString("items[0].supersededAt"))
        .isEqualTo(now.getString("items[0].computedAt"));
    as(ARS_93)
        .get("/v1/indicator-values/{id}/explanation", first.getString("items[0].id"))
        .then()
        .statusCode(200)
        .body("substituted", equalTo("(1410 − 1500 + 300) ÷ 1410"))
        .body("supersededAt", notNullValue());
    assertThat(
            values(ARS_93, Map.of("centre", "930000104", "asOf", "2013-01-01T00:00:00Z"))
                .getList("items"))
        .isEmpty();
  }

  @Test
  void a_correction_is_known_after_what_it_corrects_although_the_clock_was_set_back()
      throws SQLException {
    centre("930000144", "93", "11");
    submit("930000144", "2013-Q3", 1, "1500", "null");
    for (String table : List.of("indicator_value", "potential_gain")) {
      try (Connection connection = database.getConnection();
          Statement statement = connection.createStatement()) {
        statement.executeUpdate(
            "UPDATE "
                + table
                + " SET known_from = known_from + interval '2 hours'"
                + " WHERE finess = '930000144'");
      }
    }
    Instant before =
        Instant.parse(values(ARS_93, noShow("930000144")).getString("items[0].computedAt"));
    submit("930000144", "2013-Q3", 2, "1600", "null");

    JsonPath now = values(ARS_93, noShow("930000144"));
    assertThat(now.getInt("items[0].numerator")).isEqualTo(110);
    assertThat(Instant.parse(now.getString("items[0].computedAt")))
        .isEqualTo(before.plus(1, ChronoUnit.MICROS));
  }

  @Test
  void an_earlier_quarter_that_arrives_later_restates_what_depends_on_it_and_only_that() {
    centre("930000105", "93", "11");
    submit("930000105", "2013-Q3", 1, "1500", "2500.00");
    Map<String, String> unpaid =
        Map.of("centre", "930000105", "quarter", "2013-Q3", "indicator", "impayes-patients");
    JsonPath missing = values(ARS_93, unpaid);
    assertThat(missing.getString("items[0].missingReason"))
        .isEqualTo("MISSING_INPUT: unpaidPatients 2013-Q2");
    String noShowBefore = values(ARS_93, noShow("930000105")).getString("items[0].id");

    submit("930000105", "2013-Q2", 1, "1500", "1500.00");

    JsonPath restated = values(ARS_93, unpaid);
    assertThat(restated.<BigDecimal>get("items[0].value")).isEqualByComparingTo("0.01");
    assertThat(restated.getList("items[0].inputs.quarter", String.class))
        .containsExactly("2013-Q2", "2013-Q3");
    assertThat(values(ARS_93, noShow("930000105")).getString("items[0].id"))
        .isEqualTo(noShowBefore);
  }

  @Test
  void an_older_version_that_arrives_late_changes_nothing() {
    centre("930000106", "93", "11");
    submit("930000106", "2013-Q3", 2, "1600", "null");
    CentreMessages.quarterlyData("930000106", "2013-Q3", 1, GRID.formatted("1500", "null"));
    // The same key travels in order: once this is read, the late one was too.
    submit("930000106", "2013-Q4", 1, "1500", "null");
    assertThat(values(ARS_93, noShow("930000106")).getInt("items[0].numerator")).isEqualTo(110);
  }

  @Test
  void computed_values_are_told_to_the_other_services() {
    centre("930000107", "93", "11");
    submit("930000107", "2013-Q3", 1, "1500", "null");
    try (KafkaProbe probe = KafkaProbe.shared()) {
      List<ConsumerRecord<byte[], byte[]>> told =
          probe.readUntil(
              "cadran.indicators.values.v1",
              records -> records.stream().anyMatch(r -> key(r).equals("930000107")),
              Duration.ofSeconds(30));
      ConsumerRecord<byte[], byte[]> message =
          told.stream().filter(r -> key(r).equals("930000107")).findFirst().orElseThrow();
      JsonPath data = new JsonPath(new String(message.value(), StandardCharsets.UTF_8));
      assertThat(data.getString("quarter")).isEqualTo("2013-Q3");
      assertThat(data.getInt("recordVersion")).isEqualTo(1);
      assertThat(data.getString("values.find { it.indicator == 'taux-non-venue' }.value"))
          .startsWith("0.1489");
    }
  }

  @Test
  void a_message_that_is_no_event_goes_to_the_dead_letters_and_the_next_is_handled() {
    CentreMessages.raw(CentreMessages.QUARTERLY_DATA, "930000108", "not JSON");
    try (KafkaProbe probe = KafkaProbe.shared()) {
      assertThat(
              probe.readUntil(
                  CentreMessages.QUARTERLY_DATA + ".dead-letter.indicators",
                  records -> records.stream().anyMatch(r -> key(r).equals("930000108")),
                  Duration.ofSeconds(30)))
          .anyMatch(r -> key(r).equals("930000108"));
    }
    centre("930000108", "93", "11");
    submit("930000108", "2013-Q3", 1, "1500", "null");
    assertThat(values(ARS_93, noShow("930000108")).getList("items")).hasSize(1);
  }

  @Test
  void stored_gains_come_from_the_centres_own_data_by_both_methods() {
    centre("930000109", "93", "11");
    submit("930000109", "2013-Q3", 1, "1500", "null");
    as(ARS_93)
        .queryParam("levier", "NON_VENUE")
        .get("/v1/centres/930000109/potential-gains")
        .then()
        .statusCode(200)
        .body("items.gain.method", contains("attendance-gap", "bao-2014"))
        .body("next", nullValue());
    String next =
        as(ARS_93)
            .queryParam("levier", "NON_VENUE")
            .queryParam("limit", 1)
            .get("/v1/centres/930000109/potential-gains")
            .then()
            .statusCode(200)
            .body("items.gain.method", contains("attendance-gap"))
            .extract()
            .path("next");
    as(ARS_93)
        .urlEncodingEnabled(false)
        .get(next)
        .then()
        .statusCode(200)
        .body("items.gain.method", contains("bao-2014"))
        .body("next", nullValue());
    as(ARS_93)
        .queryParam("cursor", "AAAA")
        .get("/v1/centres/930000109/potential-gains")
        .then()
        .statusCode(400);
    as(ARS_93)
        .queryParam("method", "attendance-gap")
        .get("/v1/centres/930000109/potential-gains")
        .then()
        .statusCode(200)
        .body("items", hasSize(1))
        .body("items[0].quarter", equalTo("2013-Q3"))
        .body("items[0].gain.method", equalTo("attendance-gap"))
        .body("items[0].gain.period", equalTo("QUARTER"))
        .body("items[0].gain.total", equalTo(new BigDecimal("0.00")))
        .body("items[0].inputs[0].version", equalTo(1));
    as(ARS_93)
        .queryParam("method", "bao-2014")
        .queryParam("quarter", "2013-Q3")
        .get("/v1/centres/930000109/potential-gains")
        .then()
        .statusCode(200)
        .body("items[0].gain.total", equalTo(new BigDecimal("82907.80")))
        .body("items[0].gain.rows[0].explanation.unrounded", equalTo("11690000/141"));
    as(ARS_93)
        .queryParam("method", "other")
        .get("/v1/centres/930000109/potential-gains")
        .then()
        .statusCode(400);
    as(ARS_93)
        .queryParam("asOf", "2013-01-01T00:00:00Z")
        .get("/v1/centres/930000109/potential-gains")
        .then()
        .statusCode(200)
        .body("items", hasSize(0));
  }

  @Test
  void every_levier_has_its_stored_gain_and_the_total_says_what_is_in_it() {
    centre("930000113", "93", "11");
    String grid =
        """
        {"patients": {"withMedecinTraitant": 900, "optionMemberships": 100},
         "activity": [{"specialty": "MEDECINE_GENERALE", "revenue": 100000.00,
                       "appointmentOutcomes": {"honoured": 1200, "withoutAppointment": 300,
                                               "cancelled": 110, "notHonoured": 300}}],
         "finance": {"charges": {"imagerie": 50000.00, "dentaire": null},
                     "revenue": {"total": 200000.00, "imagerie": 47500.50},
                     "unpaidPatients": %s,
                     "invoices": {"sent": 1000, "rejectedSecuriteSociale": 10,
                                  "rejectedMutuelles": 20}}}
        """;
    CentreMessages.quarterlyData("930000113", "2013-Q2", 1, grid.formatted("3000.00"));
    await_values("930000113", "2013-Q2", 1);
    CentreMessages.quarterlyData("930000113", "2013-Q3", 1, grid.formatted("6000.00"));
    await_values("930000113", "2013-Q3", 1);
    JsonPath gains =
        as(ARS_93)
            .queryParam("quarter", "2013-Q3")
            .get("/v1/centres/930000113/potential-gains")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();
    assertThat(gains.getList("items.gain.levier", String.class))
        .containsExactly(
            "ACHATS",
            "CODAGE",
            "COORDINATION",
            "DENTAIRE",
            "IMAGERIE",
            "IMPAYES",
            "NON_VENUE",
            "NON_VENUE",
            "OCCUPATION",
            "PRELEVEMENTS",
            "RATIOS_PERSONNEL");
    assertThat(gains.getList("items[5].inputs.quarter", String.class))
        .containsExactly("2013-Q2", "2013-Q3");
    String tag =
        as(ARS_93)
            .get("/v1/centres/930000113/potential-gains/2013-Q3")
            .then()
            .statusCode(200)
            .body(
                "leviersInTotal.levier",
                contains("NON_VENUE", "IMAGERIE", "IMPAYES", "COORDINATION"))
            .body("leviersInTotal[0].gain", equalTo(new BigDecimal("10000.00")))
            .body("leviersInTotal[1].gain", equalTo(new BigDecimal("2499.50")))
            .body("leviersInTotal[2].gain", equalTo(new BigDecimal("1000.00")))
            .body("leviersInTotal[3].gain", equalTo(new BigDecimal("9200.00")))
            .body("total", equalTo(new BigDecimal("22699.50")))
            .body("missingReason", nullValue())
            .body(
                "leviersLeftOut.find { it.levier == 'DENTAIRE' }.rows[0].missingReason",
                equalTo("MISSING_INPUT: revenue, charges"))
            .body(
                "leviersLeftOut.find { it.levier == 'REMUNERATION' }.missingReason",
                equalTo("NO_CALCULATOR"))
            .extract()
            .header("ETag");
    as(ARS_93)
        .header("If-None-Match", tag)
        .get("/v1/centres/930000113/potential-gains/2013-Q3")
        .then()
        .statusCode(304);
    for (String absent : List.of("2013-Q4", "2013-T3")) {
      as(ARS_93)
          .get("/v1/centres/930000113/potential-gains/{quarter}", absent)
          .then()
          .statusCode(404);
    }
    as(ARS_93)
        .queryParam("asOf", "hier")
        .get("/v1/centres/930000113/potential-gains/2013-Q3")
        .then()
        .statusCode(400);
    as(ARS_93)
        .queryParam("asOf", "2013-01-01T00:00:00Z")
        .get("/v1/centres/930000113/potential-gains/2013-Q3")
        .then()
        .statusCode(404);
    as(ARS_93)
        .queryParam("levier", "INCONNU")
        .get("/v1/centres/930000113/potential-gains")
        .then()
        .statusCode(400)
        .body("errors[0].code", equalTo("LEVIER_UNKNOWN"));
  }

  @Test
  void a_list_goes_on_where_the_page_before_ended() {
    centre("930000110", "93", "11");
    submit("930000110", "2013-Q3", 1, "1500", "null");
    List<String> all =
        values(ARS_93, Map.of("centre", "930000110", "limit", 500)).getList("items.id");
    List<String> paged = new ArrayList<>();
    String next = "/v1/indicator-values?centre=930000110&limit=7";
    while (next != null) {
      JsonPath page =
          as(ARS_93)
              .urlEncodingEnabled(false)
              .get(next)
              .then()
              .statusCode(200)
              .extract()
              .jsonPath();
      paged.addAll(page.getList("items.id"));
      next = page.getString("next");
    }
    // 37 indicators, 5 of which are also given for the one specialty.
    assertThat(all).hasSize(42);
    assertThat(paged).containsExactlyElementsOf(all);
  }

  @Test
  void filters_narrow_the_list() {
    centre("930000111", "93", "11");
    submit("930000111", "2013-Q3", 1, "1500", "null");
    submit("930000111", "2013-Q4", 1, "1500", "null");
    String centre = "930000111";
    assertThat(
            values(ARS_93, Map.of("centre", centre, "levier", "CODAGE", "quarter", "2013-Q4"))
                .getList("items"))
        .hasSize(6);
    assertThat(
            values(
                    ARS_93,
                    Map.of("centre", centre, "specialty", "MEDECINE_GENERALE", "from", "2013-Q4"))
                .getList("items.quarter", String.class))
        .hasSize(5)
        .containsOnly("2013-Q4");
    assertThat(
            values(ARS_93, Map.of("centre", centre, "to", "2013-Q3"))
                .getList("items.quarter", String.class))
        .containsOnly("2013-Q3");
    assertThat(values(ARS_93, Map.of("centre", centre, "departement", "75")).getList("items"))
        .isEmpty();
    assertThat(values(ARS_93, Map.of("centre", centre, "departement", "93")).getList("items"))
        .isNotEmpty();
    assertThat(
            values(ARS_93, Map.of("centre", centre, "updatedSince", "2999-01-01T00:00:00Z"))
                .getList("items"))
        .isEmpty();
    assertThat(
            values(ARS_93, Map.of("centre", centre, "updatedSince", "2014-01-01T00:00:00Z"))
                .getList("items"))
        .isNotEmpty();
  }

  @Test
  void values_of_a_year_and_of_four_rolling_quarters_are_asked_for_by_their_period() {
    centre("930000112", "93", "11");
    for (String quarter : List.of("2012-Q4", "2013-Q1", "2013-Q3")) {
      submit("930000112", quarter, 1, "1500", "null");
    }
    Map<String, String> rolling =
        Map.of(
            "centre", "930000112",
            "quarter", "2013-Q3",
            "indicator", "taux-non-venue",
            "period", "ROLLING_4_QUARTERS");
    JsonPath incomplete = values(ARS_93, rolling);
    assertThat(incomplete.getString("items[0].missingReason"))
        .isEqualTo("MISSING_INPUT: quarterly-data 2013-Q2");

    submit("930000112", "2013-Q2", 1, "1400", "null");
    JsonPath complete = values(ARS_93, rolling);
    assertThat(complete.getList("items")).hasSize(1);
    assertThat(complete.getString("items[0].period")).isEqualTo("ROLLING_4_QUARTERS");
    assertThat(complete.getInt("items[0].numerator")).isEqualTo(3 * 210 + 310);
    assertThat(complete.getInt("items[0].denominator")).isEqualTo(4 * 1410);
    assertThat(complete.getList("items[0].inputs.quarter", String.class))
        .containsExactly("2012-Q4", "2013-Q1", "2013-Q2", "2013-Q3");
    as(ARS_93)
        .get("/v1/indicator-values/{id}/explanation", complete.getString("items[0].id"))
        .then()
        .statusCode(200)
        .body("period", equalTo("ROLLING_4_QUARTERS"))
        .body("inputs", hasSize(12))
        .body("parameters[0].name", equalTo("period.rule"))
        .body("parameters[0].value", equalTo("RATIO_OF_SUMS"));
    assertThat(
            values(
                    ARS_93,
                    Map.of(
                        "centre", "930000112",
                        "indicator", "taux-non-venue",
                        "period", "YEAR",
                        "quarter", "2013-Q4"))
                .getString("items[0].missingReason"))
        .isEqualTo("MISSING_INPUT: quarterly-data 2013-Q4");
    // What the agency knew before the second quarter arrived stays readable.
    assertThat(
            as(ARS_93)
                .get("/v1/indicator-values/{id}/explanation", incomplete.getString("items[0].id"))
                .then()
                .statusCode(200)
                .extract()
                .<String>path("supersededAt"))
        .isEqualTo(complete.getString("items[0].computedAt"));
  }

  @Test
  void a_wrong_filter_is_refused_with_its_name() {
    Map<String, String> wrong =
        Map.of(
            "centre", "12",
            "quarter", "2013-T3",
            "from", "2013",
            "indicator", "taux-inconnu",
            "levier", "INCONNU",
            "specialty", "médecine",
            "departement", "9 3",
            "asOf", "hier",
            "updatedSince", "2013-01-01",
            "period", "MONTH");
    wrong.forEach((name, value) ->
        as(ARS_93)
            .queryParam(name, value)
            .get("/v1/indicator-values")
            .then()
            .statusCode(400)
            .body("code", equalTo("INVALID_PARAMETER"))
            .body("errors[0].pointer", equalTo(name)));
    as(ARS_93)
        .queryParam("limit", "501")
        .get("/v1/indicator-values")
        .then()
        .statusCode(400)
        .body("code", equalTo("INVALID_PARAMETER"))
        .body("errors[0].code", equalTo("TOO_LARGE"));
    as(ARS_93)
        .queryParam("cursor", "AAAA")
        .get("/v1/indicator-values")
        .then()
        .statusCode(400)
        .body("code", equalTo("INVALID_CURSOR"));
    given()
        .noFilters()
        .auth()
        .oauth2(ARS_93.jwt())
        .queryParam("center", "930000101")
        .get("/v1/indicator-values")
        .then()
        .statusCode(400)
        .body("code", equalTo("UNKNOWN_PARAMETER"));
  }

  private static String key(ConsumerRecord<byte[], byte[]> message) {
    return message.key() == null ? "" : new String(message.key(), StandardCharsets.UTF_8);
  }
}
