package fr.cadran.contracts.contract.rest;

import static fr.cadran.contracts.ContractCalls.ars;
import static fr.cadran.contracts.ContractCalls.as;
import static fr.cadran.contracts.ContractCalls.cpam;
import static fr.cadran.contracts.ContractCalls.newDraft;
import static fr.cadran.contracts.ContractCalls.newSigned;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import fr.cadran.contracts.ContractCalls;
import fr.cadran.contracts.contract.application.EndDueContracts;
import fr.cadran.kit.type.FrenchDay;
import fr.cadran.testing.contract.ContractChecked;
import fr.cadran.testing.infra.CadranTestResource;
import fr.cadran.testing.token.Token;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(CadranTestResource.class)
@ContractChecked
class TerminationResourceTest {
  @Inject Clock clock;
  @Inject EndDueContracts endDueContracts;

  private LocalDate today() {
    return FrenchDay.of(clock.instant());
  }

  /** A contract of this year, so that its term is far. */
  private ContractCalls.Signed signed() {
    String cpts = ContractCalls.newCpts();
    String contract =
        as(ars())
            .body(
                """
                {"cpts": "%s", "fundingTable": "ACI-2022", "size": 3, "missions": ["ACCES_SOINS"],
                 "signedOn": "%s"}
                """
                    .formatted(cpts, today().minusMonths(6)))
            .post("/v1/contracts")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    ContractCalls.Signed signed = new ContractCalls.Signed(cpts, contract);
    signed.signAll("/signatures", ContractCalls.hash(contract));
    return signed;
  }

  private static ValidatableResponse post(Token token, String contract, String part, String body) {
    return as(token).body(body).post("/v1/contracts/" + contract + "/termination" + part).then();
  }

  private static String letter(LocalDate on) {
    return "{\"receivedOn\": \"%s\", \"reason\": \"Missions non démarrées\"}".formatted(on);
  }

  private static String opinion(String said, LocalDate on) {
    return "{\"body\": \"CPL\", \"opinion\": \"%s\", \"on\": \"%s\"}".formatted(said, on);
  }

  @Test
  void a_termination_takes_effect_when_its_delay_is_over_and_the_cpts_follows() {
    ContractCalls.Signed signed = signed();
    LocalDate letter = today().minusMonths(1);
    as(ars())
        .get("/v1/contracts/{id}/termination", signed.contract())
        .then()
        .statusCode(200)
        .body("by", nullValue());
    post(ars(), signed.contract(), "", letter(letter))
        .statusCode(200)
        .body("state", equalTo("TERMINATION_NOTIFIED"))
        .body("by", equalTo("ARS"))
        .body("effectiveOn", equalTo(letter.plusMonths(2).toString()));
    endDueContracts.end(letter.plusMonths(2).minusDays(1));
    as(ars())
        .get("/v1/contracts/{id}", signed.contract())
        .then()
        .body("state", equalTo("TERMINATION_NOTIFIED"));
    assertThat(endDueContracts.end(letter.plusMonths(2))).isGreaterThanOrEqualTo(1);
    as(ars())
        .get("/v1/contracts/{id}", signed.contract())
        .then()
        .body("state", equalTo("TERMINATED"))
        .body("endedOn", equalTo(letter.plusMonths(2).toString()));
    as(ars()).get("/v1/cpts/{id}", signed.cpts()).then().body("stage", equalTo("RESILIE"));
    post(ars(), signed.contract(), "", letter(letter))
        .statusCode(409)
        .body("code", equalTo("ILLEGAL_TRANSITION"));
  }

  @Test
  void the_cpts_refers_and_the_commission_lifts() {
    ContractCalls.Signed signed = signed();
    post(cpam(), signed.contract(), "", letter(today())).statusCode(200);
    as(ars())
        .post("/v1/contracts/{id}/termination/referral", signed.contract())
        .then()
        .statusCode(409)
        .body("code", equalTo("NOT_FOR_THIS_PARTY"));
    as(signed.coordinator())
        .post("/v1/contracts/{id}/termination/referral", signed.contract())
        .then()
        .statusCode(200)
        .body("state", equalTo("TERMINATION_SUSPENDED"))
        .body("referredOn", equalTo(today().toString()));
    endDueContracts.end(today().plusYears(1));
    post(signed.coordinator(), signed.contract(), "/opinion", opinion("LIFTED", today()))
        .statusCode(409);
    post(ars(), signed.contract(), "/opinion", opinion("LIFTED", today().plusDays(1)))
        .statusCode(422)
        .body("code", equalTo("OPINION_IN_FUTURE"));
    post(ars(), signed.contract(), "/opinion", opinion("LIFTED", today()))
        .statusCode(200)
        .body("state", equalTo("SIGNED"))
        .body("by", nullValue());
    as(ars())
        .get("/v1/contracts/{id}/history", signed.contract())
        .then()
        .body("items.note", hasItem("CPL LIFTED"));
  }

  @Test
  void an_upheld_termination_runs_again() {
    ContractCalls.Signed signed = signed();
    post(signed.coordinator(), signed.contract(), "", letter(today())).statusCode(200);
    as(signed.coordinator())
        .post("/v1/contracts/{id}/termination/referral", signed.contract())
        .then()
        .statusCode(200);
    post(cpam(), signed.contract(), "/opinion", opinion("UPHELD", today()))
        .statusCode(200)
        .body("state", equalTo("TERMINATION_NOTIFIED"))
        .body("opinion", equalTo("UPHELD"))
        .body("effectiveOn", equalTo(today().plusMonths(2).toString()));
    as(signed.coordinator())
        .post("/v1/contracts/{id}/termination/referral", signed.contract())
        .then()
        .statusCode(409)
        .body("code", equalTo("REFERRED_BEFORE"));
  }

  @Test
  void a_contract_that_reaches_its_term_ends() {
    ContractCalls.Signed signed = newSigned("\"ACCES_SOINS\"");
    endDueContracts.end(LocalDate.of(2027, 3, 1));
    as(ars())
        .get("/v1/contracts/{id}", signed.contract())
        .then()
        .body("state", equalTo("ENDED"))
        .body("endedOn", equalTo("2027-03-01"));
    as(ars()).get("/v1/cpts/{id}", signed.cpts()).then().body("stage", equalTo("TERME"));
  }

  @Test
  void what_cannot_be_terminated_is_refused() {
    String draft = newDraft(ContractCalls.newCpts(), "\"ACCES_SOINS\"");
    post(ars(), draft, "", letter(today())).statusCode(409);
    ContractCalls.Signed signed = signed();
    post(ars(), signed.contract(), "", letter(today().plusDays(1)))
        .statusCode(422)
        .body("code", equalTo("LETTER_IN_FUTURE"));
    post(ars(), signed.contract(), "", "{\"receivedOn\": \"2026-01-01\", \"reason\": \" \"}")
        .statusCode(422)
        .body("errors.pointer", contains("/reason"));
  }

  @Test
  void a_key_of_another_request_refers_nothing() {
    ContractCalls.Signed signed = signed();
    String key = UUID.randomUUID().toString();
    given()
        .auth()
        .oauth2(signed.coordinator().jwt())
        .contentType("application/json")
        .header("Idempotency-Key", key)
        .body(letter(today()))
        .post("/v1/contracts/{id}/termination", signed.contract())
        .then()
        .statusCode(200);
    given()
        .auth()
        .oauth2(signed.coordinator().jwt())
        .header("Idempotency-Key", key)
        .post("/v1/contracts/{id}/termination/referral", signed.contract())
        .then()
        .statusCode(422)
        .body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
  }

  @Test
  void a_stale_reader_terminates_nothing() {
    ContractCalls.Signed signed = signed();
    for (String part : new String[] {"", "/opinion"}) {
      as(ars())
          .header("If-Match", "\"99\"")
          .body(part.isEmpty() ? letter(today()) : opinion("LIFTED", today()))
          .post("/v1/contracts/" + signed.contract() + "/termination" + part)
          .then()
          .statusCode(412);
    }
    as(signed.coordinator())
        .header("If-Match", "\"99\"")
        .post("/v1/contracts/{id}/termination/referral", signed.contract())
        .then()
        .statusCode(412);
    String tag =
        as(ars()).get("/v1/contracts/{id}/termination", signed.contract()).getHeader("ETag");
    as(ars())
        .header("If-None-Match", tag)
        .get("/v1/contracts/{id}/termination", signed.contract())
        .then()
        .statusCode(304);
    String elsewhere = "/v1/contracts/019a8f3e-5b7c-7d2a-9c41-3f6e2b8d1a90/termination";
    as(ars()).body(letter(today())).post(elsewhere).then().statusCode(404);
    as(ars()).post(elsewhere + "/referral").then().statusCode(404);
    as(ars()).body(opinion("LIFTED", today())).post(elsewhere + "/opinion").then().statusCode(404);
  }
}
