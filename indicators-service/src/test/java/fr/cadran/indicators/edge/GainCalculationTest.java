package fr.cadran.indicators.edge;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import fr.cadran.testing.contract.ContractChecked;
import fr.cadran.testing.infra.CadranTestResource;
import fr.cadran.testing.token.Token;
import fr.cadran.testing.token.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.JsonConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import io.restassured.response.ValidatableResponse;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(CadranTestResource.class)
@ContractChecked
class GainCalculationTest {
  private static final RestAssuredConfig EXACT =
      RestAssuredConfig.config()
          .jsonConfig(JsonConfig.jsonConfig().numberReturnType(NumberReturnType.BIG_DECIMAL));

  private static ValidatableResponse post(Token token, String levier, String body) {
    return given()
        .config(EXACT)
        .auth()
        .oauth2(token.jwt())
        .contentType("application/json")
        .body(body)
        .post("/v1/gain-calculations/{levier}", levier)
        .then();
  }

  private static ValidatableResponse nonVenue(String body) {
    return post(Tokens.cptsCoordinator("cpts-1"), "NON_VENUE", body);
  }

  private static String sheet(String method, int notHonoured) {
    return """
    {%s "rows": [{"specialty": "MEDECINE_GENERALE", "honoured": 1200,
      "withoutAppointment": 300, "cancelled": 110, "notHonoured": %d, "revenue": 100000.00}]}
    """
        .formatted(method == null ? "" : "\"method\": \"" + method + "\",", notHonoured);
  }

  @Test
  void bao_2014_gives_the_figure_of_the_sheet_with_its_trace() {
    nonVenue(sheet("bao-2014", 100))
        .statusCode(200)
        .body("levier", equalTo("NON_VENUE"))
        .body("method", equalTo("bao-2014"))
        .body("period", equalTo("UNSPECIFIED"))
        .body("total", equalTo(new BigDecimal("82907.80")))
        .body("rows[0].specialty", equalTo("MEDECINE_GENERALE"))
        .body("rows[0].gain", equalTo(new BigDecimal("82907.80")))
        .body("rows[0].explanation.unrounded", equalTo("11690000/141"))
        .body(
            "rows[0].explanation.substituted",
            equalTo("max(0 ; 100000.00 × (90 % − 100 ÷ (1200 + 110 + 100)))"))
        .body("rows[0].explanation.steps.name", hasItem("ecart"))
        .body("explanation.provenance", equalTo("PRINTED"))
        .body("explanation.source", equalTo("seed 000, ANNEXE VI"))
        .body("explanation.parameters[0].value", equalTo(new BigDecimal("0.9")))
        .body("explanation.parameters[0].source", equalTo("seed 000, ANNEXE VI"))
        .body("explanation.rowsInTotal", contains("MEDECINE_GENERALE"));
  }

  @Test
  void attendance_gap_is_the_default_and_gives_nothing_above_the_target() {
    nonVenue(sheet(null, 100))
        .statusCode(200)
        .body("method", equalTo("attendance-gap"))
        .body("total", equalTo(new BigDecimal("0.00")))
        .body("explanation.provenance", equalTo("OURS"));
  }

  @Test
  void attendance_gap_gives_10000_euros_for_300_not_honoured() {
    nonVenue(sheet("attendance-gap", 300))
        .statusCode(200)
        .body("total", equalTo(new BigDecimal("10000.00")));
  }

  @Test
  void a_missing_input_is_a_reason_not_a_zero() {
    nonVenue(
            """
            {"period": "YEAR", "rows": [{"specialty": "DENTAIRE", "honoured": 10, "notHonoured": 10,
              "withoutAppointment": 0}]}
            """)
        .statusCode(200)
        .body("period", equalTo("YEAR"))
        .body("total", nullValue())
        .body("missingReason", equalTo("NO_ROW_HAS_A_GAIN"))
        .body("rows[0].gain", nullValue())
        .body("rows[0].missingReason", equalTo("MISSING_INPUT: revenue"))
        .body("explanation.rowsLeftOut[0].specialty", equalTo("DENTAIRE"));
  }

  @Test
  void an_unknown_levier_is_not_found_and_one_without_calculator_says_so() {
    post(Tokens.auditor(), "INCONNU", sheet(null, 1))
        .statusCode(404)
        .body("code", equalTo("NOT_FOUND"));
    post(Tokens.auditor(), "REMUNERATION", sheet(null, 1))
        .statusCode(422)
        .body("code", equalTo("CALCULATOR_NOT_AVAILABLE"));
  }

  @Test
  void another_levier_computes_from_its_own_inputs_and_the_targets_of_the_plan() {
    String rows =
        """
        "rows": [{"specialty": "MEDECINE_GENERALE", "rooms": 4, "openHalfDays": 10,
                  "sessionsHeld": 28, "revenue": 92400.00}]
        """;
    post(Tokens.auditor(), "OCCUPATION", "{\"period\": \"QUARTER\", " + rows + "}")
        .statusCode(200)
        .body("method", equalTo("occupancy-gap"))
        .body("total", equalTo(new BigDecimal("13200.00")))
        .body("rows[0].inputs.rooms", equalTo(4))
        .body("rows[0].inputs.honoured", nullValue())
        .body("explanation.parameters.code", contains("targetOccupancy", "weeks"))
        .body("explanation.parameters.value.collect { it.toString() }", contains("0.8", "11"));
    post(
            Tokens.auditor(),
            "OCCUPATION",
            "{\"period\": \"QUARTER\", \"parameters\": {\"targetOccupancy\": 0.85}, " + rows + "}")
        .statusCode(200)
        .body("total", equalTo(new BigDecimal("19800.00")))
        .body("explanation.parameters[0].source", equalTo("demande"));
  }

  @Test
  void a_levier_of_the_centre_needs_no_specialty_and_says_which_target_is_missing() {
    String rows = "\"rows\": [{\"purchases\": 30000.00, \"revenue\": 400000.00}]";
    post(Tokens.auditor(), "ACHATS", "{" + rows + "}")
        .statusCode(200)
        .body("total", nullValue())
        .body("rows[0].specialty", equalTo("CENTRE"))
        .body("rows[0].missingReason", equalTo("MISSING_PARAMETER: targetPurchases"))
        .body("explanation.rowsLeftOut[0].specialty", equalTo("CENTRE"));
    post(Tokens.auditor(), "ACHATS", "{\"parameters\": {\"targetPurchases\": 0.05}, " + rows + "}")
        .statusCode(200)
        .body("total", equalTo(new BigDecimal("10000.00")))
        .body("explanation.rowsInTotal", contains("CENTRE"));
  }

  @Test
  void what_the_method_does_not_read_is_refused_with_its_place() {
    post(
            Tokens.auditor(),
            "ACHATS",
            """
            {"parameters": {"targetOccupancy": 0.5, "targetPurchases": 1.5},
             "rows": [{"purchases": 1.00, "revenue": 2.00, "rooms": 3}]}
            """)
        .statusCode(422)
        .body(
            "errors.collect { it.pointer + ' ' + it.code }",
            contains(
                "/parameters/targetOccupancy NOT_A_PARAMETER",
                "/parameters/targetPurchases PARAMETER_TOO_LARGE",
                "/rows/0/rooms NOT_AN_INPUT"));
    post(Tokens.auditor(), "OCCUPATION", "{\"rows\": [{\"rooms\": 3}]}")
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/rows/0/specialty"))
        .body("errors[0].code", equalTo("REQUIRED"));
    post(
            Tokens.auditor(),
            "ACHATS",
            "{\"method\": \"bao-2014\", \"rows\": [{\"purchases\": 1.00}]}")
        .statusCode(422)
        .body("errors[0].code", equalTo("METHOD_UNKNOWN"));
  }

  @Test
  void the_methods_of_a_levier_say_what_they_read() {
    String path = "/v1/gain-calculations/{levier}";
    given()
        .config(EXACT)
        .auth()
        .oauth2(Tokens.auditor().jwt())
        .get(path, "NON_VENUE")
        .then()
        .statusCode(200)
        .body("items.method", contains("attendance-gap", "bao-2014"))
        .body(
            "items[1].formula",
            equalTo(
                "max(0 ; recettes × (cible − rdvNonHonores ÷ (rdvHonores + rdvAnnules +"
                    + " rdvNonHonores)))"))
        .body("items[0].parameters[0].preset", equalTo(new BigDecimal("0.9")));
    given()
        .auth()
        .oauth2(Tokens.auditor().jwt())
        .get(path, "REMUNERATION")
        .then()
        .statusCode(200)
        .body("items", empty());
    given().auth().oauth2(Tokens.auditor().jwt()).get(path, "INCONNU").then().statusCode(404);
  }

  @Test
  void wrong_figures_are_refused_with_their_place() {
    nonVenue("{\"rows\": [{\"specialty\": \"DENTAIRE\", \"honoured\": -1, \"revenue\": 10.00}]}")
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/rows/0/honoured"))
        .body("errors[0].code", equalTo("TOO_SMALL"));
    nonVenue("{\"rows\": [{\"specialty\": \"DENTAIRE\", \"revenue\": 10.001}]}")
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/rows/0/revenue"))
        .body("errors[0].code", equalTo("AMOUNT_HAS_MORE_THAN_TWO_DECIMALS"));
    nonVenue("{\"rows\": [{\"specialty\": \"DENTAIRE\", \"revenue\": 1e999999999}]}")
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/rows/0/revenue"));
    nonVenue("{\"rows\": [{\"specialty\": \"DENTAIRE\", \"revenue\": 1e-999999999}]}")
        .statusCode(422)
        .body("errors[0].code", equalTo("AMOUNT_HAS_MORE_THAN_TWO_DECIMALS"));
    nonVenue("{\"rows\": []}").statusCode(422).body("errors[0].pointer", equalTo("/rows"));
    nonVenue("{}").statusCode(422).body("errors[0].code", equalTo("REQUIRED"));
    nonVenue("{\"rows\": [null]}").statusCode(422);
    nonVenue("{\"rows\": [{\"specialty\": \"dentaire\"}]}")
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/rows/0/specialty"));
    nonVenue("{\"method\": \"bao-2015\", \"rows\": [{\"specialty\": \"DENTAIRE\"}]}")
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/method"))
        .body("errors[0].code", equalTo("METHOD_UNKNOWN"));
  }

  @Test
  void what_is_no_such_request_is_malformed() {
    nonVenue("{\"rows\": [").statusCode(400).body("code", equalTo("MALFORMED_JSON"));
    nonVenue("{\"rows\": [{\"specialty\": \"DENTAIRE\", \"honoured\": 1.5}]}")
        .statusCode(400)
        .body("code", equalTo("WRONG_TYPE"))
        .body("errors[0].pointer", equalTo("/rows/0/honoured"));
    nonVenue("{\"rows\": [], \"target\": 1}")
        .statusCode(400)
        .body("code", equalTo("UNKNOWN_FIELD"));
    nonVenue("{\"period\": \"DECADE\", \"rows\": [{\"specialty\": \"DENTAIRE\"}]}")
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/period"));
    nonVenue("").statusCode(400);
  }

  @Test
  void a_calculation_needs_a_token_with_its_scope() {
    given()
        .contentType("application/json")
        .body(sheet(null, 1))
        .post("/v1/gain-calculations/NON_VENUE")
        .then()
        .statusCode(401);
    post(Tokens.auditor().expired(), "NON_VENUE", sheet(null, 1)).statusCode(401);
    post(Tokens.auditor().withoutScope("gains:calculate"), "NON_VENUE", sheet(null, 1))
        .statusCode(403);
  }

  @Test
  void another_media_type_and_a_huge_body_are_refused() {
    given()
        .auth()
        .oauth2(Tokens.auditor().jwt())
        .contentType("text/csv")
        .body("a;b")
        .post("/v1/gain-calculations/NON_VENUE")
        .then()
        .statusCode(415);
    nonVenue(" ".repeat(3 * 1024 * 1024)).statusCode(413);
  }
}
