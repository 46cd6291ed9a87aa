package fr.cadran.centres.centre.rest;

import static fr.cadran.centres.Calls.as;
import static fr.cadran.centres.Calls.asArs93;
import static fr.cadran.centres.Calls.asManager;
import static fr.cadran.centres.Calls.centre;
import static fr.cadran.centres.Calls.newCentre;
import static fr.cadran.centres.Calls.newFiness;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

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
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(CadranTestResource.class)
@ContractChecked
class CentreHistoryTest {
  private static final String NAME = "Centre municipal de santé Les Moulins";

  @Inject DataSource database;

  private static String path(String finess) {
    return "/v1/centres/" + finess;
  }

  private static String named(String finess, String name, String extra) {
    return centre(finess).replace(NAME, name).replace("\"rooms\"", extra + " \"rooms\"");
  }

  private static ValidatableResponse revise(String finess, String name, String effectiveFrom) {
    return asArs93()
        .header("If-Match", "*")
        .body(named(finess, name, "\"effectiveFrom\": \"" + effectiveFrom + "\","))
        .put(path(finess))
        .then();
  }

  private static String registered(String extra) {
    String finess = newFiness();
    asArs93().body(named(finess, NAME, extra)).post("/v1/centres").then().statusCode(201);
    return finess;
  }

  private static ValidatableResponse end(String finess, String how, String body) {
    return asArs93().body(body).post(path(finess) + "/" + how).then();
  }

  private static String closing(String day) {
    return "{\"closedOn\": \"" + day + "\"}";
  }

  private static String merging(String successor, String day) {
    return "{\"successor\": \"%s\", \"closedOn\": \"%s\"}".formatted(successor, day);
  }

  @Test
  void the_registry_tells_what_was_true_on_a_day_and_what_was_known_at_an_instant() {
    String finess = registered("\"openedOn\": \"1950-03-01\",");
    revise(finess, "Les Tilleuls", "2014-01-01").statusCode(200).body("version", equalTo(2));
    String between = asArs93().get(path(finess)).then().extract().path("changedAt");
    revise(finess, "Les Moulins, corrigé", "2010-01-01")
        .statusCode(200)
        .header("ETag", "\"3\"")
        .body("effectiveFrom", equalTo("2010-01-01"));

    asArs93()
        .get(path(finess))
        .then()
        .statusCode(200)
        .header("ETag", "\"3\"")
        .body("name", equalTo("Les Tilleuls"))
        .body("version", equalTo(3))
        .body("effectiveFrom", equalTo("2014-01-01"));
    asArs93().get(path(finess) + "?on=2015-05-05").then().body("name", equalTo("Les Tilleuls"));
    asArs93()
        .get(path(finess) + "?on=2011-05-05")
        .then()
        .body("name", equalTo("Les Moulins, corrigé"));
    asArs93().get(path(finess) + "?on=2009-12-31").then().body("name", equalTo(NAME));
    asArs93()
        .queryParam("on", "2011-05-05")
        .queryParam("asOf", between)
        .get(path(finess))
        .then()
        .statusCode(200)
        .body("name", equalTo(NAME))
        .body("version", equalTo(1));
    asArs93()
        .queryParam("asOf", between)
        .get(path(finess))
        .then()
        .body("name", equalTo("Les Tilleuls"));
    asArs93().get(path(finess) + "?on=1950-02-28").then().statusCode(404);
    asArs93().get(path(finess) + "?asOf=2020-01-01T00:00:00Z").then().statusCode(404);
    asArs93().get(path(finess) + "?on=yesterday").then().statusCode(400);
    asArs93().get(path(finess) + "?asOf=yesterday").then().statusCode(400);
    String tag = asArs93().get(path(finess) + "?on=2011-05-05").then().extract().header("ETag");
    asArs93()
        .header("If-None-Match", tag)
        .get(path(finess) + "?on=2011-05-05")
        .then()
        .statusCode(304);

    String next =
        asArs93()
            .get(path(finess) + "/history?limit=2")
            .then()
            .statusCode(200)
            .body("items.version", contains(3, 2))
            .body("items.effectiveFrom", contains("2010-01-01", "2014-01-01"))
            .extract()
            .path("next");
    asArs93()
        .urlEncodingEnabled(false)
        .get(next)
        .then()
        .body("items.version", contains(1))
        .body("next", nullValue());
    asArs93().get(path(finess) + "/history?cursor=eA").then().statusCode(400);
    asArs93().get(path("939999999") + "/history").then().statusCode(404);
    for (String filter :
        new String[] {"on=2011-05-05", "on=2011-05-05&open=true&specialty=DENTAIRE"}) {
      asArs93()
          .queryParam("q", finess)
          .get("/v1/centres?" + filter)
          .then()
          .statusCode(200)
          .body("items.name", contains("Les Moulins, corrigé"));
    }
    asArs93()
        .queryParam("q", finess + " tilleuls")
        .get("/v1/centres?on=2011-05-05")
        .then()
        .body("items", empty());
    asArs93().get("/v1/centres?on=2011").then().statusCode(400);
  }

  @Test
  void nothing_is_said_of_the_future() {
    String finess = newCentre();
    revise(finess, "Demain", "2999-01-01")
        .statusCode(422)
        .body("errors.pointer", contains("/effectiveFrom"))
        .body("errors.code", contains("DAY_IN_FUTURE"));
    asArs93()
        .body(named(newFiness(), NAME, "\"effectiveFrom\": \"2999-01-01\","))
        .post("/v1/centres")
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/effectiveFrom"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update centre_version set name = 'x' where finess = '%s'",
        "delete from centre_version where finess = '%s'"
      })
  void the_database_itself_keeps_what_was_said(String change) throws SQLException {
    String finess = newCentre();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.execute(change.formatted(finess)))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("is kept");
    }
  }

  @Test
  void a_closed_centre_keeps_its_entry_and_is_closed_once() {
    String finess = registered("\"openedOn\": \"2000-01-01\",");
    end(finess, "closure", "{}").statusCode(422).body("errors.code", contains("REQUIRED"));
    end(finess, "closure", closing("1999-12-31"))
        .statusCode(422)
        .body("errors.code", contains("CLOSES_BEFORE_OPENING"));
    asArs93()
        .header("If-Match", "\"9\"")
        .body(closing("2014-06-30"))
        .post(path(finess) + "/closure")
        .then()
        .statusCode(412);
    end("939999999", "closure", closing("2014-06-30")).statusCode(404);
    end(finess, "closure", closing("2014-06-30"))
        .statusCode(200)
        .header("ETag", "\"2\"")
        .body("closedOn", equalTo("2014-06-30"))
        .body("name", equalTo(NAME));
    end(finess, "closure", closing("2014-06-30"))
        .statusCode(409)
        .body("code", equalTo("CENTRE_CLOSED"));
    end(finess, "merger", merging(newCentre(), "2014-06-30")).statusCode(409);

    asArs93().get(path(finess)).then().statusCode(200);
    asArs93()
        .get(path(finess) + "?on=2013-09-30")
        .then()
        .statusCode(200)
        .body("closedOn", nullValue());
    asArs93().queryParam("q", finess).get("/v1/centres?open=true").then().body("items", empty());
    asArs93()
        .queryParam("q", finess)
        .get("/v1/centres?open=false")
        .then()
        .body("items.finess", contains(finess));
    asArs93()
        .queryParam("q", finess)
        .get("/v1/centres?open=true&on=2013-09-30")
        .then()
        .body("items.finess", contains(finess));
    // Said by mistake: taken back by a revision.
    revise(finess, NAME, "2014-06-30").statusCode(200).body("closedOn", nullValue());
  }

  @Test
  void a_merged_centre_names_its_successor() {
    String source = newCentre();
    String heir = newCentre();
    asArs93()
        .header("If-Match", "\"9\"")
        .body(merging(heir, "2014-06-30"))
        .post(path(source) + "/merger")
        .then()
        .statusCode(412);
    end("939999999", "merger", merging(heir, "2014-06-30")).statusCode(404);
    end(source, "merger", merging(heir, "2014-06-30"))
        .statusCode(200)
        .body("successor", equalTo(heir))
        .body("closedOn", equalTo("2014-06-30"));

    asArs93().get(path(source)).then().body("successor", equalTo(heir));
    asManager(source).get(path(source) + "?on=2014-01-01").then().body("successor", nullValue());
    revise(source, NAME, "2014-06-30")
        .statusCode(422)
        .body("errors.code", contains("MERGED_STAYS_CLOSED"));
    asArs93()
        .header("If-Match", "*")
        .body(named(source, "Les Moulins (absorbé)", "\"closedOn\": \"2014-07-31\","))
        .put(path(source))
        .then()
        .statusCode(200)
        .body("successor", equalTo(heir));
    revise(source, "Avant la fusion", "2010-01-01").statusCode(200).body("successor", nullValue());
    asArs93()
        .get(path(source))
        .then()
        .body("name", equalTo("Les Moulins (absorbé)"))
        .body("successor", equalTo(heir));
    Token elsewhere = Tokens.arsAgent("departement:75");
    for (String past :
        new String[] {"", "?on=2010-05-05", "?asOf=2999-01-01T00:00:00Z", "/history"}) {
      as(elsewhere).get(path(source) + past).then().statusCode(404);
    }
    try (KafkaProbe probe = KafkaProbe.shared()) {
      assertThat(
              probe.readUntil(
                  "cadran.centres.centres.v1",
                  records -> records.stream().anyMatch(one -> tells(one, source, heir)),
                  Duration.ofSeconds(10)))
          .anyMatch(one -> tells(one, source, heir));
    }
  }

  private static boolean tells(ConsumerRecord<byte[], byte[]> one, String source, String heir) {
    return KafkaProbe.key(one).equals(source)
        && new String(one.value(), StandardCharsets.UTF_8)
            .contains("\"successor\":\"" + heir + "\"");
  }

  @Test
  void a_merger_needs_another_open_centre_that_the_caller_keeps() {
    String source = newCentre();
    String heir = newCentre();
    String closed = newCentre();
    end(closed, "closure", closing("2010-01-01")).statusCode(200);
    end(source, "merger", merging(source, "2014-06-30"))
        .statusCode(422)
        .body("errors.code", contains("MERGES_INTO_ITSELF"));
    end(source, "merger", merging("939999999", "2014-06-30"))
        .statusCode(422)
        .body("errors.code", contains("CENTRE_UNKNOWN"));
    end(source, "merger", merging(closed, "2014-06-30"))
        .statusCode(422)
        .body("errors.code", contains("SUCCESSOR_CLOSED"));
    end(source, "merger", "{\"successor\": \"12\"}")
        .statusCode(422)
        .body("errors.code", containsInAnyOrder("FINESS_INVALID", "REQUIRED"));
    end(source, "merger", "{}")
        .statusCode(422)
        .body("errors.pointer", containsInAnyOrder("/successor", "/closedOn"));
    end(source, "merger", merging(heir, "2999-06-30")).statusCode(200);
    end(heir, "merger", merging(source, "2998-06-30"))
        .statusCode(422)
        .body("errors.code", contains("MERGES_INTO_ITSELF"));
  }

  @ParameterizedTest
  @CsvSource({
    "hopital, true",
    "HÔPITAL, true",
    "hopitaux, true",
    "hopi, true",
    "oeuvre, true",
    "œuvre fran, true",
    "mosaique saint denis, true",
    "'l''hôpital', true",
    "les, false",
    "pital, false",
    "hopital 75, false",
    "%, false",
  })
  void words_are_found_by_their_beginnings_without_accents(String text, boolean found) {
    String finess = newFiness();
    asArs93()
        .body(centre(finess).replace(NAME, "Hôpital de l'Œuvre française — Mosaïque"))
        .post("/v1/centres")
        .then()
        .statusCode(201);
    asArs93()
        .queryParam("q", text + " " + (text.equals("%") ? "" : finess))
        .queryParam("limit", 500)
        .get("/v1/centres")
        .then()
        .statusCode(200)
        .body("items.finess", found ? contains(finess) : not(hasItem(finess)));
  }

  @Test
  void participants_of_a_programme_are_listed_for_those_who_may_read_it() {
    String finess = newCentre();
    String id =
        as(Tokens.arsAgent("region:11"))
            .body(
                """
                {"name": "Filter %s", "region": "11", "leviers": ["ACHATS"],
                 "baselineQuarter": "2012-Q4", "startsOn": "2013-01-01"}
                """
                    .formatted(UUID.randomUUID()))
            .post("/v1/programmes")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    as(Tokens.arsAgent("region:11"))
        .body("{\"finess\": \"%s\", \"joinedOn\": \"2013-02-01\"}".formatted(finess))
        .post("/v1/programmes/" + id + "/centres")
        .then()
        .statusCode(201);

    String list = "/v1/centres?programme=" + id;
    asArs93().get(list).then().statusCode(200).body("items.finess", contains(finess));
    asArs93().get(list + "&on=2013-02-01").then().body("items.finess", contains(finess));
    asArs93().get(list + "&on=2013-01-31").then().body("items", empty());
    asManager(finess).get(list).then().body("items", hasSize(1));
    // A CPAM reads the centre, not who takes part in what.
    as(Tokens.cpamAgent("931")).get(list).then().statusCode(200).body("items", empty());
    asArs93().get("/v1/centres?programme=one").then().statusCode(400);
  }
}
