package fr.cadran.kit.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cadran.kit.access.PublicAccess;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jboss.jandex.Index;
import org.junit.jupiter.api.Test;

class DescriptionCompletionTest {
  static final class Door {
    enum State {
      OPEN,
      SHUT
    }

    @PublicAccess
    void look() {}

    @TakesIdempotencyKey
    @TakesIfMatch
    void shut() {}

    @TakesIdempotencyKey(required = true)
    @TakesIfMatch(missingIsRefused = true)
    void lock() {}
  }

  static final class WindowRequest {
    enum State {
      WIDE,
      NARROW
    }
  }

  private static Schema schema(SchemaType type) {
    return OASFactory.createSchema().addType(type);
  }

  private static Schema reference(String name) {
    return OASFactory.createSchema().ref("#/components/schemas/" + name);
  }

  private static OpenAPI completed(OpenAPI api) {
    try {
      Index index =
          Index.of(Door.class, Door.State.class, WindowRequest.class, WindowRequest.State.class);
      new DescriptionCompletion(index).filterOpenAPI(api);
      return api;
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  private static Schema bounded(Schema schema) {
    OpenAPI api =
        OASFactory.createOpenAPI()
            .components(OASFactory.createComponents().addSchema("It", schema));
    return completed(api).getComponents().getSchemas().get("It");
  }

  @Test
  void enums_inside_types_are_named_after_both_whatever_order_they_are_met_in() {
    OpenAPI api =
        OASFactory.createOpenAPI()
            .components(
                OASFactory.createComponents()
                    .addSchema(
                        "State", schema(SchemaType.STRING).enumeration(List.of("WIDE", "NARROW")))
                    .addSchema(
                        "State1", schema(SchemaType.STRING).enumeration(List.of("OPEN", "SHUT")))
                    .addSchema(
                        "House",
                        schema(SchemaType.OBJECT)
                            .addRequired("door")
                            .addProperty("door", reference("State1"))
                            .addProperty("window", reference("State"))));
    completed(api);
    assertThat(api.getComponents().getSchemas().keySet())
        .containsExactlyInAnyOrder("DoorState", "WindowState", "House");
    Schema house = api.getComponents().getSchemas().get("House");
    assertThat(house.getProperties().get("door").getRef())
        .isEqualTo("#/components/schemas/DoorState");
    assertThat(house.getProperties().get("window").getAnyOf().getFirst().getRef())
        .isEqualTo("#/components/schemas/WindowState");
  }

  @Test
  void a_schema_without_bounds_gets_those_that_the_platform_keeps() {
    assertThat(bounded(schema(SchemaType.STRING)).getMaxLength()).isEqualTo(2 * 1024 * 1024);
    assertThat(bounded(schema(SchemaType.STRING).format("date")).getMaxLength()).isEqualTo(10);
    assertThat(bounded(schema(SchemaType.ARRAY)).getMaxItems()).isEqualTo(1024 * 1024);
    Schema count = bounded(schema(SchemaType.INTEGER).format("int64"));
    assertThat(count.getMinimum()).isEqualTo(BigDecimal.valueOf(Long.MIN_VALUE));
    assertThat(count.getMaximum()).isEqualTo(BigDecimal.valueOf(Long.MAX_VALUE));
    Schema inner = bounded(schema(SchemaType.ARRAY).items(schema(SchemaType.INTEGER)));
    assertThat(inner.getItems().getMaximum()).isEqualTo(BigDecimal.valueOf(Integer.MAX_VALUE));
  }

  @Test
  void a_bound_of_the_field_itself_stays() {
    assertThat(bounded(schema(SchemaType.STRING).maxLength(9)).getMaxLength()).isEqualTo(9);
    assertThat(bounded(schema(SchemaType.ARRAY).maxItems(9)).getMaxItems()).isEqualTo(9);
    Schema count = bounded(schema(SchemaType.INTEGER).exclusiveMinimum(BigDecimal.ZERO));
    assertThat(count.getMinimum()).isNull();
    assertThat(count.getExclusiveMinimum()).isEqualTo(BigDecimal.ZERO);
    assertThat(bounded(schema(SchemaType.STRING).enumeration(List.of("A"))).getMaxLength())
        .isNull();
  }

  @Test
  void an_operation_open_to_all_says_so() {
    OpenAPI api =
        OASFactory.createOpenAPI()
            .paths(
                OASFactory.createPaths()
                    .addPathItem(
                        "/v1/door",
                        OASFactory.createPathItem()
                            .GET(
                                OASFactory.createOperation()
                                    .operationId("look")
                                    .responses(OASFactory.createAPIResponses()))));
    completed(api);
    assertThat(api.getPaths().getPathItem("/v1/door").getGET().getSecurity()).isEmpty();
  }

  private static Operation completed(Operation operation) {
    OpenAPI api =
        OASFactory.createOpenAPI()
            .paths(
                OASFactory.createPaths()
                    .addPathItem("/v1/door", OASFactory.createPathItem().POST(operation)));
    return completed(api).getPaths().getPathItem("/v1/door").getPOST();
  }

  private static Operation operation(String id) {
    return OASFactory.createOperation()
        .operationId(id)
        .responses(
            OASFactory.createAPIResponses()
                .addAPIResponse("409", OASFactory.createAPIResponse().description("`OPEN_ALREADY`"))
                .addAPIResponse(
                    "422", OASFactory.createAPIResponse().description("`INVALID` : tout — all")));
  }

  @Test
  void headers_that_are_taken_are_described_and_bring_their_refusals() {
    Operation shut = completed(operation("shut"));

    assertThat(shut.getParameters())
        .extracting(Parameter::getName)
        .containsExactlyInAnyOrder("If-Match", "Idempotency-Key");
    assertThat(shut.getParameters())
        .allSatisfy(parameter -> {
          assertThat(parameter.getIn()).isEqualTo(Parameter.In.HEADER);
          assertThat(parameter.getRequired()).isNull();
          assertThat(parameter.getDescription()).contains(" — ");
          assertThat(parameter.getSchema().getType()).containsExactly(SchemaType.STRING);
          assertThat(parameter.getSchema().getMaxLength()).isPositive();
        });
    assertThat(described(shut))
        .containsEntry("400", "`UNKNOWN_PARAMETER`, `IDEMPOTENCY_KEY_INVALID`")
        .containsEntry("409", "`OPEN_ALREADY`, `IDEMPOTENCY_KEY_IN_FLIGHT`")
        .containsEntry("412", "`STALE_ETAG`")
        .containsEntry("422", "`INVALID` : tout — all; `IDEMPOTENCY_KEY_REUSED`")
        .doesNotContainKey("428");
  }

  @Test
  void a_header_that_must_not_be_missing_says_so() {
    Operation lock = completed(operation("lock"));

    assertThat(lock.getParameters())
        .filteredOn(parameter -> Boolean.TRUE.equals(parameter.getRequired()))
        .extracting(Parameter::getName)
        .containsExactly("Idempotency-Key");
    assertThat(described(lock))
        .containsEntry(
            "400", "`UNKNOWN_PARAMETER`, `IDEMPOTENCY_KEY_MISSING`, `IDEMPOTENCY_KEY_INVALID`")
        .containsEntry("428", "`IF_MATCH_MISSING`");
  }

  @Test
  void an_operation_that_takes_no_such_header_has_none() {
    Operation look = completed(operation("look"));

    assertThat(look.getParameters()).isNullOrEmpty();
    assertThat(described(look)).containsOnlyKeys("400", "409", "422");
  }

  private static Map<String, String> described(Operation operation) {
    return operation.getResponses().getAPIResponses().entrySet().stream()
        .collect(
            Collectors.toMap(Map.Entry::getKey, response -> response.getValue().getDescription()));
  }
}
