package fr.cadran.e2e;

import static fr.cadran.e2e.RunningPlatform.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.restassured.response.Response;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A quarter as a director sends it: downloaded as a file, tried, sent back, the same as before.
 * Runs any number of times on the same state: the draft stays a draft.
 */
class QuarterlyFilesE2E {
  private static final String DATA = "/v1/centres/930012345/quarterly-data/";
  private static final String CONTENT =
      """
      {"patients": {"callsReceived": 1000, "callsAnswered": 900, "appointments": 1410, "passages": 1500},
       "activity": [{"specialty": "MEDECINE_GENERALE", "rooms": 4, "acts": 1500, "revenue": 37500.00}],
       "finance": {"purchases": {"basis": "CUMULATIVE", "total": 12345.67}}}
      """;

  @ParameterizedTest
  @CsvSource({
    "2011-Q1, xlsx, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "2011-Q2, csv, text/csv"
  })
  void a_file_comes_back_as_it_left(String quarter, String form, String type) {
    Response before = as("centre-demo").get(DATA + quarter);
    if (before.statusCode() == 404) {
      as("centre-demo").body(CONTENT).put(DATA + quarter).then().statusCode(201);
    } else {
      as("centre-demo")
          .header("If-Match", before.header("ETag"))
          .body(CONTENT)
          .put(DATA + quarter)
          .then()
          .statusCode(200);
    }
    Response sent = as("centre-demo").get(DATA + quarter);
    String tag = sent.header("ETag");
    String path = DATA + quarter + "." + form;

    Response download = as("centre-demo").accept(type).get(path);
    assertThat(download.statusCode()).isEqualTo(200);
    assertThat(download.contentType()).startsWith(type);
    byte[] file = download.asByteArray();

    // Cut in the middle: refused with the place, and nothing is changed.
    upload(type, tag, Arrays.copyOf(file, file.length / 2), path)
        .then()
        .statusCode(422)
        .body("code", equalTo("FILE_REFUSED"))
        .body("errors[0].code", notNullValue());

    upload(type, tag, file, path + "?dryRun=true").then().statusCode(200);
    assertThat(as("centre-demo").get(DATA + quarter).header("ETag")).isEqualTo(tag);

    upload(type, tag, file, path).then().statusCode(200);
    Response after = as("centre-demo").get(DATA + quarter);
    for (String section : new String[] {"patients", "activity", "finance"}) {
      assertThat(after.jsonPath().<Object>get(section))
          .as(section)
          .isNotNull()
          .isEqualTo(sent.jsonPath().get(section));
    }
  }

  private static Response upload(String type, String tag, byte[] file, String path) {
    return as("centre-demo").contentType(type).header("If-Match", tag).body(file).put(path);
  }
}
