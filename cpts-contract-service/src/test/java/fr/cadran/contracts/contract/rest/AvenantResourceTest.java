package fr.cadran.contracts.contract.rest;

import static fr.cadran.contracts.ContractCalls.ars;
import static fr.cadran.contracts.ContractCalls.as;
import static fr.cadran.contracts.ContractCalls.cpam;
import static fr.cadran.contracts.ContractCalls.newDraft;
import static fr.cadran.contracts.ContractCalls.newSigned;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import fr.cadran.contracts.ContractCalls;
import fr.cadran.testing.contract.ContractChecked;
import fr.cadran.testing.infra.CadranTestResource;
import fr.cadran.testing.token.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(CadranTestResource.class)
@ContractChecked
class AvenantResourceTest {
  private static final String MISSIONS = "\"ACCES_SOINS\", \"PARCOURS\"";

  private static ValidatableResponse propose(String contract, String effectiveOn, String changes) {
    return as(ars())
        .body(
            """
            {"effectiveOn": "%s", "changes": {%s}, "reason": "Deux communes rejoignent la CPTS"}
            """
                .formatted(effectiveOn, changes))
        .post("/v1/contracts/{id}/avenants", contract)
        .then();
  }

  @Test
  void an_avenant_changes_what_it_names_from_its_day_on_once_the_three_have_signed() {
    ContractCalls.Signed signed = newSigned(MISSIONS);
    String contract = signed.contract();
    ValidatableResponse proposed =
        propose(
                contract,
                "2023-03-01",
                "\"size\": 3, \"missions\": {\"added\": [\"QUALITE\"], \"removed\": [\"PARCOURS\"]},"
                    + " \"territory\": {\"communes\": [\"93066\", \"93027\"], \"population\":"
                    + " 150000}")
            .statusCode(201)
            .body("number", equalTo(1))
            .body("state", equalTo("PROPOSED"));
    as(ars())
        .get("/v1/contracts/{id}?on=2024-01-01", contract)
        .then()
        .body("terms.size", equalTo(2));
    signed
        .signAll("/avenants/1/signatures", proposed.extract().path("hash"))
        .body("state", equalTo("SIGNED"))
        .body("missingSignatures", empty());
    as(ars())
        .get("/v1/contracts/{id}?on=2023-02-28", contract)
        .then()
        .statusCode(200)
        .body("terms.size", equalTo(2))
        .body("terms.missions.mission", contains("ACCES_SOINS", "PARCOURS"));
    as(ars())
        .get("/v1/contracts/{id}?on=2023-03-01", contract)
        .then()
        .body("terms.size", equalTo(3))
        .body("terms.communes", contains("93027", "93066"))
        .body("terms.missions.mission", contains("ACCES_SOINS", "QUALITE"))
        .body("avenants", contains(1));
    as(ars())
        .get("/v1/contracts/{id}/avenants", contract)
        .then()
        .statusCode(200)
        .body("items", hasSize(1))
        .body("items[0].changes.size", equalTo(3));
  }

  @Test
  void a_text_is_signed_once_by_each_party_and_only_as_it_is() {
    ContractCalls.Signed signed = newSigned(MISSIONS);
    String path = "/v1/contracts/" + signed.contract() + "/avenants/1/signatures";
    String hash = propose(signed.contract(), "2023-03-01", "\"size\": 3").extract().path("hash");
    as(ars())
        .body("{\"hash\": \"" + "0".repeat(64) + "\"}")
        .post(path)
        .then()
        .statusCode(409)
        .body("code", equalTo("HASH_OUT_OF_DATE"));
    String body = "{\"hash\": \"" + hash + "\"}";
    as(cpam()).header("If-Match", "\"9\"").body(body).post(path).then().statusCode(412);
    as(cpam()).body(body).post(path).then().statusCode(201);
    as(cpam()).body(body).post(path).then().statusCode(409).body("code", equalTo("ALREADY_SIGNED"));
    as(Tokens.cpamAgent("751")).body(body).post(path).then().statusCode(404);
    as(ars()).body("{\"hash\": \"?\"}").post(path).then().statusCode(422);
    String tag =
        as(ars()).get("/v1/contracts/" + signed.contract() + "/avenants/1").getHeader("ETag");
    as(ars())
        .header("If-None-Match", tag)
        .get("/v1/contracts/" + signed.contract() + "/avenants/1")
        .then()
        .statusCode(304);
    as(ars())
        .get("/v1/contracts/" + signed.contract() + "/avenants/1")
        .then()
        .statusCode(200)
        .body("signatures.party", contains("CPAM"));
    as(ars()).get("/v1/contracts/" + signed.contract() + "/avenants/2").then().statusCode(404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2022-02-28 | \"size\": 3 | AVENANT_BEFORE_SIGNATURE",
        "2027-03-01 | \"size\": 3 | AVENANT_AFTER_TERM",
        "2023-03-01 | \"size\": null | AVENANT_EMPTY",
        "2023-03-01 | \"fundingTable\": \"ACI-1999\" | FUNDING_TABLE_UNKNOWN",
        "2023-03-01 | \"fundingTable\": \"ACI-2022\" | SIZE_NOT_FUNDED",
        "2022-03-30 | \"fundingTable\": \"ACI-2022\", \"size\": 3 | TABLE_NOT_IN_FORCE"
      })
  void what_cannot_be_amended_is_refused(String on, String changes, String code) {
    ContractCalls.Signed signed = newSigned(MISSIONS);
    propose(signed.contract(), on, changes).statusCode(422).body("code", equalTo(code));
  }

  @Test
  void what_is_wrong_with_the_changes_is_told_at_once() {
    ContractCalls.Signed signed = newSigned(MISSIONS);
    propose(
            signed.contract(),
            "2023-03-01",
            "\"missions\": {\"added\": [\"PARCOURS\"], \"removed\": [\"QUALITE\"]},"
                + " \"indicators\": {\"ACCES_SOINS\": [], \"ACCOMPAGNEMENT\": []}")
        .statusCode(422)
        .body(
            "errors.code",
            contains(
                "MISSION_ALREADY_IN",
                "MISSION_NOT_IN",
                "INDICATORS_NOT_AGREED_YET",
                "MISSION_NOT_IN"));
  }

  @Test
  void a_contract_that_is_not_signed_is_negotiated_not_amended() {
    String draft = newDraft(ContractCalls.newCpts(), MISSIONS);
    propose(draft, "2023-03-01", "\"size\": 3")
        .statusCode(409)
        .body("code", equalTo("ILLEGAL_TRANSITION"));
    ContractCalls.Signed signed = newSigned(MISSIONS);
    as(ars())
        .header("If-Match", "\"99\"")
        .body("{\"effectiveOn\": \"2023-03-01\", \"changes\": {\"size\": 3}, \"reason\": \"x\"}")
        .post("/v1/contracts/{id}/avenants", signed.contract())
        .then()
        .statusCode(412);
    as(Tokens.cpamAgent("751"))
        .body("{\"effectiveOn\": \"2023-03-01\", \"changes\": {\"size\": 3}, \"reason\": \"x\"}")
        .post("/v1/contracts/{id}/avenants", signed.contract())
        .then()
        .statusCode(404);
  }
}
