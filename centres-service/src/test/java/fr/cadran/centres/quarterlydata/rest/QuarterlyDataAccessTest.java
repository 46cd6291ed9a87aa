package fr.cadran.centres.quarterlydata.rest;

import static fr.cadran.centres.Calls.QUARTER;
import static fr.cadran.centres.Calls.as;
import static fr.cadran.centres.Calls.asEditor;
import static fr.cadran.centres.Calls.asManager;
import static fr.cadran.centres.Calls.draft;
import static fr.cadran.centres.Calls.giveMandat;
import static fr.cadran.centres.Calls.newCentre;
import static fr.cadran.centres.Calls.newCentreWithMandat;
import static fr.cadran.centres.Calls.passages;
import static fr.cadran.centres.Calls.quarter;
import static fr.cadran.centres.Calls.submitted;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

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
class QuarterlyDataAccessTest {
  private static final Token ARS_93 = Tokens.arsAgent("departement:93");

  @Test
  void what_is_submitted_is_read_by_the_centre_and_by_onlookers_of_its_territory() {
    String finess = newCentreWithMandat();
    submitted(finess, QUARTER, passages(1500));

    for (Token token :
        List.of(
            Tokens.editor("editor-demo"),
            Tokens.centreManager(finess),
            ARS_93,
            Tokens.arsAgent("region:11"),
            Tokens.auditor())) {
      for (String path : reads(finess)) {
        as(token).get(path).then().statusCode(200);
      }
    }
  }

  @Test
  void for_everybody_else_nothing_is_there() {
    String finess = newCentreWithMandat();
    submitted(finess, QUARTER, passages(1500));

    for (Token token :
        List.of(
            Tokens.editor("another-editor"),
            Tokens.centreManager("930099996"),
            Tokens.arsAgent("departement:75"),
            Tokens.arsAgent("region:93"),
            // A CPAM reads the registry of its département, not the figures.
            Tokens.cpamAgent("931").withScope("quarterly-data:read"),
            Tokens.cptsCoordinator("cpts-demo").withScope("quarterly-data:read"),
            Tokens.administrator().withScope("quarterly-data:read"))) {
      for (String path : reads(finess)) {
        as(token).get(path).then().statusCode(404).body("code", equalTo("NOT_FOUND"));
      }
    }
    as(Tokens.cpamAgent("931")).get(quarter(finess, QUARTER)).then().statusCode(403);
  }

  private static List<String> reads(String finess) {
    String path = quarter(finess, QUARTER);
    return List.of(
        "/v1/centres/" + finess + "/quarterly-data",
        path,
        path + "/versions",
        path + "/versions/1",
        path + "/versions/1/diff?against=1");
  }

  @Test
  void only_the_centre_and_its_editors_write() {
    String finess = newCentreWithMandat();
    draft(finess, QUARTER, passages(1500));
    String path = quarter(finess, QUARTER);

    for (Token token : List.of(ARS_93, Tokens.auditor(), Tokens.cpamAgent("931"))) {
      as(token).body(passages(1)).put(path).then().statusCode(403);
      Token scoped = token.withScope("quarterly-data:write");
      as(scoped).body(passages(1)).put(path).then().statusCode(404);
      as(scoped).body("{}").post(path + "/submission").then().statusCode(404);
      as(scoped).body("{}").post(path + "/checks").then().statusCode(404);
    }
    for (Token token :
        List.of(Tokens.editor("another-editor"), Tokens.centreManager("930099996"))) {
      as(token).body(passages(1)).put(path).then().statusCode(404);
      as(token).body("{}").post(path + "/submission").then().statusCode(404);
      as(token).body("{}").post(path + "/checks").then().statusCode(404);
    }
  }

  @Test
  void an_open_draft_is_not_shown_to_the_ars() {
    String finess = newCentreWithMandat();
    String path = quarter(finess, QUARTER);
    draft(finess, QUARTER, passages(1500));

    as(ARS_93).get(path).then().statusCode(404);
    as(ARS_93)
        .get("/v1/centres/" + finess + "/quarterly-data")
        .then()
        .statusCode(200)
        .body("items.size()", equalTo(0));
    as(Tokens.auditor()).get(path).then().statusCode(200).body("state", equalTo("DRAFT"));

    asEditor().body("{}").post(path + "/submission").then().statusCode(200);
    String seen = as(ARS_93).get(path).then().statusCode(200).extract().header("ETag");
    asEditor().header("If-Match", "*").body(passages(1)).put(path).then().statusCode(200);

    as(ARS_93)
        .get(path)
        .then()
        .statusCode(200)
        .header("ETag", seen)
        .body("state", equalTo("SUBMITTED"))
        .body("patients.passages", equalTo(1500));
    as(ARS_93)
        .get("/v1/centres/" + finess + "/quarterly-data")
        .then()
        .body("items.state", contains("SUBMITTED"));
    asManager(finess).get(path).then().body("patients.passages", equalTo(1));
  }

  @Test
  void an_editor_may_do_what_its_mandat_says_while_it_holds() {
    String finess = newCentre();
    String path = quarter(finess, QUARTER);
    asEditor().body(passages(1)).put(path).then().statusCode(404);

    giveMandat(finess, "editor-demo", "appointments:write");
    asEditor().body(passages(1)).put(path).then().statusCode(404);

    giveMandat(finess, "editor-demo", "quarterly-data:read");
    asEditor()
        .body(passages(1))
        .put(path)
        .then()
        .statusCode(403)
        .body("code", equalTo("MANDAT_DOES_NOT_ALLOW"));

    String id = giveMandat(finess, "editor-demo", "quarterly-data:write");
    asEditor().body(passages(1)).put(path).then().statusCode(201);

    asManager(finess)
        .post("/v1/centres/" + finess + "/mandats/" + id + "/revocation")
        .then()
        .statusCode(200);
    asEditor().body("{}").post(path + "/submission").then().statusCode(403);
    asEditor().get(path).then().statusCode(200);
  }

  @Test
  void a_mandat_that_has_not_begun_allows_nothing() {
    String finess = newCentre();
    asManager(finess)
        .body(
            """
            {"clientId": "editor-demo", "scopes": ["quarterly-data:write"],
             "validFrom": "2099-01-01", "validUntil": "2099-12-31"}
            """)
        .post("/v1/centres/{finess}/mandats", finess)
        .then()
        .statusCode(201)
        .body("state", equalTo("PENDING"));

    asEditor().body(passages(1)).put(quarter(finess, QUARTER)).then().statusCode(404);
  }

  @Test
  void a_scope_that_the_token_lacks_is_missing_whatever_the_mandat_says() {
    String finess = newCentreWithMandat();

    as(Tokens.editor("editor-demo").withoutScope("quarterly-data:write"))
        .body(passages(1))
        .put(quarter(finess, QUARTER))
        .then()
        .statusCode(403)
        .body("code", equalTo("FORBIDDEN"));
    as(Tokens.editor("editor-demo").expired())
        .body(passages(1))
        .put(quarter(finess, QUARTER))
        .then()
        .statusCode(401);
  }
}
