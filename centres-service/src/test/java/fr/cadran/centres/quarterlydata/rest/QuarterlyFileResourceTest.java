package fr.cadran.centres.quarterlydata.rest;

import static fr.cadran.centres.Calls.EDITOR;
import static fr.cadran.centres.Calls.QUARTER;
import static fr.cadran.centres.Calls.asArs93;
import static fr.cadran.centres.Calls.asEditor;
import static fr.cadran.centres.Calls.centre;
import static fr.cadran.centres.Calls.draft;
import static fr.cadran.centres.Calls.giveMandat;
import static fr.cadran.centres.Calls.newCentreWithMandat;
import static fr.cadran.centres.Calls.newFiness;
import static fr.cadran.centres.Calls.passages;
import static fr.cadran.centres.Calls.quarter;
import static fr.cadran.centres.Calls.submitted;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.cadran.centres.quarterlydata.domain.ContentFaults;
import fr.cadran.centres.quarterlydata.domain.ContentRules;
import fr.cadran.centres.quarterlydata.domain.QuarterlyContent;
import fr.cadran.centres.quarterlydata.domain.RandomContents;
import fr.cadran.testing.contract.ContractChecked;
import fr.cadran.testing.infra.CadranTestResource;
import fr.cadran.testing.token.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(CadranTestResource.class)
@ContractChecked
class QuarterlyFileResourceTest {
  private static final String XLSX = FileTypes.XLSX;

  @Inject ObjectMapper json;

  private static RequestSpecification sending(String type) {
    return given()
        .config(
            RestAssured.config()
                .encoderConfig(
                    EncoderConfig.encoderConfig()
                        .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                        .encodeContentTypeAs(XLSX, ContentType.BINARY)
                        .encodeContentTypeAs("text/csv", ContentType.TEXT)))
        .auth()
        .oauth2(Tokens.editor(EDITOR).jwt())
        .contentType(type);
  }

  private static Response download(String path) {
    return given().auth().oauth2(Tokens.editor(EDITOR).jwt()).get(path);
  }

  @Test
  void the_bare_template_is_filled_in_and_sent_back() {
    byte[] template =
        download("/v1/quarterly-data/template.xlsx")
            .then()
            .statusCode(200)
            .contentType(XLSX)
            .header("Content-Disposition", containsString("recueil.xlsx"))
            .extract()
            .asByteArray();
    String finess = newCentreWithMandat();
    String path = quarter(finess, QUARTER);

    sending(XLSX)
        .body(template)
        .put(path + ".xlsx")
        .then()
        .statusCode(201)
        .header("Location", endsWith(path))
        .body("state", equalTo("DRAFT"));

    String unknown = quarter("939999999", QUARTER);
    sending(XLSX).body(template).put(unknown + ".xlsx").then().statusCode(404);
    sending("text/csv")
        .body("champ;valeur\npatients.passages;1500\nfin;\n")
        .put(unknown + ".csv")
        .then()
        .statusCode(404);
  }

  @Test
  void what_is_downloaded_comes_back_the_same_in_both_forms() {
    String finess = newCentreWithMandat();
    String path = quarter(finess, QUARTER);
    String tag = draft(finess, QUARTER, text(RandomContents.full()));
    String before = asEditor().get(path).then().extract().jsonPath().getString("serviceData");

    for (String end : List.of(".xlsx", ".csv")) {
      Response file = download(path + end);
      assertThat(file.statusCode()).isEqualTo(200);
      assertThat(file.header("ETag")).isEqualTo(tag);
      given()
          .auth()
          .oauth2(Tokens.editor(EDITOR).jwt())
          .header("If-None-Match", tag)
          .get(path + end)
          .then()
          .statusCode(304);
      String type = end.equals(".csv") ? "text/csv" : XLSX;
      sending(type).body(file.asByteArray()).put(path + end).then().statusCode(428);
      sending(type)
          .header("If-Match", "\"d99\"")
          .body(file.asByteArray())
          .put(path + end)
          .then()
          .statusCode(412);
      tag =
          sending(type)
              .header("If-Match", tag)
              .body(file.asByteArray())
              .put(path + end)
              .then()
              .statusCode(200)
              .extract()
              .header("ETag");
      assertThat(asEditor().get(path).then().extract().jsonPath().getString("serviceData"))
          .isEqualTo(before);
    }
  }

  private String text(QuarterlyContent content) {
    try {
      return json.writeValueAsString(content);
    } catch (JsonProcessingException impossible) {
      throw new AssertionError(impossible);
    }
  }

  @Test
  void csv_makes_a_first_draft_and_says_where_it_is_wrong() {
    String finess = newCentreWithMandat();
    String path = quarter(finess, QUARTER);

    sending("text/csv")
        .body("champ;valeur\npatients.passages;-1\nactivity[ASTROLOGIE].acts;1\nfin;\n")
        .put(path + ".csv")
        .then()
        .statusCode(422)
        .body("code", equalTo("FILE_REFUSED"))
        .body("errors.find { it.code == 'NEGATIVE' }.pointer", equalTo("/patients/passages"))
        .body("errors.find { it.code == 'NEGATIVE' }.line", equalTo(2))
        .body("errors.find { it.code == 'NEGATIVE' }.column", equalTo("B"))
        .body("errors.find { it.code == 'NEGATIVE' }.sheet", nullValue())
        .body("errors.find { it.code == 'UNKNOWN_SPECIALTY' }.line", equalTo(3));
    asEditor().get(path).then().statusCode(404);
    sending("text/csv")
        .body("champ;valeur\npatients.passages;1500\nfin;\n")
        .put(path + ".csv")
        .then()
        .statusCode(201)
        .body("patients.passages", equalTo(1500));
  }

  @Test
  void a_file_that_is_refused_says_sheet_line_and_column_and_writes_nothing() {
    String finess = newCentreWithMandat();
    String path = quarter(finess, QUARTER);
    draft(finess, QUARTER, passages(1500));
    byte[] file = download(path + ".xlsx").asByteArray();
    String other = newCentreWithMandat();

    sending(XLSX)
        .body(file)
        .put(quarter(other, QUARTER) + ".xlsx")
        .then()
        .statusCode(422)
        .body("code", equalTo("FILE_REFUSED"))
        .body("errors[0].code", equalTo("OTHER_CENTRE_OR_QUARTER"))
        .body("errors[0].sheet", equalTo("Lisez-moi"))
        .body("errors[0].line", equalTo(8))
        .body("errors[0].column", equalTo("B"));
    sending(XLSX)
        .body(Arrays.copyOf(file, 2000))
        .put(quarter(other, QUARTER) + ".xlsx")
        .then()
        .statusCode(422)
        .body("errors[0].code", equalTo("FILE_UNREADABLE"));
    asEditor().get(quarter(other, QUARTER)).then().statusCode(404);
    download(quarter(other, QUARTER) + ".xlsx").then().statusCode(404);
    download(quarter(other, QUARTER) + ".csv").then().statusCode(404);
  }

  @Test
  void files_of_another_type_or_too_large_are_refused() {
    String path = quarter(newCentreWithMandat(), QUARTER);

    for (String end : List.of(".xlsx", ".csv")) {
      asEditor()
          .body("{}")
          .put(path + end)
          .then()
          .statusCode(415)
          .body("code", equalTo("UNSUPPORTED_MEDIA_TYPE"));
      sending(end.equals(".csv") ? "text/csv" : XLSX)
          .body(new byte[3_000_000])
          .put(path + end)
          .then()
          .statusCode(413)
          .body("code", equalTo("BODY_TOO_LARGE"));
    }
    download(quarter(newCentreWithMandat(), "2013-Q9") + ".xlsx").then().statusCode(400);
  }

  @Test
  void the_checks_give_back_the_workbook_with_what_they_found() {
    String finess = newCentreWithMandat();
    String path = quarter(finess, QUARTER);
    draft(
        finess,
        QUARTER,
        "{\"patients\": {\"appointments\": 100, \"passages\": 150, \"withoutAppointment\": 10}}");

    byte[] file =
        asEditor()
            .accept(XLSX)
            .body("{}")
            .post(path + "/checks")
            .then()
            .statusCode(200)
            .contentType(XLSX)
            .extract()
            .asByteArray();
    assertThat(
            XlsxReader.read(file, finess, QUARTER, RandomContents.LABELS, json)
                .content()
                .patients()
                .passages())
        .isEqualTo(150);
    asEditor()
        .accept("application/json, " + XLSX)
        .body("{}")
        .post(path + "/checks")
        .then()
        .statusCode(200)
        .contentType("application/json");
  }

  @Test
  void every_bad_file_is_refused_with_its_place_and_nothing_is_written() {
    String finess = newCentreWithMandat();
    String path = quarter(finess, QUARTER);

    for (BadFiles.Bad bad : BadFiles.of(BadFiles.empty(finess, QUARTER))) {
      String end = bad.type().equals(FileTypes.CSV) ? ".csv" : ".xlsx";
      Response dry = sending(bad.type()).body(bad.bytes()).put(path + end + "?dryRun=true");
      Response real = sending(bad.type()).body(bad.bytes()).put(path + end);

      assertThat(real.statusCode()).as(bad.name()).isEqualTo(422);
      assertThat(real.jsonPath().getString("code")).as(bad.name()).isEqualTo("FILE_REFUSED");
      Map<String, Object> place = new TreeMap<>();
      if (bad.place() != null) {
        put(place, "sheet", bad.place().sheet());
        put(place, "line", bad.place().line());
        put(place, "column", bad.place().column());
      }
      put(place, "code", bad.code());
      assertThat(real.jsonPath().<Map<String, Object>>getList("errors"))
          .as(bad.name())
          .anySatisfy(error -> assertThat(error).containsAllEntriesOf(place));
      assertThat(said(dry)).as(bad.name()).isEqualTo(said(real));
    }
    asEditor().get(path).then().statusCode(404);
  }

  private static void put(Map<String, Object> place, String name, Object value) {
    if (value != null) {
      place.put(name, value);
    }
  }

  @Test
  void a_dry_run_of_any_channel_says_what_the_real_run_says_and_stores_nothing() {
    String byJson = newCentreWithMandat();
    String byCsv = newCentreWithMandat();
    String byXlsx = newCentreWithMandat();
    int refused = 0;
    for (int seed = 1; seed <= 10; seed++) {
      QuarterlyContent content = RandomContents.of(seed);
      if (seed % 2 == 0) {
        content = ContentFaults.in(content, seed, json);
      }
      boolean good = ContentRules.errorsOf(content, RandomContents.LABELS.keySet()).isEmpty();
      refused += good ? 0 : 1;
      String quarter = (2000 + seed / 4) + "-Q" + (seed % 4 + 1);
      int expected = good ? 201 : 422;

      String path = quarter(byJson, quarter);
      assertForetold(path, "application/json", path, text(content).getBytes(UTF_8), expected);
      String csv = quarter(byCsv, quarter);
      assertForetold(csv, FileTypes.CSV, csv + ".csv", CsvForm.write(content), expected);
      String xlsx = quarter(byXlsx, quarter);
      byte[] workbook = XlsxWriter.write(byXlsx, quarter, content, RandomContents.LABELS, Map.of());
      assertForetold(xlsx, XLSX, xlsx + ".xlsx", workbook, expected);
      if (good) {
        for (String saved : List.of(path, csv, xlsx)) {
          assertSubmissionForetold(saved);
        }
      }
    }
    assertThat(refused).isBetween(2, 5);
  }

  private static void assertForetold(
      String record, String type, String path, byte[] body, int expected) {
    Response dry = sending(type).body(body).put(path + "?dryRun=true");
    asEditor().get(record).then().statusCode(404);
    Response real = sending(type).body(body).put(path);

    assertThat(real.statusCode()).as(real.asString()).isEqualTo(expected);
    assertThat(dry.statusCode()).isEqualTo(expected == 201 ? 200 : expected);
    assertThat(said(dry)).isEqualTo(said(real));
    asEditor().get(record).then().statusCode(expected == 201 ? 200 : 404);
  }

  /** First with nothing acknowledged, then with every warning. */
  private static void assertSubmissionForetold(String path) {
    String body = "{}";
    for (int i = 0; i < 2; i++) {
      JsonPath foretold =
          asEditor().body(body).post(path + "/checks").then().statusCode(200).extract().jsonPath();
      asEditor().get(path).then().body("state", equalTo("DRAFT"));
      Response told = asEditor().body(body).post(path + "/submission");
      if (foretold.getBoolean("accepted")) {
        assertThat(told.statusCode()).isEqualTo(200);
        return;
      }
      assertThat(told.statusCode()).isEqualTo(422);
      assertThat(told.jsonPath().getList("errors")).isEqualTo(foretold.getList("errors"));
      List<String> warnings = foretold.getList("errors.acknowledgement");
      body =
          warnings.stream()
              .filter(Objects::nonNull)
              .collect(Collectors.joining("\", \"", "{\"acknowledgedWarnings\": [\"", "\"]}"))
              .replace("[\"\"]", "[]");
    }
  }

  private static Map<String, Object> said(Response answer) {
    Map<String, Object> said = new TreeMap<>(answer.jsonPath().getMap(""));
    // When it was said, and under which number it is found in the logs.
    said.remove("changedAt");
    said.remove("traceId");
    return said;
  }

  @Test
  void a_file_corrects_a_validated_record_on_top_of_its_tag_alone() {
    String finess = newCentreWithMandat();
    String path = quarter(finess, QUARTER);
    submitted(finess, QUARTER, passages(1500));
    String tag =
        asArs93().post(path + "/validation").then().statusCode(200).extract().header("ETag");
    byte[] correction =
        "champ;valeur\npatients.passages;1400\nfin;\n".getBytes(StandardCharsets.UTF_8);

    sending(FileTypes.CSV).body(correction).put(path + ".csv").then().statusCode(428);
    asEditor().get(path).then().body("state", equalTo("VALIDATED"));
    sending(FileTypes.CSV)
        .header("If-Match", tag)
        .body(correction)
        .put(path + ".csv")
        .then()
        .statusCode(200)
        .body("state", equalTo("DRAFT"));
    asArs93()
        .get(path)
        .then()
        .body("state", equalTo("VALIDATED"))
        .body("patients.passages", equalTo(1500));
  }

  @Test
  void a_quarter_before_the_centre_opened_is_told_on_the_cover_and_not_submitted() {
    String finess = newFiness();
    asArs93()
        .body(centre(finess).replaceFirst("\\{", "{\"openedOn\": \"2014-01-01\", "))
        .post("/v1/centres")
        .then()
        .statusCode(201);
    giveMandat(finess, EDITOR, "quarterly-data:write");
    String path = quarter(finess, QUARTER);
    draft(finess, QUARTER, passages(1500));

    byte[] checked =
        asEditor().accept(XLSX).body("{}").post(path + "/checks").then().extract().asByteArray();
    assertThat(WorkbookParts.part(checked, "xl/sharedStrings.xml")).contains("CENTRE_NOT_OPEN");
    asEditor()
        .body("{}")
        .post(path + "/submission")
        .then()
        .statusCode(422)
        .body("errors[0].code", equalTo("CENTRE_NOT_OPEN"));
    asArs93().get(path).then().statusCode(404);
  }

  @Test
  void of_two_drafts_on_top_of_one_tag_exactly_one_is_written()
      throws InterruptedException, ExecutionException {
    String finess = newCentreWithMandat();
    String path = quarter(finess, QUARTER);
    String tag = draft(finess, QUARTER, passages(1));

    try (ExecutorService callers = Executors.newFixedThreadPool(4)) {
      List<Future<Response>> answers =
          callers.invokeAll(
              Collections.nCopies(
                  4,
                  () ->
                      sending("text/csv")
                          .header("If-Match", tag)
                          .body("champ;valeur\npatients.passages;2\nfin;\n")
                          .put(path + ".csv")));
      List<Integer> statuses = new ArrayList<>();
      for (Future<Response> answer : answers) {
        statuses.add(answer.get().statusCode());
      }
      assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
      assertThat(statuses).filteredOn(status -> status == 412).hasSize(3);
    }
  }
}
