package fr.cadran.testing.contract;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cadran.testing.contract.ContractFolder.Seen;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContractFilterTest {

  @TempDir Path target;

  private StubService service;
  private ContractFolder folder;
  private ContractFilter filter;

  @BeforeEach
  void start() throws Exception {
    service = new StubService();
    folder = new ContractFolder(target);
    filter = new ContractFilter(folder);
  }

  @AfterEach
  void stop() {
    service.close();
    RestAssured.reset();
  }

  @Test
  void an_exchange_as_documented_passes_and_is_kept_with_the_document() throws Exception {
    as("visits:read").get("/v1/visits/{id}", 7).then().statusCode(200);
    as("visits:write")
        .contentType(ContentType.JSON)
        .body("{\"centre\": \"930012345\", \"on\": \"2014-03-24\"}")
        .post("/v1/visits")
        .then()
        .statusCode(201);

    assertThat(folder.seen())
        .containsExactly(
            new Seen("GET", "/v1/visits/{id}", 200), new Seen("POST", "/v1/visits", 201));
    assertThat(ApiDocument.parse(folder.document()).operations()).hasSize(4);
  }

  @Test
  void an_answer_not_as_documented_fails_the_test_with_what_is_wrong() {
    service.getWrong(StubService.Flaw.ANSWERS_HTML);

    assertThatThrownBy(() -> as("visits:write").get("/v1/visits/7"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("GET /v1/visits/7 → 403")
        .hasMessageContaining("the content type «text/html» is not documented")
        .hasMessageContaining("<h1>refused</h1>");
  }

  @Test
  void an_accepted_request_not_as_documented_fails_the_test() {
    service.getWrong(StubService.Flaw.IGNORES_UNKNOWN_FIELDS);

    assertThatThrownBy(() ->
            as("visits:write")
                .contentType(ContentType.JSON)
                .body("{\"centre\": \"930012345\", \"on\": \"2014-03-24\", \"more\": 1}")
                .post("/v1/visits"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("the accepted request breaks its schema")
        .hasMessageContaining("more");
  }

  @Test
  void a_query_parameter_accepted_undocumented_fails_the_test() {
    service.getWrong(StubService.Flaw.IGNORES_UNKNOWN_PARAMETERS);

    assertThatThrownBy(() -> as("visits:read").queryParam("more", "1").get("/v1/visits/7"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("«more»");
  }

  @Test
  void what_is_no_part_of_the_api_is_not_checked() {
    as("visits:read").get("/q/openapi").then().statusCode(200);

    assertThatThrownBy(folder::seen).hasMessageContaining("is missing");
  }

  @Test
  void the_filter_is_registered_once() {
    ContractFilter.register();
    ContractFilter.register();

    assertThat(RestAssured.filters()).hasOnlyElementsOfType(ContractFilter.class).hasSize(1);
  }

  private RequestSpecification as(String scope) {
    return given()
        .baseUri(service.uri())
        .filter(filter)
        .header("Authorization", "Bearer " + StubService.tokenGranting(Set.of(scope)));
  }
}
