package fr.cadran.gateway.description;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenApi30Test {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static JsonNode json(String text) throws JsonProcessingException {
    return JSON.readTree(text.replace('\'', '"'));
  }

  private static JsonNode rendered(String schema) throws JsonProcessingException {
    return OpenApi30.of(
            json("{'components': {'schemas': {'Text': {'type': 'string'}, 'It': " + schema + "}}}"))
        .at("/components/schemas/It");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'type': ['string', 'null']} | {'type': 'string', 'nullable': true}",
        "{'type': ['string']} | {'type': 'string'}",
        "{'type': ['string', 'integer']} | {'anyOf': [{'type': 'string'}, {'type': 'integer'}]}",
        "{'type': 'null'} | {'type': 'object', 'nullable': true, 'enum': [null]}",
        "{'type': 'integer', 'exclusiveMinimum': 0}"
            + " | {'type': 'integer', 'minimum': 0, 'exclusiveMinimum': true}",
        "{'minimum': 5, 'exclusiveMinimum': 3} | {'minimum': 5}",
        "{'maximum': 5, 'exclusiveMaximum': 3} | {'maximum': 3, 'exclusiveMaximum': true}",
        "{'const': 'A'} | {'enum': ['A']}",
        "{'enum': ['A', null], 'type': ['string', 'null']}"
            + " | {'type': 'string', 'nullable': true, 'enum': ['A', null]}",
        "{'examples': [1, 2]} | {'example': 1}",
        "{'$ref': '#/components/schemas/Text', 'type': 'string'} | {'$ref': '#/components/schemas/Text'}",
        "{'$ref': '#/components/schemas/Text', 'description': 'd'} | {'description': 'd', 'allOf': [{'$ref': '#/components/schemas/Text'}]}",
        "{'anyOf': [{'$ref': '#/components/schemas/Text'}, {'type': 'null'}], 'default': 'A'}"
            + " | {'type': 'string', 'nullable': true, 'allOf': [{'$ref': '#/components/schemas/Text'}]}",
        "{'oneOf': [{'$ref': '#/components/schemas/Text'}, {'type': 'integer'}, {'type': 'null'}]}"
            + " | {'oneOf': [{'$ref': '#/components/schemas/Text'}, {'type': 'integer'},"
            + " {'type': 'object', 'nullable': true, 'enum': [null]}]}",
        "{'additionalProperties': false} | {'additionalProperties': false}",
        "{'additionalProperties': {'type': ['number', 'null']}}"
            + " | {'additionalProperties': {'type': 'number', 'nullable': true}}",
        "{'properties': {'examples': {'type': ['string', 'null']}}}"
            + " | {'properties': {'examples': {'type': 'string', 'nullable': true}}}",
        "{'type': 'array', 'prefixItems': [true]} | {'type': 'array', 'items': {}}",
        "{'items': true} | {'items': {}}",
        "{'propertyNames': {'pattern': 'a'}, 'unevaluatedProperties': false} | {}",
      })
  void a_schema_says_the_same_in_the_words_of_3_0_3(String schema, String expected)
      throws JsonProcessingException {
    assertThat(rendered(schema)).isEqualTo(json(expected));
  }

  @Test
  void an_example_is_left_alone_whatever_its_members_are_called() throws JsonProcessingException {
    JsonNode document =
        json("{'paths': {'/x': {'get': {'example': {'schema': {'type': ['string', 'null']}}}}}}");
    assertThat(OpenApi30.of(document).at("/paths/~1x/get/example/schema/type").isArray()).isTrue();
  }

  @Test
  void scopes_beside_a_bearer_token_become_an_extension() throws JsonProcessingException {
    JsonNode operation =
        OpenApi30.of(
                json(
                    "{'paths': {'/x': {'get': {'security': [{'cadran': ['a:read']}]},"
                        + " 'post': {'security': []}}}}"))
            .at("/paths/~1x");
    assertThat(operation.path("get"))
        .isEqualTo(json("{'security': [{'cadran': []}], 'x-required-scopes': ['a:read']}"));
    assertThat(operation.path("post")).isEqualTo(json("{'security': []}"));
  }

  @Test
  void the_head_is_one_of_3_0_3_and_the_document_stays_as_it_was() throws JsonProcessingException {
    JsonNode document =
        json(
            "{'openapi': '3.1.0', 'info': {'summary': 's', 'license': {'name': 'MIT',"
                + " 'identifier': 'MIT'}}, 'webhooks': {}}");
    JsonNode before = document.deepCopy();
    assertThat(OpenApi30.of(document))
        .isEqualTo(
            json(
                "{'openapi': '3.0.3', 'info': {'license': {'name': 'MIT',"
                    + " 'url': 'https://spdx.org/licenses/MIT.html'}}, 'paths': {}}"));
    assertThat(document).isEqualTo(before);
  }
}
