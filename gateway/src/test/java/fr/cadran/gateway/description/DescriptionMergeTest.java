package fr.cadran.gateway.description;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DescriptionMergeTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static JsonNode document(String path, String id, String type)
      throws JsonProcessingException {
    return JSON.readTree(
        """
        {"tags": [{"name": "t"}],
         "paths": {"%s": {"get": {"operationId": "%s", "responses": {"200": {
           "schema": {"$ref": "#/components/schemas/Item"}}}}}},
         "components": {"schemas": {"Item": {"type": "%s"}, "Same": {"type": "null"}}}}
        """
            .formatted(path, id, type));
  }

  private static DescriptionMerge merge() {
    return new DescriptionMerge(
        JSON.createObjectNode().put("title", "Cadran"),
        "http://public",
        (service, path) -> !path.equals("/v1/hidden"));
  }

  @Test
  void components_that_differ_are_told_apart_and_same_ones_kept_once()
      throws JsonProcessingException {
    DescriptionMerge merge = merge();
    merge.add("one", document("/v1/one", "one", "string"));
    merge.add("two", document("/v1/two", "two", "integer"));
    JsonNode merged = merge.document();

    assertThat(merged.at("/components/schemas/Item/type").asText()).isEqualTo("string");
    assertThat(merged.at("/components/schemas/two.Item/type").asText()).isEqualTo("integer");
    assertThat(merged.at("/components/schemas").size()).isEqualTo(3);
    assertThat(merged.at("/paths/~1v1~1one/get/responses/200/schema/$ref").asText())
        .isEqualTo("#/components/schemas/Item");
    assertThat(merged.at("/paths/~1v1~1two/get/responses/200/schema/$ref").asText())
        .isEqualTo("#/components/schemas/two.Item");
    assertThat(merged.at("/tags").size()).isEqualTo(1);
    assertThat(merged.at("/servers/0/url").asText()).isEqualTo("http://public");
  }

  @Test
  void what_cannot_be_called_from_outside_is_left_out() throws JsonProcessingException {
    DescriptionMerge merge = merge();
    merge.add("one", document("/v1/hidden", "hidden", "string"));
    assertThat(merge.document().path("paths").size()).isZero();
  }

  @Test
  void every_operation_says_what_the_door_answers_for_a_silent_service()
      throws JsonProcessingException {
    DescriptionMerge merge = merge();
    merge.add("one", document("/v1/one", "one", "string"));
    JsonNode answers = merge.document().at("/paths/~1v1~1one/get/responses");
    for (String status : List.of("429", "500", "503", "504")) {
      assertThat(answers.path(status).at("/content/application~1problem+json/schema/$ref").asText())
          .isEqualTo("#/components/schemas/Problem");
    }
  }

  @Test
  void every_answer_shows_the_headers_that_the_door_adds() throws JsonProcessingException {
    DescriptionMerge merge = merge();
    merge.add("one", document("/v1/one", "one", "string"));
    JsonNode merged = merge.document();
    JsonNode answers = merged.at("/paths/~1v1~1one/get/responses");
    assertThat(answers.at("/200/headers").properties())
        .extracting(Map.Entry::getKey)
        .containsExactlyInAnyOrder(
            "Access-Control-Allow-Origin",
            "RateLimit-Limit",
            "RateLimit-Remaining",
            "RateLimit-Reset");
    assertThat(answers.at("/429/headers").has("Retry-After")).isTrue();
    assertThat(answers.at("/503/headers").has("Retry-After")).isTrue();
    assertThat(answers.findValuesAsText("$ref"))
        .filteredOn(reference -> reference.startsWith("#/components/headers/"))
        .isNotEmpty()
        .allSatisfy(reference ->
            assertThat(merged.at(reference.substring(1)).path("schema").isObject()).isTrue());
  }

  @Test
  void an_operation_id_used_twice_is_an_error() throws JsonProcessingException {
    DescriptionMerge merge = merge();
    merge.add("one", document("/v1/one", "same", "string"));
    JsonNode second = document("/v1/two", "same", "string");
    assertThatThrownBy(() -> merge.add("two", second)).hasMessageContaining("same");
  }
}
