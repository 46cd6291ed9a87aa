package fr.cadran.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConformityTest {

  private static final String VISIT =
      "{\"id\": 7, \"centre\": \"930012345\", \"on\": \"2014-03-24\", \"report\": null}";
  private static final String REQUEST = "{\"centre\": \"930012345\", \"on\": \"2014-03-24\"}";

  private final Conformity conformity = new Conformity(Visits.document());

  @Test
  void what_is_as_documented_has_no_fault() {
    assertThat(conformity.faults(read(200, VISIT))).isEmpty();
    assertThat(conformity.faults(planned(REQUEST, "\"1\"", "/v1/visits/7"))).isEmpty();
    assertThat(conformity.faults(exchange("DELETE", "/v1/visits/7", 204, "", ""))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"PUT,/v1/visits/7", "GET,/v1/visits/7/report", "GET,/v1/visits"})
  void an_operation_nobody_documented_is_found(String method, String path) {
    assertThat(conformity.faults(exchange(method, path, 200, "application/json", VISIT)))
        .containsExactly("no documented operation has this method and path");
  }

  @Test
  void of_two_templates_the_more_fixed_one_is_meant() {
    assertThat(conformity.faults(exchange("GET", "/v1/visits/latest", 404, "", "")))
        .containsExactly("the status 404 is not documented");
  }

  @Test
  void a_status_nobody_documented_is_found() {
    assertThat(conformity.faults(read(409, VISIT)))
        .containsExactly("the status 409 is not documented");
  }

  @Test
  void a_content_type_nobody_documented_is_found() {
    assertThat(conformity.faults(exchange("GET", "/v1/visits/7", 200, "text/html", "<p>")))
        .containsExactly("the content type «text/html» is not documented");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\": 7, \"centre\": \"930012345\"}",
        "{\"id\": 7, \"centre\": \"9300\", \"on\": \"2014-03-24\"}",
        "{\"id\": \"7\", \"centre\": \"930012345\", \"on\": \"2014-03-24\"}",
        "{\"id\": 7, \"centre\": \"930012345\", \"on\": \"24/03/2014\"}",
        "{\"id\": 7, \"centre\": \"930012345\", \"on\": \"2014-03-24\", \"more\": 1}",
        "{\"id\": 7, \"centre\": \"930012345\", \"on\": \"2014-03-24\", \"marks\": {\"a\": \"b\"}}",
        "[]"
      })
  void a_body_that_breaks_its_schema_is_found(String body) {
    assertThat(conformity.faults(read(200, body)))
        .isNotEmpty()
        .allSatisfy(fault -> assertThat(fault).startsWith("the answer breaks its schema: "));
  }

  @Test
  void a_body_that_is_not_json_is_found() {
    assertThat(conformity.faults(read(200, "{} {}"))).containsExactly("the answer is not JSON");
  }

  @Test
  void a_body_missing_or_too_many_is_found() {
    assertThat(conformity.faults(read(200, "")))
        .containsExactly("the answer has no body, and one is documented");
    assertThat(conformity.faults(exchange("DELETE", "/v1/visits/7", 204, "text/plain", "gone")))
        .containsExactly("the answer has a body, and none is documented");
  }

  @Test
  void a_required_header_that_is_missing_is_found() {
    assertThat(conformity.faults(planned(REQUEST, "\"1\"", null)))
        .containsExactly("the header Location is documented as required");
  }

  @Test
  void a_header_that_breaks_its_schema_is_found() {
    assertThat(conformity.faults(planned(REQUEST, "1", "/v1/visits/7")))
        .singleElement()
        .asString()
        .startsWith("the header ETag breaks its schema");
  }

  @Test
  void an_accepted_request_that_breaks_its_schema_is_found() {
    assertThat(conformity.faults(planned("{\"centre\": \"930012345\"}", "\"1\"", "/v1/visits/7")))
        .singleElement()
        .asString()
        .startsWith("the accepted request breaks its schema");
  }

  @Test
  void a_refused_request_may_break_its_schema() {
    Exchange refused =
        new Exchange(
            "POST",
            "/v1/visits",
            Set.of("other"),
            "application/json",
            "{\"cut",
            400,
            Map.of("content-type", List.of("application/problem+json;charset=UTF-8")),
            StubService.problem(400, "MALFORMED_JSON", ""));

    assertThat(conformity.faults(refused)).isEmpty();
  }

  @Test
  void what_is_accepted_undocumented_is_found() {
    Exchange exchange =
        new Exchange(
            "GET",
            "/v1/visits/7",
            Set.of("lang", "other"),
            "application/json",
            "{}",
            200,
            Map.of("content-type", List.of("application/json")),
            VISIT);

    assertThat(conformity.faults(exchange))
        .containsExactlyInAnyOrder(
            "the query parameter «other» is accepted undocumented",
            "a request body is accepted, and none is documented");
  }

  @Test
  void an_accepted_content_type_nobody_documented_is_found() {
    Exchange exchange =
        new Exchange(
            "POST",
            "/v1/visits",
            Set.of(),
            "text/csv",
            "a,b",
            201,
            Map.of(
                "content-type", List.of("application/json"),
                "etag", List.of("\"1\""),
                "location", List.of("/v1/visits/7")),
            VISIT);

    assertThat(conformity.faults(exchange))
        .containsExactly("the content type «text/csv» of the request is accepted undocumented");
  }

  @Test
  void a_path_below_the_base_of_a_server_is_known() {
    ApiDocument below =
        Visits.with(root ->
            Visits.object(root, "")
                .putArray("servers")
                .addObject()
                .put("url", "http://localhost:8080/centres"));

    assertThat(below.operation("GET", "/centres/v1/visits/7")).isPresent();
    assertThat(below.operation("GET", "/other/v1/visits/7")).isEmpty();
  }

  @Test
  void another_version_of_openapi_is_refused() {
    assertThatThrownBy(() -> ApiDocument.parse("{\"openapi\": \"3.0.3\"}"))
        .hasMessageContaining("3.0.3");
  }

  private static Exchange read(int status, String body) {
    return exchange("GET", "/v1/visits/7", status, "application/json;charset=UTF-8", body);
  }

  private static Exchange exchange(
      String method, String path, int status, String contentType, String body) {
    Map<String, List<String>> headers =
        contentType.isEmpty() ? Map.of() : Map.of("content-type", List.of(contentType));
    return new Exchange(method, path, Set.of(), null, null, status, headers, body);
  }

  private static Exchange planned(String request, String etag, String location) {
    Map<String, List<String>> headers =
        location == null
            ? Map.of("content-type", List.of("application/json"), "etag", List.of(etag))
            : Map.of(
                "content-type",
                List.of("application/json"),
                "etag",
                List.of(etag),
                "location",
                List.of(location));
    return new Exchange(
        "POST", "/v1/visits", Set.of(), "application/json", request, 201, headers, VISIT);
  }
}
