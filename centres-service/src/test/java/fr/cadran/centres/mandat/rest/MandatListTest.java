package fr.cadran.centres.mandat.rest;

import static fr.cadran.centres.Calls.QUARTER;
import static fr.cadran.centres.Calls.as;
import static fr.cadran.centres.Calls.asManager;
import static fr.cadran.centres.Calls.giveMandat;
import static fr.cadran.centres.Calls.newCentre;
import static fr.cadran.centres.Calls.passages;
import static fr.cadran.centres.Calls.quarter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import fr.cadran.kit.type.FrenchDay;
import fr.cadran.testing.contract.ContractChecked;
import fr.cadran.testing.infra.CadranTestResource;
import fr.cadran.testing.infra.KafkaProbe;
import fr.cadran.testing.token.Token;
import fr.cadran.testing.token.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(CadranTestResource.class)
@ContractChecked
class MandatListTest {
  private static final String WRITE = "quarterly-data:write";

  @Inject DataSource database;
  @Inject Clock clock;

  private static String newClient() {
    return "editor-" + UUID.randomUUID();
  }

  private static String path(String finess) {
    return "/v1/centres/" + finess + "/mandats";
  }

  private LocalDate today() {
    return FrenchDay.of(clock.instant());
  }

  private static ValidatableResponse give(
      String finess, String client, LocalDate from, LocalDate until) {
    return asManager(finess)
        .body(
            """
            {"clientId": "%s", "scopes": ["%s"], "validFrom": "%s", "validUntil": "%s"}
            """
                .formatted(client, WRITE, from, until))
        .post(path(finess))
        .then();
  }

  private static void revoke(String finess, String id) {
    asManager(finess).post(path(finess) + "/" + id + "/revocation").then().statusCode(200);
  }

  private static int write(String client, String finess) {
    return as(Tokens.editor(client))
        .header("If-Match", "*")
        .body(passages(1500))
        .put(quarter(finess, QUARTER))
        .statusCode();
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void a_list_is_narrowed_by_state_and_by_client() throws SQLException {
    String finess = newCentre();
    String client = newClient();
    String active = giveMandat(finess, client, WRITE);
    String pending =
        give(finess, client, today().plusDays(1), today().plusDays(9)).extract().path("id");
    String revoked = giveMandat(finess, client, WRITE);
    revoke(finess, revoked);
    String other = giveMandat(finess, newClient(), WRITE);
    String expired = giveMandat(finess, client, WRITE);
    execute(
        """
        alter table mandat disable trigger mandat_is_kept;
        update mandat set valid_from = date '2024-01-01', valid_until = date '2024-12-31'
        where id = '%s';
        alter table mandat enable trigger mandat_is_kept;
        """
            .formatted(expired));

    for (String list : new String[] {path(finess), "/v1/mandats"}) {
      for (String[] wanted :
          new String[][] {
            {"ACTIVE", active}, {"PENDING", pending}, {"REVOKED", revoked}, {"EXPIRED", expired}
          }) {
        asManager(finess)
            .queryParam("state", wanted[0])
            .queryParam("client", client)
            .get(list)
            .then()
            .statusCode(200)
            .body("items.id", contains(wanted[1]))
            .body("items.state", contains(wanted[0]));
      }
      asManager(finess)
          .queryParam("state", "ACTIVE")
          .get(list)
          .then()
          .body("items.id", contains(active, other));
      asManager(finess).queryParam("client", "nobody").get(list).then().body("items", empty());
      asManager(finess).queryParam("state", "LOST").get(list).then().statusCode(400);
    }
  }

  @Test
  void an_editor_lists_its_mandats_at_the_centres_that_trust_it_and_nobody_elses() {
    String client = newClient();
    String one = newCentre();
    String two = newCentre();
    String ofOne = giveMandat(one, client, WRITE);
    giveMandat(one, newClient(), WRITE);
    String ofTwo = giveMandat(two, client, "appointments:write");
    Token editor = Tokens.editor(client);

    as(editor)
        .get("/v1/mandats")
        .then()
        .statusCode(200)
        .body("items.id", contains(ofOne, ofTwo))
        .body("items.centre", contains(one, two))
        .body("next", nullValue());
    String next =
        as(editor)
            .queryParam("limit", 1)
            .get("/v1/mandats")
            .then()
            .body("items.id", contains(ofOne))
            .header("Link", notNullValue())
            .extract()
            .path("next");
    as(editor)
        .urlEncodingEnabled(false)
        .get(next)
        .then()
        .body("items.id", contains(ofTwo))
        .body("next", nullValue());

    revoke(one, ofOne);
    as(editor).get("/v1/mandats").then().body("items.id", contains(ofTwo));
    as(editor).get(path(one) + "/" + ofOne).then().statusCode(404);
    as(editor).get(path(one)).then().statusCode(404);
    as(editor).queryParam("q", one).get("/v1/centres").then().body("items", empty());
    as(editor).get("/v1/centres/" + two).then().statusCode(200);
    as(Tokens.editor(newClient())).get("/v1/mandats").then().body("items", empty());
    as(Tokens.arsAgent("departement:75"))
        .queryParam("client", client)
        .get("/v1/mandats")
        .then()
        .body("items", empty());
    as(Tokens.auditor())
        .queryParam("client", client)
        .get("/v1/mandats")
        .then()
        .body("items.id", contains(ofOne, ofTwo));
    as(editor).queryParam("cursor", "x!").get("/v1/mandats").then().statusCode(400);
  }

  @Test
  void a_mandat_holds_from_its_first_day_to_the_end_of_its_last() {
    String client = newClient();
    String endsToday = newCentre();
    give(endsToday, client, today().minusDays(9), today())
        .statusCode(201)
        .body("state", equalTo("ACTIVE"));
    String startsTomorrow = newCentre();
    give(startsTomorrow, client, today().plusDays(1), today().plusDays(1))
        .statusCode(201)
        .body("state", equalTo("PENDING"));
    String endedYesterday = newCentre();
    give(endedYesterday, client, today().minusDays(9), today().minusDays(1))
        .statusCode(422)
        .body("errors.code", contains("ALREADY_OVER"));

    assertThat(as(Tokens.editor(client)).get("/v1/centres/" + endsToday).statusCode())
        .isEqualTo(200);
    for (String closed : List.of(startsTomorrow, endedYesterday)) {
      assertThat(as(Tokens.editor(client)).get("/v1/centres/" + closed).statusCode())
          .isEqualTo(404);
      assertThat(write(client, closed)).isEqualTo(404);
    }
  }

  @Test
  void of_two_mandats_that_overlap_one_is_enough_and_the_last_revocation_refuses_the_next_call() {
    String client = newClient();
    String finess = newCentre();
    String one = give(finess, client, today(), today().plusDays(5)).extract().path("id");
    String two =
        give(finess, client, today().minusDays(3), today().plusDays(2)).extract().path("id");
    as(Tokens.editor(client))
        .body(passages(1500))
        .put(quarter(finess, QUARTER))
        .then()
        .statusCode(201);

    revoke(finess, one);
    assertThat(write(client, finess)).isEqualTo(200);
    revoke(finess, two);
    assertThat(write(client, finess)).isEqualTo(404);
    as(Tokens.editor(client)).get("/v1/mandats").then().body("items", empty());
  }

  @Test
  void an_answer_is_not_told_again_to_an_editor_whose_mandat_was_taken_back() {
    String client = newClient();
    String finess = newCentre();
    String id = giveMandat(finess, client, WRITE);
    as(Tokens.editor(client))
        .body(passages(1500))
        .put(quarter(finess, QUARTER))
        .then()
        .statusCode(201);
    String key = UUID.randomUUID().toString();
    for (int i = 0; i < 2; i++) {
      assertThat(submit(client, finess, key)).isEqualTo(200);
    }

    revoke(finess, id);
    assertThat(submit(client, finess, key)).isEqualTo(404);
  }

  private static int submit(String client, String finess, String key) {
    return as(Tokens.editor(client))
        .header("Idempotency-Key", key)
        .body("{}")
        .post(quarter(finess, QUARTER) + "/submission")
        .statusCode();
  }

  @Test
  void the_history_names_accounts_and_is_for_the_centre_and_the_auditor() {
    String finess = newCentre();
    String client = newClient();
    String id = giveMandat(finess, client, WRITE);
    String history = path(finess) + "/" + id + "/history";
    asManager(finess).get(history).then().statusCode(200).body("items.act", contains("GIVEN"));
    revoke(finess, id);

    String account = Tokens.centreManager(finess).subject();
    for (Token token : List.of(Tokens.centreManager(finess), Tokens.auditor())) {
      as(token)
          .get(history)
          .then()
          .statusCode(200)
          .body("mandat", equalTo(id))
          .body("items.act", contains("GIVEN", "REVOKED"))
          .body("items.account", contains(account, account))
          .body("items.at", not(empty()));
    }
    giveMandat(finess, client, WRITE);
    for (Token token : List.of(Tokens.arsAgent("departement:93"), Tokens.editor(client))) {
      as(token).get(path(finess) + "/" + id).then().statusCode(200);
      as(token).get(history).then().statusCode(404);
    }
    asManager(finess)
        .get(path(finess) + "/" + UUID.randomUUID() + "/history")
        .then()
        .statusCode(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update mandat set valid_until = '2999-12-31' where id = '%s'",
        "update mandat set revoked_at = null, revoked_by = null where id = '%s'",
        "update mandat set given_by = 'another' where id = '%s'",
        "delete from mandat_scope where mandat = '%s'"
      })
  void the_database_itself_keeps_a_mandat_as_it_is(String change) {
    String finess = newCentre();
    String id = giveMandat(finess, newClient(), WRITE);
    revoke(finess, id);

    assertThatThrownBy(() -> execute(change.formatted(id)))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("kept as it is");
  }

  @Test
  void a_revocation_is_told_to_the_other_services_within_seconds() {
    String finess = newCentre();
    revoke(finess, giveMandat(finess, newClient(), WRITE));

    try (KafkaProbe probe = KafkaProbe.shared()) {
      assertThat(
              probe.readUntil(
                  "cadran.centres.mandats.v1",
                  records ->
                      records.stream()
                          .filter(one -> KafkaProbe.key(one).equals(finess))
                          .map(one -> new String(one.value(), StandardCharsets.UTF_8))
                          .anyMatch(text -> text.contains("\"revokedAt\":\"")),
                  Duration.ofSeconds(5)))
          .filteredOn(one -> KafkaProbe.key(one).equals(finess))
          .extracting(one -> new String(one.value(), StandardCharsets.UTF_8))
          .last()
          .asString()
          .contains("\"revokedAt\":\"");
    }
  }
}
