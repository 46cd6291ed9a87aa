package fr.cadran.centres;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import fr.cadran.testing.contract.ContractChecked;
import fr.cadran.testing.infra.CadranTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(CadranTestResource.class)
@ContractChecked
class ProblemCatalogueTest {
  @Test
  void the_type_of_a_refusal_leads_to_its_description() {
    given()
        .header("Accept-Language", "en")
        .get("/v1/problems/centres/SUBMISSION_REFUSED")
        .then()
        .statusCode(200)
        .body("code", equalTo("SUBMISSION_REFUSED"))
        .body("description", containsString("acknowledge"));
    given().get("/v1/problems/centres/NO_SUCH_CODE").then().statusCode(404);
    given().get("/v1/problems/indicators/SUBMISSION_REFUSED").then().statusCode(404);
  }
}
