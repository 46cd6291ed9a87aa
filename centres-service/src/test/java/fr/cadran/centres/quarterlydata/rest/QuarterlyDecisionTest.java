package fr.cadran.centres.quarterlydata.rest;

import static fr.cadran.centres.Calls.QUARTER;
import static fr.cadran.centres.Calls.asArs93;
import static fr.cadran.centres.Calls.asEditor;
import static fr.cadran.centres.Calls.asManager;
import static fr.cadran.centres.Calls.draft;
import static fr.cadran.centres.Calls.newCentreWithMandat;
import static fr.cadran.centres.Calls.passages;
import static fr.cadran.centres.Calls.quarter;
import static fr.cadran.centres.Calls.submit;
import static fr.cadran.centres.Calls.submitted;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import fr.cadran.testing.contract.ContractChecked;
import fr.cadran.testing.infra.CadranTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(CadranTestResource.class)
@ContractChecked
class QuarterlyDecisionTest {
  private static final String COMMENT = "{\"comment\": \" Passages de quel trimestre ? \"}";

  @Inject DataSource database;

  @Test
  void the_ars_validates_a_version_once_and_everybody_reads_it() {
    String finess = newCentreWithMandat();
    String seen = submitted(finess, QUARTER, passages(1500));
    String path = quarter(finess, QUARTER);

    asArs93()
        .header("If-Match", "\"v9\"")
        .post(path + "/validation")
        .then()
        .statusCode(412)
        .body("code", equalTo("STALE_ETAG"));
    String decided =
        asArs93()
            .header("If-Match", seen)
            .post(path + "/validation")
            .then()
            .statusCode(200)
            .body("state", equalTo("VALIDATED"))
            .body("version", equalTo(1))
            .body("decision.outcome", equalTo("VALIDATED"))
            .body("decision.comment", nullValue())
            .body("decision.decidedAt", notNullValue())
            .body("decision.decidedBy", notNullValue())
            .extract()
            .header("ETag");
    for (String call : new String[] {"/validation", "/return"}) {
      asArs93()
          .body(COMMENT)
          .post(path + call)
          .then()
          .statusCode(409)
          .body("code", equalTo("VERSION_ALREADY_DECIDED"));
    }
    asEditor().get(path).then().statusCode(200).header("ETag", decided);
    asArs93()
        .get("/v1/centres/" + finess + "/quarterly-data")
        .then()
        .statusCode(200)
        .body("items.state", contains("VALIDATED"));
  }

  @Test
  void a_returned_version_is_corrected_by_the_next_one() {
    String finess = newCentreWithMandat();
    submitted(finess, QUARTER, passages(1500));
    String path = quarter(finess, QUARTER);

    asArs93()
        .body(COMMENT)
        .post(path + "/return")
        .then()
        .statusCode(200)
        .body("state", equalTo("RETURNED"))
        .body("decision.comment", equalTo("Passages de quel trimestre ?"));
    asEditor()
        .body("{}")
        .post(path + "/submission")
        .then()
        .statusCode(409)
        .body("code", equalTo("NOTHING_TO_SUBMIT"));
    asManager(finess)
        .header("If-Match", "*")
        .body(passages(1400))
        .put(path)
        .then()
        .statusCode(200)
        .body("state", equalTo("DRAFT"))
        .body("decision.comment", equalTo("Passages de quel trimestre ?"));
    asArs93().get(path).then().body("state", equalTo("RETURNED"));
    submit(finess, QUARTER);
    asArs93()
        .get(path)
        .then()
        .body("state", equalTo("SUBMITTED"))
        .body("version", equalTo(2))
        .body("decision", nullValue());
    asArs93().post(path + "/validation").then().statusCode(200).body("version", equalTo(2));
    asArs93()
        .get(path + "/versions")
        .then()
        .statusCode(200)
        .body("items.decision.outcome", contains("RETURNED", "VALIDATED"));
    asArs93().get(path + "/versions/1").then().body("state", equalTo("RETURNED"));
  }

  @Test
  void the_correction_of_a_validated_record_waits_for_validation_again() {
    String finess = newCentreWithMandat();
    submitted(finess, QUARTER, passages(1500));
    String path = quarter(finess, QUARTER);
    asArs93().post(path + "/validation").then().statusCode(200);

    asEditor().header("If-Match", "*").body(passages(1400)).put(path).then().statusCode(200);
    asArs93().get(path).then().body("state", equalTo("VALIDATED"));
    submit(finess, QUARTER);

    asArs93().get(path).then().body("state", equalTo("SUBMITTED")).body("version", equalTo(2));
    asArs93()
        .get(path + "/versions/1")
        .then()
        .body("state", equalTo("VALIDATED"))
        .body("patients.passages", equalTo(1500));
  }

  @Test
  void nothing_is_decided_of_what_was_not_submitted_and_a_return_says_why() {
    String finess = newCentreWithMandat();
    String path = quarter(finess, QUARTER);
    asArs93().post(path + "/validation").then().statusCode(404);
    draft(finess, QUARTER, passages(1500));
    asArs93().post(path + "/validation").then().statusCode(404);
    asArs93().body(COMMENT).post(path + "/return").then().statusCode(404);
    submit(finess, QUARTER);
    asArs93()
        .body("{\"comment\": \"  \"}")
        .post(path + "/return")
        .then()
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/comment"))
        .body("errors[0].code", equalTo("COMMENT_MISSING"));
    asArs93()
        .header("If-Match", "\"v9\"")
        .body(COMMENT)
        .post(path + "/return")
        .then()
        .statusCode(412);
    asArs93().get(path).then().body("state", equalTo("SUBMITTED"));
  }

  @Test
  void a_repeated_decision_is_answered_once_more() {
    String finess = newCentreWithMandat();
    submitted(finess, QUARTER, passages(1500));
    String path = quarter(finess, QUARTER);
    String key = UUID.randomUUID().toString();

    for (int i = 0; i < 2; i++) {
      asArs93()
          .header("Idempotency-Key", key)
          .body(COMMENT)
          .post(path + "/return")
          .then()
          .statusCode(200)
          .body("state", equalTo("RETURNED"));
    }
    asArs93()
        .header("Idempotency-Key", key)
        .post(path + "/validation")
        .then()
        .statusCode(422)
        .body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
  }

  @Test
  void the_database_itself_refuses_to_change_a_decision() throws SQLException {
    String finess = newCentreWithMandat();
    submitted(finess, QUARTER, passages(1500));
    asArs93().post(quarter(finess, QUARTER) + "/validation").then().statusCode(200);

    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      assertThatThrownBy(() ->
              statement.execute(
                  "delete from quarterly_decision where centre = '%s'".formatted(finess)))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("immutable");
    }
  }
}
