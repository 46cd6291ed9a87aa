package fr.cadran.centres.mandat.rest;

import static fr.cadran.centres.Calls.asManager;
import static fr.cadran.centres.Calls.giveMandat;
import static fr.cadran.centres.Calls.mandat;
import static fr.cadran.centres.Calls.newCentre;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.cadran.testing.contract.ContractChecked;
import fr.cadran.testing.infra.CadranTestResource;
import fr.cadran.testing.infra.KafkaProbe;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(CadranTestResource.class)
@ContractChecked
class MandatResourceTest {
  @Inject DataSource database;

  @Test
  void a_mandat_is_given_read_and_taken_back() {
    String finess = newCentre();
    var given =
        asManager(finess)
            .body(mandat("editor-demo", "quarterly-data:write", "appointments:write"))
            .post("/v1/centres/{finess}/mandats", finess)
            .then()
            .statusCode(201)
            .header("ETag", "\"ACTIVE\"")
            .body("state", equalTo("ACTIVE"))
            .body("scopes", containsInAnyOrder("quarterly-data:write", "appointments:write"))
            .extract();
    String location = given.header("Location");

    asManager(finess).get(location).then().statusCode(200).body("clientId", equalTo("editor-demo"));
    asManager(finess).header("If-None-Match", "\"ACTIVE\"").get(location).then().statusCode(304);
    asManager(finess)
        .header("If-Match", "\"PENDING\"")
        .post(location + "/revocation")
        .then()
        .statusCode(412);
    asManager(finess)
        .header("If-Match", "\"ACTIVE\"")
        .post(location + "/revocation")
        .then()
        .statusCode(200)
        .body("state", equalTo("REVOKED"))
        .body("revokedAt", notNullValue());
    asManager(finess)
        .post(location + "/revocation")
        .then()
        .statusCode(409)
        .body("code", equalTo("MANDAT_ALREADY_REVOKED"));
  }

  @Test
  void a_repeated_request_gives_one_mandat() {
    String finess = newCentre();
    String key = UUID.randomUUID().toString();
    for (int i = 0; i < 2; i++) {
      asManager(finess)
          .header("Idempotency-Key", key)
          .body(mandat("editor-demo", "quarterly-data:write"))
          .post("/v1/centres/{finess}/mandats", finess)
          .then()
          .statusCode(201);
    }
    asManager(finess)
        .get("/v1/centres/{finess}/mandats", finess)
        .then()
        .statusCode(200)
        .body("items.size()", equalTo(1));
    asManager(finess)
        .header("Idempotency-Key", key)
        .body(mandat("editor-demo", "quarterly-data:read"))
        .post("/v1/centres/{finess}/mandats", finess)
        .then()
        .statusCode(422)
        .body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
  }

  @Test
  void a_request_that_is_still_under_way_is_not_done_beside_itself()
      throws SQLException, InterruptedException, ExecutionException {
    String finess = newCentre();
    String key = UUID.randomUUID().toString();
    Callable<Response> give =
        () ->
            asManager(finess)
                .header("Idempotency-Key", key)
                .body(mandat("editor-demo", "quarterly-data:write"))
                .post("/v1/centres/{finess}/mandats", finess);

    try (ExecutorService callers = Executors.newSingleThreadExecutor()) {
      Future<Response> first;
      try (Connection connection = database.getConnection();
          Statement statement = connection.createStatement()) {
        connection.setAutoCommit(false);
        statement.execute("select 1 from centre where finess = '" + finess + "' for update");
        first = callers.submit(give);
        Awaitility.await().until(() -> isClaimed(key));
        asManager(finess)
            .header("Idempotency-Key", key)
            .body(mandat("editor-demo", "quarterly-data:write"))
            .post("/v1/centres/{finess}/mandats", finess)
            .then()
            .statusCode(409)
            .header("Retry-After", notNullValue())
            .body("code", equalTo("IDEMPOTENCY_KEY_IN_FLIGHT"));
        connection.rollback();
      }
      assertThat(first.get().statusCode()).isEqualTo(201);
    }
  }

  private boolean isClaimed(String key) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement("select 1 from idempotency_key where key = ?")) {
      statement.setString(1, key);
      try (ResultSet claim = statement.executeQuery()) {
        return claim.next();
      }
    }
  }

  @Test
  void a_key_of_another_request_does_not_revoke() {
    String finess = newCentre();
    String id = giveMandat(finess, "editor-demo", "quarterly-data:write");
    String other = giveMandat(finess, "editor-demo", "quarterly-data:read");
    String key = UUID.randomUUID().toString();
    String path = "/v1/centres/" + finess + "/mandats/";

    asManager(finess)
        .header("Idempotency-Key", key)
        .post(path + id + "/revocation")
        .then()
        .statusCode(200);
    asManager(finess)
        .header("Idempotency-Key", key)
        .post(path + other + "/revocation")
        .then()
        .statusCode(422)
        .body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
    asManager(finess).get(path + other).then().body("state", equalTo("ACTIVE"));
  }

  @Test
  void what_is_wrong_with_a_mandat_is_told_at_once() {
    String finess = newCentre();

    asManager(finess)
        .body(
            "{\"clientId\": \"?\", \"scopes\": [\"centres:write\"], \"validUntil\":"
                + " \"2001-01-01\"}")
        .post("/v1/centres/{finess}/mandats", finess)
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/clientId", "/scopes/0", "/validUntil"))
        .body(
            "errors.code", contains("CLIENT_ID_INVALID", "SCOPE_UNKNOWN", "ENDS_BEFORE_IT_STARTS"));
  }

  @Test
  void mandats_are_listed_page_by_page_in_the_order_in_which_they_were_given() {
    String finess = newCentre();
    List<String> ids =
        List.of(
            giveMandat(finess, "editor-a", "quarterly-data:write"),
            giveMandat(finess, "editor-b", "quarterly-data:read"),
            giveMandat(finess, "editor-c", "appointments:write"));

    var first =
        asManager(finess)
            .queryParam("limit", 2)
            .get("/v1/centres/{finess}/mandats", finess)
            .then()
            .statusCode(200)
            .body("items.id", equalTo(ids.subList(0, 2)))
            .extract();
    asManager(finess)
        .urlEncodingEnabled(false)
        .get(first.<String>path("next"))
        .then()
        .statusCode(200)
        .body("items.id", equalTo(ids.subList(2, 3)));
    asManager(finess)
        .queryParam("cursor", "bm90LWFuLWlk")
        .get("/v1/centres/{finess}/mandats", finess)
        .then()
        .statusCode(400)
        .body("code", equalTo("INVALID_CURSOR"));
  }

  @Test
  void every_change_leaves_as_the_whole_list_of_the_centre() throws IOException {
    String finess = newCentre();
    String id = giveMandat(finess, "editor-demo", "quarterly-data:write");
    giveMandat(finess, "editor-demo", "appointments:write");
    asManager(finess)
        .post("/v1/centres/" + finess + "/mandats/" + id + "/revocation")
        .then()
        .statusCode(200);

    JsonNode last = lastState(finess, 3);
    assertThat(last.path("version").asInt()).isEqualTo(3);
    assertThat(last.path("mandats")).hasSize(2);
    assertThat(last.path("mandats").findValuesAsText("id")).contains(id);
    assertThat(last.path("mandats").findValues("revokedAt")).hasSize(1);
  }

  private static JsonNode lastState(String finess, int count) throws IOException {
    try (KafkaProbe probe = KafkaProbe.shared()) {
      List<ConsumerRecord<byte[], byte[]>> read =
          probe.readUntil(
              "cadran.centres.mandats.v1",
              records -> of(finess, records).size() >= count,
              Duration.ofSeconds(30));
      return new ObjectMapper().readTree(of(finess, read).getLast().value());
    }
  }

  private static List<ConsumerRecord<byte[], byte[]>> of(
      String finess, List<ConsumerRecord<byte[], byte[]>> records) {
    return records.stream()
        .filter(message -> new String(message.key(), StandardCharsets.UTF_8).equals(finess))
        .toList();
  }
}
