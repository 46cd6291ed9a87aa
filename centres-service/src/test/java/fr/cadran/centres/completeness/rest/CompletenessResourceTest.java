package fr.cadran.centres.completeness.rest;

import static fr.cadran.centres.Calls.as;
import static fr.cadran.centres.Calls.asArs93;
import static fr.cadran.centres.Calls.centre;
import static fr.cadran.centres.Calls.newCentre;
import static fr.cadran.centres.Calls.newCentreWithMandat;
import static fr.cadran.centres.Calls.newFiness;
import static fr.cadran.centres.Calls.passages;
import static fr.cadran.centres.Calls.quarter;
import static fr.cadran.centres.Calls.submitted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import fr.cadran.testing.contract.ContractChecked;
import fr.cadran.testing.infra.CadranTestResource;
import fr.cadran.testing.token.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(CadranTestResource.class)
@ContractChecked
class CompletenessResourceTest {
  /** A quarter in which no centre of another test submits. */
  private static final String QUARTER = "1921-Q2";

  private static JsonPath measured(String query) {
    return asArs93()
        .get("/v1/completeness?quarter=" + QUARTER + query)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static String register(String openedOn, String closedOn) {
    String finess = newFiness();
    String body =
        centre(finess)
            .replace("\"managerKind\"", "\"openedOn\": \"" + openedOn + "\", \"managerKind\"");
    if (closedOn != null) {
      body = body.replace("\"managerKind\"", "\"closedOn\": \"" + closedOn + "\", \"managerKind\"");
    }
    asArs93().body(body).post("/v1/centres").then().statusCode(201);
    return finess;
  }

  @Test
  void rates_say_what_they_are_made_of_and_who_is_missing() {
    JsonPath before = measured("&departement=93");
    String late = newCentreWithMandat();
    submitted(late, QUARTER, passages(10));
    String onTime = newCentreWithMandat();
    asArs93()
        .body("{\"dueOn\": \"2990-12-31\", \"reason\": \"Essai\"}")
        .put("/v1/quarters/" + QUARTER + "/exceptions/" + onTime)
        .then()
        .statusCode(201);
    submitted(onTime, QUARTER, passages(10));
    asArs93().post(quarter(onTime, QUARTER) + "/validation").then().statusCode(200);
    asArs93()
        .body("{\"comment\": \"À revoir\"}")
        .post(quarter(late, QUARTER) + "/return")
        .then()
        .statusCode(200);
    String missing = newCentre();
    String opensWithin = register("1921-06-30", null);
    String closesWithin = register("1900-01-01", "1921-04-01");
    String opensAfter = register("1921-07-01", null);
    String closesBefore = register("1900-01-01", "1921-03-31");

    JsonPath after = measured("&departement=93");
    assertThat(after.getLong("completeness.denominator"))
        .isEqualTo(before.getLong("completeness.denominator") + 5);
    assertThat(after.getLong("completeness.numerator"))
        .isEqualTo(before.getLong("completeness.numerator") + 2);
    assertThat(after.getLong("timeliness.numerator"))
        .isEqualTo(before.getLong("timeliness.numerator") + 1);
    assertThat(after.getLong("late")).isEqualTo(before.getLong("late") + 1);
    assertThat(after.getLong("validated")).isEqualTo(before.getLong("validated") + 1);
    assertThat(after.getLong("returned")).isEqualTo(before.getLong("returned") + 1);
    assertThat(after.getDouble("completeness.value")).isBetween(0.0, 1.0);

    List<String> named = missingCentres();
    assertThat(named).contains(missing, opensWithin, closesWithin).isSorted();
    assertThat(named).doesNotContain(late, onTime, opensAfter, closesBefore);
  }

  /** All pages, so that the paging is used too. */
  private static List<String> missingCentres() {
    List<String> all = new ArrayList<>();
    String next = "/v1/completeness?quarter=" + QUARTER + "&region=11&limit=100";
    while (next != null) {
      JsonPath page =
          asArs93().urlEncodingEnabled(false).get(next).then().statusCode(200).extract().jsonPath();
      all.addAll(page.getList("items.centre"));
      next = page.get("next");
    }
    return all;
  }

  @Test
  void a_programme_counts_the_centres_of_its_cohort_as_it_was_in_the_quarter() {
    String programme = newProgramme();
    String takesPart = newCentreWithMandat();
    String missing = newCentre();
    String leftBefore = newCentre();
    String joinsAfter = newCentre();
    join(programme, takesPart, "1921-06-30", null);
    join(programme, missing, "1920-01-01", "1921-04-01");
    join(programme, leftBefore, "1920-01-01", "1921-03-31");
    join(programme, joinsAfter, "1921-07-01", null);
    submitted(takesPart, QUARTER, passages(10));

    for (String query : List.of("", "&departement=93", "&region=11")) {
      JsonPath counted = measured("&programme=" + programme + query);
      assertThat(counted.getLong("completeness.denominator")).isEqualTo(2);
      assertThat(counted.getLong("completeness.numerator")).isEqualTo(1);
      assertThat(counted.getLong("timeliness.numerator")).isZero();
      assertThat(counted.getList("items.centre")).isEqualTo(List.of(missing));
    }
    assertThat(measured("&departement=75&programme=" + programme).getLong("late")).isZero();
    JsonPath unknown = measured("&programme=019a8f3e-5b7c-7d2a-9c41-3f6e2b8d1a90");
    assertThat(unknown.getLong("completeness.denominator")).isZero();
    assertThat(unknown.getString("completeness.missingReason")).isEqualTo("NO_CENTRE_EXPECTED");
  }

  private static String newProgramme() {
    return as(Tokens.arsAgent("region:11"))
        .body(
            """
            {"name": "Cohorte de 1921", "region": "11", "leviers": ["NON_VENUE"],
             "baselineQuarter": "1920-Q4", "startsOn": "1920-01-01", "fictional": true}
            """)
        .post("/v1/programmes")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private static void join(String programme, String finess, String joinedOn, String leftOn) {
    String path = "/v1/programmes/" + programme + "/centres";
    as(Tokens.arsAgent("region:11"))
        .body("{\"finess\": \"%s\", \"joinedOn\": \"%s\"}".formatted(finess, joinedOn))
        .post(path)
        .then()
        .statusCode(201);
    if (leftOn != null) {
      as(Tokens.arsAgent("region:11"))
          .header("If-Match", "*")
          .body("{\"joinedOn\": \"%s\", \"leftOn\": \"%s\"}".formatted(joinedOn, leftOn))
          .put(path + "/" + finess)
          .then()
          .statusCode(200);
    }
  }

  @Test
  void outside_ones_territory_there_is_no_rate_and_nobody_is_named() {
    newCentre();

    for (var token : List.of(Tokens.arsAgent("departement:48"), Tokens.editor("editor-demo"))) {
      as(token)
          .get("/v1/completeness?quarter=" + QUARTER)
          .then()
          .statusCode(200)
          .body("completeness.denominator", equalTo(0))
          .body("completeness.value", nullValue())
          .body("completeness.missingReason", equalTo("NO_CENTRE_EXPECTED"))
          .body("items", empty());
    }
    asArs93()
        .get("/v1/completeness?quarter=" + QUARTER + "&departement=75")
        .then()
        .body("completeness.denominator", equalTo(0));
  }

  @Test
  void what_is_asked_must_be_a_quarter() {
    asArs93().get("/v1/completeness").then().statusCode(400);
    asArs93()
        .get("/v1/completeness?quarter=2013")
        .then()
        .statusCode(400)
        .body("errors[0].code", equalTo("QUARTER_INVALID"));
    asArs93().get("/v1/completeness?quarter=2013-Q3&region=Paris").then().statusCode(400);
  }
}
