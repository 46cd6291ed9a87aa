package fr.cadran.operator.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.cadran.events.EventType;
import fr.cadran.operator.Run;
import fr.cadran.operator.platform.Targets;
import fr.cadran.testing.infra.Broker;
import fr.cadran.testing.infra.KafkaProbe;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The commands on a real broker, with dead letters as consumers of the platform leave them. */
class DeadLettersCommandTest {
  private static final String DATA = EventType.QUARTERLY_DATA_SUBMITTED.topic();
  private static final String DEAD_DATA =
      EventType.QUARTERLY_DATA_SUBMITTED.deadLetterTopic("indicators");
  private static final String STATES = EventType.CENTRE_STATE.topic();
  private static final String DEAD_STATES = EventType.CENTRE_STATE.deadLetterTopic("indicators");

  private KafkaProbe probe;
  private String key;

  @BeforeEach
  void open() {
    probe = KafkaProbe.shared();
    probe.createTopic(DATA, 3);
    probe.createTopic(STATES, 3);
    probe.createTopic(DEAD_DATA, 1);
    probe.createTopic(DEAD_STATES, 1);
    key = "93" + UUID.randomUUID().toString().substring(0, 7);
  }

  @AfterEach
  void close() {
    probe.close();
  }

  @Test
  void what_waits_is_listed_with_its_reason_and_without_its_data() throws Exception {
    setAside(DEAD_DATA, DATA, 1, "NOT_JSON: the data do not parse");

    Run run = Run.of(new ListCommand(targets()), "--key", key, "--json");

    assertThat(run.exitCode()).isEqualTo(1);
    JsonNode report = run.json();
    assertThat(report.path("waiting").asInt()).isEqualTo(1);
    JsonNode letter = report.path("deadLetters").path(0);
    assertThat(letter.path("id").asText()).matches(DEAD_DATA.replace(".", "\\.") + "@0:\\d+");
    assertThat(letter.path("consumer").asText()).isEqualTo("indicators");
    assertThat(letter.path("topic").asText()).isEqualTo(DATA);
    assertThat(letter.path("partition").asInt()).isEqualTo(2);
    assertThat(letter.path("offset").asInt()).isEqualTo(17);
    assertThat(letter.path("subject").asText()).isEqualTo(key + "/2013-Q3");
    assertThat(letter.path("version").asInt()).isEqualTo(1);
    assertThat(letter.path("occurredAt").asText()).isEqualTo("2013-10-12T14:03:07Z");
    assertThat(letter.path("setAsideAt").asText()).startsWith("20").endsWith("Z");
    assertThat(letter.path("reason").asText()).isEqualTo("NOT_JSON: the data do not parse");
    assertThat(run.out()).doesNotContain("secret");
    assertThat(Run.of(new ListCommand(targets()), "--key", key).out())
        .contains(letter.path("id").asText(), "NOT_JSON")
        .doesNotContain("secret")
        .endsWith("1 waiting, 0 replayed\n");
    assertThat(Run.of(new ListCommand(targets()), "--key", key, "--reason", "other").exitCode())
        .isZero();
    assertThat(Run.of(new ListCommand(targets()), "--key", key, "--consumer", "centres").exitCode())
        .isZero();
  }

  @Test
  void one_is_shown_with_its_headers_and_data() throws Exception {
    setAside(DEAD_DATA, DATA, 1, "why not");
    String id = waiting().getFirst();

    JsonNode shown = Run.of(new ShowCommand(targets()), id, "--json").json();
    assertThat(shown.path("data").asText()).isEqualTo("{\"secret\":1}");
    assertThat(shown.path("headers").path("ce_type").asText())
        .isEqualTo(EventType.QUARTERLY_DATA_SUBMITTED.type());
    assertThat(Run.of(new ShowCommand(targets()), id).out())
        .contains("dead-letter-reason: why not", "{\"secret\":1}");
    Run missing = Run.of(new ShowCommand(targets()), DEAD_DATA + "@0:999999");
    assertThat(missing.exitCode()).isEqualTo(3);
    assertThat(missing.err()).contains("there is no dead letter");
  }

  @Test
  void a_replayed_message_is_on_its_topic_as_its_producer_sent_it_and_is_not_sent_twice()
      throws Exception {
    setAside(DEAD_DATA, DATA, 1, "why not");
    setAside(DEAD_DATA, DATA, 2, "why not");

    Run dry = Run.of(new ReplayCommand(targets()), "--all", "--key", key, "--dry-run");
    assertThat(dry.exitCode()).isZero();
    assertThat(dry.out()).contains("WOULD_BE_REPLAYED").endsWith("2 would be sent, 0 left out\n");
    assertThat(waiting()).hasSize(2);

    Run run = Run.of(new ReplayCommand(targets()), "--all", "--key", key, "--json");
    assertThat(run.exitCode()).isZero();
    assertThat(run.json().path("sent").asInt()).isEqualTo(2);
    assertThat(run.err()).endsWith("2 of 2 messages\n");
    assertThat(waiting()).isEmpty();
    assertThat(Run.of(new ListCommand(targets()), "--key", key, "--all").out())
        .contains("(replayed 20")
        .endsWith("0 waiting, 2 replayed\n");
    assertThat(Run.of(new ReplayCommand(targets()), "--all", "--key", key).out())
        .isEqualTo("0 sent, 0 left out\n");

    List<ConsumerRecord<byte[], byte[]>> sent = onTopic(DATA, 2);
    assertThat(sent)
        .extracting(message -> KafkaProbe.header(message, "ce_aggregateversion"))
        .containsExactly("1", "2");
    ConsumerRecord<byte[], byte[]> first = sent.getFirst();
    assertThat(new String(first.value(), UTF_8)).isEqualTo("{\"secret\":1}");
    assertThat(KafkaProbe.header(first, "ce_id")).isEqualTo("event-" + key + "-1");
    assertThat(first.headers())
        .noneMatch(header ->
            header.key().startsWith("dead-letter-") || header.key().startsWith("cadran-"));
  }

  @Test
  void one_that_was_replayed_is_sent_again_only_when_that_is_asked_for() throws Exception {
    setAside(DEAD_DATA, DATA, 1, "why not");
    String id = waiting().getFirst();

    assertThat(Run.of(new ReplayCommand(targets()), id).exitCode()).isZero();
    Run second = Run.of(new ReplayCommand(targets()), id);
    assertThat(second.exitCode()).isEqualTo(1);
    assertThat(second.out()).contains("REPLAYED_BEFORE " + id);
    assertThat(Run.of(new ReplayCommand(targets()), id, "--again").exitCode()).isZero();
    onTopic(DATA, 2);
    Run missing = Run.of(new ReplayCommand(targets()), DEAD_DATA + "@0:999999");
    assertThat(missing.exitCode()).isEqualTo(1);
    assertThat(missing.out()).contains("NOT_THERE");
  }

  @Test
  void an_old_state_is_never_put_behind_a_later_one() throws Exception {
    setAside(DEAD_STATES, STATES, 1, "why not");
    setAside(DEAD_STATES, STATES, 3, "why not");
    probe.send(STATES, key, "{}".getBytes(UTF_8), headers(2));

    Run run = Run.of(new ReplayCommand(targets()), "--all", "--key", key, "--json");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.json().path("deadLetters"))
        .extracting(one -> one.path("outcome").asText())
        .containsExactly("SUPERSEDED", "REPLAYED");
    assertThat(onTopic(STATES, 2))
        .extracting(message -> KafkaProbe.header(message, "ce_aggregateversion"))
        .containsExactly("2", "3");
  }

  @Test
  void ids_and_all_do_not_go_together_and_one_is_needed() {
    assertThat(Run.of(new ReplayCommand(targets())).exitCode()).isEqualTo(2);
    assertThat(Run.of(new ReplayCommand(targets()), "--all", "x@0:1").exitCode()).isEqualTo(2);
  }

  private List<String> waiting() throws Exception {
    return Run.of(new ListCommand(targets()), "--key", key, "--json")
        .json()
        .path("deadLetters")
        .findValuesAsText("id");
  }

  private List<ConsumerRecord<byte[], byte[]>> onTopic(String topic, int count) {
    List<ConsumerRecord<byte[], byte[]>> found =
        probe.readUntil(topic, read -> ofKey(read).size() >= count, Duration.ofSeconds(30)).stream()
            .filter(message -> KafkaProbe.key(message).equals(key))
            .toList();
    assertThat(found).hasSize(count);
    return found;
  }

  private List<ConsumerRecord<byte[], byte[]>> ofKey(List<ConsumerRecord<byte[], byte[]>> read) {
    return read.stream().filter(message -> KafkaProbe.key(message).equals(key)).toList();
  }

  private void setAside(String deadLetters, String topic, int version, String reason) {
    Map<String, String> headers = headers(version);
    headers.put("dead-letter-reason", reason);
    headers.put("dead-letter-topic", topic);
    headers.put("dead-letter-partition", "2");
    headers.put("dead-letter-offset", "17");
    probe.send(deadLetters, key, "{\"secret\":1}".getBytes(UTF_8), headers);
  }

  private Map<String, String> headers(int version) {
    Map<String, String> headers = new HashMap<>();
    headers.put("ce_id", "event-" + key + "-" + version);
    headers.put("ce_type", EventType.QUARTERLY_DATA_SUBMITTED.type());
    headers.put("ce_subject", key + "/2013-Q3");
    headers.put("ce_time", "2013-10-12T14:03:07Z");
    headers.put("ce_aggregateversion", Integer.toString(version));
    return headers;
  }

  private static Targets targets() {
    return new Targets(Map.of("CADRAN_BROKER", Broker.sharedBootstrapServers()), null);
  }
}
