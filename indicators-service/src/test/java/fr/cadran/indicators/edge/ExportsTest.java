package fr.cadran.indicators.edge;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import fr.cadran.testing.contract.ContractChecked;
import fr.cadran.testing.infra.CadranTestResource;
import fr.cadran.testing.token.Token;
import fr.cadran.testing.token.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(CadranTestResource.class)
@ContractChecked
class ExportsTest {
  private static final String CENTRE = "930000701";
  private static final String MANAGER = "centre-" + CENTRE;
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final String VALUES = "/v1/indicator-values?indicator=taux-decroche&centre=";
  private static final String GAINS = "/v1/centres/" + CENTRE + "/potential-gains";

  private static Response get(Token token, String path, String accept) {
    return given().auth().oauth2(token.jwt()).accept(accept).get(path);
  }

  private static int audited(String operation) {
    return given()
        .auth()
        .oauth2(Tokens.auditor().jwt())
        .queryParam("operation", operation)
        .queryParam("subject", UUID.nameUUIDFromBytes(MANAGER.getBytes(UTF_8)).toString())
        .get("/v1/audit-entries/indicators")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList("items")
        .size();
  }

  private static void filled() {
    CentreMessages.centre(CENTRE, 1, "93", "11");
    for (String quarter : List.of("2013-Q3", "2013-Q4")) {
      CentreMessages.quarterlyData(
          CENTRE,
          quarter,
          1,
          """
          {"patients": {"callsReceived": 10, "callsAnswered": 9},
           "activity": [{"specialty": "MEDECINE_GENERALE", "revenue": 100000.00,
                         "appointmentOutcomes": {"honoured": 1200, "withoutAppointment": 300,
                                                 "cancelled": 110, "notHonoured": 100}}]}
          """);
    }
    await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(100))
        .until(() ->
            get(Tokens.auditor(), VALUES + CENTRE, "application/json")
                        .jsonPath()
                        .getList("items")
                        .size()
                    == 2
                && get(Tokens.auditor(), GAINS, "application/json").statusCode() == 200);
  }

  @Test
  void lists_come_as_csv_and_xlsx_with_every_page_and_the_audit_says_who_took_them()
      throws IOException {
    filled();
    Token manager = Tokens.centreManager(CENTRE);
    assertThat(get(manager, VALUES + CENTRE, "application/json").contentType())
        .startsWith("application/json");
    assertThat(get(manager, VALUES + CENTRE, "*/*").contentType()).startsWith("application/json");
    assertThat(audited("listIndicatorValues")).isZero();

    // A limit of the JSON pages does not cut an export.
    Response csv = get(manager, VALUES + CENTRE + "&limit=1", "text/csv");
    assertThat(csv.statusCode()).isEqualTo(200);
    assertThat(csv.contentType()).startsWith("text/csv");
    assertThat(csv.header("Content-Disposition")).contains("indicator-values.csv");
    List<String> lines = csv.asString().lines().toList();
    assertThat(lines).hasSize(3);
    assertThat(lines.getFirst()).startsWith("id,indicator,levier,centre,");
    assertThat(lines.get(1)).contains(",taux-decroche,NON_VENUE,930000701,").contains(",2013-Q3,");
    assertThat(lines.get(2)).contains(",2013-Q4,").contains(",0.9,");
    assertThat(audited("listIndicatorValues")).isEqualTo(1);

    Response xlsx = get(manager, VALUES + CENTRE, XLSX);
    assertThat(xlsx.contentType()).startsWith(XLSX);
    try (ReadableWorkbook workbook =
        new ReadableWorkbook(new ByteArrayInputStream(xlsx.asByteArray()))) {
      List<Row> rows = workbook.getFirstSheet().read();
      assertThat(rows).hasSize(3);
      assertThat(rows.get(1).getCellText(1)).isEqualTo("taux-decroche");
    }
    Response gains = get(manager, GAINS, "text/csv");
    assertThat(gains.statusCode()).isEqualTo(200);
    assertThat(gains.asString().lines().findFirst().orElse(""))
        .startsWith("id,centre,quarter,gain.");
    assertThat(get(manager, GAINS, XLSX).contentType()).startsWith(XLSX);
    assertThat(audited("listPotentialGains")).isEqualTo(2);
    get(manager, GAINS + "?updatedSince=2999-01-01T00:00:00Z", "application/json")
        .then()
        .statusCode(200)
        .body("items", hasSize(0));
    get(manager, GAINS + "?updatedSince=2013-01-01T00:00:00Z", "application/json")
        .then()
        .body("items[0].centre", equalTo(CENTRE));
    get(manager, GAINS + "?updatedSince=hier", "application/json").then().statusCode(400);
  }

  @Test
  void what_is_refused_as_json_is_refused_as_a_file() {
    Token manager = Tokens.centreManager("930000999");
    get(manager, GAINS, "text/csv").then().statusCode(404);
    get(manager, "/v1/indicator-values?indicator=golf", "text/csv").then().statusCode(400);
    assertThat(get(manager, VALUES + CENTRE, "text/csv").asString().lines()).hasSize(1);
  }
}
