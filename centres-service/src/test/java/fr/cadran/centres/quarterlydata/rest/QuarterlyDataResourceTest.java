package fr.cadran.centres.quarterlydata.rest;

import static fr.cadran.centres.Calls.QUARTER;
import static fr.cadran.centres.Calls.asEditor;
import static fr.cadran.centres.Calls.asManager;
import static fr.cadran.centres.Calls.draft;
import static fr.cadran.centres.Calls.newCentreWithMandat;
import static fr.cadran.centres.Calls.passages;
import static fr.cadran.centres.Calls.quarter;
import static fr.cadran.centres.Calls.submit;
import static fr.cadran.centres.Calls.submitted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import fr.cadran.testing.contract.ContractChecked;
import fr.cadran.testing.infra.CadranTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(CadranTestResource.class)
@ContractChecked
class QuarterlyDataResourceTest {
  private static final String NEGATIVE_NON_VENUE =
      """
      {"patients": {"appointments": 100, "passages": 150, "withoutAppointment": 10}}
      """;

  @Test
  void a_draft_is_saved_read_and_replaced_under_its_tag() {
    String finess = newCentreWithMandat();
    String tag = draft(finess, QUARTER, passages(1500));

    asEditor()
        .get(quarter(finess, QUARTER))
        .then()
        .statusCode(200)
        .header("ETag", tag)
        .body("state", equalTo("DRAFT"))
        .body("version", nullValue())
        .body("patients.passages", equalTo(1500))
        .body("patients.keySet()", contains("passages"));
    asEditor().header("If-None-Match", tag).get(quarter(finess, QUARTER)).then().statusCode(304);
    asEditor().body(passages(1)).put(quarter(finess, QUARTER)).then().statusCode(428);
    asEditor()
        .header("If-None-Match", "*")
        .body(passages(1))
        .put(quarter(finess, QUARTER))
        .then()
        .statusCode(412);
    asEditor()
        .header("If-Match", tag)
        .body(passages(1400))
        .put(quarter(finess, QUARTER))
        .then()
        .statusCode(200)
        .body("patients.passages", equalTo(1400));
    asEditor()
        .header("If-Match", tag)
        .body(passages(1300))
        .put(quarter(finess, QUARTER))
        .then()
        .statusCode(412)
        .body("code", equalTo("STALE_ETAG"));
    asEditor().get(quarter(finess, QUARTER)).then().body("patients.passages", equalTo(1400));
  }

  @Test
  void the_first_draft_says_where_it_is_and_replaces_nothing() {
    String finess = newCentreWithMandat();

    asEditor()
        .header("If-Match", "\"d1\"")
        .body(passages(1))
        .put(quarter(finess, QUARTER))
        .then()
        .statusCode(412);
    asEditor()
        .header("If-None-Match", "*")
        .body(passages(1))
        .put(quarter(finess, QUARTER))
        .then()
        .statusCode(201)
        .header("Location", endsWith(quarter(finess, QUARTER)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"patients\": {\"passages\":                  | 400 | MALFORMED_JSON | |",
        "{\"patients\": {\"visits\": 1}}                | 400 | UNKNOWN_FIELD | UNKNOWN_FIELD |"
            + " /patients/visits",
        "{\"patients\": {\"passages\": \"12\"}}         | 400 | WRONG_TYPE | WRONG_TYPE |"
            + " /patients/passages",
        "{\"patients\": {\"passages\": 1.5}}            | 400 | WRONG_TYPE | WRONG_TYPE |"
            + " /patients/passages",
        "{\"activity\": {}}                             | 400 | WRONG_TYPE | WRONG_TYPE |"
            + " /activity",
        "{\"finance\": {\"purchases\": {\"basis\": \"YEAR\"}}} | 400 | WRONG_TYPE | WRONG_TYPE |"
            + " /finance/purchases/basis",
        "{\"patients\": {\"passages\": -1}}             | 422 | INVALID | NEGATIVE |"
            + " /patients/passages",
        "{\"patients\": {\"answerRate\": 1.2}}          | 422 | INVALID | RATE_OUT_OF_RANGE |"
            + " /patients/answerRate",
        "{\"finance\": {\"unpaidPatients\": 1.005}}     | 422 | INVALID |"
            + " AMOUNT_HAS_MORE_THAN_TWO_DECIMALS | /finance/unpaidPatients",
        "{\"finance\": {\"unpaidPatients\": 1e999999}}  | 422 | INVALID | TOO_LARGE |"
            + " /finance/unpaidPatients",
        "{\"finance\": {\"unpaidPatients\": -1}}        | 422 | INVALID | NEGATIVE |"
            + " /finance/unpaidPatients",
        "{\"activity\": [{\"specialty\": \"ASTROLOGIE\"}]} | 422 | INVALID | UNKNOWN_SPECIALTY |"
            + " /activity/0/specialty",
        "{\"activity\": [{\"specialty\": \"ORL\"}, {\"specialty\": \"ORL\"}]} | 422 | INVALID |"
            + " DUPLICATE_SPECIALTY | /activity/1/specialty",
        "{\"activity\": [{\"specialty\": \"ORL\", \"vacations\": [{\"practitioner\": \"Dr"
            + " Martin\"}]}]} | 422 | INVALID | PRACTITIONER_ID_INVALID |"
            + " /activity/0/vacations/0/practitioner",
        "{\"openingHours\": {\"monday\": {\"morning\": {\"start\": \"12:00\", \"end\":"
            + " \"08:00\"}}}} | 422 | INVALID | CLOSES_BEFORE_OPENING |"
            + " /openingHours/monday/morning/end",
        "{\"openingHours\": {\"monday\": {\"morning\": {\"start\": \"12:00\"}}}} | 422 | INVALID |"
            + " OPENING_HOURS_INCOMPLETE | /openingHours/monday/morning/end",
      })
  void a_bad_draft_is_refused_with_its_place_and_nothing_is_written(
      String body, int status, String code, String fault, String pointer) {
    String finess = newCentreWithMandat();
    var answer =
        asEditor()
            .body(body)
            .put(quarter(finess, QUARTER))
            .then()
            .statusCode(status)
            .contentType("application/problem+json")
            .body("code", equalTo(code));
    if (pointer != null) {
      answer.body("errors[0].pointer", equalTo(pointer)).body("errors[0].code", equalTo(fault));
    }
    asEditor().get(quarter(finess, QUARTER)).then().statusCode(404);
  }

  @Test
  void a_refusal_does_not_repeat_what_may_be_a_name() {
    String finess = newCentreWithMandat();
    String body =
        """
        {"activity": [{"specialty": "ORL", "vacations": [{"practitioner": "Camille Exemple"}]}]}
        """;

    String answer =
        asEditor()
            .body(body)
            .put(quarter(finess, QUARTER))
            .then()
            .statusCode(422)
            .extract()
            .asString();
    assertThat(answer).doesNotContain("Camille");
  }

  @Test
  void quarters_that_are_to_come_or_are_none_are_refused() {
    String finess = newCentreWithMandat();

    asEditor()
        .body(passages(1))
        .put(quarter(finess, "2999-Q1"))
        .then()
        .statusCode(422)
        .body("errors[0].code", equalTo("QUARTER_IN_FUTURE"));
    for (String none : List.of("2013-Q5", "2013", "2013-q3")) {
      asEditor()
          .body(passages(1))
          .put(quarter(finess, none))
          .then()
          .statusCode(400)
          .body("code", equalTo("INVALID_PARAMETER"))
          .body("errors[0].code", equalTo("QUARTER_INVALID"));
    }
  }

  @Test
  void bodies_that_are_too_large_or_of_another_media_type_are_refused() {
    String finess = newCentreWithMandat();

    asEditor()
        .body("{\"x\": \"" + "x".repeat(5_000_000) + "\"}")
        .put(quarter(finess, QUARTER))
        .then()
        .statusCode(413)
        .body("code", equalTo("BODY_TOO_LARGE"));
    asEditor()
        .contentType("text/csv")
        .body("passages;1500")
        .put(quarter(finess, QUARTER))
        .then()
        .statusCode(415)
        .body("code", equalTo("UNSUPPORTED_MEDIA_TYPE"));
  }

  @Test
  void a_submission_tells_every_finding_and_writes_nothing() {
    String finess = newCentreWithMandat();
    draft(
        finess,
        QUARTER,
        """
        {"patients": {"callsReceived": 10, "callsAnswered": 11, "appointments": 100, "passages": 150,
                      "withoutAppointment": 10},
         "activity": [{"specialty": "DENTAIRE", "acts": 10, "revenue": 100.00, "ccamActs": 11,
                       "ccamRevenue": 100.01}]}
        """);

    asEditor()
        .body("{\"acknowledgedWarnings\": [\"OUT_OF_HISTORY:patients.passages\"]}")
        .post(quarter(finess, QUARTER) + "/submission")
        .then()
        .statusCode(422)
        .body("code", equalTo("SUBMISSION_REFUSED"))
        .body(
            "errors.code",
            containsInAnyOrder(
                "CCAM_ACTS_ABOVE_ACTS",
                "CCAM_REVENUE_ABOVE_REVENUE",
                "RATE_OUT_OF_RANGE",
                "NEGATIVE_NON_VENUE",
                "UNKNOWN_ACKNOWLEDGEMENT"))
        .body(
            "errors.find { it.code == 'NEGATIVE_NON_VENUE' }.acknowledgement",
            equalTo("NEGATIVE_NON_VENUE:patients.passages"))
        .body(
            "errors.find { it.code == 'CCAM_ACTS_ABOVE_ACTS' }.pointer",
            equalTo("/activity/0/ccamActs"))
        .body(
            "errors.find { it.code == 'UNKNOWN_ACKNOWLEDGEMENT' }.pointer",
            equalTo("/acknowledgedWarnings/0"));
    asEditor()
        .get(quarter(finess, QUARTER) + "/versions")
        .then()
        .statusCode(200)
        .body("items", empty());
  }

  @Test
  void an_acknowledged_warning_passes_and_is_kept() {
    String finess = newCentreWithMandat();
    draft(finess, QUARTER, NEGATIVE_NON_VENUE);
    String acknowledged = "NEGATIVE_NON_VENUE:patients.passages";

    asEditor()
        .body(Map.of("acknowledgedWarnings", List.of(acknowledged)))
        .post(quarter(finess, QUARTER) + "/submission")
        .then()
        .statusCode(200)
        .body("quarter", equalTo("2013-Q3"))
        .body("version", equalTo(1))
        .body("state", equalTo("SUBMITTED"))
        .body("submittedBy", equalTo("editor-demo"))
        .body("acknowledgedWarnings", contains(acknowledged));
  }

  @Test
  void the_dry_run_says_what_the_submission_would_say_and_stores_nothing() {
    String finess = newCentreWithMandat();
    String tag = draft(finess, QUARTER, NEGATIVE_NON_VENUE);
    String path = quarter(finess, QUARTER);

    List<Map<String, Object>> foretold =
        asEditor()
            .body("{}")
            .post(path + "/checks")
            .then()
            .statusCode(200)
            .body("accepted", equalTo(false))
            .extract()
            .path("errors");
    List<Map<String, Object>> told =
        asEditor()
            .body("{}")
            .post(path + "/submission")
            .then()
            .statusCode(422)
            .extract()
            .path("errors");
    assertThat(foretold).isEqualTo(told).hasSize(1);

    String body = "{\"acknowledgedWarnings\": [\"NEGATIVE_NON_VENUE:patients.passages\"]}";
    asEditor()
        .body(body)
        .post(path + "/checks")
        .then()
        .statusCode(200)
        .body("accepted", equalTo(true))
        .body("errors", empty())
        .body("acknowledged.code", contains("NEGATIVE_NON_VENUE"));
    asEditor().get(path).then().header("ETag", tag).body("state", equalTo("DRAFT"));
  }

  @Test
  void acknowledgements_that_are_none_are_refused_with_their_place() {
    String finess = newCentreWithMandat();
    draft(finess, QUARTER, passages(1500));

    for (String call : List.of("/checks", "/submission")) {
      asEditor()
          .body(Map.of("acknowledgedWarnings", List.of("x".repeat(201))))
          .post(quarter(finess, QUARTER) + call)
          .then()
          .statusCode(422)
          .body("code", equalTo("INVALID"))
          .body("errors[0].code", equalTo("WRONG_SIZE"));
    }
  }

  @Test
  void history_warns_of_a_figure_far_from_it() {
    String finess = newCentreWithMandat();
    submitted(finess, "2012-Q3", passages(1000));
    submitted(finess, "2012-Q4", passages(990));
    submitted(finess, "2013-Q1", passages(1010));
    submitted(finess, "2013-Q2", passages(1005));
    draft(finess, QUARTER, passages(9000));

    asEditor()
        .body("{}")
        .post(quarter(finess, QUARTER) + "/submission")
        .then()
        .statusCode(422)
        .body("errors.acknowledgement", contains("OUT_OF_HISTORY:patients.passages"));
  }

  @Test
  void what_is_submitted_is_not_submitted_again() {
    String finess = newCentreWithMandat();
    submitted(finess, QUARTER, passages(1500));

    asEditor()
        .body("{}")
        .post(quarter(finess, QUARTER) + "/submission")
        .then()
        .statusCode(409)
        .body("code", equalTo("NOTHING_TO_SUBMIT"));
    asEditor()
        .body("{}")
        .post(quarter(finess, QUARTER) + "/checks")
        .then()
        .statusCode(409)
        .body("code", equalTo("NOTHING_TO_SUBMIT"));
    asEditor().body("{}").post(quarter(finess, "2013-Q2") + "/submission").then().statusCode(404);
  }

  @Test
  void a_correction_makes_version_two_and_both_stay_readable() {
    String finess = newCentreWithMandat();
    String tag = submitted(finess, QUARTER, passages(1500));
    String path = quarter(finess, QUARTER);

    asEditor().body(passages(1400)).put(path).then().statusCode(428);
    asEditor()
        .header("If-Match", tag)
        .body("{\"patients\": {\"passages\": 1400, \"newPatients\": 12}}")
        .put(path)
        .then()
        .statusCode(200)
        .body("state", equalTo("DRAFT"))
        .body("version", equalTo(1));
    submit(finess, QUARTER);

    asEditor().get(path).then().body("version", equalTo(2)).body("state", equalTo("SUBMITTED"));
    asEditor()
        .get(path + "/versions")
        .then()
        .statusCode(200)
        .body("items.version", contains(1, 2))
        .body("next", nullValue());
    asEditor()
        .get(path + "/versions/1")
        .then()
        .statusCode(200)
        .header("ETag", "\"v1\"")
        .body("patients.passages", equalTo(1500));
    asEditor().header("If-None-Match", "\"v1\"").get(path + "/versions/1").then().statusCode(304);
    asEditor().get(path + "/versions/2").then().body("patients.passages", equalTo(1400));
    asEditor().get(path + "/versions/3").then().statusCode(404);
    asEditor()
        .get(path + "/versions/2/diff")
        .then()
        .statusCode(200)
        .body("against", equalTo(1))
        .body("differences.path", contains("patients.passages", "patients.newPatients"))
        .body("differences[0].before", equalTo(1500))
        .body("differences[0].after", equalTo(1400))
        .body("differences[1].before", nullValue());
    asEditor()
        .get(path + "/versions/1/diff?against=2")
        .then()
        .statusCode(200)
        .body("differences[0].before", equalTo(1400));
    asEditor().get(path + "/versions/1/diff").then().statusCode(404);
    asEditor().get(path + "/versions/2/diff?against=0").then().statusCode(400);
  }

  @Test
  void a_submission_checks_the_tag_when_it_is_sent() {
    String finess = newCentreWithMandat();
    String tag = draft(finess, QUARTER, passages(1500));

    asEditor()
        .header("If-Match", "\"d99\"")
        .body("{}")
        .post(quarter(finess, QUARTER) + "/submission")
        .then()
        .statusCode(412)
        .body("code", equalTo("STALE_ETAG"));
    asEditor()
        .header("If-Match", tag)
        .body("{}")
        .post(quarter(finess, QUARTER) + "/submission")
        .then()
        .statusCode(200);
  }

  @Test
  void a_repeated_submission_is_answered_once_more_and_not_done_again() {
    String finess = newCentreWithMandat();
    draft(finess, QUARTER, passages(1500));
    String key = UUID.randomUUID().toString();

    for (int i = 0; i < 2; i++) {
      asEditor()
          .header("Idempotency-Key", key)
          .body("{}")
          .post(quarter(finess, QUARTER) + "/submission")
          .then()
          .statusCode(200)
          .body("version", equalTo(1));
    }
    asEditor()
        .header("Idempotency-Key", key)
        .body("{\"acknowledgedWarnings\": [\"X:y\"]}")
        .post(quarter(finess, QUARTER) + "/submission")
        .then()
        .statusCode(422)
        .body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
    asEditor().get(quarter(finess, QUARTER) + "/versions").then().body("items", hasSize(1));
  }

  @Test
  void of_submissions_at_once_exactly_one_makes_a_version()
      throws InterruptedException, ExecutionException {
    String finess = newCentreWithMandat();
    draft(finess, QUARTER, passages(1500));
    String path = quarter(finess, QUARTER) + "/submission";

    List<Integer> statuses = atOnce(6, () -> asEditor().body("{}").post(path));

    assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
    assertThat(statuses).filteredOn(status -> status == 409).hasSize(5);
    asEditor()
        .get(quarter(finess, QUARTER) + "/versions")
        .then()
        .body("items.version", contains(1));
  }

  @Test
  void of_first_drafts_at_once_exactly_one_is_created()
      throws InterruptedException, ExecutionException {
    String finess = newCentreWithMandat();

    List<Integer> statuses =
        atOnce(6, () -> asEditor().body(passages(1)).put(quarter(finess, QUARTER)));

    assertThat(statuses).filteredOn(status -> status == 201).hasSize(1);
    assertThat(statuses).filteredOn(status -> status == 428).hasSize(5);
  }

  private static List<Integer> atOnce(int times, Callable<Response> call)
      throws InterruptedException, ExecutionException {
    try (ExecutorService callers = Executors.newFixedThreadPool(times)) {
      List<Future<Response>> answers = callers.invokeAll(Collections.nCopies(times, call));
      List<Integer> statuses = new ArrayList<>();
      for (Future<Response> answer : answers) {
        statuses.add(answer.get().statusCode());
      }
      return statuses;
    }
  }

  @Test
  void quarters_are_listed_the_latest_first() {
    String finess = newCentreWithMandat();
    asEditor()
        .get("/v1/centres/" + finess + "/quarterly-data")
        .then()
        .statusCode(200)
        .body("items", empty());
    submitted(finess, "2013-Q1", passages(1));
    submitted(finess, "2013-Q2", passages(2));
    draft(finess, QUARTER, passages(3));

    var first =
        asEditor()
            .queryParam("limit", 2)
            .get("/v1/centres/" + finess + "/quarterly-data")
            .then()
            .statusCode(200)
            .body("items.quarter", contains("2013-Q3", "2013-Q2"))
            .body("items[0].state", equalTo("DRAFT"))
            .body("items[0].version", nullValue())
            .body("items[1].version", equalTo(1))
            .extract();
    asEditor()
        .urlEncodingEnabled(false)
        .get(first.<String>path("next"))
        .then()
        .statusCode(200)
        .body("items.quarter", contains("2013-Q1"));
    asEditor()
        .queryParam("cursor", "eA")
        .get("/v1/centres/" + finess + "/quarterly-data")
        .then()
        .statusCode(400);
  }

  @Test
  void a_manager_saves_and_submits_without_any_editor() {
    String finess = newCentreWithMandat();

    asManager(finess).body(passages(1500)).put(quarter(finess, QUARTER)).then().statusCode(201);
    asManager(finess)
        .body("{}")
        .post(quarter(finess, QUARTER) + "/submission")
        .then()
        .statusCode(200)
        .body("version", equalTo(1));
  }

  @Test
  void the_register_of_the_option_contradicts_what_is_declared_otherwise() {
    String finess = newCentreWithMandat();
    String path = quarter(finess, QUARTER);
    draft(finess, QUARTER, "{\"patients\": {\"optionMemberships\": 2, \"optionRenewals\": 2}}");
    asEditor().body("{}").post(path + "/checks").then().body("accepted", equalTo(true));
    int number = 1000;
    for (String started : List.of("2012-08-15", "2013-07-01", "2013-09-30", "2013-10-01")) {
      asManager(finess)
          .body(
              Map.of(
                  "volet",
                  "MEDICAL",
                  "reference",
                  "P7K2-" + number++,
                  "coordinatingDoctor",
                  "p1",
                  "startedOn",
                  started))
          .post("/v1/centres/" + finess + "/coordination-memberships")
          .then()
          .statusCode(201);
    }

    asEditor()
        .body("{}")
        .post(path + "/checks")
        .then()
        .statusCode(200)
        .body("accepted", equalTo(false))
        .body(
            "errors.acknowledgement", contains("OPTION_REGISTER_MISMATCH:patients.optionRenewals"));
  }

  @Test
  void an_empty_record_is_saved_and_not_submitted() {
    String finess = newCentreWithMandat();
    draft(finess, QUARTER, "{}");

    asEditor()
        .body("{}")
        .post(quarter(finess, QUARTER) + "/submission")
        .then()
        .statusCode(422)
        .body("errors.code", hasItem("EMPTY_RECORD"));
  }
}
