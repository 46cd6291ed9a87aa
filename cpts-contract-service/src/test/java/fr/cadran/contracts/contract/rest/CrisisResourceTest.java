package fr.cadran.contracts.contract.rest;

import static fr.cadran.contracts.ContractCalls.ars;
import static fr.cadran.contracts.ContractCalls.as;
import static fr.cadran.contracts.ContractCalls.cpam;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import fr.cadran.contracts.ContractCalls;
import fr.cadran.kit.type.FrenchDay;
import fr.cadran.testing.contract.ContractChecked;
import fr.cadran.testing.infra.CadranTestResource;
import fr.cadran.testing.token.Token;
import fr.cadran.testing.token.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(CadranTestResource.class)
@ContractChecked
class CrisisResourceTest {
  @Inject Clock clock;

  private LocalDate today() {
    return FrenchDay.of(clock.instant());
  }

  /** A contract of size 3 under avenant 2, signed six months ago. */
  private ContractCalls.Signed signed() {
    String cpts = ContractCalls.newCpts();
    String contract =
        as(ars())
            .body(
                """
                {"cpts": "%s", "fundingTable": "ACI-2022", "size": 3,
                 "missions": ["CRISE_SANITAIRE"], "signedOn": "%s"}
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

  /** The same whose crisis mission started five months ago. */
  private ContractCalls.Signed started() {
    ContractCalls.Signed signed = signed();
    int number =
        as(ars())
            .body("{\"on\": \"%s\", \"indicators\": []}".formatted(today().minusMonths(5)))
            .post("/v1/contracts/{id}/missions/CRISE_SANITAIRE/start", signed.contract())
            .then()
            .statusCode(201)
            .extract()
            .path("number");
    String dialogue = "/dialogues-de-gestion/" + number;
    String hash =
        as(ars())
            .get("/v1/contracts/" + signed.contract() + dialogue)
            .then()
            .extract()
            .path("hash");
    for (Token token : List.of(signed.coordinator(), cpam(), ars())) {
      as(token)
          .body("{\"hash\": \"" + hash + "\"}")
          .post("/v1/contracts/" + signed.contract() + dialogue + "/agreement")
          .then()
          .statusCode(201);
    }
    return signed;
  }

  private static String decision(LocalDate on) {
    return "{\"recognisedOn\": \"%s\", \"decision\": \"Arrêté ARS 2026-118\"}".formatted(on);
  }

  private static ValidatableResponse recognise(Token token, String contract, LocalDate on) {
    return as(token).body(decision(on)).post("/v1/contracts/{id}/crises", contract).then();
  }

  private static ValidatableResponse ledgerOfCrisis(String contract) {
    return as(ars()).get("/v1/contracts/{id}/ledger?volet=CRISE", contract).then().statusCode(200);
  }

  @Test
  void a_recognised_crisis_makes_three_quarters_of_its_amount_due_that_day() {
    ContractCalls.Signed signed = started();
    LocalDate day = today().minusDays(10);
    as(signed.coordinator())
        .get("/v1/contracts/{id}/crises", signed.contract())
        .then()
        .statusCode(200)
        .body("items", empty());
    ledgerOfCrisis(signed.contract()).body("lines", empty());

    recognise(ars(), signed.contract(), day)
        .statusCode(201)
        .body("items.recognisedOn", contains(day.toString()))
        .body("items.decision", contains("Arrêté ARS 2026-118"));

    // cpts.md §2: 67.5 k€ for a recognised crisis at size 3, 75 % of it ahead.
    ledgerOfCrisis(signed.contract())
        .body(
            "lines.collect { it.line + ' ' + it.kind + ' ' + it.dueOn + ' ' + it.amount }",
            contains("CRISE_SANITAIRE ADVANCE " + day + " 50625.0"))
        .body("lines[0].explanation.substituted", equalTo("67500.00 × 0.75"))
        .body("lines[0].explanation.flags", hasItem("to-verify"));
    as(cpam())
        .get("/v1/contracts/{id}/history", signed.contract())
        .then()
        .statusCode(200)
        .body("items.event", hasItem("RECOGNISE_CRISIS"));
    recognise(ars(), signed.contract(), day.plusDays(1))
        .statusCode(409)
        .body("code", equalTo("CRISIS_RECOGNISED_BEFORE"));
    ledgerOfCrisis(signed.contract()).body("lines.amount", contains(50625.0f));
  }

  @Test
  void the_ars_alone_recognises() {
    ContractCalls.Signed signed = started();
    for (Token other : List.of(cpam(), signed.coordinator())) {
      recognise(other, signed.contract(), today())
          .statusCode(409)
          .body("code", equalTo("NOT_FOR_THIS_PARTY"));
    }
    recognise(Tokens.arsAgent("departement:75"), signed.contract(), today()).statusCode(404);
    recognise(Tokens.auditor(), signed.contract(), today()).statusCode(403);
    recognise(ars(), "019a8f3e-5b7c-7d2a-9c41-3f6e2b8d1a90", today()).statusCode(404);
    as(Tokens.arsAgent("departement:75"))
        .get("/v1/contracts/{id}/crises", signed.contract())
        .then()
        .statusCode(404);
    ledgerOfCrisis(signed.contract()).body("lines", empty());
  }

  @Test
  void what_cannot_be_recognised_is_refused_with_its_reason() {
    ContractCalls.Signed signed = signed();
    recognise(ars(), signed.contract(), today())
        .statusCode(409)
        .body("code", equalTo("ILLEGAL_TRANSITION"));
    ContractCalls.Signed started = started();
    recognise(ars(), started.contract(), today().plusDays(1))
        .statusCode(422)
        .body("code", equalTo("CRISIS_IN_FUTURE"));
    recognise(ars(), started.contract(), today().minusMonths(7))
        .statusCode(422)
        .body("code", equalTo("CRISIS_OUTSIDE_CONTRACT"));
    recognise(ars(), started.contract(), today().minusMonths(6))
        .statusCode(409)
        .body("code", equalTo("CRISIS_MISSION_NOT_RUNNING"));
    as(ars())
        .body("{\"recognisedOn\": \"2026-01-01\", \"decision\": \" \"}")
        .post("/v1/contracts/{id}/crises", started.contract())
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/decision"));
    ledgerOfCrisis(started.contract()).body("lines", empty());
  }

  @Test
  void a_repeat_pays_nothing_twice_and_a_stale_reader_nothing_at_all() {
    ContractCalls.Signed signed = started();
    as(ars())
        .header("If-Match", "\"99\"")
        .body(decision(today()))
        .post("/v1/contracts/{id}/crises", signed.contract())
        .then()
        .statusCode(412);
    given()
        .auth()
        .oauth2(ars().jwt())
        .contentType("application/json")
        .body(decision(today()))
        .post("/v1/contracts/{id}/crises", signed.contract())
        .then()
        .statusCode(400)
        .body("code", equalTo("IDEMPOTENCY_KEY_MISSING"));
    String key = UUID.randomUUID().toString();
    for (int i = 0; i < 2; i++) {
      given()
          .auth()
          .oauth2(ars().jwt())
          .contentType("application/json")
          .header("Idempotency-Key", key)
          .body(decision(today()))
          .post("/v1/contracts/{id}/crises", signed.contract())
          .then()
          .statusCode(201);
    }
    ledgerOfCrisis(signed.contract()).body("lines.amount", contains(50625.0f));
  }
}
