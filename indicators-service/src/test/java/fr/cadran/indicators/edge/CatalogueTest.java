package fr.cadran.indicators.edge;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import fr.cadran.testing.contract.ContractChecked;
import fr.cadran.testing.infra.CadranTestResource;
import fr.cadran.testing.token.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(CadranTestResource.class)
@ContractChecked
class CatalogueTest {
  private static RequestSpecification administrator() {
    return given().auth().oauth2(Tokens.administrator().jwt());
  }

  @Test
  void the_eleven_leviers_are_listed_for_every_role() {
    administrator()
        .get("/v1/leviers")
        .then()
        .statusCode(200)
        .body("items", hasSize(11))
        .body("items[0].code", equalTo("NON_VENUE"))
        .body("items[0].baoTab", equalTo(1))
        .body("items[6].baoTab", nullValue())
        .body(
            "items[1].indicators",
            contains("part-actes-ccam", "part-recettes-ccam", "ratio-c2-c", "evolution-recettes"))
        .body("next", nullValue());
  }

  @Test
  void indicators_are_listed_with_their_formulas() {
    administrator().get("/v1/indicators").then().statusCode(200).body("items", hasSize(37));
  }

  @Test
  void a_definition_says_everything_about_its_indicator_and_can_be_kept() {
    String tag =
        administrator()
            .get("/v1/indicators/taux-non-venue")
            .then()
            .statusCode(200)
            .body("formula", equalTo("(rdvPris − passages + sansRdv) ÷ rdvPris"))
            .body("numerator", contains("rdvPris", "passages", "sansRdv"))
            .body("denominator", contains("rdvPris"))
            .body("defaultTarget", equalTo(0.1f))
            .body("provenance", equalTo("PRINTED"))
            .body("source", equalTo("seed 000, ANNEXE I"))
            .body("version", equalTo(1))
            .body("example.inputs.value", contains("1410", "1500", "300"))
            .body("example.inputs[0].name", equalTo("rdvPris"))
            .body("example.substituted", equalTo("(1410 − 1500 + 300) ÷ 1410"))
            .body("example.value", equalTo("7/47"))
            .body("example.rounded", equalTo(0.1489f))
            .body("periodFormulas[0].rule", equalTo("RATIO_OF_SUMS"))
            .extract()
            .header("ETag");
    administrator()
        .header("If-None-Match", tag)
        .get("/v1/indicators/taux-non-venue")
        .then()
        .statusCode(304);
  }

  @Test
  void an_unknown_indicator_is_not_found_and_the_catalogue_needs_a_token() {
    administrator().get("/v1/indicators/taux-inconnu").then().statusCode(404);
    given().get("/v1/indicators").then().statusCode(401);
    given().get("/v1/leviers").then().statusCode(401);
    administrator().queryParam("levier", "ACHATS").get("/v1/indicators").then().statusCode(400);
  }
}
