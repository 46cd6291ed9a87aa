package fr.cadran.indicators.edge;

import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import fr.cadran.testing.contract.ContractChecked;
import fr.cadran.testing.infra.CadranTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(CadranTestResource.class)
@ContractChecked
class ProblemCatalogueTest {

  private static String description(String code, String language) {
    return given()
        .header("Accept-Language", language)
        .get("/v1/problems/indicators/{code}", code)
        .then()
        .statusCode(200)
        .body("code", equalTo(code))
        .body("family", equalTo("indicators"))
        .extract()
        .path("description");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CALCULATOR_NOT_AVAILABLE",
        "METHOD_UNKNOWN",
        "NOT_AN_INPUT",
        "NOT_A_PARAMETER",
        "PARAMETER_TOO_LARGE",
        "INDICATOR_UNKNOWN",
        "LEVIER_UNKNOWN",
        "PERIOD_UNKNOWN",
        "INSTANT_INVALID",
        "ONE_PLACE_ONLY"
      })
  void every_code_of_this_service_is_documented_in_both_languages(String code) {
    assertThat(description(code, "fr"), not(equalTo(description(code, "en"))));
  }

  @Test
  void a_code_that_nobody_uses_is_not_found() {
    given().get("/v1/problems/indicators/NO_SUCH_CODE").then().statusCode(404);
  }
}
