package fr.cadran.contracts.contract.rest;

import static fr.cadran.contracts.ContractCalls.ars;
import static fr.cadran.contracts.ContractCalls.as;
import static fr.cadran.contracts.ContractCalls.cpam;
import static fr.cadran.contracts.ContractCalls.hash;
import static fr.cadran.contracts.ContractCalls.newCpts;
import static fr.cadran.contracts.ContractCalls.newDraft;
import static fr.cadran.contracts.ContractCalls.newSigned;
import static fr.cadran.contracts.ContractCalls.sign;
import static fr.cadran.contracts.ContractCalls.wish;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.cadran.contracts.ContractCalls;
import fr.cadran.testing.contract.ContractChecked;
import fr.cadran.testing.infra.CadranTestResource;
import fr.cadran.testing.infra.KafkaProbe;
import fr.cadran.testing.token.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(CadranTestResource.class)
@ContractChecked
class ContractResourceTest {
  private static final String MISSIONS =
      "\"ACCES_SOINS\", {\"mission\": \"PARCOURS\", \"plannedStart\": \"2022-10-01\"}";

  @Inject DataSource database;

  @Test
  void a_contract_is_drafted_signed_by_three_and_makes_the_cpts_move()
      throws NoSuchAlgorithmException, IOException {
    String cpts = newCpts();
    ValidatableResponse drafted =
        as(Tokens.cptsCoordinator(cpts))
            .body(wish(cpts, MISSIONS))
            .post("/v1/contracts")
            .then()
            .statusCode(201)
            .body("state", equalTo("DRAFT"))
            .body("terms.size", equalTo(2))
            .body("terms.missions.mission", contains("ACCES_SOINS", "PARCOURS"))
            .body("caisse", equalTo("931"))
            .body("warnings.code", hasItem("SOCLE_MISSION_MISSING"))
            .body("missingSignatures", contains("CPTS", "CPAM", "ARS"));
    String contract = drafted.extract().path("id");
    String hash = drafted.extract().path("hash");
    String text = drafted.extract().path("canonical");
    assertThat(
            HexFormat.of()
                .formatHex(
                    MessageDigest.getInstance("SHA-256")
                        .digest(text.getBytes(StandardCharsets.UTF_8))))
        .isEqualTo(hash);

    sign(Tokens.cptsCoordinator(cpts), contract, hash)
        .statusCode(201)
        .body("state", equalTo("NEGOTIATION"));
    sign(ars(), contract, hash).statusCode(201).body("signedOn", nullValue());
    sign(cpam(), contract, hash)
        .statusCode(201)
        .body("state", equalTo("SIGNED"))
        .body("signedOn", equalTo("2022-03-01"))
        .body("term", equalTo("2027-03-01"));

    as(ars()).get("/v1/cpts/{id}", cpts).then().body("stage", equalTo("ACI_SIGNE"));
    as(ars())
        .get("/v1/contracts/{id}/signatures", contract)
        .then()
        .statusCode(200)
        .body("items.party", contains("CPTS", "CPAM", "ARS"))
        .body("missing", empty());
    as(ars())
        .get("/v1/contracts/{id}/history", contract)
        .then()
        .statusCode(200)
        .body("items.to", contains("DRAFT", "NEGOTIATION", "NEGOTIATION", "SIGNED"))
        .body("items.party", contains("CPTS", "CPTS", "ARS", "CPAM"));
    assertSignedIsTold(cpts, contract, hash);
  }

  private static void assertSignedIsTold(String cpts, String contract, String hash)
      throws IOException {
    try (KafkaProbe probe = KafkaProbe.shared()) {
      List<ConsumerRecord<byte[], byte[]>> told =
          probe
              .readUntil(
                  "cadran.cpts.contracts.v1",
                  records -> signed(cpts, records).size() == 1,
                  Duration.ofSeconds(30))
              .stream()
              .toList();
      JsonNode event = new ObjectMapper().readTree(signed(cpts, told).getFirst().value());
      assertThat(event.path("contract").asText()).isEqualTo(contract);
      assertThat(event.path("hash").asText()).isEqualTo(hash);
      assertThat(event.path("endsOn").asText()).isEqualTo("2027-03-01");
      assertThat(event.path("missions")).hasSize(2);
    }
  }

  private static List<ConsumerRecord<byte[], byte[]>> signed(
      String cpts, List<ConsumerRecord<byte[], byte[]>> records) {
    return records.stream()
        .filter(one -> new String(one.key(), StandardCharsets.UTF_8).equals(cpts))
        .filter(
            one -> KafkaProbe.header(one, "ce_type").equals("fr.cadran.cpts.contract-signed.v1"))
        .toList();
  }

  @Test
  void a_later_change_voids_the_signatures_and_an_old_hash_is_refused() {
    String cpts = newCpts();
    String contract = newDraft(cpts, MISSIONS);
    String old = hash(contract);
    sign(ars(), contract, old).statusCode(201);
    as(cpam())
        .body(
            """
            {"fundingTable": "ACI-2019", "missions": ["ACCES_SOINS", "PREVENTION"],
             "signedOn": "2022-03-01", "message": "Plutôt la prévention"}
            """)
        .post("/v1/contracts/{id}/offers", contract)
        .then()
        .statusCode(201)
        .body("number", equalTo(2))
        .body("comparedTo", equalTo(1))
        .body("differences.pointer", hasItem("/missions/PREVENTION/mission"));
    as(ars()).get("/v1/contracts/{id}", contract).then().body("signatures", empty());
    sign(Tokens.cptsCoordinator(cpts), contract, old)
        .statusCode(409)
        .body("code", equalTo("HASH_OUT_OF_DATE"));
    as(ars())
        .get("/v1/contracts/{id}/offers", contract)
        .then()
        .statusCode(200)
        .body("items.by", contains("ARS", "CPAM"))
        .body("items[0].differences", empty());
    as(ars())
        .get("/v1/contracts/{id}/offers/2?comparedTo=2", contract)
        .then()
        .statusCode(200)
        .body("differences", empty());
    as(ars()).get("/v1/contracts/{id}/offers/3", contract).then().statusCode(404);
  }

  @Test
  void offers_carry_indicators_whose_targets_are_compared() {
    String contract = newDraft(newCpts(), "\"ACCES_SOINS\"");
    for (int target : new int[] {15, 18}) {
      as(ars())
          .body(
              """
              {"fundingTable": "ACI-2019", "signedOn": "2022-03-01", "missions": [
                {"mission": "ACCES_SOINS", "indicators": [{"code": "patients-parcours", "weight": 1,
                 "baseline": 0, "targets": {"1": %d}}]}]}
              """
                  .formatted(target))
          .post("/v1/contracts/{id}/offers", contract)
          .then()
          .statusCode(201);
    }
    as(ars())
        .get("/v1/contracts/{id}/offers/3", contract)
        .then()
        .body(
            "differences.pointer",
            contains("/missions/ACCES_SOINS/indicators/patients-parcours/targets/1"))
        .body("differences[0].before", equalTo("15"))
        .body("differences[0].after", equalTo("18"));
    as(ars())
        .get("/v1/contracts/{id}/indicators", contract)
        .then()
        .statusCode(200)
        .body("items.status", contains("UNDER_NEGOTIATION"));
    as(ars())
        .get("/v1/contracts/{id}", contract)
        .then()
        .body("warnings.code", hasItem("SOURCE_NOT_GIVEN"));
  }

  @Test
  void a_party_signs_once() {
    String contract = newDraft(newCpts(), MISSIONS);
    String hash = hash(contract);
    sign(ars(), contract, hash).statusCode(201);
    sign(ars(), contract, hash).statusCode(409).body("code", equalTo("ALREADY_SIGNED"));
  }

  @Test
  void a_signature_needs_a_key_and_a_repeat_signs_once() {
    String contract = newDraft(newCpts(), MISSIONS);
    String body = "{\"hash\": \"" + hash(contract) + "\"}";
    given()
        .auth()
        .oauth2(ars().jwt())
        .contentType("application/json")
        .body(body)
        .post("/v1/contracts/{id}/signatures", contract)
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
          .body(body)
          .post("/v1/contracts/{id}/signatures", contract)
          .then()
          .statusCode(201)
          .body("signatures", hasSize(1));
    }
  }

  @Test
  void a_stale_reader_changes_nothing() {
    String contract = newDraft(newCpts(), MISSIONS);
    String hash = hash(contract);
    as(ars())
        .header("If-Match", "\"7\"")
        .body("{\"hash\": \"" + hash + "\"}")
        .post("/v1/contracts/{id}/signatures", contract)
        .then()
        .statusCode(412);
    as(ars())
        .header("If-Match", "\"7\"")
        .body(
            """
            {"fundingTable": "ACI-2019", "missions": ["ACCES_SOINS"], "signedOn": "2022-03-01"}
            """)
        .post("/v1/contracts/{id}/offers", contract)
        .then()
        .statusCode(412);
    as(ars())
        .header("If-Match", "\"7\"")
        .body("{}")
        .post("/v1/contracts/{id}/abandonment", contract)
        .then()
        .statusCode(412);
    as(ars())
        .header("If-None-Match", "\"1\"")
        .get("/v1/contracts/{id}", contract)
        .then()
        .statusCode(304);
  }

  @Test
  void a_cpts_has_one_contract_at_a_time_and_may_begin_again_after_an_abandonment() {
    String cpts = newCpts();
    String contract = newDraft(cpts, MISSIONS);
    as(ars())
        .body(wish(cpts, MISSIONS))
        .post("/v1/contracts")
        .then()
        .statusCode(409)
        .body("code", equalTo("CONTRACT_EXISTS"));
    as(ars())
        .body("{\"reason\": \"Projet à reprendre\"}")
        .post("/v1/contracts/{id}/abandonment", contract)
        .then()
        .statusCode(200)
        .body("state", equalTo("ABANDONED"));
    as(ars())
        .body("{}")
        .post("/v1/contracts/{id}/abandonment", contract)
        .then()
        .statusCode(409)
        .body("code", equalTo("ILLEGAL_TRANSITION"))
        .body("detail", containsString("ABANDONED"))
        .body("detail", containsString("ABANDON"));
    as(ars())
        .body(
            """
            {"fundingTable": "ACI-2019", "missions": ["ACCES_SOINS"], "signedOn": "2022-03-01"}
            """)
        .post("/v1/contracts/{id}/offers", contract)
        .then()
        .statusCode(409);
    newDraft(cpts, MISSIONS);
  }

  @ParameterizedTest
  @CsvSource({
    "ACI-1999, 2, 2022-03-01, FUNDING_TABLE_UNKNOWN",
    "ACI-2022, 2, 2022-04-01, SIZE_NOT_FUNDED",
    "ACI-2019, 2, 2022-03-31, TABLE_NOT_IN_FORCE",
    "ACI-2019, 2, 2019-08-24, TABLE_NOT_IN_FORCE",
    "ACI-2022, 3, 2022-03-30, TABLE_NOT_IN_FORCE"
  })
  void a_table_that_cannot_carry_the_terms_is_refused_by_its_own_code(
      String table, int size, String signedOn, String code) {
    as(ars())
        .body(
            """
            {"cpts": "%s", "fundingTable": "%s", "missions": ["ACCES_SOINS"], "size": %d,
             "signedOn": "%s"}
            """
                .formatted(newCpts(), table, size, signedOn))
        .post("/v1/contracts")
        .then()
        .statusCode(422)
        .body("code", equalTo(code));
  }

  @Test
  void without_a_day_a_table_out_of_force_is_a_warning_and_the_day_is_that_of_the_signature() {
    String cpts = newCpts();
    as(ars())
        .body(
            """
            {"cpts": "%s", "fundingTable": "ACI-2019", "missions": ["ACCES_SOINS"]}
            """
                .formatted(cpts))
        .post("/v1/contracts")
        .then()
        .statusCode(201)
        .body("warnings.code", hasItem("TABLE_OUT_OF_FORCE"))
        .body("signedOn", nullValue());
  }

  @Test
  void what_is_wrong_with_the_terms_is_told_at_once() {
    as(ars())
        .body(
            """
            {"cpts": "%s", "fundingTable": "ACI-2019", "signedOn": "2022-03-01", "missions": [
              "FONCTIONNEMENT", "PARCOURS", "PARCOURS", "CRISE_SANITAIRE",
              {"mission": "PREVENTION", "plannedStart": "2022-02-01", "snpOrientation": true},
              {"mission": "ACCES_SOINS", "indicators": [{"code": "a", "weight": 0.5,
               "targets": {"9": 15}}]}]}
            """
                .formatted(newCpts()))
        .post("/v1/contracts")
        .then()
        .statusCode(422)
        .body(
            "errors.code",
            contains(
                "NOT_A_MISSION",
                "MISSION_TWICE",
                "MISSION_NOT_FUNDED",
                "SNP_ONLY_WITH_ACCESS",
                "PLANNED_BEFORE_SIGNATURE",
                "NO_SUCH_CONTRACT_YEAR"));
  }

  @Test
  void a_contract_is_not_signed_in_the_future_and_an_unknown_cpts_has_none() {
    as(ars())
        .body(
            """
            {"cpts": "%s", "fundingTable": "ACI-2019", "missions": ["ACCES_SOINS"],
             "signedOn": "2999-01-01"}
            """
                .formatted(newCpts()))
        .post("/v1/contracts")
        .then()
        .statusCode(422);
    as(ars())
        .body(wish(UUID.randomUUID().toString(), MISSIONS))
        .post("/v1/contracts")
        .then()
        .statusCode(422)
        .body("errors.code", contains("CPTS_UNKNOWN"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"PARCOUR\"", "{\"mission\": \"PARCOURS\", \"start\": 1}", "7"})
  void a_mission_of_another_form_is_malformed(String mission) {
    as(ars()).body(wish(newCpts(), mission)).post("/v1/contracts").then().statusCode(400);
  }

  @Test
  void a_population_that_is_not_that_of_the_communes_is_a_warning() {
    String cpts = newCpts();
    as(ars())
        .body(
            """
            {"cpts": "%s", "fundingTable": "ACI-2019", "missions": ["ACCES_SOINS"],
             "signedOn": "2022-03-01", "size": 3, "population": 90000}
            """
                .formatted(cpts))
        .post("/v1/contracts")
        .then()
        .statusCode(201)
        .body("terms.size", equalTo(3))
        .body("terms.population", equalTo(90000))
        .body("warnings.code", hasItem("POPULATION_DIFFERS"))
        .body("warnings.code", hasItem("SIZE_DIFFERS"));
  }

  @Test
  void anniversaries_of_29_february_fall_on_28_february() {
    String cpts = newCpts();
    String contract =
        as(ars())
            .body(
                """
                {"cpts": "%s", "fundingTable": "ACI-2019", "missions": ["ACCES_SOINS"],
                 "signedOn": "2020-02-29"}
                """
                    .formatted(cpts))
            .post("/v1/contracts")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    String hash = hash(contract);
    sign(Tokens.cptsCoordinator(cpts), contract, hash).statusCode(201);
    sign(cpam(), contract, hash).statusCode(201);
    sign(ars(), contract, hash).statusCode(201).body("term", equalTo("2025-02-28"));
  }

  @Test
  void contracts_are_listed_by_what_is_asked_and_page_by_page() {
    ContractCalls.Signed signed = newSigned("\"ACCES_SOINS\"");
    as(ars())
        .get("/v1/contracts?cpts={cpts}&state=SIGNED&size=2&departement=93", signed.cpts())
        .then()
        .statusCode(200)
        .body("items.id", contains(signed.contract()));
    as(ars())
        .get("/v1/contracts?cpts={cpts}&state=DRAFT", signed.cpts())
        .then()
        .body("items", empty());
    newSigned("\"ACCES_SOINS\"");
    String next =
        as(ars())
            .get("/v1/contracts?limit=1")
            .then()
            .body("items", hasSize(1))
            .extract()
            .path("next");
    as(ars()).urlEncodingEnabled(false).get(next).then().statusCode(200).body("items", hasSize(1));
    as(ars())
        .get("/v1/contracts?cursor=bm90LWFuLWlk")
        .then()
        .statusCode(400)
        .body("code", equalTo("INVALID_CURSOR"));
  }

  @Test
  void missions_that_should_have_started_are_flagged() {
    ContractCalls.Signed signed = newSigned(MISSIONS);
    as(ars())
        .get("/v1/contracts/{id}/missions?on=2022-09-02", signed.contract())
        .then()
        .statusCode(200)
        .body("items.mission", contains("ACCES_SOINS", "PARCOURS"))
        .body("items.startBy", contains("2022-09-01", "2023-03-01"))
        .body("items.late", contains(true, false));
  }

  @Test
  void what_has_another_form_is_refused_with_its_place() {
    String contract = newDraft(newCpts(), "\"ACCES_SOINS\"");
    sign(ars(), contract, "?").statusCode(422).body("errors.pointer", contains("/hash"));
    as(ars())
        .body("{\"fundingTable\": \"ACI-2019\", \"missions\": []}")
        .post("/v1/contracts/{id}/offers", contract)
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/missions"));
    as(ars())
        .body("{\"reason\": \"" + "x".repeat(2001) + "\"}")
        .post("/v1/contracts/{id}/abandonment", contract)
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/reason"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update contract set terms = '{}' where id = '%s'",
        "delete from contract where id = '%s'",
        "update contract_offer set terms = '{}' where contract = '%s'",
        "delete from contract_change where contract = '%s'"
      })
  void the_database_itself_refuses_to_change_what_was_signed(String change) throws SQLException {
    ContractCalls.Signed signed = newSigned("\"ACCES_SOINS\"");
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      Assertions.assertThatThrownBy(() -> statement.execute(change.formatted(signed.contract())))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("ERROR: ");
    }
  }
}
