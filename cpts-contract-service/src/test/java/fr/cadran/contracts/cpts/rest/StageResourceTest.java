package fr.cadran.contracts.cpts.rest;

import static fr.cadran.contracts.CptsCalls.as;
import static fr.cadran.contracts.CptsCalls.asArs93;
import static fr.cadran.contracts.CptsCalls.asCoordinator;
import static fr.cadran.contracts.CptsCalls.move;
import static fr.cadran.contracts.CptsCalls.newCpts;
import static fr.cadran.contracts.CptsCalls.register;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import fr.cadran.testing.contract.ContractChecked;
import fr.cadran.testing.infra.CadranTestResource;
import fr.cadran.testing.token.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(CadranTestResource.class)
@ContractChecked
class StageResourceTest {
  private static String event(String event, String on) {
    return "{\"event\": \"%s\", \"on\": \"%s\"}".formatted(event, on);
  }

  @Test
  void a_projet_de_sante_goes_from_letter_to_validation() {
    String id = newCpts();

    asCoordinator(id)
        .body(event("SEND_LETTRE_INTENTION", "2026-01-10"))
        .post("/v1/cpts/{id}/stage", id)
        .then()
        .statusCode(200)
        .header("ETag", "\"2\"")
        .body("stage", equalTo("LETTRE_INTENTION"))
        .body("stageSince", equalTo("2026-01-10"));
    asCoordinator(id)
        .header("If-Match", "\"1\"")
        .body(event("SUBMIT_PROJET_DE_SANTE", "2026-02-10"))
        .post("/v1/cpts/{id}/stage", id)
        .then()
        .statusCode(412);
    asCoordinator(id)
        .header("If-Match", "\"2\"")
        .body(event("SUBMIT_PROJET_DE_SANTE", "2026-02-10"))
        .post("/v1/cpts/{id}/stage", id)
        .then()
        .statusCode(200)
        .body("stage", equalTo("PROJET_DE_SANTE"));
    asArs93()
        .body(event("VALIDATE_PROJET_DE_SANTE", "2026-03-01"))
        .post("/v1/cpts/{id}/stage", id)
        .then()
        .statusCode(200)
        .body("stage", equalTo("PROJET_VALIDE"));

    asCoordinator(id)
        .get("/v1/cpts/{id}/stage", id)
        .then()
        .statusCode(200)
        .header("ETag", "\"4\"")
        .body("stage", equalTo("PROJET_VALIDE"))
        .body("history.number", contains(1, 2, 3))
        .body("history.from", contains("PRE_PROJET", "LETTRE_INTENTION", "PROJET_DE_SANTE"))
        .body("history.on", contains("2026-01-10", "2026-02-10", "2026-03-01"))
        .body("history[0].subject", equalTo(Tokens.cptsCoordinator(id).subject()));
    asCoordinator(id)
        .header("If-None-Match", "\"4\"")
        .get("/v1/cpts/{id}/stage", id)
        .then()
        .statusCode(304);
  }

  @Test
  void an_illegal_move_is_a_conflict_that_names_stage_and_event() {
    String id = newCpts();

    asArs93()
        .header("Accept-Language", "en")
        .body("{\"event\": \"VALIDATE_PROJET_DE_SANTE\"}")
        .post("/v1/cpts/{id}/stage", id)
        .then()
        .statusCode(409)
        .body("code", equalTo("ILLEGAL_TRANSITION"))
        .body("detail", containsString("PRE_PROJET"))
        .body("detail", containsString("VALIDATE_PROJET_DE_SANTE"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "VALIDATE_BY_DEFAULT",
        "NEGOTIATION_OPENED",
        "NEGOTIATION_ABANDONED",
        "CONTRACT_SIGNED",
        "CONTRACT_TERMINATED",
        "CONTRACT_ENDED"
      })
  void nobody_says_over_http_what_the_calendar_or_the_contract_says(String event) {
    String id = newCpts();

    asArs93()
        .body("{\"event\": \"" + event + "\"}")
        .post("/v1/cpts/{id}/stage", id)
        .then()
        .statusCode(403)
        .body("code", equalTo("STAGE_EVENT_NOT_YOURS"));
  }

  @Test
  void a_coordinator_does_not_validate_its_own_projet() {
    String id = newCpts();
    move(id, "SEND_LETTRE_INTENTION", "SUBMIT_PROJET_DE_SANTE");

    asCoordinator(id)
        .body("{\"event\": \"VALIDATE_PROJET_DE_SANTE\"}")
        .post("/v1/cpts/{id}/stage", id)
        .then()
        .statusCode(403)
        .body("code", equalTo("STAGE_EVENT_NOT_YOURS"));
  }

  @Test
  void an_objection_sends_the_projet_back() {
    String id = newCpts();
    move(
        id,
        "SEND_LETTRE_INTENTION",
        "SUBMIT_PROJET_DE_SANTE",
        "OBJECT_TO_PROJET_DE_SANTE",
        "SUBMIT_PROJET_DE_SANTE");

    asArs93().get("/v1/cpts/" + id).then().body("stage", equalTo("PROJET_DE_SANTE"));
  }

  @Test
  void a_day_is_not_in_the_future_and_not_before_the_last_move() {
    String id = newCpts();

    asArs93()
        .body(event("SEND_LETTRE_INTENTION", "2999-01-01"))
        .post("/v1/cpts/{id}/stage", id)
        .then()
        .statusCode(422)
        .body("errors[0].code", equalTo("DAY_IN_FUTURE"));
    asArs93()
        .body(event("SEND_LETTRE_INTENTION", "2026-02-01"))
        .post("/v1/cpts/{id}/stage", id)
        .then()
        .statusCode(200);
    asArs93()
        .body(event("SUBMIT_PROJET_DE_SANTE", "2026-01-31"))
        .post("/v1/cpts/{id}/stage", id)
        .then()
        .statusCode(422)
        .body("errors[0].code", equalTo("BEFORE_LAST_MOVE"));
    asArs93()
        .body("{}")
        .post("/v1/cpts/{id}/stage", id)
        .then()
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/event"));
  }

  @Test
  void a_projet_without_objection_is_deemed_validated_after_two_months_and_not_before() {
    String id =
        register(
            Tokens.arsAgent("departement:59"),
            """
            {"name": "CPTS", "seatCommune": "59350", "stage": "PROJET_DE_SANTE",
             "stageSince": "2025-12-31"}
            """);
    String other =
        register(
            Tokens.arsAgent("departement:62"),
            """
            {"name": "CPTS", "seatCommune": "62041", "stage": "PROJET_DE_SANTE",
             "stageSince": "2025-12-31"}
            """);

    asArs59("2026-02-27").body("validated", empty());
    // Two months after 31 December is the last day of February.
    asArs59("2026-02-28").body("validated", contains(id));
    asArs59("2026-03-31").body("validated", not(hasItem(id)));

    as(Tokens.auditor())
        .get("/v1/cpts/{id}/stage", id)
        .then()
        .body("stage", equalTo("PROJET_VALIDE"))
        .body("stageSince", equalTo("2026-02-28"))
        .body("history.event", contains("VALIDATE_BY_DEFAULT"))
        .body("history[0].subject", equalTo("platform"));
    as(Tokens.auditor())
        .get("/v1/cpts/" + other)
        .then()
        .body("stage", equalTo("PROJET_DE_SANTE"))
        .body("contract", nullValue());
  }

  private static io.restassured.response.ValidatableResponse asArs59(String asOf) {
    return as(Tokens.arsAgent("departement:59"))
        .body("{\"asOf\": \"" + asOf + "\"}")
        .post("/v1/cpts/deemed-validations")
        .then()
        .statusCode(200);
  }

  @Test
  void a_key_is_not_used_for_another_demand() {
    String key = UUID.randomUUID().toString();
    String id = newCpts();

    asArs93()
        .header("Idempotency-Key", key)
        .body("{\"asOf\": \"2020-01-01\"}")
        .post("/v1/cpts/deemed-validations")
        .then()
        .statusCode(200);
    asArs93()
        .header("Idempotency-Key", key)
        .body("{\"asOf\": \"2020-01-02\"}")
        .post("/v1/cpts/deemed-validations")
        .then()
        .statusCode(422);
    asArs93()
        .header("Idempotency-Key", key)
        .body("{\"event\": \"SEND_LETTRE_INTENTION\"}")
        .post("/v1/cpts/{id}/stage", id)
        .then()
        .statusCode(422)
        .body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
  }
}
