package fr.cadran.centres.quarterwindow.rest;

import static fr.cadran.centres.Calls.as;
import static fr.cadran.centres.Calls.asArs93;
import static fr.cadran.centres.Calls.asEditor;
import static fr.cadran.centres.Calls.draft;
import static fr.cadran.centres.Calls.newCentreWithMandat;
import static fr.cadran.centres.Calls.newFiness;
import static fr.cadran.centres.Calls.passages;
import static fr.cadran.centres.Calls.quarter;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import fr.cadran.centres.Calls;
import fr.cadran.testing.contract.ContractChecked;
import fr.cadran.testing.infra.CadranTestResource;
import fr.cadran.testing.token.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** Each test has a quarter of its own: dates count for every centre of a territory. */
@QuarkusTest
@QuarkusTestResource(CadranTestResource.class)
@ContractChecked
class QuarterWindowResourceTest {
  private static String dates(String opensOn, String dueOn, String closesOn) {
    return """
    {"opensOn": "%s", "dueOn": "%s", "closesOn": "%s"}
    """
        .formatted(opensOn, dueOn, closesOn);
  }

  @Test
  void the_most_particular_dates_count() {
    String path = "/v1/quarters/1911-Q1";
    asEditor()
        .get(path + "?departement=93&region=11")
        .then()
        .statusCode(200)
        .body("origin", equalTo("RULE"))
        .body("opensOn", equalTo("1911-01-01"))
        .body("dueOn", equalTo("1911-05-15"))
        .body("closesOn", nullValue());
    String tag =
        as(Tokens.administrator())
            .body(dates("1911-04-01", "1911-04-30", "1911-06-30"))
            .put(path)
            .then()
            .statusCode(200)
            .body("origin", equalTo("NATIONAL"))
            .extract()
            .header("ETag");
    asEditor().header("If-None-Match", tag).get(path).then().statusCode(304);
    as(Tokens.arsAgent("region:11"))
        .body(dates("1911-04-02", "1911-04-30", "1911-06-30"))
        .put(path + "?region=11")
        .then()
        .statusCode(200);
    asEditor()
        .get(path + "?departement=93&region=11")
        .then()
        .statusCode(200)
        .body("origin", equalTo("REGION"))
        .body("opensOn", equalTo("1911-04-02"));
    asEditor().get(path + "?departement=93").then().body("origin", equalTo("NATIONAL"));
    asArs93()
        .body(dates("1911-04-03", "1911-04-30", "1911-06-30"))
        .put(path + "?departement=93")
        .then()
        .statusCode(200);
    asEditor()
        .get(path + "?departement=93&region=11")
        .then()
        .body("origin", equalTo("DEPARTEMENT"));
  }

  @Test
  void dates_are_changed_under_their_tag_and_only_where_one_is_responsible() {
    String path = "/v1/quarters/1911-Q2?departement=93";
    String body = dates("1911-07-01", "1911-08-15", "1911-12-31");
    asArs93()
        .header("If-Match", "\"stale\"")
        .body(body)
        .put(path)
        .then()
        .statusCode(412)
        .body("code", equalTo("STALE_ETAG"));
    String tag = asArs93().body(body).put(path).then().statusCode(200).extract().header("ETag");
    asArs93().body(body).put(path).then().statusCode(428);
    asArs93().header("If-Match", tag).body(body).put(path).then().statusCode(200);
    for (String elsewhere :
        new String[] {
          "/v1/quarters/1911-Q2?departement=75",
          "/v1/quarters/1911-Q2?region=11",
          "/v1/quarters/1911-Q2"
        }) {
      asArs93().body(body).put(elsewhere).then().statusCode(403).body("code", equalTo("FORBIDDEN"));
    }
    asArs93()
        .header("If-Match", "*")
        .body(dates("1911-03-31", "1911-03-01", "1911-02-01"))
        .put(path)
        .then()
        .statusCode(422)
        .body("errors.code", hasItem("OPENS_BEFORE_THE_QUARTER"))
        .body("errors.code", hasItem("DATES_OUT_OF_ORDER"));
    asArs93().get("/v1/quarters/1911").then().statusCode(400);
  }

  @Test
  void nothing_is_submitted_before_the_opening_or_after_the_closing() {
    String finess = newCentreWithMandat();
    draft(finess, "1912-Q1", passages(10));
    asArs93()
        .body(dates("1912-04-01", "1912-05-15", "1912-06-30"))
        .put("/v1/quarters/1912-Q1?departement=93")
        .then()
        .statusCode(200);
    asEditor()
        .body("{}")
        .post(quarter(finess, "1912-Q1") + "/submission")
        .then()
        .statusCode(422)
        .body("code", equalTo("SUBMISSION_REFUSED"))
        .body("errors[0].code", equalTo("WINDOW_CLOSED"))
        .body("errors[0].detail", containsString("1912-06-30"));

    draft(finess, "1912-Q2", passages(10));
    asArs93()
        .body(dates("2990-01-01", "2990-05-15", "2990-06-30"))
        .put("/v1/quarters/1912-Q2?departement=93")
        .then()
        .statusCode(200);
    asEditor()
        .body("{}")
        .post(quarter(finess, "1912-Q2") + "/checks")
        .then()
        .statusCode(200)
        .body("accepted", equalTo(false))
        .body("errors[0].code", equalTo("WINDOW_NOT_OPEN"))
        .body("errors[0].detail", containsString("2990-01-01"));
  }

  @Test
  void one_centre_may_submit_later_for_a_reason() {
    String finess = newCentreWithMandat();
    draft(finess, "1912-Q3", passages(10));
    asArs93()
        .body(dates("1912-10-01", "1912-11-15", "1912-12-31"))
        .put("/v1/quarters/1912-Q3?departement=93")
        .then()
        .statusCode(200);
    String path = "/v1/quarters/1912-Q3/exceptions/" + finess;
    asArs93().get(path).then().statusCode(404);
    String body = "{\"dueOn\": \"2990-12-31\", \"reason\": \"Changement de logiciel\"}";
    asArs93().header("If-Match", "\"1\"").body(body).put(path).then().statusCode(412);
    asArs93()
        .body("{\"dueOn\": \"1912-01-01\", \"reason\": \" \"}")
        .put(path)
        .then()
        .statusCode(422)
        .body("errors.code", hasItem("REASON_MISSING"))
        .body("errors.code", hasItem("DATES_OUT_OF_ORDER"));
    String tag =
        asArs93()
            .body(body)
            .put(path)
            .then()
            .statusCode(201)
            .header("Location", endsWith(path))
            .extract()
            .header("ETag");
    asArs93().body(body).put(path).then().statusCode(428);
    asArs93()
        .header("If-Match", tag)
        .body(body.replace("logiciel", "locaux"))
        .put(path)
        .then()
        .statusCode(200)
        .body("reason", equalTo("Changement de locaux"));
    String read =
        asEditor()
            .get(path)
            .then()
            .statusCode(200)
            .body("closesOn", nullValue())
            .extract()
            .header("ETag");
    asEditor().header("If-None-Match", read).get(path).then().statusCode(304);
    asArs93()
        .get("/v1/quarters/1912-Q3/exceptions")
        .then()
        .statusCode(200)
        .body("items.centre", hasItem(finess));
    as(Tokens.arsAgent("departement:75"))
        .get("/v1/quarters/1912-Q3/exceptions")
        .then()
        .statusCode(200)
        .body("items", empty());

    asEditor()
        .body("{}")
        .post(quarter(finess, "1912-Q3") + "/submission")
        .then()
        .statusCode(200)
        .body("dueOn", equalTo("2990-12-31"))
        .body("late", equalTo(false));
  }

  @Test
  void what_comes_after_the_due_date_is_late_and_accepted() {
    String finess = newCentreWithMandat();
    draft(finess, "1912-Q4", passages(10));
    asEditor()
        .body("{}")
        .post(quarter(finess, "1912-Q4") + "/submission")
        .then()
        .statusCode(200)
        .body("dueOn", equalTo("1913-02-14"))
        .body("late", equalTo(true));
  }

  @Test
  void a_quarter_before_the_centre_opened_is_refused() {
    String finess = newFiness();
    asArs93()
        .body(
            Calls.centre(finess)
                .replace("\"managerKind\"", "\"openedOn\": \"2013-10-01\", \"managerKind\""))
        .post("/v1/centres")
        .then()
        .statusCode(201);
    Calls.giveMandat(finess, Calls.EDITOR, "quarterly-data:write");
    draft(finess, Calls.QUARTER, passages(10));

    asEditor()
        .body("{}")
        .post(quarter(finess, Calls.QUARTER) + "/submission")
        .then()
        .statusCode(422)
        .body("errors[0].code", equalTo("CENTRE_NOT_OPEN"))
        .body("errors[0].detail", containsString("2013-10-01"));
    // A centre that was never registered has no dates to give.
    asArs93()
        .body("{\"dueOn\": \"2990-12-31\", \"reason\": \"Essai\"}")
        .put("/v1/quarters/2013-Q3/exceptions/939999998")
        .then()
        .statusCode(404);
  }
}
