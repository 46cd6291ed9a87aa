package fr.cadran.centres.centre.rest;

import static fr.cadran.centres.Calls.as;
import static fr.cadran.centres.Calls.centre;
import static fr.cadran.centres.Calls.giveMandat;
import static fr.cadran.centres.Calls.newCentre;
import static fr.cadran.centres.Calls.newCentreWithMandat;
import static fr.cadran.centres.Calls.newFiness;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import fr.cadran.testing.contract.ContractChecked;
import fr.cadran.testing.infra.CadranTestResource;
import fr.cadran.testing.token.Token;
import fr.cadran.testing.token.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(CadranTestResource.class)
@ContractChecked
class CentreAccessTest {
  @Test
  void who_has_the_centre_in_scope_reads_it() {
    String finess = newCentreWithMandat();

    for (Token token :
        List.of(
            Tokens.arsAgent("departement:93"),
            Tokens.arsAgent("region:11"),
            Tokens.cpamAgent("931"),
            Tokens.centreManager(finess),
            Tokens.editor("editor-demo"),
            Tokens.auditor())) {
      as(token).get("/v1/centres/" + finess).then().statusCode(200);
      as(token)
          .queryParam("q", finess)
          .get("/v1/centres")
          .then()
          .statusCode(200)
          .body("items.finess", hasItem(finess));
    }
  }

  @Test
  void for_everybody_else_it_is_not_there() {
    String finess = newCentreWithMandat();

    for (Token token :
        List.of(
            Tokens.arsAgent("departement:75"),
            Tokens.arsAgent("region:93"),
            Tokens.arsAgent(),
            Tokens.cpamAgent("751"),
            Tokens.centreManager("930099998"),
            Tokens.editor("another-editor"),
            Tokens.cptsCoordinator("cpts-demo"),
            Tokens.administrator())) {
      as(token)
          .get("/v1/centres/" + finess)
          .then()
          .statusCode(404)
          .body("code", equalTo("NOT_FOUND"));
      as(token)
          .queryParam("q", finess)
          .get("/v1/centres")
          .then()
          .statusCode(200)
          .body("items.finess", not(hasItem(finess)));
    }
  }

  @Test
  void an_editor_no_longer_sees_a_centre_that_took_its_mandat_back() {
    String finess = newCentre();
    String id = giveMandat(finess, "editor-demo", "appointments:write");
    as(Tokens.editor("editor-demo")).get("/v1/centres/" + finess).then().statusCode(200);

    as(Tokens.centreManager(finess))
        .post("/v1/centres/" + finess + "/mandats/" + id + "/revocation")
        .then()
        .statusCode(200);

    as(Tokens.editor("editor-demo")).get("/v1/centres/" + finess).then().statusCode(404);
  }

  @Test
  void only_an_ars_registers_and_only_in_its_territory() {
    as(Tokens.arsAgent("departement:75"))
        .body(centre(newFiness()))
        .post("/v1/centres")
        .then()
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/communeCode"))
        .body("errors[0].code", equalTo("OUTSIDE_TERRITORY"));
    for (Token token :
        List.of(
            Tokens.cpamAgent("931"),
            Tokens.centreManager("930012345"),
            Tokens.editor("editor-demo"),
            Tokens.auditor(),
            Tokens.administrator())) {
      as(token)
          .body(centre(newFiness()))
          .post("/v1/centres")
          .then()
          .statusCode(403)
          .body("code", equalTo("FORBIDDEN"));
      // The scope alone does not make a territory.
      as(token.withScope("centres:write"))
          .body(centre(newFiness()))
          .post("/v1/centres")
          .then()
          .statusCode(422)
          .body("errors[0].code", equalTo("OUTSIDE_TERRITORY"));
    }
  }

  @Test
  void only_an_ars_of_the_territory_revises() {
    String finess = newCentre();

    as(Tokens.arsAgent("departement:75"))
        .header("If-Match", "\"1\"")
        .body(centre(finess))
        .put("/v1/centres/" + finess)
        .then()
        .statusCode(404);
    as(Tokens.centreManager(finess))
        .header("If-Match", "\"1\"")
        .body(centre(finess))
        .put("/v1/centres/" + finess)
        .then()
        .statusCode(403);
    as(Tokens.arsAgent("departement:93"))
        .header("If-Match", "\"1\"")
        .body(centre(finess).replace("93066", "75101"))
        .put("/v1/centres/" + finess)
        .then()
        .statusCode(422)
        .body("errors[0].code", equalTo("OUTSIDE_TERRITORY"));
  }

  @Test
  void a_token_that_is_not_ours_opens_nothing() {
    given().get("/v1/centres").then().statusCode(401).body("code", equalTo("UNAUTHENTICATED"));
    for (Token token :
        List.of(
            Tokens.auditor().expired(),
            Tokens.auditor().foreignIssuer(),
            Tokens.auditor().wrongAudience(),
            Tokens.auditor().wrongKey())) {
      as(token).get("/v1/centres").then().statusCode(401);
    }
    as(Tokens.auditor().withoutScope("centres:read")).get("/v1/centres").then().statusCode(403);
    as(Tokens.auditor().withoutScope("centres:read")).get("/v1/specialties").then().statusCode(403);
    as(Tokens.editor("editor-demo"))
        .get("/v1/specialties")
        .then()
        .statusCode(200)
        .body("items.size()", equalTo(29))
        .body("items[0].code", equalTo("MEDECINE_GENERALE"));
  }
}
