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
      JsonNode message = target(channel.path("messages").elements().next().path("$ref").asText());

      assertThat(message.path("name").asText()).isEqualTo(type.type());
      assertThat(FOLDER + message.at("/payload/schema/$ref").asText()).isEqualTo(type.schema());
      assertThat(channel.at("/bindings/kafka/topicConfiguration/cleanup.policy/0").asText())
          .isEqualTo(type.compacted() ? "compact" : "delete");
      assertThat(channel(type.deadLetterTopic("{consumer}")).isMissingNode()).isFalse();
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
