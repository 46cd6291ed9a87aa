package fr.cadran.centres.programme.rest;

import static fr.cadran.centres.Calls.as;
import static fr.cadran.centres.Calls.asManager;
import static fr.cadran.centres.Calls.newCentre;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.cadran.testing.contract.ContractChecked;
import fr.cadran.testing.infra.CadranTestResource;
import fr.cadran.testing.infra.KafkaProbe;
import fr.cadran.testing.token.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(CadranTestResource.class)
@ContractChecked
class ProgrammeResourceTest {
  private static final String PROGRAMMES = "/v1/programmes";

  private static final String BOTH =
      """
      {"leviers": [{"levier": "NON_VENUE", "status": "ACTIVATED", "validatedOn": "2013-01-15",
                    "activatedOn": "2013-03-01"},
                   {"levier": "CODAGE", "status": "VALIDATED", "validatedOn": "2013-01-15"}]}
      """;

  @Inject DataSource database;

  private static RequestSpecification asAgency() {
    return as(Tokens.arsAgent("region:11"));
  }

  private static String programme(String name) {
    return """
    {"name": "%s", "region": "11", "leviers": ["NON_VENUE", "CODAGE"], "baselineQuarter": "2012-Q4",
     "startsOn": "2013-01-01", "endsOn": "2015-12-31", "fictional": true}
    """
        .formatted(name);
  }

  private static String newProgramme() {
    return asAgency()
        .body(programme("ARS " + UUID.randomUUID()))
        .post(PROGRAMMES)
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private static String centres(String id) {
    return PROGRAMMES + "/" + id + "/centres";
  }

  private static String joining(String finess) {
    return "{\"finess\": \"%s\", \"joinedOn\": \"2013-01-01\"}".formatted(finess);
  }

  private static String join(String id, String finess) {
    return asAgency()
        .body(joining(finess))
        .post(centres(id))
        .then()
        .statusCode(201)
        .extract()
        .header("ETag");
  }

  private static String retain(String id, String finess, String leviers) {
    return asAgency()
        .header("If-Match", "*")
        .body(leviers)
        .put(centres(id) + "/" + finess + "/leviers")
        .then()
        .statusCode(200)
        .extract()
        .header("ETag");
  }

  @Test
  void a_programme_is_created_read_and_revised() {
    String name = "ARS " + UUID.randomUUID();
    String location =
        asAgency()
            .body(programme(name))
            .post(PROGRAMMES)
            .then()
            .statusCode(201)
            .header("ETag", "\"1\"")
            .body("leviers", contains("NON_VENUE", "CODAGE"))
            .body("participations", equalTo(0))
            .body("fictional", equalTo(true))
            .extract()
            .header("Location");
    String path = location.substring(location.indexOf(PROGRAMMES));

    asAgency()
        .body(programme(name))
        .post(PROGRAMMES)
        .then()
        .statusCode(409)
        .body("code", equalTo("PROGRAMME_EXISTS"));
    asAgency().get(path).then().statusCode(200).body("name", equalTo(name));
    asAgency().header("If-None-Match", "\"1\"").get(path).then().statusCode(304);
    asAgency().get(PROGRAMMES + "/" + UUID.randomUUID()).then().statusCode(404);

    String revised = programme(name).replace("[\"NON_VENUE\", \"CODAGE\"]", "[\"ACHATS\"]");
    asAgency().body(revised).put(path).then().statusCode(428);
    asAgency().header("If-Match", "\"9\"").body(revised).put(path).then().statusCode(412);
    asAgency()
        .header("If-Match", "*")
        .body(revised)
        .put(PROGRAMMES + "/" + UUID.randomUUID())
        .then()
        .statusCode(404);
    asAgency()
        .header("If-Match", "\"1\"")
        .body(revised)
        .put(path)
        .then()
        .statusCode(200)
        .header("ETag", "\"2\"")
        .body("leviers", contains("ACHATS"));
    asAgency()
        .header("If-Match", "*")
        .body(revised.replace("\"11\"", "\"24\""))
        .put(path)
        .then()
        .statusCode(422)
        .body("errors.code", contains("REGION_IS_FIXED"));
    String other = "ARS " + UUID.randomUUID();
    asAgency().body(programme(other)).post(PROGRAMMES).then().statusCode(201);
    asAgency().header("If-Match", "*").body(programme(other)).put(path).then().statusCode(409);
  }

  @Test
  void an_agent_of_a_departement_reads_what_concerns_its_centres_and_writes_nothing() {
    String id = newProgramme();
    RequestSpecification reader = as(Tokens.arsAgent("departement:93"));
    reader.get(PROGRAMMES + "/" + id).then().statusCode(404);
    join(id, newCentre());

    as(Tokens.arsAgent("departement:93")).get(PROGRAMMES + "/" + id).then().statusCode(200);
    as(Tokens.arsAgent("departement:75")).get(PROGRAMMES + "/" + id).then().statusCode(404);
    as(Tokens.arsAgent("departement:93"))
        .header("If-Match", "*")
        .body(programme("Mine"))
        .put(PROGRAMMES + "/" + id)
        .then()
        .statusCode(404);
    as(Tokens.arsAgent("departement:93"))
        .body(programme("Mine"))
        .post(PROGRAMMES)
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/region"))
        .body("errors.code", contains("REGION_OUTSIDE_TERRITORY"));
    as(Tokens.arsAgent("region:11")).get(PROGRAMMES + "?region=IdF").then().statusCode(400);
    as(Tokens.arsAgent("region:11"))
        .get(PROGRAMMES + "?region=24")
        .then()
        .statusCode(200)
        .body("items", empty())
        .body("next", nullValue());
    String next =
        as(Tokens.arsAgent("region:11"))
            .get(PROGRAMMES + "?region=11&limit=1")
            .then()
            .statusCode(200)
            .extract()
            .path("next");
    newProgramme();
    if (next != null) {
      as(Tokens.arsAgent("region:11")).urlEncodingEnabled(false).get(next).then().statusCode(200);
    }
    as(Tokens.arsAgent("region:11")).get(PROGRAMMES + "?cursor=eA").then().statusCode(400);
  }

  @Test
  void a_number_is_given_once_and_a_centre_takes_part_once() {
    String id = newProgramme();
    String one = newCentre();
    String two = newCentre();
    asAgency()
        .body(joining(one))
        .post(centres(id))
        .then()
        .statusCode(201)
        .header("Location", endsWith(centres(id) + "/" + one))
        .body("anonymousNumber", equalTo(1))
        .body("finess", equalTo(one))
        .body("leftOn", nullValue());
    asAgency()
        .body(joining(one))
        .post(centres(id))
        .then()
        .statusCode(409)
        .body("code", equalTo("ALREADY_TAKES_PART"));
    asAgency()
        .header("If-Match", "*")
        .body("{\"joinedOn\": \"2013-01-01\", \"leftOn\": \"2013-06-30\"}")
        .put(centres(id) + "/" + one)
        .then()
        .statusCode(200)
        .body("leftOn", equalTo("2013-06-30"));
    asAgency()
        .body(
            "{\"finess\": \"%s\", \"joinedOn\": \"2013-07-01\", \"anonymousNumber\": 1}"
                .formatted(two))
        .post(centres(id))
        .then()
        .statusCode(409)
        .body("code", equalTo("ANONYMOUS_NUMBER_TAKEN"));
    asAgency()
        .body("{\"finess\": \"%s\", \"joinedOn\": \"2013-07-01\"}".formatted(two))
        .post(centres(id))
        .then()
        .statusCode(201)
        .body("anonymousNumber", equalTo(2));

    asAgency()
        .get(centres(id) + "?on=2013-03-01")
        .then()
        .statusCode(200)
        .body("items.finess", contains(one));
    asAgency().get(centres(id) + "?on=2013-09-01").then().body("items.finess", contains(two));
    String next =
        asAgency()
            .get(centres(id) + "?limit=1")
            .then()
            .body("items.anonymousNumber", contains(1))
            .extract()
            .path("next");
    asAgency()
        .urlEncodingEnabled(false)
        .get(next)
        .then()
        .body("items.anonymousNumber", contains(2))
        .body("next", nullValue());
    asAgency().get(centres(id) + "?cursor=eA").then().statusCode(400);
    asAgency().get(centres(UUID.randomUUID().toString())).then().statusCode(404);
    assertThatThrownBy(() ->
            execute("update participation set anonymous_number = 9 where centre = '" + one + "'"))
        .hasMessageContaining("given once");
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void what_cannot_join_is_told_field_by_field() {
    String id = newProgramme();
    asAgency()
        .body("{\"finess\": \"939999999\", \"joinedOn\": \"2012-12-31\", \"anonymousNumber\": 0}")
        .post(centres(id))
        .then()
        .statusCode(422)
        .body("errors.pointer", containsInAnyOrder("/finess", "/joinedOn", "/anonymousNumber"))
        .body(
            "errors.code",
            containsInAnyOrder("CENTRE_UNKNOWN", "OUTSIDE_PROGRAMME", "NUMBER_OUT_OF_RANGE"));
    asAgency()
        .body("{\"finess\": \"12\"}")
        .post(centres(id))
        .then()
        .statusCode(422)
        .body("errors.code", containsInAnyOrder("FINESS_INVALID", "REQUIRED"));
    asAgency()
        .body(joining("939999999"))
        .post(centres(UUID.randomUUID().toString()))
        .then()
        .statusCode(404);
  }

  @Test
  void a_participant_sees_its_own_centre_and_of_the_others_the_number_alone() {
    String id = newProgramme();
    String own = newCentre();
    String other = newCentre();
    join(id, other);
    join(id, own);
    retain(id, other, BOTH);
    overrule(id, other).then().statusCode(200);

    asManager(own).get(PROGRAMMES).then().statusCode(200).body("items.id", contains(id));
    asManager(own)
        .get(centres(id))
        .then()
        .statusCode(200)
        .body("items.anonymousNumber", contains(1, 2))
        .body("items.finess", contains(nullValue(), equalTo(own)))
        .body("items[0].name", nullValue())
        .body("items[0].leviers[0].overrule.positive", equalTo(true))
        .body("items[0].leviers[0].overrule.reason", nullValue())
        .body(not(containsString(other)));
    asManager(own)
        .get(centres(id) + "/" + own)
        .then()
        .statusCode(200)
        .body("anonymousNumber", equalTo(2));
    asManager(own).get(centres(id) + "/" + other).then().statusCode(404);
    asManager(other)
        .get(centres(id) + "/" + other)
        .then()
        .body("leviers[0].overrule.reason", equalTo("Travaux"));
    asManager(newCentre()).get(centres(id)).then().statusCode(404);
    asManager(own)
        .get(PROGRAMMES + "/" + id + "/leviers")
        .then()
        .statusCode(200)
        .body("items.levier", contains("NON_VENUE", "CODAGE"))
        .body("items.validated", contains(1, 1))
        .body("items.activated", contains(1, 0))
        .body("items[0].activatedBy", contains(1))
        .body("items[1].validatedOnlyBy", contains(1))
        .body("items.overruled", contains(1, 0));
    asAgency().get(centres(id)).then().body("items.finess", contains(other, own));
    asAgency().get(PROGRAMMES + "/" + UUID.randomUUID() + "/leviers").then().statusCode(404);
  }

  private static io.restassured.response.Response overrule(String id, String finess) {
    return asAgency()
        .header("If-Match", "*")
        .body("{\"positive\": true, \"reason\": \"Travaux\"}")
        .put(overrulePath(id, finess));
  }

  private static String overrulePath(String id, String finess) {
    return centres(id) + "/" + finess + "/leviers/NON_VENUE/overrule";
  }

  @Test
  void leviers_go_forward_only_and_results_are_overruled_with_a_reason() {
    String id = newProgramme();
    String finess = newCentre();
    join(id, finess);
    String path = centres(id) + "/" + finess;
    String leviers = path + "/leviers";

    overrule(id, finess).then().statusCode(409).body("code", equalTo("LEVIER_MOVE_ILLEGAL"));
    asAgency().body(BOTH).put(leviers).then().statusCode(428);
    asAgency().header("If-Match", "\"1\"").body(BOTH).put(leviers).then().statusCode(412);
    String tag = retain(id, finess, BOTH);
    asAgency()
        .get(path)
        .then()
        .header("ETag", tag)
        .body("leviers.status", contains("ACTIVATED", "VALIDATED"));
    asAgency().header("If-None-Match", tag).get(path).then().statusCode(304);
    asAgency()
        .header("If-Match", "*")
        .body("{\"leviers\": []}")
        .put(leviers)
        .then()
        .statusCode(409)
        .body("code", equalTo("LEVIER_MOVE_ILLEGAL"))
        .body("detail", containsString("NON_VENUE"));
    asAgency()
        .header("If-Match", "*")
        .body("{\"leviers\": [{\"levier\": \"ACHATS\", \"status\": \"VALIDATED\"}]}")
        .put(leviers)
        .then()
        .statusCode(422)
        .body("errors.code", contains("LEVIER_NOT_FOLLOWED", "REQUIRED"));
    asAgency()
        .header("If-Match", "*")
        .body(BOTH)
        .put(centres(id) + "/" + newCentre() + "/leviers")
        .then()
        .statusCode(404);

    asAgency()
        .body("{\"positive\": true, \"reason\": \"Travaux\"}")
        .put(overrulePath(id, finess))
        .then()
        .statusCode(428);
    asAgency()
        .header("If-Match", "\"1\"")
        .body("{\"positive\": true, \"reason\": \"Travaux\"}")
        .put(overrulePath(id, finess))
        .then()
        .statusCode(412);
    asAgency()
        .header("If-Match", "*")
        .body("{\"positive\": true}")
        .put(overrulePath(id, finess))
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/reason"));
    overrule(id, newCentre()).then().statusCode(404);
    overrule(id, finess)
        .then()
        .statusCode(200)
        .body("leviers[0].overrule.positive", equalTo(true))
        .body("leviers[0].overrule.reason", equalTo("Travaux"));
    asAgency().header("If-Match", "\"1\"").delete(overrulePath(id, finess)).then().statusCode(412);
    asAgency()
        .delete(overrulePath(id, finess))
        .then()
        .statusCode(200)
        .body("leviers[0].overrule", nullValue());
    asAgency().delete(overrulePath(id, finess)).then().statusCode(409);
    asAgency().delete(overrulePath(id, newCentre())).then().statusCode(404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "- | 428 |",
        "\"1\" | 412 |",
        "* | 422 | 2012-12-31",
        "* | 200 | 2013-02-01",
      })
  void dates_of_a_participation_are_corrected(String tag, int status, String joinedOn) {
    String id = newProgramme();
    String finess = newCentre();
    join(id, finess);
    RequestSpecification call = asAgency();
    if (!tag.equals("-")) {
      call = call.header("If-Match", tag);
    }
    call.body("{\"joinedOn\": \"%s\"}".formatted(joinedOn == null ? "2013-02-01" : joinedOn))
        .put(centres(id) + "/" + finess)
        .then()
        .statusCode(status);
    asAgency()
        .header("If-Match", "*")
        .body("{\"joinedOn\": \"2013-02-01\"}")
        .put(centres(id) + "/" + newCentre())
        .then()
        .statusCode(404);
  }

  @Test
  void every_change_is_told_whole() throws IOException {
    String id = newProgramme();
    String finess = newCentre();
    join(id, finess);
    retain(id, finess, BOTH);
    overrule(id, finess).then().statusCode(200);

    List<JsonNode> states = states(id, 4);
    assertThat(states)
        .extracting(state -> state.path("version").asInt())
        .containsExactly(1, 2, 3, 4);
    JsonNode part = states.getLast().path("participations").get(0);
    assertThat(part.path("finess").asText()).isEqualTo(finess);
    assertThat(part.path("leviers").get(0).path("status").asText()).isEqualTo("ACTIVATED");
    assertThat(part.path("leviers").get(0).path("overrule").path("reason").asText())
        .isEqualTo("Travaux");
    assertThat(states.getLast().path("baselineQuarter").asText()).isEqualTo("2012-Q4");
    assertThat(states.toString()).doesNotContain("decidedBy");
  }

  private static List<JsonNode> states(String id, int count) throws IOException {
    try (KafkaProbe probe = KafkaProbe.shared()) {
      List<ConsumerRecord<byte[], byte[]>> read =
          probe.readUntil(
              "cadran.centres.programmes.v1",
              records ->
                  records.stream().filter(one -> KafkaProbe.key(one).equals(id)).count() >= count,
              Duration.ofSeconds(30));
      List<JsonNode> states = new java.util.ArrayList<>();
      for (ConsumerRecord<byte[], byte[]> one : read) {
        if (KafkaProbe.key(one).equals(id)) {
          states.add(new ObjectMapper().readTree(one.value()));
        }
      }
      return states;
    }
  }
}
