package fr.cadran.contracts.cpts.rest;

import static fr.cadran.contracts.CptsCalls.as;
import static fr.cadran.contracts.CptsCalls.asArs93;
import static fr.cadran.contracts.CptsCalls.asCoordinator;
import static fr.cadran.contracts.CptsCalls.cpts;
import static fr.cadran.contracts.CptsCalls.newCpts;
import static fr.cadran.contracts.CptsCalls.register;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import fr.cadran.testing.contract.ContractChecked;
import fr.cadran.testing.infra.CadranTestResource;
import fr.cadran.testing.token.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(CadranTestResource.class)
@ContractChecked
class CptsResourceTest {
  @Test
  void a_registered_cpts_can_be_read_where_the_answer_says() {
    String location =
        asArs93()
            .body(cpts("CPTS de la Plaine", "93066"))
            .post("/v1/cpts")
            .then()
            .statusCode(201)
            .header("ETag", "\"1\"")
            .body("stage", equalTo("PRE_PROJET"))
            .body("departement", equalTo("93"))
            .body("region", equalTo("11"))
            .body("seatCommuneName", equalTo("Saint-Denis"))
            .body("caisse", equalTo("931"))
            .body("warnings", empty())
            .extract()
            .header("Location");

    asArs93()
        .get(location)
        .then()
        .statusCode(200)
        .body("name", equalTo("CPTS de la Plaine"))
        .body("population", nullValue())
        .body("size", nullValue())
        .body("missingReason", equalTo("TERRITORY_NOT_GIVEN"))
        .body("warnings", nullValue());
    asArs93().header("If-None-Match", "\"1\"").get(location).then().statusCode(304);
  }

  @Test
  void an_agency_may_choose_the_identifier_once() {
    String id = UUID.randomUUID().toString();
    String body =
        """
        {"id": "%s", "name": "CPTS", "seatCommune": "93066", "communes": ["93066"], "caisse": "751",
         "stage": "LETTRE_INTENTION", "stageSince": "2026-01-05"}
        """
            .formatted(id);

    asArs93()
        .body(body)
        .post("/v1/cpts")
        .then()
        .statusCode(201)
        .header("Location", endsWith("/v1/cpts/" + id))
        .body("stage", equalTo("LETTRE_INTENTION"))
        .body("stageSince", equalTo("2026-01-05"))
        .body("communes", contains("93066"))
        .body("size", equalTo(3))
        .body("missingReason", nullValue())
        .body("warnings.code", contains("CAISSE_DEPARTEMENT_DIFFERS"));
    asArs93()
        .body(body)
        .post("/v1/cpts")
        .then()
        .statusCode(409)
        .body("code", equalTo("CPTS_EXISTS"));
  }

  @Test
  void every_wrong_field_is_told_at_once() {
    asArs93()
        .body("{\"name\": \" \", \"seatCommune\": \"93999\", \"siret\": \"1\", \"caisse\": \"9\"}")
        .post("/v1/cpts")
        .then()
        .statusCode(422)
        .body("errors.pointer", containsInAnyOrder("/name", "/seatCommune", "/siret", "/caisse"));
  }

  @Test
  void only_a_contract_brings_a_cpts_past_its_projet_de_sante() {
    asArs93()
        .body("{\"name\": \"CPTS\", \"seatCommune\": \"93066\", \"stage\": \"ACI_SIGNE\"}")
        .post("/v1/cpts")
        .then()
        .statusCode(422)
        .body("errors[0].code", equalTo("STAGE_FOLLOWS_CONTRACT"));
    asArs93()
        .body("{\"name\": \"CPTS\", \"seatCommune\": \"93066\", \"stageSince\": \"2999-01-01\"}")
        .post("/v1/cpts")
        .then()
        .statusCode(422)
        .body("errors[0].code", equalTo("DAY_IN_FUTURE"));
  }

  @Test
  void the_same_key_registers_once() {
    String key = UUID.randomUUID().toString();
    String first =
        asArs93()
            .header("Idempotency-Key", key)
            .body(cpts("Une", "93066"))
            .post("/v1/cpts")
            .then()
            .statusCode(201)
            .extract()
            .path("id");

    asArs93()
        .header("Idempotency-Key", key)
        .body(cpts("Une", "93066"))
        .post("/v1/cpts")
        .then()
        .statusCode(201)
        .body("id", equalTo(first));
    asArs93()
        .header("Idempotency-Key", key)
        .body(cpts("Autre", "93066"))
        .post("/v1/cpts")
        .then()
        .statusCode(422)
        .body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
  }

  @Test
  void a_revision_names_the_version_it_replaces() {
    String id = newCpts();
    String revised = cpts("CPTS du Canal", "93027");

    asArs93()
        .body(revised)
        .put("/v1/cpts/" + id)
        .then()
        .statusCode(428)
        .body("code", equalTo("IF_MATCH_MISSING"));
    asArs93()
        .header("If-Match", "\"1\"")
        .body(revised)
        .put("/v1/cpts/" + id)
        .then()
        .statusCode(200)
        .header("ETag", "\"2\"")
        .body("name", equalTo("CPTS du Canal"))
        .body("seatCommuneName", equalTo("La Courneuve"));
    asArs93()
        .header("If-Match", "\"1\"")
        .body(revised)
        .put("/v1/cpts/" + id)
        .then()
        .statusCode(412)
        .body("code", equalTo("STALE_ETAG"));
    asArs93()
        .header("If-Match", "\"2\"")
        .body(cpts("CPTS", "75110"))
        .put("/v1/cpts/" + id)
        .then()
        .statusCode(422)
        .body("errors[0].code", equalTo("OUTSIDE_TERRITORY"));
  }

  @Test
  void a_list_is_narrowed_and_cut_into_pages() {
    String word = "Zelda" + UUID.randomUUID().toString().substring(0, 8);
    List<String> ids = List.of(newCpts(word + " A"), newCpts(word + " B"), newCpts(word + " C"));
    var first =
        asArs93()
            .queryParam("q", word.toLowerCase(java.util.Locale.ROOT))
            .queryParam("departement", "93")
            .queryParam("region", "11")
            .queryParam("stage", "PRE_PROJET")
            .queryParam("limit", 2)
            .get("/v1/cpts")
            .then()
            .statusCode(200)
            .header("Link", notNullValue())
            .extract();
    List<String> seen = new java.util.ArrayList<>(first.path("items.id"));
    asArs93()
        .get((String) first.path("next"))
        .then()
        .statusCode(200)
        .body("next", nullValue())
        .body("items.id", contains(ids.getLast()));
    assertThat(seen).containsExactlyElementsOf(ids.subList(0, 2));

    asArs93()
        .queryParam("q", word)
        .queryParam("stage", "TERME")
        .get("/v1/cpts")
        .then()
        .body("items", empty());
    asArs93().queryParam("stage", "UNKNOWN").get("/v1/cpts").then().statusCode(400);
    asArs93()
        .queryParam("cursor", "bm9wZQ")
        .get("/v1/cpts")
        .then()
        .statusCode(400)
        .body("code", equalTo("INVALID_CURSOR"));
  }

  @Test
  void counts_by_stage_stop_at_the_territory() {
    register(
        Tokens.arsAgent("departement:974"),
        "{\"name\": \"CPTS Bourbon\", \"seatCommune\": \"97411\"}");
    register(
        Tokens.arsAgent("departement:974"),
        """
        {"name": "CPTS du Volcan", "seatCommune": "97411", "stage": "PROJET_VALIDE"}
        """);

    as(Tokens.arsAgent("departement:974"))
        .get("/v1/cpts/stages")
        .then()
        .statusCode(200)
        .body("total", equalTo(2))
        .body("stages.stage", org.hamcrest.Matchers.hasSize(8))
        .body("stages.find { it.stage == 'PRE_PROJET' }.count", equalTo(1))
        .body("stages.find { it.stage == 'PROJET_VALIDE' }.count", equalTo(1))
        .body("stages.find { it.stage == 'TERME' }.count", equalTo(0));
    as(Tokens.arsAgent("departement:974"))
        .queryParam("departement", "93")
        .get("/v1/cpts/stages")
        .then()
        .body("total", equalTo(0));
    asCoordinator(UUID.randomUUID().toString())
        .get("/v1/cpts/stages")
        .then()
        .body("total", equalTo(0));
  }
}
