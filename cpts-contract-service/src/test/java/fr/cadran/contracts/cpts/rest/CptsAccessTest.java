package fr.cadran.contracts.cpts.rest;

import static fr.cadran.contracts.CptsCalls.as;
import static fr.cadran.contracts.CptsCalls.cpts;
import static fr.cadran.contracts.CptsCalls.draw;
import static fr.cadran.contracts.CptsCalls.newCpts;
import static fr.cadran.contracts.CptsCalls.territory;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import fr.cadran.testing.contract.ContractChecked;
import fr.cadran.testing.infra.CadranTestResource;
import fr.cadran.testing.token.Token;
import fr.cadran.testing.token.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(CadranTestResource.class)
@ContractChecked
class CptsAccessTest {
  private static final List<String> BELOW = List.of("", "/territory", "/stage");

  @Test
  void who_has_the_cpts_in_scope_reads_it() {
    String name = "CPTS " + UUID.randomUUID();
    String id = newCpts(name);
    draw(id, "93066");

    for (Token token :
        List.of(
            Tokens.arsAgent("departement:93"),
            Tokens.arsAgent("region:11"),
            Tokens.cpamAgent("931"),
            Tokens.cptsCoordinator(id),
            Tokens.auditor())) {
      for (String below : BELOW) {
        as(token).get("/v1/cpts/" + id + below).then().statusCode(200);
      }
      as(token)
          .queryParam("q", name)
          .get("/v1/cpts")
          .then()
          .statusCode(200)
          .body("items.id", contains(id));
    }
  }

  @Test
  void for_everybody_else_it_is_not_there() {
    String name = "CPTS " + UUID.randomUUID();
    String id = newCpts(name);
    draw(id, "93066");

    for (Token token :
        List.of(
            Tokens.arsAgent("departement:75"),
            Tokens.arsAgent("region:93"),
            Tokens.arsAgent(),
            Tokens.cpamAgent("751"),
            Tokens.cpamAgent("932"),
            Tokens.cptsCoordinator(newCpts()),
            Tokens.cptsCoordinator("cpts-demo"),
            Tokens.administrator())) {
      for (String below : BELOW) {
        as(token)
            .get("/v1/cpts/" + id + below)
            .then()
            .statusCode(404)
            .body("code", equalTo("NOT_FOUND"));
      }
      as(token).queryParam("q", name).get("/v1/cpts").then().statusCode(200).body("items", empty());
    }
    for (Token token : List.of(Tokens.centreManager("930012345"), Tokens.editor("editor-demo"))) {
      as(token).get("/v1/cpts/" + id).then().statusCode(403);
      as(token.withScope("cpts:read")).get("/v1/cpts/" + id).then().statusCode(404);
    }
  }

  @Test
  void only_an_ars_registers_and_only_in_its_territory() {
    as(Tokens.arsAgent("departement:75"))
        .body(cpts("CPTS", "93066"))
        .post("/v1/cpts")
        .then()
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/seatCommune"))
        .body("errors[0].code", equalTo("OUTSIDE_TERRITORY"));
    for (Token token :
        List.of(
            Tokens.cpamAgent("931"),
            Tokens.cptsCoordinator(UUID.randomUUID().toString()),
            Tokens.auditor(),
            Tokens.administrator())) {
      as(token).body(cpts("CPTS", "93066")).post("/v1/cpts").then().statusCode(403);
      // The scope alone does not make a territory.
      as(token.withScope("cpts:write"))
          .body(cpts("CPTS", "93066"))
          .post("/v1/cpts")
          .then()
          .statusCode(422)
          .body("errors[0].code", equalTo("OUTSIDE_TERRITORY"));
    }
  }

  @Test
  void who_cannot_reach_it_cannot_change_it() {
    String id = newCpts();

    for (Token token :
        List.of(
            Tokens.arsAgent("departement:75"),
            Tokens.cpamAgent("931").withScope("cpts:write"),
            Tokens.auditor().withScope("cpts:write"),
            Tokens.cptsCoordinator(id).withScope("cpts:write"))) {
      as(token)
          .header("If-Match", "\"1\"")
          .body(cpts("CPTS", "93066"))
          .put("/v1/cpts/" + id)
          .then()
          .statusCode(404);
    }
    for (Token token :
        List.of(
            Tokens.arsAgent("departement:75"),
            Tokens.cpamAgent("931").withScope("cpts:territory").withScope("cpts:stage"),
            Tokens.auditor().withScope("cpts:territory").withScope("cpts:stage"),
            Tokens.cptsCoordinator(newCpts()))) {
      as(token).body(territory("93066")).put("/v1/cpts/{id}/territory", id).then().statusCode(404);
      as(token)
          .body("{\"event\": \"SEND_LETTRE_INTENTION\"}")
          .post("/v1/cpts/{id}/stage", id)
          .then()
          .statusCode(404);
    }
    as(Tokens.auditor())
        .body(territory("93066"))
        .put("/v1/cpts/{id}/territory", id)
        .then()
        .statusCode(403);
    as(Tokens.auditor())
        .body("{\"event\": \"SEND_LETTRE_INTENTION\"}")
        .post("/v1/cpts/{id}/stage", id)
        .then()
        .statusCode(403);
  }
}
