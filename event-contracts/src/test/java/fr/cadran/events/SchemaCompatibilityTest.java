package fr.cadran.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SchemaCompatibilityTest {

  private static final EventType<?> TYPE = EventType.QUARTERLY_DATA_SUBMITTED;

  @Test
  void no_schema_of_the_last_release_is_gone_or_broken() throws IOException, URISyntaxException {
    Path released =
        Path.of(
            Objects.requireNonNull(getClass().getClassLoader().getResource("released")).toURI());
    try (Stream<Path> files = Files.list(released)) {
      List<String> names = files.map(file -> file.getFileName().toString()).toList();
      assertThat(names).isNotEmpty();
      assertThat(names)
          .allSatisfy(name ->
              assertThat(
                      SchemaCompatibility.breaks(
                          Contracts.json("released/" + name),
                          Contracts.json("cadran-events/schemas/" + name)))
                  .as(name)
                  .isEmpty());
    }
  }

  @Test
  void a_new_optional_property_is_welcome() {
    ObjectNode current = copy();
    properties(current, "patients").putObject("videoConsultations").put("type", "integer");

    assertThat(breaks(current)).isEmpty();
  }

  @Test
  void a_removed_property_is_refused() {
    ObjectNode current = copy();
    properties(current, "patients").remove("passages");

    assertThat(breaks(current)).containsExactly("removed: /content/patients/passages");
  }

  @Test
  void a_renamed_property_is_refused() {
    ObjectNode current = copy();
    ObjectNode revenue = properties(current, "revenue");
    revenue.set("whole", revenue.remove("total"));

    assertThat(breaks(current)).containsExactly("removed: /content/finance/revenue/total");
  }

  @Test
  void a_retyped_property_is_refused() {
    ObjectNode current = copy();
    properties(current, "vacation").withObject("/perWeek").put("type", "string");

    assertThat(breaks(current))
        .containsExactly(
            "retyped: /content/activity/*/vacations/*/perWeek was [null, number], is [string]");
  }

  @Test
  void a_newly_required_property_is_refused() {
    ObjectNode current = copy();
    ((ObjectNode) current.at("/$defs/patients")).putArray("required").add("passages");

    assertThat(breaks(current)).containsExactly("newly required: /content/patients/passages");
  }

  @Test
  void a_property_that_need_not_be_there_any_more_is_refused() {
    ObjectNode current = copy();
    ((ArrayNode) current.path("required")).remove(0);

    assertThat(breaks(current)).containsExactly("no longer required: /finess");
  }

  @Test
  void another_list_of_allowed_values_is_refused() {
    ObjectNode current = copy();
    ((ArrayNode) properties(current, "purchases").at("/basis/enum")).add("YEAR");

    assertThat(breaks(current))
        .containsExactly("other values allowed: /content/finance/purchases/basis");
  }

  private static List<String> breaks(JsonNode current) {
    return SchemaCompatibility.breaks(Contracts.schema(TYPE), current);
  }

  private static ObjectNode copy() {
    return Contracts.schema(TYPE).deepCopy();
  }

  private static ObjectNode properties(ObjectNode schema, String definition) {
    return (ObjectNode) schema.at("/$defs/" + definition + "/properties");
  }
}
