package fr.cadran.contracts.cpts.messaging;

import static fr.cadran.contracts.CptsCalls.asArs93;
import static fr.cadran.contracts.CptsCalls.draw;
import static fr.cadran.contracts.CptsCalls.move;
import static fr.cadran.contracts.CptsCalls.newCpts;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.cadran.testing.infra.CadranTestResource;
import fr.cadran.testing.infra.KafkaProbe;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(CadranTestResource.class)
class CptsEventsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void each_change_tells_the_whole_public_state_in_order() throws IOException {
    String id = newCpts();
    draw(id, "93066", "93027");
    move(id, "SEND_LETTRE_INTENTION");

    List<ConsumerRecord<byte[], byte[]>> states = messages("cadran.cpts.cpts.v1", id, 3);
    assertThat(states).hasSize(3);
    for (int i = 0; i < 3; i++) {
      assertThat(JSON.readTree(states.get(i).value()).path("version").asInt()).isEqualTo(i + 1);
    }
    JsonNode last = JSON.readTree(states.getLast().value());
    assertThat(last.path("cpts").asText()).isEqualTo(id);
    assertThat(last.path("stage").asText()).isEqualTo("LETTRE_INTENTION");
    assertThat(last.path("seatCommune").asText()).isEqualTo("93066");
    assertThat(last.path("departement").asText()).isEqualTo("93");
    assertThat(last.path("region").asText()).isEqualTo("11");
    assertThat(last.path("caisse").asText()).isEqualTo("931");
    assertThat(last.path("communes")).hasSize(2);
    assertThat(last.path("population").asInt()).isEqualTo(196_244);
    assertThat(last.path("size").asInt()).isEqualTo(4);
    assertThat(last.path("vintage").asInt()).isEqualTo(2026);
    assertThat(last.has("contract")).isFalse();
    assertThat(KafkaProbe.header(states.getLast(), "ce_type"))
        .isEqualTo("fr.cadran.cpts.cpts-state.v1");
  }

  @Test
  void a_move_is_told_and_a_refused_one_is_not() throws IOException {
    String id = newCpts();
    move(id, "SEND_LETTRE_INTENTION");
    asArs93()
        .body("{\"event\": \"VALIDATE_PROJET_DE_SANTE\"}")
        .post("/v1/cpts/{id}/stage", id)
        .then()
        .statusCode(409);
    move(id, "SUBMIT_PROJET_DE_SANTE");

    List<ConsumerRecord<byte[], byte[]>> moves = messages("cadran.cpts.contracts.v1", id, 2);
    assertThat(moves).hasSize(2);
    JsonNode last = JSON.readTree(moves.getLast().value());
    assertThat(last.path("from").asText()).isEqualTo("LETTRE_INTENTION");
    assertThat(last.path("to").asText()).isEqualTo("PROJET_DE_SANTE");
    assertThat(last.path("event").asText()).isEqualTo("SUBMIT_PROJET_DE_SANTE");
    assertThat(last.path("version").asInt()).isEqualTo(3);
    assertThat(KafkaProbe.header(moves.getLast(), "ce_type"))
        .isEqualTo("fr.cadran.cpts.cpts-stage-changed.v1");
  }

  private static List<ConsumerRecord<byte[], byte[]>> messages(String topic, String id, int count) {
    try (KafkaProbe probe = KafkaProbe.shared()) {
      return of(
          id,
          probe.readUntil(
              topic, records -> of(id, records).size() >= count, Duration.ofSeconds(30)));
    }
  }

  private static List<ConsumerRecord<byte[], byte[]>> of(
      String id, List<ConsumerRecord<byte[], byte[]>> records) {
    return records.stream()
        .filter(message -> new String(message.key(), StandardCharsets.UTF_8).equals(id))
        .toList();
  }
}
