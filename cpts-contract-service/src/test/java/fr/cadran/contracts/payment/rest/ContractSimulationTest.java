package fr.cadran.contracts.payment.rest;

import static fr.cadran.contracts.CptsCalls.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import fr.cadran.testing.contract.ContractChecked;
import fr.cadran.testing.infra.CadranTestResource;
import fr.cadran.testing.token.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(CadranTestResource.class)
@ContractChecked
class ContractSimulationTest {
  private static final String BANDS =
      """
      {"kind": "BANDS", "bands": [{"upTo": 0, "pays": 0}, {"upTo": 0.25, "pays": 0.25},
       {"upTo": 0.50, "pays": 0.50}, {"upTo": 0.75, "pays": 0.75}, {"upTo": 1.00, "pays": 1.00}]}
      """;

  private static ValidatableResponse simulate(String body) {
    return as(Tokens.cptsCoordinator("1")).body(body).post("/v1/contract-simulations").then();
  }

  private static String example(String indicator, String more) {
    return """
    {"fundingTable": "ACI-2019", "size": 2, "signedOn": "2022-03-01", "years": 5,
     "missions": [{"mission": "ACCES_SOINS", "startedOn": "2022-09-01", "indicators": [%s]}]%s}
    """
        .formatted(indicator, more);
  }

  private static String indicator(String scale) {
    return """
    {"code": "patients-parcours", "weight": 1.0, "direction": "RISING", "baseline": 0,
     "targets": {"1": 15}, "values": {"1": 10}, "mode": "LEVEL", "scale": %s}
    """
        .formatted(scale);
  }

  private static ValidatableResponse refused(String body, String pointer, String code) {
    return simulate(body)
        .statusCode(422)
        .body("code", equalTo("INVALID"))
        .body("errors.pointer", hasItem(pointer))
        .body("errors.code", hasItem(code));
  }

  @Test
  void the_example_of_the_text_comes_out_to_the_cent_and_in_text() {
    simulate(example(indicator(BANDS), ""))
        .statusCode(200)
        .body(containsString("\"amount\":6508.56"))
        .body(containsString("\"amount\":2169.52"))
        .body("lines[0].line", equalTo("FONCTIONNEMENT"))
        .body("lines[0].amount", equalTo(60000.00f))
        .body("lines[1].contractYear", equalTo(1))
        .body("lines[1].volet", equalTo("FIXE"))
        .body("lines[1].kind", equalTo("ADVANCE"))
        .body("lines[1].dueOn", equalTo("2022-09-01"))
        .body("lines[1].explanation.substituted", equalTo("17500.00 × 181 ÷ 365 × 0.75"))
        .body("lines[1].explanation.unrounded", equalTo("475125/73"))
        .body("lines[1].explanation.rounded", equalTo(6508.56f))
        .body(
            "lines[1].explanation.parameters.name",
            contains("enveloppe", "proration", "advanceRate"))
        .body("lines.findAll { it.volet == 'VARIABLE' }.amount", contains(6508.56f))
        .body("open.contractYear", contains(2, 3, 4, 5))
        .body("open.reason", hasItem("VALUE_MISSING"))
        .body("byYear", hasSize(5))
        .body("scenarios", is(empty()))
        .body("flags", contains("assumption"));
  }

  @Test
  void by_months_the_advance_is_the_other_figure_of_the_text_and_flagged_as_a_hypothesis() {
    simulate(example(indicator(BANDS), ", \"parameters\": {\"proration\": \"MONTHS\"}"))
        .statusCode(200)
        .body(containsString("\"amount\":6562.50"))
        .body("flags", hasItem("hypothesis"));
  }

  @Test
  void the_flag_of_the_table_to_verify_is_in_every_line_that_comes_from_it() {
    simulate(
            """
            {"fundingTable": "ACI-2022", "size": 3, "signedOn": "2022-04-01", "years": 1,
             "missions": [{"mission": "CRISE_SANITAIRE", "startedOn": "2022-06-01"}],
             "crises": ["2022-07-01"]}
            """)
        .statusCode(200)
        .body("lines.explanation.flags", org.hamcrest.Matchers.everyItem(hasItem("to-verify")))
        .body("lines.volet", hasItem("CRISE"));
  }

  @Test
  void hypotheses_and_scales_stand_side_by_side() {
    simulate(
            example(
                indicator(BANDS),
                """
                , "hypotheses": [{"name": "pire", "values": {"patients-parcours": {"1": 3}}},
                                 {"name": "meilleur", "values": {"ACCES_SOINS/patients-parcours": {"1": 15}}}],
                  "alternativeScales": [{"name": "prorata", "scales": {"patients-parcours": {"kind": "PRO_RATA"}}}]
                """))
        .statusCode(200)
        .body(
            "scenarios.hypothesis",
            contains("tel que saisi", "tel que saisi", "pire", "pire", "meilleur", "meilleur"))
        .body(
            "scenarios.scales",
            contains(
                "tel que saisi", "prorata", "tel que saisi", "prorata", "tel que saisi", "prorata"))
        // 8,678.0821… × 3/4, 2/3, 1/4, 1/5, 1 and 1 beside the same fixed lines.
        .body(
            "scenarios.collect { it.byYear[0].total }",
            contains(75186.64f, 74463.47f, 70847.60f, 70413.70f, 77356.16f, 77356.16f));
  }

  @Test
  void the_difference_between_two_simulations_is_attributed_factor_by_factor() {
    String from = example(indicator(BANDS), "").replace("\"years\": 5", "\"years\": 1");
    String to =
        from.replace("\"size\": 2", "\"size\": 3")
            .replace("\"targets\": {\"1\": 15}", "\"targets\": {\"1\": 12}")
            .replace("\"values\": {\"1\": 10}", "\"values\": {\"1\": 11}");
    as(Tokens.arsAgent("region:11"))
        .body("{\"from\": " + from + ", \"to\": " + to + "}")
        .post("/v1/contract-simulations/comparison")
        .then()
        .statusCode(200)
        .body("from", equalTo(75186.64f))
        .body(
            "attribution.factor",
            contains("SIZE_CLASS", "WEIGHT", "TARGET", "ACHIEVEMENT", "OTHER_TERMS", "ROUNDING"))
        // 15,000 more running costs, 7,500 × 181/365 × 1.75 more for the mission; then a better
        // band.
        .body("attribution[0].amount", equalTo(21508.56f + 0f))
        .body("attribution[1].amount", equalTo(0.00f))
        .body("attribution[2].amount", equalTo(3099.32f))
        .body("attribution[3].amount", equalTo(0.00f))
        .body("attribution[4].amount", equalTo(0.00f))
        .body("difference", equalTo(24607.88f));
  }

  @Test
  void every_fault_of_a_simulation_is_named_at_its_place() {
    simulate(
            """
            {"fundingTable": "ACI-2019", "size": 2, "signedOn": "2022-03-01", "years": 9,
             "parameters": {"nonsense": "1", "proration": "WEEKS", "contractYears": "900"},
             "sizeChanges": [{"from": "2022-03-01", "size": 3}],
             "crises": ["2021-01-01"], "orientationSpent": {"7": 1.00}, "terminatedOn": "2030-01-01",
             "missions": [
               {"mission": "FONCTIONNEMENT", "startedOn": "2022-02-28"},
               {"mission": "PARCOURS", "startedOn": "2027-03-01", "endsOn": "2027-03-01"},
               {"mission": "PARCOURS", "startedOn": "2022-03-01"},
               {"mission": "CRISE_SANITAIRE", "startedOn": "2022-03-01"}]}
            """)
        .statusCode(422)
        .body(
            "errors.collect { it.pointer + ' ' + it.code }",
            containsInAnyOrder(
                "/years NO_SUCH_CONTRACT_YEAR",
                "/parameters/nonsense PARAMETER_UNKNOWN",
                "/parameters/proration PARAMETER_VALUE_REFUSED",
                "/parameters/contractYears PARAMETER_VALUE_REFUSED",
                "/sizeChanges/0/from DAY_OUTSIDE_CONTRACT",
                "/crises/0 DAY_OUTSIDE_CONTRACT",
                "/orientationSpent/7 NO_SUCH_CONTRACT_YEAR",
                "/terminatedOn DAY_OUTSIDE_CONTRACT",
                "/missions/0/mission NOT_A_MISSION",
                "/missions/0/startedOn START_BEFORE_SIGNATURE",
                "/missions/1/startedOn START_AFTER_TERM",
                "/missions/1/endsOn END_BEFORE_START",
                "/missions/2/mission MISSION_TWICE",
                "/missions/3/mission MISSION_NOT_FUNDED"))
        .body("errors.detail", org.hamcrest.Matchers.everyItem(containsString(".")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"code\": \"a\", \"weight\": 0.9999}|/missions/0/indicators|WEIGHTS_DO_NOT_SUM",
        "{\"code\": \"a\", \"weightEuros\": 17499.99}|/missions/0/indicators|WEIGHTS_DO_NOT_SUM",
        "{\"code\": \"a\", \"weight\": 1, \"baseline\": 5, \"targets\": {\"1\": 5}}|/missions/0/indicators/0/targets/1|TARGET_EQUALS_BASELINE",
        "{\"code\": \"a\", \"weight\": 1, \"targets\": {\"1\": 0}}|/missions/0/indicators/0/targets/1|TARGET_IS_ZERO",
        "{\"code\": \"a\", \"weight\": 1, \"weightEuros\": 1}|/missions/0/indicators/0/weightEuros|WEIGHT_OR_EUROS",
        "{\"code\": \"a\", \"weight\": 1, \"values\": {\"6\": 1}}|/missions/0/indicators/0/values/6|NO_SUCH_CONTRACT_YEAR",
        "{\"code\": \"a\", \"weight\": 1, \"engaged\": {\"1\": true}}|/missions/0/indicators/0/engaged|NOT_THE_RESULT_OF_THIS_INDICATOR",
        "{\"code\": \"a\", \"weight\": 1, \"scale\": {\"kind\": \"BANDS\"}}|/missions/0/indicators/0/scale/bands|MISSING_IN_SCALE",
        "{\"code\": \"a\", \"weight\": 1, \"scale\": {\"kind\": \"PRO_RATA\", \"upper\": 1}}|/missions/0/indicators/0/scale/upper|NOT_OF_THIS_SCALE",
        "{\"code\": \"a\", \"weight\": 1, \"scale\": {\"kind\": \"BANDS\", \"bands\": [{\"upTo\": 0.5, \"fromIncluded\": true, \"pays\": 0.5}, {\"from\": 0.51, \"upTo\": 1, \"pays\": 1}]}}|/missions/0/indicators/0/scale/bands/1|SCALE_HAS_GAP",
        "{\"code\": \"a\", \"weight\": 1, \"scale\": {\"kind\": \"STEPS\", \"steps\": [{\"from\": 0, \"to\": 5}]}}|/missions/0/indicators/0/scale/steps/0|AMOUNT_OR_SHARE"
      })
  void an_indicator_that_cannot_be_agreed_is_refused(
      String indicator, String pointer, String code) {
    refused(example(indicator, ""), pointer, code);
  }

  @Test
  void a_hole_at_50_5_percent_is_refused_in_words() {
    refused(
            example(
                indicator(
                    """
                    {"kind": "BANDS", "bands": [{"upTo": 0, "pays": 0}, {"upTo": 0.50, "pays": 0.5},
                     {"from": 0.51, "upTo": 1, "pays": 1}]}
                    """),
                ""),
            "/missions/0/indicators/0/scale/bands/2",
            "SCALE_HAS_GAP")
        .body("errors.detail", hasItem(containsString("trou")));
  }

  @Test
  void hypotheses_about_unknown_indicators_or_years_are_refused() {
    refused(
        example(
            indicator(BANDS),
            ", \"hypotheses\": [{\"name\": \"x\", \"values\": {\"z\": {\"1\": 1}}}]"),
        "/hypotheses/0/values/z",
        "INDICATOR_UNKNOWN");
    refused(
        example(
            indicator(BANDS),
            ", \"hypotheses\": [{\"name\": \"x\", \"values\": {\"patients-parcours\": {\"9\": 1}}}]"),
        "/hypotheses/0/values",
        "NO_SUCH_CONTRACT_YEAR");
    refused(
        example(
            indicator(BANDS),
            ", \"alternativeScales\": [{\"name\": \"x\", \"scales\": {\"z\": {\"kind\": \"PRO_RATA\"}}}]"),
        "/alternativeScales/0/scales/z",
        "INDICATOR_UNKNOWN");
    refused(
        example(
            indicator(BANDS),
            ", \"alternativeScales\": [{\"name\": \"x\", \"scales\": {\"patients-parcours\":"
                + " {\"kind\": \"BANDS\", \"bands\": [{\"upTo\": 1, \"pays\": 1}]}}}]"),
        "/alternativeScales/0/scales",
        "SCALE_HAS_GAP");
  }

  @Test
  void a_table_or_a_size_that_is_not_there_is_refused() {
    refused(
        example(indicator(BANDS), "").replace("ACI-2019", "ACI-1789"),
        "/fundingTable",
        "FUNDING_TABLE_UNKNOWN");
    refused(
        """
        {"fundingTable": "ACI-2022", "size": 2, "signedOn": "2022-04-01", "missions": []}
        """,
        "/size",
        "SIZE_NOT_FUNDED");
    as(Tokens.cptsCoordinator("1"))
        .body(
            """
            {"from": {"fundingTable": "ACI-1", "size": 2, "signedOn": "2022-04-01", "missions": []},
             "to": {"fundingTable": "ACI-2019", "size": 2, "signedOn": "2022-04-01", "missions": []}}
            """)
        .post("/v1/contract-simulations/comparison")
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/from/fundingTable"));
  }

  @Test
  void agreed_rates_means_falling_and_euros_are_computed_too() {
    simulate(
            """
            {"fundingTable": "ACI-2019", "size": 2, "signedOn": "2020-02-29", "years": 1,
             "missions": [{"mission": "ACCES_SOINS", "startedOn": "2020-02-29", "snpCompensation": true,
               "snpOrientation": true,
               "indicators": [
                 {"code": "m", "type": "MEANS", "weight": 1, "engaged": {"1": false}},
                 {"code": "a", "weightEuros": 7500.00, "scale": {"kind": "AGREED"},
                  "agreed": {"1": {"rate": 0.8, "reason": "protocole signé, deux cabinets sur trois"}}},
                 {"code": "b", "weightEuros": 10000.00, "direction": "FALLING", "baseline": 40,
                  "targets": {"1": 30}, "values": {"1": 35},
                  "scale": {"kind": "INTERPOLATED", "lower": 0.25, "upper": 0.75}}]}],
             "orientationSpent": {"1": 20000.00}}
            """)
        .statusCode(200)
        .body("lines.findAll { it.volet == 'VARIABLE' }.amount", contains(11000.00f))
        .body(
            "lines.findAll { it.volet == 'VARIABLE' }[0].explanation.parts.amount",
            contains(6000.00f, 5000.00f))
        .body("lines.findAll { it.volet == 'FIXE' }.kind", contains("ADVANCE", "RECOVERY"))
        .body("lines.findAll { it.volet == 'FIXE' }.amount", hasItems(13125.00f, -13125.00f))
        .body("lines[-1].dueOn", equalTo("2021-02-28"));
  }
}
