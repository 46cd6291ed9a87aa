package fr.cadran.indicators.edge;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
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
    post(Tokens.auditor(), "ACHATS", sheet(null, 1))
        .statusCode(422)
        .body("code", equalTo("CALCULATOR_NOT_AVAILABLE"));
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
