package fr.cadran.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class AsyncApiTest {

  private static final String FOLDER = "cadran-events/";

  private final JsonNode document = read();

  @Test
  void the_document_is_asyncapi_3() {
    assertThat(document.path("asyncapi").asText()).isEqualTo("3.0.0");
    assertThat(document.at("/info/title").asText()).isNotEmpty();
  }

  @Test
  void every_reference_resolves() {
    List<JsonNode> references = document.findValues("$ref");

    assertThat(references).isNotEmpty();
    assertThat(references)
        .allSatisfy(reference ->
            assertThat(target(reference.asText()).isMissingNode())
                .as(reference.asText())
                .isFalse());
  }

  @Test
  void every_event_type_has_its_channel_message_schema_and_dead_letters() {
    for (EventType<?> type : EventType.all()) {
      JsonNode channel = channel(type.topic());
      JsonNode message = message(channel, type);

      assertThat(FOLDER + message.at("/payload/schema/$ref").asText()).isEqualTo(type.schema());
      assertThat(channel.at("/bindings/kafka/topicConfiguration/cleanup.policy/0").asText())
          .isEqualTo(type.compacted() ? "compact" : "delete");
      assertThat(channel(type.deadLetterTopic("{consumer}")).isMissingNode()).isFalse();
    }
  }

  @Test
  void every_channel_of_events_carries_exactly_the_types_of_its_topic() {
    for (EventType<?> type : EventType.all()) {
      List<String> names = new ArrayList<>();
      channel(type.topic())
          .path("messages")
          .forEach(
              message -> names.add(target(message.path("$ref").asText()).path("name").asText()));

      assertThat(names)
          .containsExactlyInAnyOrderElementsOf(
              EventType.all().stream()
                  .filter(other -> other.topic().equals(type.topic()))
                  .map(EventType::type)
                  .toList());
    }
  }

  @Test
  void every_event_says_what_its_key_is() {
    for (EventType<?> type : EventType.all()) {
      List<String> keys = new ArrayList<>();
      for (JsonNode trait : message(channel(type.topic()), type).path("traits")) {
        keys.add(
            target(trait.path("$ref").asText()).at("/bindings/kafka/key/description").asText());
      }

      assertThat(keys)
          .containsOnlyOnce(
              type.equals(EventType.PROGRAMME_STATE)
                  ? "Identifier of the programme"
                  : switch (type.type().split("\\.", -1)[2]) {
                    case "cpts" -> "Identifier of the CPTS";
                    case "audit" -> "Short name of the service";
                    default -> "FINESS number of the centre";
                  });
    }
  }

  @Test
  void every_message_of_the_document_is_an_event_type() {
    TreeSet<String> names = new TreeSet<>();
    document
        .at("/components/messages")
        .forEach(message -> names.add(message.path("name").asText()));
    names.remove("dead-letter");

    assertThat(names)
        .containsExactlyInAnyOrderElementsOf(
            EventType.all().stream().map(EventType::type).toList());
  }

  @Test
  void every_channel_is_used_by_an_operation() {
    List<String> used = new ArrayList<>();
    document
        .path("operations")
        .forEach(operation -> used.add(operation.at("/channel/$ref").asText()));

    assertThat(document.path("channels").properties())
        .allSatisfy(channel -> assertThat(used).contains("#/channels/" + channel.getKey()));
  }

  private JsonNode message(JsonNode channel, EventType<?> type) {
    for (JsonNode reference : channel.path("messages")) {
      JsonNode message = target(reference.path("$ref").asText());
      if (message.path("name").asText().equals(type.type())) {
        return message;
      }
    }
    return document.path("no such message: " + type.type());
  }

  private JsonNode channel(String address) {
    for (JsonNode channel : document.path("channels")) {
      if (channel.path("address").asText().equals(address)) {
        return channel;
      }
    }
    return document.path("no such channel: " + address);
  }

  private JsonNode target(String reference) {
    return reference.startsWith("#")
        ? document.at(reference.substring(1))
        : Contracts.json(FOLDER + reference);
  }

  private static JsonNode read() {
    try (InputStream yaml = Contracts.open(FOLDER + "asyncapi.yaml")) {
      return new YAMLMapper().readTree(yaml);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
