package fr.cadran.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ApiLintTest {

  private static final Set<String> PUBLIC = Set.of("getLatestVisit");
  private static final String PLAN = "/paths/~1v1~1visits/post";
  private static final String READ = "/paths/~1v1~1visits~1{id}/get";

  @Test
  void the_sound_description_keeps_every_rule() {
    assertThat(broken(Visits.document())).isEmpty();
  }

  /** Each rule is broken alone by some change; a new rule without one fails here. */
  @ParameterizedTest
  @EnumSource(ApiLint.class)
  void a_change_breaks_this_rule_and_no_other(ApiLint rule) {
    List<Consumer<JsonNode>> changes = changes(rule);

    assertThat(changes).isNotEmpty();
    assertThat(changes)
        .allSatisfy(change -> assertThat(broken(Visits.with(change))).containsExactly(rule));
  }

  @Test
  void an_operation_declared_public_that_is_not_is_found() {
    assertThat(ApiLint.ACCESS_IS_STATED.findings(Visits.document(), Set.of("getVisit", "gone")))
        .containsExactly(
            "GET /v1/visits/latest asks for no scope and is not declared public",
            "GET /v1/visits/{id} is declared public and asks for a scope",
            "the operation gone declared public does not exist");
  }

  private static List<Consumer<JsonNode>> changes(ApiLint rule) {
    return switch (rule) {
      case OPERATIONS_ARE_DESCRIBED ->
          List.of(
              root -> Visits.object(root, PLAN).remove("summary"),
              root -> Visits.object(root, PLAN).put("description", " "),
              root -> Visits.object(root, PLAN).remove("operationId"),
              root -> Visits.object(root, PLAN).putArray("tags"));
      case OPERATION_IDS_ARE_UNIQUE ->
          List.of(root -> Visits.object(root, PLAN).put("operationId", "getVisit"));
      case REFUSALS_ARE_PROBLEMS ->
          List.of(
              root -> Visits.object(root, PLAN + "/responses").retain("201"),
              root -> Visits.object(root, PLAN + "/responses/403").remove("content"),
              root -> Visits.object(root, PLAN + "/responses/403/content").putObject("text/html"));
      case ACCESS_IS_STATED ->
          List.of(
              root -> Visits.object(root, PLAN).remove("security"),
              root -> Visits.object(root, PLAN + "/security/0").putArray("cadran"));
      case OBJECTS_ARE_CLOSED ->
          List.of(
              root -> schema(root, "VisitRequest").remove("additionalProperties"),
              root -> schema(root, "VisitRequest").put("additionalProperties", true),
              root -> schema(root, "VisitResponse").remove("unevaluatedProperties"),
              root ->
                  Visits.object(root, "/components/schemas/VisitResponse/allOf/1/properties/marks")
                      .remove("additionalProperties"),
              root ->
                  Visits.object(root, READ + "/parameters/0")
                      .putObject("schema")
                      .put("type", "object"));
      case REQUEST_BODIES_HAVE_EXAMPLES ->
          List.of(
              root ->
                  Visits.object(root, PLAN + "/requestBody/content/application~1json")
                      .remove("example"),
              root -> Visits.object(root, PLAN + "/requestBody/content").putObject("text/csv"));
      case REQUIRED_PARAMETERS_HAVE_EXAMPLES ->
          List.of(
              root ->
                  Visits.object(root, "/paths/~1v1~1visits~1{id}/parameters/0/schema")
                      .remove("examples"),
              root -> Visits.object(root, PLAN + "/parameters/0").put("required", true));
      case EXAMPLES_ARE_VALID ->
          List.of(
              root ->
                  Visits.object(root, PLAN + "/requestBody/content/application~1json/example")
                      .put("on", "24/03/2014"),
              root ->
                  Visits.object(
                          root,
                          READ + "/responses/200/content/application~1json/examples/planned/value")
                      .put("more", 1),
              root -> schema(root, "Finess").putArray("examples").add("9300"),
              root -> Visits.object(root, READ + "/parameters/0").put("example", 7),
              root ->
                  Visits.object(root, PLAN + "/responses/201/headers/ETag").put("example", "1"));
    };
  }

  private static ObjectNode schema(JsonNode root, String name) {
    return Visits.object(root, "/components/schemas/" + name);
  }

  private static List<ApiLint> broken(ApiDocument document) {
    return Arrays.stream(ApiLint.values())
        .filter(rule -> !rule.findings(document, PUBLIC).isEmpty())
        .toList();
  }
}
