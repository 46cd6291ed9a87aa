package fr.cadran.indicators.edge;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

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
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The second flow, from the event on: results arrive, are read, explained and restated. */
@QuarkusTest
@QuarkusTestResource(CadranTestResource.class)
@ContractChecked
class CptsValuesTest {
  private static final RestAssuredConfig EXACT =
      RestAssuredConfig.config()
          .jsonConfig(JsonConfig.jsonConfig().numberReturnType(NumberReturnType.BIG_DECIMAL));

  private static final String MISSIONS =
      """
      [{"mission": "ACCES_SOINS", "envelope": 17500.00, "paid": 13125.00, "indicators": [
         {"code": "patients-parcours", "label": "Patients inclus dans un parcours",
          "type": "RESULT", "unit": "patients", "direction": "RISING", "baseline": 0, "target": 15,
          "value": %s, "achievement": %s, "paidRate": 0.75, "weight": "2/3", "amount": 13125.00},
         {"code": "passages-urgences", "label": "Passages aux urgences", "type": "FOLLOW_UP",
          "unit": null, "direction": "FALLING", "baseline": 0.213, "target": null, "value": null,
          "missingReason": "NOT_PROVIDED: SNDS", "achievement": null, "paidRate": null,
          "weight": null, "amount": null}]},
       {"mission": "PREVENTION", "envelope": 15000.00, "paid": 0.00, "indicators": [
         {"code": "solde-des-visites", "label": "Solde", "type": "FOLLOW_UP",
          "direction": "RISING", "value": -2.50}]}]
      """;
  private static final String TEN_OF_FIFTEEN = MISSIONS.formatted("10", "0.666666666667");
  private static final String TWELVE_OF_FIFTEEN = MISSIONS.formatted("12.0", "0.8");

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

  /** A CPTS that the ARS of a département sees. */
  private static UUID cpts(String departement, String region) {
    UUID cpts = UUID.randomUUID();
    CptsMessages.cpts(cpts, 1, departement, region, departement + "1");
    return cpts;
  }

  private static void awaitValue(UUID cpts, int contractYear, String indicator, String value) {
    awaitValue(Tokens.auditor(), cpts, contractYear, indicator, value);
  }

  private static void awaitValue(
      Token token, UUID cpts, int contractYear, String indicator, String value) {
    await("value of " + cpts)
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(100))
        .until(
            () ->
                values(
                        token,
                        Map.of("cpts", cpts, "contractYear", contractYear, "indicator", indicator))
                    .getList("items.value", BigDecimal.class),
            found -> found.size() == 1 && found.getFirst().compareTo(new BigDecimal(value)) == 0);
  }

  private static Map<String, ?> patients(UUID cpts) {
    return Map.of("cpts", cpts, "indicator", "patients-parcours");
  }

  @Test
  void the_results_of_a_dialogue_are_values_beside_those_of_centres() {
    UUID cpts = cpts("93", "11");
    UUID contract = UUID.randomUUID();
    CptsMessages.results(cpts, contract, 1, 1, 5, TEN_OF_FIFTEEN);
    Token ars = Tokens.arsAgent("departement:93");
    awaitValue(ars, cpts, 1, "patients-parcours", "10");
    as(ars)
        .queryParam("cpts", cpts)
        .get("/v1/indicator-values")
        .then()
        .statusCode(200)
        .body(
            "items.indicator",
            contains("passages-urgences", "patients-parcours", "solde-des-visites"))
        .body("items[0].value", nullValue())
        .body("items[0].missingReason", equalTo("NOT_PROVIDED: SNDS"))
        .body("items[0].unit", nullValue())
        .body("items[0].achievement", nullValue())
        .body("items[1].id", notNullValue())
        .body("items[1].cpts", equalTo(cpts.toString()))
        .body("items[1].contract", equalTo(contract.toString()))
        .body("items[1].contractYear", equalTo(1))
        .body("items[1].mission", equalTo("ACCES_SOINS"))
        .body("items[1].centre", nullValue())
        .body("items[1].quarter", nullValue())
        .body("items[1].levier", nullValue())
        .body("items[1].specialty", nullValue())
        .body("items[1].numerator", nullValue())
        .body("items[1].definitionVersion", nullValue())
        .body("items[1].value", equalTo(10))
        .body("items[1].rounded", equalTo(10))
        .body("items[1].unit", equalTo("patients"))
        .body("items[1].missingReason", nullValue())
        .body("items[1].target", equalTo(15))
        .body("items[1].baseline", equalTo(0))
        .body("items[1].achievement", equalTo(new BigDecimal("0.666666666667")))
        .body("items[1].paidRate", equalTo(new BigDecimal("0.75")))
        .body("items[1].flags", hasSize(0))
        .body("items[1].inputs[0].source", equalTo("dialogue-de-gestion"))
        .body("items[1].inputs[0].dialogue", equalTo(3))
        .body("items[1].inputs[0].version", equalTo(1))
        .body("items[1].inputs[0].quarter", nullValue())
        .body("items[1].computedAt", notNullValue())
        .body("items[1].supersededAt", nullValue())
        .body("items[2].flags", contains("NEGATIVE"))
        .body("items[2].value", equalTo(new BigDecimal("-2.5")))
        .body("next", nullValue());
  }

  @Test
  void a_value_says_which_dialogue_agreed_on_it_and_from_what() {
    UUID cpts = cpts("93", "11");
    UUID contract = UUID.randomUUID();
    CptsMessages.results(cpts, contract, 1, 1, 5, TEN_OF_FIFTEEN);
    Token ars = Tokens.arsAgent("region:11");
    awaitValue(ars, cpts, 1, "patients-parcours", "10");
    String id = values(ars, patients(cpts)).getString("items[0].id");
    String tag =
        as(ars)
            .get("/v1/indicator-values/{id}/explanation", id)
            .then()
            .statusCode(200)
            .body("indicator", equalTo("patients-parcours"))
            .body("centre", nullValue())
            .body("quarter", nullValue())
            .body("formula", equalTo("atteinte = valeur ÷ cible, entre 0 et 1"))
            .body("substituted", equalTo("10 ÷ 15"))
            .body("provenance", equalTo("AGREED"))
            .body("source", equalTo("seeds 002, 003 (ACI, dialogue de gestion)"))
            .body("inputs.name", contains("valeur", "cible", "référence"))
            .body("inputs.value", contains(10, 15, 0))
            .body("inputs[0].path", equalTo("ACCES_SOINS.patients-parcours.value"))
            .body("inputs[0].version", equalTo(1))
            .body("unrounded", equalTo("10"))
            .body("rounded", equalTo(10))
            .body("rounding", startsWith("none"))
            .body("note.fr", startsWith("Le dialogue de gestion a convenu"))
            .body("result.cpts", equalTo(cpts.toString()))
            .body("result.contract", equalTo(contract.toString()))
            .body("result.dialogue", equalTo(3))
            .body("result.contractYear", equalTo(1))
            .body("result.yearFrom", equalTo("2022-03-01"))
            .body("result.yearUntil", equalTo("2023-03-01"))
            .body("result.resultsVersion", equalTo(1))
            .body("result.closedAt", equalTo("2023-04-20T14:03:07Z"))
            .body("result.hash", equalTo(CptsMessages.HASH))
            .body("result.mission", equalTo("ACCES_SOINS"))
            .body("result.label", equalTo("Patients inclus dans un parcours"))
            .body("result.type", equalTo("RESULT"))
            .body("result.direction", equalTo("RISING"))
            .body("result.achievement", equalTo(new BigDecimal("0.666666666667")))
            .body("result.paidRate", equalTo(new BigDecimal("0.75")))
            .body("result.weight", equalTo("2/3"))
            .body("result.amount", equalTo(new BigDecimal("13125.00")))
            .extract()
            .header("ETag");
    as(ars)
        .header("If-None-Match", tag)
        .get("/v1/indicator-values/{id}/explanation", id)
        .then()
        .statusCode(304);
  }

  @Test
  void a_missing_value_is_explained_by_its_reason() {
    UUID cpts = cpts("93", "11");
    CptsMessages.results(cpts, UUID.randomUUID(), 1, 1, 5, TEN_OF_FIFTEEN);
    awaitValue(cpts, 1, "patients-parcours", "10");
    String id =
        values(Tokens.auditor(), Map.of("cpts", cpts, "indicator", "passages-urgences"))
            .getString("items[0].id");
    as(Tokens.auditor())
        .get("/v1/indicator-values/{id}/explanation", id)
        .then()
        .statusCode(200)
        .body("formula", startsWith("indicateur suivi"))
        .body("substituted", nullValue())
        .body("unrounded", nullValue())
        .body("rounded", nullValue())
        .body("missingReason", equalTo("NOT_PROVIDED: SNDS"))
        .body("inputs.name", contains("référence"))
        .body("result.value", nullValue())
        .body("result.amount", nullValue());
  }

  @Test
  void a_correction_restates_what_changed_and_only_that() {
    UUID cpts = cpts("93", "11");
    UUID contract = UUID.randomUUID();
    Token auditor = Tokens.auditor();
    CptsMessages.results(cpts, contract, 1, 1, 5, TEN_OF_FIFTEEN);
    awaitValue(cpts, 1, "patients-parcours", "10");
    JsonPath before = values(auditor, Map.of("cpts", cpts));
    String then = before.getString("items[1].computedAt");

    CptsMessages.results(cpts, contract, 1, 2, 9, TWELVE_OF_FIFTEEN);
    awaitValue(cpts, 1, "patients-parcours", "12");

    JsonPath now = values(auditor, Map.of("cpts", cpts));
    assertThat(now.getString("items[1].id")).isNotEqualTo(before.getString("items[1].id"));
    assertThat(now.getInt("items[1].inputs[0].version")).isEqualTo(2);
    assertThat(now.getString("items[0].id")).isEqualTo(before.getString("items[0].id"));
    assertThat(now.getString("items[2].id")).isEqualTo(before.getString("items[2].id"));
    assertThat(now.getInt("items[2].inputs[0].version")).isEqualTo(1);

    JsonPath known = values(auditor, Map.of("cpts", cpts, "asOf", then));
    assertThat(known.getList("items.id")).isEqualTo(before.getList("items.id"));
    assertThat(known.getString("items[1].supersededAt"))
        .isEqualTo(now.getString("items[1].computedAt"));
    assertThat(
            values(
                    auditor,
                    Map.of("cpts", cpts, "updatedSince", now.getString("items[1].computedAt")))
                .getList("items.indicator"))
        .isEqualTo(List.of("patients-parcours"));
    assertThat(
            values(auditor, Map.of("cpts", cpts, "asOf", "2013-01-01T00:00:00Z")).getList("items"))
        .isEmpty();
    as(auditor)
        .get("/v1/indicator-values/{id}/explanation", before.getString("items[1].id"))
        .then()
        .statusCode(200)
        .body("substituted", equalTo("10 ÷ 15"))
        .body("supersededAt", notNullValue());
  }

  @Test
  void what_a_correction_leaves_out_is_no_longer_known() {
    UUID cpts = cpts("93", "11");
    UUID contract = UUID.randomUUID();
    CptsMessages.results(cpts, contract, 1, 1, 5, TEN_OF_FIFTEEN);
    awaitValue(cpts, 1, "patients-parcours", "10");
    CptsMessages.results(cpts, contract, 1, 2, 6, "[]");

    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> values(Tokens.auditor(), Map.of("cpts", cpts)).getList("items").isEmpty());
  }

  @Test
  void results_that_are_not_newer_change_nothing_and_other_events_pass_by() {
    UUID cpts = cpts("93", "11");
    UUID contract = UUID.randomUUID();
    CptsMessages.results(cpts, contract, 1, 2, 9, TWELVE_OF_FIFTEEN);
    // Late by the version of the contract, and by that of the results alone.
    CptsMessages.results(cpts, contract, 1, 1, 5, TEN_OF_FIFTEEN);
    CptsMessages.results(cpts, contract, 1, 1, 10, TEN_OF_FIFTEEN);
    CptsMessages.other(
        "fr.cadran.cpts.contract-state-changed.v1", cpts, contract, 11, "{\"to\": \"ENDED\"}");
    CptsMessages.other("fr.cadran.cpts.contract-praised.v1", cpts, contract, 12, "{}");
    CptsMessages.results(cpts, contract, 2, 1, 13, TEN_OF_FIFTEEN);

    // The same key travels in order: once the second year is read, the late ones were too.
    awaitValue(cpts, 2, "patients-parcours", "10");
    assertThat(values(Tokens.auditor(), patients(cpts)).getList("items.value", BigDecimal.class))
        .containsExactly(new BigDecimal("12"), new BigDecimal("10"));
    try (KafkaProbe probe = KafkaProbe.shared()) {
      assertThat(
              probe.readUntil(
                  CptsMessages.CONTRACTS + ".dead-letter.indicators",
                  records -> false,
                  Duration.ofSeconds(2)))
          .noneMatch(message -> KafkaProbe.key(message).equals(cpts.toString()));
    }
  }

  @Test
  void results_that_contradict_themselves_are_set_aside_and_the_next_are_kept() {
    UUID cpts = cpts("93", "11");
    UUID contract = UUID.randomUUID();
    String twice =
        """
        [{"mission": "ACCES_SOINS", "envelope": 1.00, "paid": 1.00, "indicators": [
          {"code": "patients-parcours", "label": "P", "type": "RESULT", "direction": "RISING",
           "value": 1},
          {"code": "patients-parcours", "label": "P", "type": "RESULT", "direction": "RISING",
           "value": 2}]}]
        """;
    CptsMessages.results(cpts, contract, 1, 1, 5, twice);
    CptsMessages.results(cpts, contract, 1, 2, 6, TEN_OF_FIFTEEN);

    awaitValue(cpts, 1, "patients-parcours", "10");
    try (KafkaProbe probe = KafkaProbe.shared()) {
      assertThat(
              probe.readUntil(
                  CptsMessages.CONTRACTS + ".dead-letter.indicators",
                  records ->
                      records.stream()
                          .anyMatch(message -> KafkaProbe.key(message).equals(cpts.toString())),
                  Duration.ofSeconds(30)))
          .anyMatch(message -> KafkaProbe.key(message).equals(cpts.toString()));
    }
  }

  @Test
  void a_departement_lists_its_centres_and_then_its_cpts_with_one_cursor() {
    CentreMessages.centre("740000101", 1, "74", "84");
    CentreMessages.quarterlyData(
        "740000101", "2013-Q3", 1, "{\"patients\": {\"callsReceived\": 10, \"callsAnswered\": 9}}");
    UUID first = cpts("74", "84");
    UUID second = cpts("74", "84");
    CptsMessages.results(first, UUID.randomUUID(), 1, 1, 5, TEN_OF_FIFTEEN);
    CptsMessages.results(second, UUID.randomUUID(), 1, 1, 5, TWELVE_OF_FIFTEEN);
    UUID elsewhere = cpts("73", "84");
    CptsMessages.results(elsewhere, UUID.randomUUID(), 1, 1, 5, TEN_OF_FIFTEEN);
    Token ars = Tokens.arsAgent("region:84");
    awaitValue(ars, first, 1, "patients-parcours", "10");
    awaitValue(ars, second, 1, "patients-parcours", "12");
    awaitValue(ars, elsewhere, 1, "patients-parcours", "10");
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() ->
            !values(ars, Map.of("centre", "740000101", "indicator", "taux-decroche"))
                .getList("items")
                .isEmpty());

    JsonPath whole = values(ars, Map.of("departement", "74", "limit", 500));
    List<String> all = whole.getList("items.id");
    List<String> centres = whole.getList("items.centre");
    int cut = centres.lastIndexOf("740000101") + 1;
    assertThat(cut).isGreaterThan(1);
    assertThat(centres.subList(0, cut)).containsOnly("740000101");
    assertThat(whole.<String>getList("items.cpts").subList(cut, all.size()))
        .hasSize(6)
        .containsOnly(first.toString(), second.toString());

    // Pages that end within, and exactly at the end of, the centres.
    for (int limit : new int[] {4, cut, cut + 1}) {
      List<String> paged = new ArrayList<>();
      String next = "/v1/indicator-values?departement=74&limit=" + limit;
      while (next != null) {
        JsonPath page =
            as(ars).urlEncodingEnabled(false).get(next).then().statusCode(200).extract().jsonPath();
        paged.addAll(page.getList("items.id"));
        next = page.getString("next");
      }
      assertThat(paged).as("pages of " + limit).containsExactlyElementsOf(all);
    }
  }

  @Test
  void filters_narrow_the_list() {
    UUID cpts = cpts("93", "11");
    UUID contract = UUID.randomUUID();
    Token auditor = Tokens.auditor();
    CptsMessages.results(cpts, contract, 1, 1, 5, TEN_OF_FIFTEEN);
    CptsMessages.results(cpts, contract, 2, 1, 6, TWELVE_OF_FIFTEEN);
    awaitValue(cpts, 2, "patients-parcours", "12");

    assertThat(
            values(auditor, Map.of("cpts", cpts, "contractYear", 2))
                .getList("items.contractYear", Integer.class))
        .hasSize(3)
        .containsOnly(2);
    assertThat(
            values(auditor, Map.of("indicator", "patients-parcours", "limit", 500))
                .getList("items.cpts", String.class))
        .contains(cpts.toString());
    assertThat(values(auditor, Map.of("cpts", cpts, "departement", "75")).getList("items"))
        .isEmpty();
    assertThat(
            values(auditor, Map.of("cpts", cpts, "indicator", "nouvel-indicateur"))
                .getList("items"))
        .isEmpty();
    // What only centres have leaves CPTS out, and the other way round.
    for (Map.Entry<String, String> ofCentres :
        Map.of(
                "centre", "930012345",
                "quarter", "2013-Q3",
                "from", "2013-Q3",
                "to", "2013-Q3",
                "levier", "CODAGE",
                "specialty", "DENTAIRE")
            .entrySet()) {
      assertThat(
              values(auditor, Map.of("cpts", cpts, ofCentres.getKey(), ofCentres.getValue()))
                  .getList("items"))
          .as(ofCentres.getKey())
          .isEmpty();
    }
    assertThat(
            values(auditor, Map.of("contractYear", 1, "limit", 500))
                .getList("items.centre", String.class))
        .containsOnlyNulls();
  }

  @Test
  void a_wrong_filter_is_refused_with_its_name() {
    Map<String, String> wrong =
        Map.of("cpts", "CPTS du canal", "contractYear", "0", "indicator", "Patients parcours");
    wrong.forEach((name, value) ->
        as(Tokens.auditor())
            .queryParam(name, value)
            .get("/v1/indicator-values")
            .then()
            .statusCode(400)
            .body("code", equalTo("INVALID_PARAMETER"))
            .body("errors[0].pointer", equalTo(name)));
    // An indicator that exists only out of the caller's reach is no different from none.
    UUID cpts = cpts("93", "11");
    CptsMessages.results(
        cpts,
        UUID.randomUUID(),
        1,
        1,
        5,
        TEN_OF_FIFTEEN.replace("patients-parcours", "patients-du-canal"));
    awaitValue(Tokens.arsAgent("departement:93"), cpts, 1, "patients-du-canal", "10");
    assertThat(
            values(Tokens.arsAgent("departement:93"), Map.of("indicator", "patients-du-canal"))
                .getList("items"))
        .hasSize(1);
    as(Tokens.arsAgent("departement:75"))
        .queryParam("indicator", "patients-du-canal")
        .get("/v1/indicator-values")
        .then()
        .statusCode(400)
        .body("errors[0].code", equalTo("INDICATOR_UNKNOWN"));
  }

  @Test
  void a_cursor_that_this_list_did_not_give_out_is_refused() {
    for (List<String> parts :
        List.of(
            List.of("elsewhere", "", "", "", "", ""),
            List.of("cpts", "no id", "no id", "1", "M", "i"),
            List.of(
                "cpts",
                "019a0000-0000-7000-8000-000000000000",
                "019a0000-0000-7000-8000-000000000000",
                "1",
                "M M",
                "i"),
            List.of("centre", "930012345", "2013-Q3", "taux décroché", "", ""))) {
      as(Tokens.auditor())
          .queryParam("cursor", fr.cadran.kit.paging.Cursor.after(parts))
          .get("/v1/indicator-values")
          .then()
          .statusCode(400)
          .body("code", equalTo("INVALID_CURSOR"));
    }
  }
}
