package fr.cadran.contracts.dialogue.rest;

import static fr.cadran.contracts.ContractCalls.ars;
import static fr.cadran.contracts.ContractCalls.as;
import static fr.cadran.contracts.ContractCalls.cpam;
import static fr.cadran.contracts.ContractCalls.newSigned;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import fr.cadran.contracts.ContractCalls;
import fr.cadran.testing.contract.ContractChecked;
import fr.cadran.testing.infra.CadranTestResource;
import fr.cadran.testing.token.Token;
import fr.cadran.testing.token.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(CadranTestResource.class)
@ContractChecked
class EvidenceResourceTest {
  private static final String PDF = "application/pdf";
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final byte[] BILAN = bytes("%PDF-1.7 bilan \u0000\u00ff");
  private static final int LIMIT = 2 * 1024 * 1024;

  @Inject DataSource database;

  private static byte[] bytes(String latin) {
    return latin.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String sha256(byte[] content) throws NoSuchAlgorithmException {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
  }

  private static String dialogue(ContractCalls.Signed signed, int number) {
    return "/v1/contracts/" + signed.contract() + "/dialogues-de-gestion/" + number;
  }

  /** Sends bytes as they are, and waits for the word of the server before a large body. */
  private static RestAssuredConfig asTheyAre(String type) {
    return RestAssured.config()
        .encoderConfig(
            RestAssured.config()
                .getEncoderConfig()
                .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                .encodeContentTypeAs(type, ContentType.BINARY))
        .httpClient(
            RestAssured.config()
                .getHttpClientConfig()
                .setParam("http.protocol.expect-continue", true));
  }

  private static ValidatableResponse upload(
      Token token, String path, String type, String label, byte[] content) {
    return given()
        .config(asTheyAre(type))
        .auth()
        .oauth2(token.jwt())
        .contentType(type)
        .queryParam("label", label)
        .body(content)
        .post(path + "/evidence")
        .then();
  }

  private static ValidatableResponse enter(Token token, String path, String hash) {
    return as(token)
        .header("If-Match", as(ars()).get(path).getHeader("ETag"))
        .body(
            "{\"values\": [{\"code\": \"patients-parcours\", \"value\": 10, \"evidence\":"
                + " [{\"link\": \"https://cpts.example/bilan.pdf\"}, {\"fileHash\": \""
                + hash
                + "\"}]}]}")
        .put(path + "/results")
        .then();
  }

  private static void agreeAll(ContractCalls.Signed signed, String path) {
    String hash = as(ars()).get(path).then().statusCode(200).extract().path("hash");
    for (Token token : List.of(signed.coordinator(), cpam(), ars())) {
      as(token)
          .body("{\"hash\": \"" + hash + "\"}")
          .post(path + "/agreement")
          .then()
          .statusCode(201);
    }
  }

  private static ContractCalls.Signed newStarted() {
    ContractCalls.Signed signed = newSigned("\"ACCES_SOINS\"");
    int number =
        as(signed.coordinator())
            .body(
                "{\"on\": \"2022-09-01\", \"indicators\": [{\"code\": \"patients-parcours\","
                    + " \"weight\": 1, \"baseline\": 0, \"targets\": {\"1\": 15}}]}")
            .post("/v1/contracts/" + signed.contract() + "/missions/ACCES_SOINS/start")
            .then()
            .statusCode(201)
            .extract()
            .path("number");
    agreeAll(signed, dialogue(signed, number));
    return signed;
  }

  @Test
  void a_file_is_uploaded_listed_and_read_back_byte_for_byte() throws NoSuchAlgorithmException {
    ContractCalls.Signed signed = newSigned("\"ACCES_SOINS\"");
    String path = dialogue(signed, 2);
    as(ars()).get(path + "/evidence").then().statusCode(200).body("items", empty());
    String hash = sha256(BILAN);
    upload(signed.coordinator(), path, PDF, "Bilan annuel – été", BILAN)
        .statusCode(201)
        .header("Location", endsWith(path + "/evidence/" + hash))
        .body("hash", equalTo(hash))
        .body("label", equalTo("Bilan annuel – été"))
        .body("contentType", equalTo(PDF))
        .body("size", equalTo(BILAN.length))
        .body("uploadedAt", notNullValue());
    for (Token reader : List.of(signed.coordinator(), cpam(), ars(), Tokens.auditor())) {
      as(reader)
          .get(path + "/evidence")
          .then()
          .statusCode(200)
          .body("items.hash", contains(hash))
          .body("items.label", contains("Bilan annuel – été"));
      byte[] read =
          given()
              .auth()
              .oauth2(reader.jwt())
              .get(path + "/evidence/" + hash)
              .then()
              .statusCode(200)
              .contentType(PDF)
              .header("Content-Disposition", "attachment; filename=\"" + hash + ".pdf\"")
              .header("X-Content-Type-Options", "nosniff")
              .header("ETag", "\"" + hash + "\"")
              .extract()
              .asByteArray();
      assertThat(read).isEqualTo(BILAN);
    }
    given()
        .auth()
        .oauth2(ars().jwt())
        .header("If-None-Match", "\"" + hash + "\"")
        .get(path + "/evidence/" + hash)
        .then()
        .statusCode(304);
  }

  @Test
  void the_same_file_twice_is_one_file_with_the_same_answer() {
    ContractCalls.Signed signed = newSigned("\"ACCES_SOINS\"");
    String path = dialogue(signed, 2);
    String first =
        upload(signed.coordinator(), path, PDF, "Bilan", BILAN)
            .statusCode(201)
            .extract()
            .asString();
    String again =
        upload(signed.coordinator(), path, PDF, "Autre nom", BILAN)
            .statusCode(200)
            .extract()
            .asString();
    assertThat(again).isEqualTo(first);
    as(ars()).get(path + "/evidence").then().body("items.label", contains("Bilan"));
    // Of another dialogue it is another file.
    upload(signed.coordinator(), dialogue(signed, 3), PDF, "Bilan", BILAN).statusCode(201);
  }

  @Test
  void every_accepted_type_comes_back_as_what_it_is() {
    ContractCalls.Signed signed = newSigned("\"ACCES_SOINS\"");
    String path = dialogue(signed, 2);
    for (List<String> one :
        List.of(
            List.of("image/png", "\u0089PNG\r\n\u001a\n..", "png"),
            List.of("image/jpeg", "\u00ff\u00d8\u00ff\u00e0..", "jpg"),
            List.of("text/csv", "mois;patients\n1;12\n", "csv"),
            List.of("text/plain", "Douze patients.", "txt"),
            List.of(XLSX, "PK\u0003\u0004..", "xlsx"))) {
      String hash =
          upload(signed.coordinator(), path, one.get(0), "Pièce", bytes(one.get(1)))
              .statusCode(201)
              .body("contentType", equalTo(one.get(0)))
              .extract()
              .path("hash");
      byte[] read =
          given()
              .auth()
              .oauth2(cpam().jwt())
              .get(path + "/evidence/" + hash)
              .then()
              .statusCode(200)
              .contentType(startsWith(one.get(0)))
              .header("Content-Disposition", endsWith("." + one.get(2) + "\""))
              .header("X-Content-Type-Options", "nosniff")
              .extract()
              .asByteArray();
      assertThat(read).isEqualTo(bytes(one.get(1)));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "application/pdf, not a pdf",
    "image/png, %PDF-1.7",
    "image/jpeg, %PDF-1.7",
    "text/csv, caf\u00e9",
    "text/plain, \u00ff\u00fe",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet, %PDF-1.7",
    "application/pdf, ''",
    "text/plain, ''"
  })
  void a_file_that_is_not_what_it_is_said_to_be_is_refused(String type, String content) {
    ContractCalls.Signed signed = newSigned("\"ACCES_SOINS\"");
    String path = dialogue(signed, 2);
    upload(signed.coordinator(), path, type, "Bilan", bytes(content))
        .statusCode(422)
        .body("code", equalTo("FILE_IS_NOT_ITS_TYPE"));
    as(ars()).get(path + "/evidence").then().body("items", empty());
  }

  @Test
  void a_file_of_two_megabytes_is_taken_and_one_byte_more_is_not() {
    ContractCalls.Signed signed = newSigned("\"ACCES_SOINS\"");
    String path = dialogue(signed, 2);
    byte[] largest = Arrays.copyOf(BILAN, LIMIT);
    upload(signed.coordinator(), path, PDF, "Bilan", largest)
        .statusCode(201)
        .body("size", equalTo(LIMIT));
    upload(signed.coordinator(), path, PDF, "Bilan", Arrays.copyOf(BILAN, LIMIT + 1))
        .statusCode(413)
        .body("code", equalTo("BODY_TOO_LARGE"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/html", "application/zip", "application/json", "image/svg+xml"})
  void another_type_is_refused(String type) {
    ContractCalls.Signed signed = newSigned("\"ACCES_SOINS\"");
    upload(signed.coordinator(), dialogue(signed, 2), type, "Bilan", BILAN)
        .statusCode(415)
        .body("code", equalTo("UNSUPPORTED_MEDIA_TYPE"));
  }

  @Test
  void a_file_has_a_label() {
    ContractCalls.Signed signed = newSigned("\"ACCES_SOINS\"");
    String path = dialogue(signed, 2);
    given()
        .config(asTheyAre(PDF))
        .auth()
        .oauth2(signed.coordinator().jwt())
        .contentType(PDF)
        .body(BILAN)
        .post(path + "/evidence")
        .then()
        .statusCode(400)
        .body("code", equalTo("INVALID_PARAMETER"));
    for (String label : List.of(" ", "x".repeat(201), "a\u0000b", "a\nb")) {
      upload(signed.coordinator(), path, PDF, label, BILAN)
          .statusCode(400)
          .body("code", equalTo("INVALID_PARAMETER"));
    }
  }

  @Test
  void only_the_cpts_uploads_and_outsiders_see_nothing() throws NoSuchAlgorithmException {
    ContractCalls.Signed signed = newSigned("\"ACCES_SOINS\"");
    String path = dialogue(signed, 2);
    upload(signed.coordinator(), path, PDF, "Bilan", BILAN).statusCode(201);
    for (Token other : List.of(cpam(), ars())) {
      upload(other, path, PDF, "Bilan", BILAN)
          .statusCode(409)
          .body("code", equalTo("NOT_FOR_THIS_PARTY"));
    }
    String hash = sha256(BILAN);
    for (Token outsider :
        List.of(
            Tokens.cpamAgent("751"),
            Tokens.arsAgent("departement:75"),
            Tokens.cptsCoordinator("00000000-0000-7000-8000-000000000001"))) {
      upload(outsider, path, PDF, "Bilan", BILAN).statusCode(404);
      as(outsider).get(path + "/evidence").then().statusCode(404);
      as(outsider).get(path + "/evidence/" + hash).then().statusCode(404);
    }
    upload(signed.coordinator(), dialogue(signed, 99), PDF, "Bilan", BILAN).statusCode(404);
    as(ars()).get(dialogue(signed, 99) + "/evidence").then().statusCode(404);
    as(ars()).get(dialogue(signed, 3) + "/evidence/" + hash).then().statusCode(404);
    as(ars()).get(path + "/evidence/nobody-knows-it").then().statusCode(404);
  }

  @Test
  void results_name_only_files_of_their_dialogue() throws NoSuchAlgorithmException {
    ContractCalls.Signed signed = newStarted();
    String path = dialogue(signed, 2);
    String hash = sha256(BILAN);
    upload(signed.coordinator(), dialogue(signed, 3), PDF, "Bilan", BILAN).statusCode(201);
    enter(signed.coordinator(), path, hash)
        .statusCode(422)
        .body("code", equalTo("FILE_UNKNOWN"))
        .body("errors.pointer", contains("/values/0/evidence/1/fileHash"))
        .body("errors.code", contains("FILE_UNKNOWN"));
    upload(signed.coordinator(), path, PDF, "Bilan", BILAN).statusCode(201);
    enter(signed.coordinator(), path, hash)
        .statusCode(200)
        .body("results.values[0].evidence[1].fileHash", equalTo(hash));
  }

  @Test
  void a_closed_dialogue_takes_no_file_until_a_correction_opens_it()
      throws NoSuchAlgorithmException {
    ContractCalls.Signed signed = newStarted();
    String path = dialogue(signed, 2);
    upload(signed.coordinator(), path, PDF, "Bilan", BILAN).statusCode(201);
    enter(signed.coordinator(), path, sha256(BILAN)).statusCode(200);
    agreeAll(signed, path);
    as(ars()).post(path + "/closing").then().statusCode(200);
    byte[] list = bytes("patient;mois\n12;3\n");
    upload(signed.coordinator(), path, "text/csv", "Liste", list)
        .statusCode(409)
        .body("code", equalTo("ALREADY_CLOSED"));
    String correction =
        "{\"values\": [{\"code\": \"patients-parcours\", \"value\": 12, \"evidence\":"
            + " [{\"fileHash\": \"%s\"}]}], \"reason\": \"Deux patients oubliés\"}";
    as(signed.coordinator())
        .body(correction.formatted(sha256(list)))
        .post(path + "/corrections")
        .then()
        .statusCode(422)
        .body("code", equalTo("FILE_UNKNOWN"));
    as(signed.coordinator())
        .body(correction.formatted(sha256(BILAN)))
        .post(path + "/corrections")
        .then()
        .body("state", equalTo("REVIEW"));
    upload(signed.coordinator(), path, "text/csv", "Liste", list).statusCode(201);
  }

  @Test
  void a_file_is_kept_as_it_was_uploaded() throws SQLException {
    ContractCalls.Signed signed = newSigned("\"ACCES_SOINS\"");
    upload(signed.coordinator(), dialogue(signed, 2), PDF, "Bilan", BILAN).statusCode(201);
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      for (String change :
          List.of(
              "update dialogue_evidence set label = 'Autre' where contract = '%s'",
              "delete from dialogue_evidence where contract = '%s'",
              "truncate dialogue_evidence")) {
        assertThatThrownBy(() -> statement.execute(change.formatted(signed.contract())))
            .hasMessageContaining("is kept as it was uploaded");
      }
      assertThatThrownBy(() ->
              statement.execute(
                  "insert into dialogue_evidence select contract, 3, hash, label, content_type,"
                      + " size, set_byte(content, 0, 0), subject, client_id, uploaded_at from"
                      + " dialogue_evidence where contract = '%s'".formatted(signed.contract())))
          .hasMessageContaining("check");
    }
  }
}
