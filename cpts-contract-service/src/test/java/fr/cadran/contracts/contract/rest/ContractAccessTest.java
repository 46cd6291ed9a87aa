package fr.cadran.contracts.contract.rest;

import static fr.cadran.contracts.ContractCalls.ars;
import static fr.cadran.contracts.ContractCalls.as;
import static fr.cadran.contracts.ContractCalls.cpam;
import static fr.cadran.contracts.ContractCalls.hash;
import static fr.cadran.contracts.ContractCalls.newCpts;
import static fr.cadran.contracts.ContractCalls.newDraft;
import static fr.cadran.contracts.ContractCalls.sign;
import static fr.cadran.contracts.ContractCalls.wish;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;

import fr.cadran.testing.contract.ContractChecked;
import fr.cadran.testing.infra.CadranTestResource;
import fr.cadran.testing.token.Token;
import fr.cadran.testing.token.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(CadranTestResource.class)
@ContractChecked
class ContractAccessTest {
  private static final List<String> READS =
      List.of(
          "",
          "/missions",
          "/indicators",
          "/offers",
          "/signatures",
          "/history",
          "/avenants",
          "/termination");

  @Test
  void the_three_parties_and_the_auditor_read_and_nobody_else_knows_it_exists() {
    String cpts = newCpts();
    String contract = newDraft(cpts, "\"ACCES_SOINS\"");
    for (String part : READS) {
      String path = "/v1/contracts/" + contract + part;
      for (Token token :
          List.of(
              Tokens.cptsCoordinator(cpts),
              cpam(),
              ars(),
              Tokens.auditor(),
              Tokens.arsAgent("region:11"))) {
        as(token).get(path).then().statusCode(200);
      }
      for (Token token :
          List.of(
              Tokens.cptsCoordinator(UUID.randomUUID().toString()),
              Tokens.cpamAgent("751"),
              Tokens.arsAgent("departement:75"))) {
        as(token).get(path).then().statusCode(404);
      }
    }
    as(Tokens.auditor()).get("/v1/contracts?limit=500").then().body("items.id", hasItem(contract));
    as(Tokens.cpamAgent("751")).get("/v1/contracts").then().statusCode(200).body("items", empty());
  }

  @Test
  void only_a_party_signs_drafts_and_gives_up() {
    String cpts = newCpts();
    String contract = newDraft(cpts, "\"ACCES_SOINS\"");
    String hash = hash(contract);
    for (Token token :
        List.of(
            Tokens.cptsCoordinator(UUID.randomUUID().toString()),
            Tokens.cpamAgent("751"),
            Tokens.arsAgent("departement:75"))) {
      sign(token, contract, hash).statusCode(404);
      as(token)
          .body("{\"fundingTable\": \"ACI-2019\", \"missions\": [\"ACCES_SOINS\"]}")
          .post("/v1/contracts/{id}/offers", contract)
          .then()
          .statusCode(404);
      as(token).body("{}").post("/v1/contracts/{id}/abandonment", contract).then().statusCode(404);
      as(token).body(wish(cpts, "\"PARCOURS\"")).post("/v1/contracts").then().statusCode(422);
    }
    sign(Tokens.auditor(), contract, hash).statusCode(403);
    // The scope alone makes nobody a party.
    sign(Tokens.auditor().withScope("contracts:sign"), contract, hash).statusCode(404);
  }

  @Test
  void who_would_speak_for_two_parties_speaks_for_none() {
    String cpts = newCpts();
    String contract = newDraft(cpts, "\"ACCES_SOINS\"");
    Token both =
        ars()
            .withClaim("realm_access", Map.of("roles", List.of("ars-agent", "cpts-coordinator")))
            .withClaim("cpts", List.of(cpts));
    sign(both, contract, hash(contract)).statusCode(404);
  }
}
