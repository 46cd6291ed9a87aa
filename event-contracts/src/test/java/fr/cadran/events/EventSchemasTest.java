package fr.cadran.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.cadran.events.centres.QuarterlyDataSubmitted;
import fr.cadran.events.cpts.DialogueResultsSubmitted;
import fr.cadran.events.cpts.PaymentOrdered;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class EventSchemasTest {

  static List<EventType<?>> types() {
    return EventType.all();
  }

  @Test
  void each_schema_belongs_to_an_event_type_and_each_type_has_its_schema() throws Exception {
    URL folder =
        Objects.requireNonNull(
            getClass().getClassLoader().getResource("cadran-events/schemas"), "schemas");
    try (Stream<Path> files = Files.list(pathOf(folder))) {
      assertThat(files.map(file -> "cadran-events/schemas/" + file.getFileName()))
          .containsExactlyInAnyOrderElementsOf(types().stream().map(EventType::schema).toList());
    }
    assertThat(types()).extracting(EventType::type).doesNotHaveDuplicates();
  }

  @Test
  void a_state_topic_carries_one_type_and_an_event_topic_no_state() {
    // Compaction keeps one message of a key: a second type would make the first disappear.
    assertThat(types().stream().filter(EventType::compacted).map(EventType::topic))
        .doesNotHaveDuplicates()
        .doesNotContainAnyElementsOf(
            types().stream().filter(type -> !type.compacted()).map(EventType::topic).toList());
  }

  @ParameterizedTest
  @MethodSource("types")
  void a_record_has_exactly_the_properties_of_its_schema(EventType<?> type) {
    JsonNode schema = Contracts.schema(type);
    List<String> differences = new ArrayList<>();
    compare(type.data(), schema, schema, differences);

    assertThat(differences).isEmpty();
    assertThat(schema.at("/$id").asText()).isEqualTo(type.schemaId());
  }

  @ParameterizedTest
  @MethodSource("types")
  void every_object_of_a_schema_is_closed(EventType<?> type) {
    JsonNode schema = Contracts.schema(type);

    assertThat(schema.findParents("properties"))
        .filteredOn(node -> "object".equals(node.path("type").asText()))
        .isNotEmpty()
        .allSatisfy(
            node -> assertThat(node.path("additionalProperties").asText()).isEqualTo("false"));
  }

  @ParameterizedTest
  @MethodSource("types")
  void examples_are_valid_and_pass_through_the_record_without_loss(EventType<?> type)
      throws IOException {
    for (String size : List.of("full", "minimal")) {
      JsonNode example = Contracts.example(type, size);
      assertThat(Contracts.violations(type, example)).as(size).isEmpty();

      Object record = Contracts.JSON.treeToValue(example, type.data());
      JsonNode again = Contracts.JSON.readTree(Contracts.JSON.writeValueAsBytes(record));

      assertThat(again).as(size).isEqualTo(example);
      assertThat(Contracts.violations(type, again)).as(size).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("types")
  void the_full_example_shows_every_property(EventType<?> type) {
    JsonNode full = Contracts.example(type, "full");

    assertThat(Contracts.schema(type).findValues("properties"))
        .allSatisfy(properties ->
            properties
                .fieldNames()
                .forEachRemaining(name -> assertThat(full.findValue(name)).as(name).isNotNull()));
  }

  @ParameterizedTest
  @MethodSource("types")
  void an_unknown_or_a_missing_property_is_refused(EventType<?> type) {
    ObjectNode unknown = Contracts.example(type, "full").deepCopy();
    unknown.put("surprise", 1);
    assertThat(Contracts.violations(type, unknown)).isNotEmpty();

    for (JsonNode required : Contracts.schema(type).path("required")) {
      ObjectNode missing = Contracts.example(type, "full").deepCopy();
      missing.remove(required.asText());
      assertThat(Contracts.violations(type, missing)).as(required.asText()).isNotEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /quarter                                   | "2013-Q5"
          /version                                   | 0
          /submittedAt                               | "yesterday"
          /submittedAt                               | "2013-10-12T14:03:07+02:00"
          /finess                                    | "93001234"
          /content/patients/answerRate               | 1.2
          /content/patients/passages                 | -1
          /content/patients/passages                 | 1.5
          /content/patients/passages                 | "12"
          /content/activity/0/revenue                | 12.345
          /content/activity/0/specialty              | null
          /content/openingHours/monday/morning/start | "8h"
          /content/finance/purchases/basis           | "YEARLY"
          """)
  void a_wrong_value_is_refused(String pointer, String wrong) throws IOException {
    EventType<QuarterlyDataSubmitted> type = EventType.QUARTERLY_DATA_SUBMITTED;
    ObjectNode data = Contracts.example(type, "full").deepCopy();
    int slash = pointer.lastIndexOf('/');
    ObjectNode parent = (ObjectNode) data.at(pointer.substring(0, slash));
    parent.set(pointer.substring(slash + 1), Contracts.JSON.readTree(wrong));

    assertThat(Contracts.violations(type, data)).isNotEmpty();
  }

  @Test
  void a_value_has_a_number_or_a_reason_and_never_both() throws IOException {
    ObjectNode both = Contracts.example(EventType.INDICATOR_VALUES_COMPUTED, "full").deepCopy();
    ((ObjectNode) both.at("/values/0")).put("missingReason", "MISSING_INPUT: patients.passages");
    assertThat(Contracts.violations(EventType.INDICATOR_VALUES_COMPUTED, both)).isNotEmpty();

    ObjectNode neither = Contracts.example(EventType.INDICATOR_VALUES_COMPUTED, "full").deepCopy();
    ((ObjectNode) neither.at("/values/0")).remove("value");
    assertThat(Contracts.violations(EventType.INDICATOR_VALUES_COMPUTED, neither)).isNotEmpty();
  }

  @Test
  void money_keeps_its_cents() throws IOException {
    QuarterlyDataSubmitted event =
        Contracts.JSON.treeToValue(
            Contracts.example(EventType.QUARTERLY_DATA_SUBMITTED, "full"),
            QuarterlyDataSubmitted.class);

    assertThat(event.content().activity().getFirst().revenue())
        .isEqualTo(new BigDecimal("37500.10"));
    assertThat(Contracts.JSON.writeValueAsString(event)).contains("\"revenue\":37500.10");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /cpts                                | "the CPTS of the canal"
          /contractYear                        | 0
          /resultsVersion                      | 0
          /yearFrom                            | "2022-02-30"
          /hash                                | "9f86d0"
          /missions/0/mission                  | "acces"
          /missions/0/paid                     | 13125.001
          /missions/0/paid                     | null
          /missions/0/indicators/0/code        | "Patients"
          /missions/0/indicators/0/type        | "OTHER"
          /missions/0/indicators/0/direction   | "STABLE"
          /missions/0/indicators/0/value       | "10"
          /missions/0/indicators/0/value       | null
          /missions/0/indicators/1/value       | 0
          /missions/0/indicators/0/paidRate    | 1.2
          /missions/0/indicators/0/weight      | "1/0"
          /missions/0/indicators/0/weight      | 1
          """)
  void a_wrong_result_of_a_dialogue_is_refused(String pointer, String wrong) throws IOException {
    EventType<DialogueResultsSubmitted> type = EventType.DIALOGUE_RESULTS_SUBMITTED;
    ObjectNode data = Contracts.example(type, "full").deepCopy();
    int slash = pointer.lastIndexOf('/');
    ObjectNode parent = (ObjectNode) data.at(pointer.substring(0, slash));
    parent.set(pointer.substring(slash + 1), Contracts.JSON.readTree(wrong));

    assertThat(Contracts.violations(type, data)).isNotEmpty();
  }

  @Test
  void a_recovery_keeps_its_sign_and_its_cents() throws IOException {
    PaymentOrdered event =
        Contracts.JSON.treeToValue(
            Contracts.example(EventType.PAYMENT_ORDERED, "full"), PaymentOrdered.class);

    assertThat(event.amount()).isEqualTo(new BigDecimal("-6508.56"));
    assertThat(Contracts.JSON.writeValueAsString(event)).contains("\"amount\":-6508.56");
  }

  @Test
  void a_dead_letter_topic_names_the_topic_and_the_consumer() {
    assertThat(EventType.QUARTERLY_DATA_SUBMITTED.deadLetterTopic("indicators"))
        .isEqualTo("cadran.centres.quarterly-data.v1.dead-letter.indicators");
  }

  private static void compare(
      Class<?> record, JsonNode schema, JsonNode root, List<String> differences) {
    List<String> properties = new ArrayList<>();
    schema.path("properties").fieldNames().forEachRemaining(properties::add);
    List<String> components =
        Arrays.stream(record.getRecordComponents()).map(RecordComponent::getName).toList();
    if (!components.equals(properties)) {
      differences.add(record.getSimpleName() + ": " + components + " against " + properties);
    }
    for (RecordComponent component : record.getRecordComponents()) {
      JsonNode property = schema.path("properties").path(component.getName());
      Type type = component.getGenericType();
      if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
        type = list.getActualTypeArguments()[0];
        property = property.path("items");
      }
      if (type instanceof Class<?> nested && nested.isRecord()) {
        compare(nested, resolve(property, root), root, differences);
      }
    }
  }

  private static JsonNode resolve(JsonNode property, JsonNode root) {
    JsonNode reference = property.findValue("$ref");
    return root.at(Objects.requireNonNull(reference, property.toString()).asText().substring(1));
  }

  private static Path pathOf(URL folder) throws URISyntaxException {
    return Path.of(folder.toURI());
  }
}
