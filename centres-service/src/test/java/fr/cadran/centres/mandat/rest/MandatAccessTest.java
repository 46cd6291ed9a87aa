package fr.cadran.centres.mandat.rest;

import static fr.cadran.centres.Calls.as;
import static fr.cadran.centres.Calls.giveMandat;
import static fr.cadran.centres.Calls.mandat;
import static fr.cadran.centres.Calls.newCentre;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;

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
class MandatAccessTest {
  @Test
  void only_the_manager_of_the_centre_gives_and_revokes() {
    String finess = newCentre();
    String id = giveMandat(finess, "editor-demo", "quarterly-data:write");
    String path = "/v1/centres/" + finess + "/mandats";

    for (Token token :
        List.of(
            Tokens.arsAgent("departement:93"),
            Tokens.editor("editor-demo"),
            Tokens.auditor(),
            Tokens.cpamAgent("931"))) {
      as(token).body(mandat("x", "quarterly-data:write")).post(path).then().statusCode(403);
      as(token).post(path + "/" + id + "/revocation").then().statusCode(403);
      // Even with the scope, nobody but the manager answers for the centre.
      as(token.withScope("mandats:write"))
          .body(mandat("x", "quarterly-data:write"))
          .post(path)
          .then()
          .statusCode(404);
    }
    Token other = Tokens.centreManager("930099997");
    as(other).body(mandat("x", "quarterly-data:write")).post(path).then().statusCode(404);
    as(other).post(path + "/" + id + "/revocation").then().statusCode(404);
  }

  @Test
  void an_editor_sees_its_own_mandats_only() {
    String finess = newCentre();
    String own = giveMandat(finess, "editor-demo", "quarterly-data:write");
    String foreign = giveMandat(finess, "another-editor", "quarterly-data:write");
    String path = "/v1/centres/" + finess + "/mandats";

    as(Tokens.editor("editor-demo"))
        .get(path)
        .then()
        .statusCode(200)
        .body("items.id", contains(own));
    as(Tokens.editor("editor-demo")).get(path + "/" + own).then().statusCode(200);
    as(Tokens.editor("editor-demo")).get(path + "/" + foreign).then().statusCode(404);
    as(Tokens.editor("third-editor")).get(path).then().statusCode(404);
  }

  @Test
  void onlookers_of_the_territory_see_all_and_others_nothing() {
    String finess = newCentre();
    giveMandat(finess, "editor-demo", "quarterly-data:write");
    String path = "/v1/centres/" + finess + "/mandats";

    for (Token token :
        List.of(
            Tokens.arsAgent("departement:93"), Tokens.auditor(), Tokens.centreManager(finess))) {
      as(token).get(path).then().statusCode(200).body("items", hasSize(1));
    }
    as(Tokens.arsAgent("departement:75")).get(path).then().statusCode(404);
    as(Tokens.cpamAgent("931")).get(path).then().statusCode(403);
    as(Tokens.cpamAgent("931").withScope("mandats:read")).get(path).then().statusCode(404);
  }

  @Test
  void a_mandat_of_another_centre_is_not_there() {
    String finess = newCentre();
    String elsewhere = newCentre();
    String id = giveMandat(elsewhere, "editor-demo", "quarterly-data:write");

    as(Tokens.centreManager(finess))
        .get("/v1/centres/" + finess + "/mandats/" + id)
        .then()
        .statusCode(404);
    as(Tokens.centreManager(finess))
        .post("/v1/centres/" + finess + "/mandats/" + id + "/revocation")
        .then()
        .statusCode(404);
  }
}
