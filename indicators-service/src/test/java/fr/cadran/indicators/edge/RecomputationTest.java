package fr.cadran.indicators.edge;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import fr.cadran.testing.contract.ContractChecked;
import fr.cadran.testing.infra.CadranTestResource;
import fr.cadran.testing.token.Token;
import fr.cadran.testing.token.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** A full computation says what arrivals said one by one, and mends what it finds otherwise. */
@QuarkusTest
@QuarkusTestResource(CadranTestResource.class)
@ContractChecked
class RecomputationTest {
  private static final String PATH = "/v1/recomputations";

  @Inject DataSource database;

  private static RequestSpecification as(Token token) {
    return given().auth().oauth2(token.jwt()).contentType("application/json");
  }

  private static Response post(String body) {
    return as(Tokens.administrator()).body(body).post(PATH);
  }

  private static JsonPath done(String centre, boolean dryRun) {
    String id =
        post("{\"centre\": \"%s\", \"dryRun\": %s}".formatted(centre, dryRun))
            .then()
            .statusCode(202)
            .body("state", equalTo("PENDING"))
            .body("centre", equalTo(centre))
            .body("finishedAt", nullValue())
            .extract()
            .path("id");
    return done(id);
  }

  private static JsonPath done(String id) {
    return await("recomputation " + id)
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(50))
        .until(
            () ->
                as(Tokens.administrator())
                    .get(PATH + "/{id}", id)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath(),
            found -> found.getString("state").equals("DONE"));
  }

  private static JsonPath noShow(String centre) {
    return as(Tokens.auditor())
        .queryParam("centre", centre)
        .queryParam("quarter", "2013-Q3")
        .queryParam("indicator", "taux-non-venue")
        .get("/v1/indicator-values")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static void submit(String centre, String quarter, int version, int passages) {
    CentreMessages.quarterlyData(
        centre,
        quarter,
        version,
        """
        {"patients": {"appointments": 1410, "passages": %d, "withoutAppointment": 300},
         "activity": [{"specialty": "DENTAIRE", "acts": 100, "ccamActs": %d}],
         "finance": {"unpaidPatients": %d, "revenue": {"total": 100000.00}}}
        """
            .formatted(passages, version, 1000 + passages));
  }

  /** Late quarters, corrections, a base year that arrives last. */
  private static void arrivals(String centre) {
    CentreMessages.centre(centre, 1, "93", "11");
    submit(centre, "2013-Q3", 1, 1500);
    submit(centre, "2013-Q1", 1, 1400);
    submit(centre, "2013-Q3", 2, 1600);
    submit(centre, "2013-Q2", 1, 1450);
    submit(centre, "2012-Q4", 1, 1300);
    submit(centre, "2012-Q3", 3, 1200);
    await("all of " + centre)
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(50))
        .until(
            () ->
                as(Tokens.auditor())
                    .queryParam("centre", centre)
                    .queryParam("quarter", "2012-Q3")
                    .queryParam("indicator", "taux-non-venue")
                    .get("/v1/indicator-values")
                    .jsonPath()
                    .getList("items")
                    .size(),
            found -> found == 1);
  }

  private int change(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      return statement.executeUpdate(sql);
    }
  }

  @Test
  void computing_everything_again_changes_nothing_after_any_order_of_arrivals() {
    arrivals("930000871");
    for (boolean dryRun : new boolean[] {true, false}) {
      JsonPath found = done("930000871", dryRun);
      assertThat(found.getList("differences")).isEmpty();
      assertThat(found.getInt("valuesChanged")).isZero();
      assertThat(found.getInt("gainsChanged")).isZero();
      assertThat(found.getInt("valuesComputed")).isGreaterThan(500);
      assertThat(found.getInt("gainsComputed")).isEqualTo(5 * 11);
      assertThat(found.getInt("centres")).isEqualTo(1);
      assertThat(found.getInt("centresDone")).isEqualTo(1);
      assertThat(found.getInt("centresFailed")).isZero();
      assertThat(found.getString("finishedAt")).isNotNull();
    }
  }

  @Test
  void what_differs_is_reported_by_a_dry_run_and_mended_by_a_real_one() throws SQLException {
    arrivals("930000872");
    String before = noShow("930000872").getString("items[0].id");
    assertThat(
            change(
                "UPDATE indicator_value SET value = '1/2', fingerprint = 'odd' WHERE id = '"
                    + before
                    + "'"))
        .isEqualTo(1);
    assertThat(
            change(
                "DELETE FROM potential_gain WHERE finess = '930000872' AND quarter = '2013-Q1'"
                    + " AND method = 'subsidy-gap' AND known_until IS NULL"))
        .isEqualTo(1);

    JsonPath dry = done("930000872", true);
    assertThat(dry.getBoolean("dryRun")).isTrue();
    assertThat(dry.getInt("valuesChanged")).isEqualTo(1);
    assertThat(dry.getInt("gainsChanged")).isEqualTo(1);
    assertThat(dry.getString("differences[0].kind")).isEqualTo("VALUE");
    assertThat(dry.getString("differences[0].code")).isEqualTo("taux-non-venue");
    assertThat(dry.getString("differences[0].quarter")).isEqualTo("2013-Q3");
    assertThat(dry.getString("differences[0].period")).isEqualTo("QUARTER");
    assertThat(dry.getString("differences[0].before")).isEqualTo("1/2");
    assertThat(dry.getString("differences[0].after")).isEqualTo("11/141");
    assertThat(dry.getString("differences[1].kind")).isEqualTo("GAIN");
    assertThat(dry.getString("differences[1].code")).isEqualTo("subsidy-gap");
    assertThat(dry.getString("differences[1].before")).isNull();
    assertThat(dry.getString("differences[1].after")).isEqualTo("NO_ROW_HAS_A_GAIN");
    assertThat(noShow("930000872").getString("items[0].id")).isEqualTo(before);

    assertThat(done("930000872", false).getInt("valuesChanged")).isEqualTo(1);
    assertThat(noShow("930000872").getString("items[0].id")).isNotEqualTo(before);
    assertThat(noShow("930000872").getInt("items[0].numerator")).isEqualTo(110);
    assertThat(done("930000872", true).getInt("valuesChanged")).isZero();
  }

  @Test
  void every_centre_is_worked_on_when_none_is_named_and_progress_is_read_at_its_address() {
    arrivals("930000873");
    Response asked = post("{\"dryRun\": true}");
    asked.then().statusCode(202).body("centre", nullValue()).header("Retry-After", "1");
    String id = asked.path("id");
    asked.then().header("Location", endsWith(PATH + "/" + id));
    JsonPath found = done(id);
    assertThat(found.getInt("centresDone") + found.getInt("centresFailed"))
        .isGreaterThanOrEqualTo(found.getInt("centres"));
    String tag = as(Tokens.administrator()).get(PATH + "/{id}", id).then().extract().header("ETag");
    as(Tokens.administrator())
        .header("If-None-Match", tag)
        .get(PATH + "/{id}", id)
        .then()
        .statusCode(304);
  }

  @Test
  void one_key_asks_once() throws SQLException {
    arrivals("930000874");
    String key = UUID.randomUUID().toString();
    String body = "{\"dryRun\": true, \"centre\": \"930000874\"}";
    String first = keyed(key, body).then().statusCode(202).extract().path("id");
    assertThat(keyed(key, body).then().statusCode(202).extract().<String>path("id"))
        .isEqualTo(first);
    keyed(key, "{\"dryRun\": false}").then().statusCode(422);
    change(
        "UPDATE idempotency_key SET status = NULL, claimed_until = now() + interval '1 minute'"
            + " WHERE key = '"
            + key
            + "'");
    keyed(key, body).then().statusCode(409).body("code", equalTo("IDEMPOTENCY_KEY_IN_FLIGHT"));
  }

  private static Response keyed(String key, String body) {
    return as(Tokens.administrator()).header("Idempotency-Key", key).body(body).post(PATH);
  }

  @Test
  void only_an_administrator_asks_and_only_for_what_there_is() {
    as(Tokens.auditor()).body("{}").post(PATH).then().statusCode(403);
    as(Tokens.administrator().withoutScope("indicators:recompute"))
        .body("{}")
        .post(PATH)
        .then()
        .statusCode(403);
    post("{\"centre\": \"939999999\"}")
        .then()
        .statusCode(422)
        .body("errors[0].code", equalTo("CENTRE_WITHOUT_DATA"));
    for (String unknown : new String[] {"019a0000-0000-7000-8000-000000000000", "no-id"}) {
      as(Tokens.administrator()).get(PATH + "/{id}", unknown).then().statusCode(404);
    }
  }
}
