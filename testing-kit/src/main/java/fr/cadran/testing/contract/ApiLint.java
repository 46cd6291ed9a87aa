package fr.cadran.testing.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What every API description of the house has. Each rule says where it is broken and by what. */
enum ApiLint {
  OPERATIONS_ARE_DESCRIBED((document, publicOperations) ->
      each(document)
          .flatMap(operation ->
              Stream.of("summary", "description", "operationId", "tags")
                  .filter(member -> isBlank(operation.node().path(member)))
                  .map(member -> operation.name() + " has no " + member))),

  OPERATION_IDS_ARE_UNIQUE((document, publicOperations) ->
      each(document)
          .filter(operation -> !operation.operationId().isEmpty())
          .collect(Collectors.groupingBy(ApiOperation::operationId))
          .entrySet()
          .stream()
          .filter(entry -> entry.getValue().size() > 1)
          .map(entry -> "the operationId " + entry.getKey() + " is used more than once")),

  REFUSALS_ARE_PROBLEMS(
      (document, publicOperations) -> each(document).flatMap(op -> refusals(document, op))),

  ACCESS_IS_STATED((document, publicOperations) ->
      Stream.concat(
          each(document)
              .filter(op -> op.scopes().isEmpty() != publicOperations.contains(op.operationId()))
              .map(op ->
                  op.scopes().isEmpty()
                      ? op.name() + " asks for no scope and is not declared public"
                      : op.name() + " is declared public and asks for a scope"),
          publicOperations.stream()
              .filter(id -> each(document).noneMatch(op -> op.operationId().equals(id)))
              .map(id -> "the operation " + id + " declared public does not exist"))),

  OBJECTS_ARE_CLOSED((document, publicOperations) ->
      SchemaWalk.of(document).stream()
          .filter(place -> !place.isPart() && isOpenObject(place.schema()))
          .map(place -> place.pointer() + " accepts unknown fields")),

  REQUEST_BODIES_HAVE_EXAMPLES((document, publicOperations) ->
      each(document)
          .flatMap(operation ->
              document.requestBody(operation).path("content").properties().stream()
                  .filter(entry -> Examples.first(document, entry.getValue()).isEmpty())
                  .map(entry ->
                      operation.name() + " has no example of its body in " + entry.getKey()))),

  REQUIRED_PARAMETERS_HAVE_EXAMPLES((document, publicOperations) ->
      each(document)
          .flatMap(operation ->
              operation.parameters().stream()
                  .filter(parameter -> parameter.path("required").asBoolean(false))
                  .filter(parameter -> Examples.first(document, parameter).isEmpty())
                  .map(parameter ->
                      operation.name()
                          + " has no example of its parameter "
                          + parameter.path("name").asText()))),

  EXAMPLES_ARE_VALID((document, publicOperations) ->
      Stream.concat(
          SchemaWalk.of(document).stream()
              .flatMap(place -> invalid(document, place.pointer(), place.schema(), place.schema())),
          each(document).flatMap(operation -> invalidExamples(document, operation))));

  // The rules are lambdas that capture nothing, so the constants are immutable in fact.
  @SuppressWarnings("ImmutableEnumChecker")
  private final BiFunction<ApiDocument, Set<String>, Stream<String>> rule;

  ApiLint(BiFunction<ApiDocument, Set<String>, Stream<String>> rule) {
    this.rule = rule;
  }

  /**
   * Where the document breaks this rule.
   *
   * @param publicOperations operationIds of the operations that anybody may call
   */
  List<String> findings(ApiDocument document, Set<String> publicOperations) {
    return rule.apply(document, publicOperations).distinct().sorted().toList();
  }

  private static Stream<ApiOperation> each(ApiDocument document) {
    return document.operations().stream();
  }

  private static boolean isBlank(JsonNode node) {
    return node.isArray() ? node.isEmpty() : node.asText("").isBlank();
  }

  private static Stream<String> refusals(ApiDocument document, ApiOperation operation) {
    List<Map.Entry<String, JsonNode>> refusals =
        operation.node().path("responses").properties().stream()
            .filter(entry -> entry.getKey().startsWith("4") || entry.getKey().startsWith("5"))
            .toList();
    if (refusals.isEmpty()) {
      return Stream.of(operation.name() + " documents no refusal");
    }
    return refusals.stream()
        .filter(entry -> {
          Map<String, JsonNode> content = new HashMap<>();
          document
              .resolve(entry.getValue())
              .path("content")
              .properties()
              .forEach(type -> content.put(ApiOperation.bare(type.getKey()), type.getValue()));
          return !content.keySet().equals(Set.of("application/problem+json"));
        })
        .map(entry ->
            operation.name()
                + " documents "
                + entry.getKey()
                + " as something else than application/problem+json");
  }

  private static boolean isOpenObject(JsonNode schema) {
    JsonNode type = schema.path("type");
    boolean isObject =
        type.asText("").equals("object")
            || type.valueStream().anyMatch(one -> one.asText().equals("object"))
            || schema.has("properties");
    JsonNode others = schema.path("additionalProperties");
    boolean isMap = others.isObject() && !others.isEmpty();
    return isObject
        && !isMap
        && !SchemaWalk.isFalse(others)
        && !SchemaWalk.isFalse(schema.path("unevaluatedProperties"));
  }

  private static Stream<String> invalidExamples(ApiDocument document, ApiOperation operation) {
    Stream<String> parameters =
        operation.parameters().stream()
            .flatMap(parameter ->
                invalid(
                    document,
                    operation.name() + " parameter " + parameter.path("name").asText(),
                    parameter,
                    parameter.path("schema")));
    Stream<String> request =
        invalidBodies(
            document,
            operation.name() + " request",
            document.requestBody(operation).path("content"));
    Stream<String> responses =
        operation.node().path("responses").properties().stream()
            .flatMap(entry ->
                invalidResponse(
                    document,
                    operation.name() + " " + entry.getKey(),
                    document.resolve(entry.getValue())));
    return Stream.of(parameters, request, responses).flatMap(found -> found);
  }

  private static Stream<String> invalidResponse(
      ApiDocument document, String where, JsonNode response) {
    return Stream.concat(
        invalidBodies(document, where, response.path("content")),
        response.path("headers").properties().stream()
            .flatMap(entry -> {
              JsonNode header = document.resolve(entry.getValue());
              return invalid(
                  document, where + " header " + entry.getKey(), header, header.path("schema"));
            }));
  }

  private static Stream<String> invalidBodies(
      ApiDocument document, String where, JsonNode content) {
    return content.properties().stream()
        .filter(entry -> ApiOperation.isJson(entry.getKey()))
        .flatMap(entry ->
            invalid(
                document,
                where + " " + entry.getKey(),
                entry.getValue(),
                entry.getValue().path("schema")));
  }

  private static Stream<String> invalid(
      ApiDocument document, String where, JsonNode carrier, JsonNode schema) {
    return Examples.writtenOn(document, carrier).entrySet().stream()
        .flatMap(example ->
            document.faults(schema, example.getValue()).stream()
                .map(fault -> where + " " + example.getKey() + " breaks its schema: " + fault));
  }
}
