package fr.cadran.contracts.cpts.rest;

import static fr.cadran.contracts.CptsCalls.as;
import static fr.cadran.contracts.CptsCalls.asArs93;
import static fr.cadran.contracts.CptsCalls.asCoordinator;
import static fr.cadran.contracts.CptsCalls.newCpts;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import fr.cadran.testing.contract.ContractChecked;
import fr.cadran.testing.infra.CadranTestResource;
import fr.cadran.testing.token.Token;
import fr.cadran.testing.token.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(CadranTestResource.class)
@ContractChecked
class StartUpResourceTest {
  private static final String GRANTS = "/v1/cpts/{id}/start-up-grants";
  private static final String PARTNERS = "/v1/cpts/{id}/partners";

  private static LocalDate today() {
    return LocalDate.now(ZoneId.of("Europe/Paris"));
  }

  private static ValidatableResponse give(String cpts, String body) {
    return asArs93()
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .body(body)
        .post(GRANTS, cpts)
        .then();
  }

  private static String grant(String kind, String amount, LocalDate on) {
    return "{\"kind\": \"%s\", \"amount\": %s, \"grantedOn\": \"%s\"}".formatted(kind, amount, on);
  }

  @Test
  void an_early_action_is_followed_to_its_last_day() {
    String id = newCpts();
    give(id, grant("ACTION_PRECOCE", "8000.00", today()))
        .statusCode(201)
        .body("state", equalTo("RUNNING"))
        .body("signBy", equalTo(today().plusMonths(9).toString()));
    give(id, grant("ACTION_PRECOCE", "5000", today().minusMonths(8)))
        .statusCode(201)
        .body("state", equalTo("DEADLINE_NEAR"));
    give(id, grant("ACTION_PRECOCE", "5000", today().minusMonths(10)))
        .statusCode(201)
        .body("state", equalTo("REPAYMENT_DUE"));

    asCoordinator(id)
        .get(GRANTS, id)
        .then()
        .statusCode(200)
        .body("items.state", contains("RUNNING", "DEADLINE_NEAR", "REPAYMENT_DUE"))
        .body("items[0].amount", equalTo(8000.00f));
  }

  @Test
  void the_projet_de_sante_is_helped_up_to_its_ceiling() {
    String id = newCpts();
    give(id, grant("PROJET_DE_SANTE", "6000.00", today()))
        .statusCode(201)
        .body("state", equalTo("GRANTED"))
        .body("signBy", nullValue());
    give(id, grant("PROJET_DE_SANTE", "4000.01", today()))
        .statusCode(422)
        .body("code", equalTo("GRANT_ABOVE_CEILING"));
    give(id, grant("PROJET_DE_SANTE", "4000.00", today())).statusCode(201);
  }

  @Test
  void coordination_time_is_helped_once() {
    String id = newCpts();
    give(id, grant("COORDINATION_TIME", "15000.01", today()))
        .statusCode(422)
        .body("code", equalTo("GRANT_ABOVE_CEILING"));
    give(id, grant("COORDINATION_TIME", "5000.00", today())).statusCode(201);
    give(id, grant("COORDINATION_TIME", "5000.00", today()))
        .statusCode(409)
        .body("code", equalTo("GRANT_GIVEN_BEFORE"));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 2026-01-01, /amount, AMOUNT_NOT_POSITIVE",
    "-1, 2026-01-01, /amount, AMOUNT_NOT_POSITIVE",
    "0.001, 2026-01-01, /amount, AMOUNT_HAS_MORE_THAN_TWO_DECIMALS",
    "null, 2026-01-01, /amount, REQUIRED",
    "1, 2999-01-01, /grantedOn, DAY_IN_FUTURE",
  })
  void an_amount_is_money_and_a_day_has_come(String amount, LocalDate on, String at, String code) {
    give(newCpts(), grant("ACTION_PRECOCE", amount, on))
        .statusCode(422)
        .body("errors[0].pointer", equalTo(at))
        .body("errors[0].code", equalTo(code));
  }

  @Test
  void money_is_given_once_per_key_and_never_without_one() {
    String id = newCpts();
    String key = UUID.randomUUID().toString();
    String body = grant("ACTION_PRECOCE", "8000.00", today());

    asArs93().body(body).post(GRANTS, id).then().statusCode(400);
    for (int i = 0; i < 2; i++) {
      asArs93().header("Idempotency-Key", key).body(body).post(GRANTS, id).then().statusCode(201);
    }
    asArs93().get(GRANTS, id).then().body("items.amount", contains(8000.00f));
  }

  @Test
  void partners_are_kept_with_their_roles() {
    String id = newCpts();
    String body =
        """
        {"partners": [{"role": "HOSPITAL", "name": "Centre hospitalier"},
                      {"role": "MSA", "name": "MSA Île-de-France"}]}
        """;
    asCoordinator(id)
        .get(PARTNERS, id)
        .then()
        .statusCode(200)
        .header("ETag", "\"0\"")
        .body("partners", empty());

    asCoordinator(id)
        .body(body)
        .put(PARTNERS, id)
        .then()
        .statusCode(200)
        .header("ETag", "\"1\"")
        .body("partners.role", contains("HOSPITAL", "MSA"));
    asArs93().body(body).put(PARTNERS, id).then().statusCode(428);
    asArs93().header("If-Match", "\"0\"").body(body).put(PARTNERS, id).then().statusCode(412);
    asArs93()
        .header("If-Match", "\"1\"")
        .body("{\"partners\": [{\"role\": \"URPS\", \"name\": \"URPS médecins\"}]}")
        .put(PARTNERS, id)
        .then()
        .statusCode(200);
    as(Tokens.cpamAgent("931"))
        .get(PARTNERS, id)
        .then()
        .body("partners.name", contains("URPS médecins"));
    asArs93().header("If-None-Match", "\"2\"").get(PARTNERS, id).then().statusCode(304);
  }

  @Test
  void a_partner_has_a_role_and_a_name() {
    String id = newCpts();
    asArs93()
        .body("{\"partners\": [{\"role\": \"MSA\"}, {\"name\": \"X\"}, null]}")
        .put(PARTNERS, id)
        .then()
        .statusCode(422)
        .body(
            "errors.pointer",
            contains(
                "/partners/0/name", "/partners/1/role", "/partners/2/role", "/partners/2/name"));
    asArs93()
        .body("{}")
        .put(PARTNERS, id)
        .then()
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/partners"));
  }

  @Test
  void for_who_cannot_reach_the_cpts_there_is_nothing() {
    String id = newCpts();
    for (Token token : List.of(Tokens.arsAgent("departement:75"), Tokens.cpamAgent("751"))) {
      as(token).get(GRANTS, id).then().statusCode(404);
      as(token).get(PARTNERS, id).then().statusCode(404);
      as(token.withScope("cpts:partners"))
          .body("{\"partners\": []}")
          .put(PARTNERS, id)
          .then()
          .statusCode(404);
      as(token.withScope("cpts:write"))
          .header("Idempotency-Key", UUID.randomUUID().toString())
          .body(grant("ACTION_PRECOCE", "8000.00", today()))
          .post(GRANTS, id)
          .then()
          .statusCode(404);
    }
    as(Tokens.cpamAgent("931").withScope("cpts:partners"))
        .body("{\"partners\": []}")
        .put(PARTNERS, id)
        .then()
        .statusCode(404);
  }
}
