package fr.cadran.centres.coordination.rest;

import static fr.cadran.centres.Calls.as;
import static fr.cadran.centres.Calls.asArs93;
import static fr.cadran.centres.Calls.asManager;
import static fr.cadran.centres.Calls.newCentre;
import static fr.cadran.centres.Calls.quarter;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import fr.cadran.testing.contract.ContractChecked;
import fr.cadran.testing.infra.CadranTestResource;
import fr.cadran.testing.token.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(CadranTestResource.class)
@ContractChecked
class CommitmentResourceTest {
  private static final String PARAMETERS = "/v1/coordination-option/parameters";

  @Inject DataSource database;

  private static String application(String finess) {
    return "/v1/centres/" + finess + "/coordination-application";
  }

  private static String commitments(String finess) {
    return "/v1/centres/" + finess + "/coordination-commitments/2014";
  }

  private static ValidatableResponse apply(String finess, String volet, String body) {
    return asManager(finess).body(body).put(application(finess) + "?volet=" + volet).then();
  }

  private static ValidatableResponse tell(String finess, String items) {
    return asManager(finess)
        .body("{\"items\": [%s]}".formatted(items))
        .put(commitments(finess))
        .then();
  }

  private static String done(String commitment, String day) {
    return """
    {"commitment": "%s", "state": "DONE", "reference": "armoire qualité", "doneOn": "%s"}
    """
        .formatted(commitment, day);
  }

  @Test
  void an_application_without_an_answer_is_deemed_accepted_and_says_why() {
    String finess = newCentre();
    asManager(finess).get(application(finess)).then().statusCode(404);
    apply(finess, "MEDICAL", "{\"sentOn\": \"2014-03-01\"}")
        .statusCode(200)
        .body("state", equalTo("DEEMED_ACCEPTED"))
        .body("acceptedOn", equalTo("2014-03-17"));

    asArs93()
        .get(application(finess) + "?on=2014-03-16")
        .then()
        .statusCode(200)
        .body("state", equalTo("PENDING"))
        .body("acceptedOn", nullValue())
        .body("answerBy", equalTo("2014-03-16"))
        .body("rule.value", equalTo(15))
        .body("rule.source", containsString("ANNEXES VIII and IX"))
        .body("explanation", containsString("2014-03-01 + 15 j = 2014-03-16"));
    as(Tokens.cpamAgent("931"))
        .get(application(finess) + "?on=2014-03-17")
        .then()
        .body("state", equalTo("DEEMED_ACCEPTED"))
        .body("explanation", containsString("2014-03-17"));
    asManager(finess)
        .get(application(finess) + "?on=2014-02-28")
        .then()
        .body("state", equalTo("NOT_SENT"));
    asManager(finess).get(application(finess) + "?volet=NURSING").then().statusCode(404);
    asManager(finess).get(application(finess) + "?volet=OTHER").then().statusCode(400);
    asManager(newCentre()).get(application(finess)).then().statusCode(404);
  }

  @Test
  void what_is_said_of_an_application_is_replaced_by_who_read_it() {
    String finess = newCentre();
    String path = application(finess) + "?volet=DENTAL";
    asManager(finess)
        .header("If-Match", "\"1\"")
        .body("{\"sentOn\": \"2014-03-01\"}")
        .put(path)
        .then()
        .statusCode(412);
    apply(finess, "DENTAL", "{\"answer\": \"ACCEPTED\"}")
        .statusCode(422)
        .body("errors", hasSize(2));
    apply(finess, "DENTAL", "{\"sentOn\": \"2014-03-01\"}").statusCode(200);
    apply(finess, "DENTAL", "{\"sentOn\": \"2014-03-01\"}").statusCode(428);
    asManager(finess)
        .header("If-None-Match", "*")
        .body("{\"sentOn\": \"2014-03-01\"}")
        .put(path)
        .then()
        .statusCode(412);
    String tag = asManager(finess).get(path).then().extract().header("ETag");
    asManager(finess).header("If-None-Match", tag).get(path).then().statusCode(304);
    asManager(finess)
        .header("If-Match", tag)
        .body(
            "{\"sentOn\": \"2014-03-01\", \"answer\": \"REFUSED\", \"answeredOn\": \"2014-03-10\"}")
        .put(path)
        .then()
        .statusCode(200)
        .body("version", equalTo(2))
        .body("state", equalTo("REFUSED"))
        .body("explanation", containsString("refusée le 2014-03-10"));
    asManager(newCentre())
        .body("{\"sentOn\": \"2014-03-01\"}")
        .put(application(finess))
        .then()
        .statusCode(404);
  }

  @Test
  void commitments_are_followed_with_their_evidence() {
    String finess = newCentre();
    asArs93()
        .get(commitments(finess))
        .then()
        .statusCode(200)
        .header("ETag", "\"0\"")
        .body("version", equalTo(0))
        .body("items", hasSize(21))
        .body("items.state", not(hasItem("DONE")))
        .body("progress.total", contains(8, 1, 12));
    tell(finess, "{\"commitment\": \"NURSING_PLANNING\", \"state\": \"DONE\"}")
        .statusCode(422)
        .body("errors.code", containsInAnyOrder("REQUIRED", "EVIDENCE_REQUIRED"));
    tell(
            finess,
            """
            {"commitment": "NURSING_PLANNING", "state": "UNDER_WAY", "reference": "dossier de Mme Durand"}
            """)
        .statusCode(422)
        .body("errors.pointer", contains("/items/0/reference"))
        .body("errors.code", contains("EVIDENCE_NAMES_A_PERSON"))
        .body(not(containsString("Durand")));
    asManager(finess).body("{}").put(commitments(finess)).then().statusCode(422);
    asManager(finess)
        .header("If-Match", "\"1\"")
        .body("{\"items\": []}")
        .put(commitments(finess))
        .then()
        .statusCode(412);
    tell(finess, done("DENTAL_YEARLY_RECALL", "2014-11-02"))
        .statusCode(200)
        .header("ETag", "\"1\"")
        .body("progress.find { it.volet == 'DENTAL' }.done", equalTo(1))
        .body(
            "items.find { it.commitment == 'DENTAL_YEARLY_RECALL' }.reference",
            equalTo("armoire qualité"));
    tell(finess, "").statusCode(428);
    asManager(finess)
        .header("If-None-Match", "*")
        .body("{\"items\": []}")
        .put(commitments(finess))
        .then()
        .statusCode(412);
    asManager(finess)
        .header("If-Match", "\"1\"")
        .body("{\"items\": []}")
        .put(commitments(finess))
        .then()
        .statusCode(200)
        .body("version", equalTo(2));
    asManager(finess)
        .header("If-None-Match", "\"2\"")
        .get(commitments(finess))
        .then()
        .statusCode(304);
    asManager(newCentre()).get(commitments(finess)).then().statusCode(404);
    asManager(newCentre()).body("{\"items\": []}").put(commitments(finess)).then().statusCode(404);
    asManager(finess)
        .get("/v1/centres/" + finess + "/coordination-commitments/1999")
        .then()
        .statusCode(400);
    asManager(finess)
        .body("{\"items\": []}")
        .put("/v1/centres/" + finess + "/coordination-commitments/1999")
        .then()
        .statusCode(400);
  }

  @Test
  void the_second_half_of_nursing_waits_for_form_and_report() {
    String finess = newCentre();
    apply(
            finess,
            "NURSING",
            """
            {"sentOn": "2014-03-01", "answer": "ACCEPTED", "answeredOn": "2014-03-10"}
            """)
        .statusCode(200);
    asManager(finess)
        .body("{\"humanResources\": {\"nursingFteLastYear\": 4}}")
        .put(quarter(finess, "2014-Q2"))
        .then()
        .statusCode(201);
    asManager(finess)
        .body("{}")
        .post(quarter(finess, "2014-Q2") + "/submission")
        .then()
        .statusCode(200);

    String summary = "/v1/centres/" + finess + "/coordination-summary?on=";
    asArs93().get(summary + "2014-03-09").then().body("nursingHalves", empty());
    asArs93()
        .get(summary + "2014-03-10")
        .then()
        .body("nursingHalves.state", contains("DUE", "NOT_YET"))
        .body("nursingHalves[0].missingReason", equalTo("FTE_NOT_DECLARED"));
    asArs93()
        .get(summary + "2015-03-10")
        .then()
        .body("nursingHalves.state", contains("DUE", "AWAITS_DOCUMENTS", "DUE", "NOT_YET"))
        .body("nursingHalves[0].amount", equalTo(6464.00f))
        .body("nursingHalves[0].quarter", equalTo("2014-Q2"))
        .body("nursingHalves[1].awaited", hasSize(2))
        .body("years.find { it.year == 2014 }.due", equalTo(6464.00f));
    tell(
            finess,
            done("NURSING_COMMITMENT_FORM", "2015-03-01")
                + ","
                + done("NURSING_ACTIVITY_REPORT", "2015-04-02"))
        .statusCode(200);
    asArs93()
        .get(summary + "2015-04-02")
        .then()
        .body("nursingHalves[1].state", equalTo("DUE"))
        .body("nursingHalves[1].dueOn", equalTo("2015-04-02"))
        .body("lines.findAll { it.volet == 'NURSING' }.half", contains(1, 1, 2));

    asArs93()
        .body("{\"closedOn\": \"2014-12-31\"}")
        .post("/v1/centres/" + finess + "/closure")
        .then()
        .statusCode(200);
    asArs93()
        .get(summary + "2015-04-02")
        .then()
        .statusCode(200)
        .body("nursingHalves.state", contains("DUE", "NOT_YET"));
    asManager(finess).get(commitments(finess)).then().statusCode(200).body("version", equalTo(1));
  }

  @Test
  void parameters_are_dated_and_have_a_source() {
    as(Tokens.administrator())
        .body(
            """
            {"code": "DAYS_UNTIL_DEEMED_ACCEPTED", "validFrom": "2991-01-01", "value": 20,
             "source": "essai"}
            """)
        .post(PARAMETERS)
        .then()
        .statusCode(201)
        .body("value", equalTo(20));
    asArs93()
        .get(PARAMETERS)
        .then()
        .statusCode(200)
        .body("items.source", hasItem("essai"))
        .body("items.find { it.code == 'FEWEST_FILES_OF_FIRST_BATCH' }.value", equalTo(150));
    as(Tokens.administrator())
        .body("{\"value\": 0}")
        .post(PARAMETERS)
        .then()
        .statusCode(422)
        .body("errors", hasSize(4));
  }

  @ParameterizedTest
  @ValueSource(strings = {"option_parameter", "coordination_application", "coordination_checklist"})
  void the_database_itself_keeps_what_was_said(String table) {
    String finess = newCentre();
    apply(finess, "MEDICAL", "{\"sentOn\": \"2014-03-01\"}").statusCode(200);
    tell(finess, "").statusCode(200);
    assertThatThrownBy(
            () -> {
              try (Connection connection = database.getConnection();
                  Statement statement = connection.createStatement()) {
                statement.executeUpdate("delete from " + table);
              }
            })
        .hasMessageContaining("is kept");
  }
}
