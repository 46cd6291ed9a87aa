package fr.cadran.kit.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.cadran.events.EventType;
import fr.cadran.events.centres.QuarterlyContent;
import fr.cadran.events.centres.QuarterlyDataSubmitted;
import fr.cadran.testing.infra.Broker;
import fr.cadran.testing.infra.CadranTestResource;
import fr.cadran.testing.infra.KafkaProbe;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(CadranTestResource.class)
class EventConsumerTest {

  private static final EventType<QuarterlyDataSubmitted> TYPE = EventType.QUARTERLY_DATA_SUBMITTED;
  private static final String DEAD_LETTERS = TYPE.deadLetterTopic("probe");
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int RETRIES = 3; // as the configuration of this module's tests says

  @Inject Outbox outbox;
  @Inject RecordedEffects effects;

  private KafkaProbe probe;

  @BeforeEach
  void open() {
    probe = KafkaProbe.shared();
  }

  @AfterEach
  void close() {
    probe.close();
  }

  @Test
  void what_is_published_has_its_effect_once_and_in_order() {
    for (int version = 1; version <= 20; version++) {
      publish("930001111", version);
    }

    awaitEffects("930001111", IntStream.rangeClosed(1, 20).boxed().toList());
  }

  @Test
  void the_same_event_again_has_no_second_effect() {
    Map<String, String> headers = headers("930002222", 1);
    send("930002222", 1, headers);
    send("930002222", 1, headers);
    send("930002222", 2, headers("930002222", 2));

    awaitEffects("930002222", List.of(1, 2));
  }

  @Test
  void a_version_older_than_the_one_known_has_no_effect() {
    send("930003333", 2, headers("930003333", 2));
    send("930003333", 1, headers("930003333", 1));
    send("930003333", 3, headers("930003333", 3));

    awaitEffects("930003333", List.of(2, 3));
  }

  @Test
  void a_message_that_is_not_json_is_set_aside_and_the_next_is_handled() {
    probe.send(
        TYPE.topic(), "930004444", "my secret diary".getBytes(UTF_8), headers("930004444", 1));
    send("930004444", 2, headers("930004444", 2));

    awaitEffects("930004444", List.of(2));
    ConsumerRecord<byte[], byte[]> dead = deadLetter("930004444");
    assertThat(new String(dead.value(), UTF_8)).isEqualTo("my secret diary");
    assertThat(header(dead, "dead-letter-reason")).startsWith("NOT_JSON").doesNotContain("secret");
    assertThat(header(dead, "dead-letter-topic")).isEqualTo(TYPE.topic());
    assertThat(header(dead, "dead-letter-partition")).matches("\\d+");
    assertThat(header(dead, "dead-letter-offset")).matches("\\d+");
    assertThat(header(dead, "dead-letter-cause")).isNull();
    assertThat(header(dead, "ce_type")).isEqualTo(TYPE.type());
  }

  @Test
  void a_message_without_cloud_event_headers_or_without_data_is_set_aside() {
    probe.send(TYPE.topic(), "930005555", json("930005555", 1), Map.of());
    probe.send(TYPE.topic(), "930005556", null, headers("930005556", 1));
    probe.send(TYPE.topic(), null, new byte[] {0, 1, 2}, Map.of("ce_specversion", "1.0"));

    assertThat(header(deadLetter("930005555"), "dead-letter-reason"))
        .isEqualTo("NOT_A_CLOUD_EVENT: no header ce_specversion");
    assertThat(header(deadLetter("930005556"), "dead-letter-reason"))
        .isEqualTo("NOT_JSON: no data");
    assertThat(header(deadLetter(""), "dead-letter-reason")).startsWith("NOT_A_CLOUD_EVENT");
  }

  @Test
  void a_fault_that_passes_is_tried_again_and_leaves_one_effect() {
    effects.fail("930006666", 2);
    publish("930006666", 1);

    awaitEffects("930006666", List.of(1));
  }

  @Test
  void a_fault_that_stays_is_set_aside_without_its_message_and_without_effect() {
    effects.fail("930007777", 1000);
    publish("930007777", 1);
    publish("930007778", 1);

    ConsumerRecord<byte[], byte[]> dead = deadLetter("930007777");
    assertThat(header(dead, "dead-letter-reason"))
        .isEqualTo("the handler failed: java.lang.IllegalStateException");
    assertThat(header(dead, "dead-letter-cause")).isNull();
    awaitEffects("930007778", List.of(1));
    assertThat(effects.versionsOf("930007777")).isEmpty();
  }

  @Test
  void what_goes_on_failing_is_tried_so_often_and_never_holds_up_its_partition() {
    effects.fail("930008888", 1 + RETRIES);
    publish("930008888", 1);
    publish("930008888", 2);

    // Same key, so the same partition: the second waits for the first to be set aside.
    awaitEffects("930008888", List.of(2));
    assertThat(effects.attempts("930008888", 1)).isEqualTo(1 + RETRIES);
    assertThat(effects.attempts("930008888", 2)).isEqualTo(1);
    assertThat(header(deadLetter("930008888"), "dead-letter-reason"))
        .isEqualTo("the handler failed: java.lang.IllegalStateException");
  }

  @Test
  void a_topic_that_would_lose_messages_is_mended() throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", Broker.sharedBootstrapServers()))) {
      admin
          .createTopics(
              List.of(
                  new NewTopic("careless", 1, (short) 1)
                      .configs(Map.of("retention.ms", "1000", "retention.bytes", "1000"))))
          .all()
          .get();
      Map<String, NewTopic> missing = new HashMap<>();
      missing.put(
          "careless",
          new NewTopic("careless", 1, (short) 1)
              .configs(Map.of("cleanup.policy", "compact", "retention.bytes", "-1")));

      assertThat(
              TopicCreation.tryToCreate(
                  missing, Map.of("bootstrap.servers", Broker.sharedBootstrapServers())))
          .isNull();

      assertThat(missing).isEmpty();
      ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, "careless");
      Config settings = admin.describeConfigs(List.of(topic)).all().get().get(topic);
      assertThat(settings.get("cleanup.policy").value()).isEqualTo("compact");
      assertThat(settings.get("retention.bytes").value()).isEqualTo("-1");
      assertThat(settings.get("retention.ms").value()).isEqualTo("1000");
    }
  }

  @Test
  void topics_are_created_as_their_kind_asks() throws Exception {
    await().atMost(PATIENCE).until(() -> probe.topics().contains(DEAD_LETTERS));
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", Broker.sharedBootstrapServers()))) {
      assertThat(
              admin
                  .describeTopics(List.of(TYPE.topic()))
                  .allTopicNames()
                  .get()
                  .get(TYPE.topic())
                  .partitions())
          .hasSize(3);
      ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, TYPE.topic());
      assertThat(
              admin
                  .describeConfigs(List.of(topic))
                  .all()
                  .get()
                  .get(topic)
                  .get("retention.ms")
                  .value())
          .isEqualTo("-1");
    }
  }

  private void publish(String finess, int version) {
    QuarkusTransaction.requiringNew()
        .run(() ->
            outbox.publish(
                new OutgoingEvent<>(
                    TYPE, finess, finess + "/2013-Q3", version, data(finess, version))));
  }

  private void send(String finess, int version, Map<String, String> headers) {
    probe.send(TYPE.topic(), finess, json(finess, version), headers);
  }

  private static QuarterlyDataSubmitted data(String finess, int version) {
    return new QuarterlyDataSubmitted(
        finess,
        "2013-Q3",
        version,
        Instant.EPOCH,
        new QuarterlyContent(null, null, null, null, null, null, null));
  }

  private static byte[] json(String finess, int version) {
    return """
    {"finess":"%s","quarter":"2013-Q3","version":%d,"submittedAt":"2013-10-12T14:03:07Z",
     "content":{"patients":{"passages":1500,"addedLater":"by a newer producer"}}}
    """
        .formatted(finess, version)
        .getBytes(UTF_8);
  }

  private static Map<String, String> headers(String finess, int version) {
    Map<String, String> headers = new HashMap<>();
    headers.put("content-type", "application/json");
    headers.put("ce_specversion", "1.0");
    headers.put("ce_id", UUID.randomUUID().toString());
    headers.put("ce_source", "urn:cadran:service:test");
    headers.put("ce_type", TYPE.type());
    headers.put("ce_subject", finess + "/2013-Q3");
    headers.put("ce_time", "2013-10-12T14:03:07Z");
    headers.put("ce_aggregateversion", Integer.toString(version));
    return headers;
  }

  private void awaitEffects(String finess, List<Integer> versions) {
    await().atMost(PATIENCE).until(() -> effects.versionsOf(finess).size() >= versions.size());
    assertThat(effects.versionsOf(finess)).isEqualTo(versions);
  }

  private ConsumerRecord<byte[], byte[]> deadLetter(String key) {
    List<ConsumerRecord<byte[], byte[]>> read =
        probe.readUntil(
            DEAD_LETTERS,
            records -> records.stream().anyMatch(one -> KafkaProbe.key(one).equals(key)),
            PATIENCE);
    return read.stream()
        .filter(one -> KafkaProbe.key(one).equals(key))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no dead letter of '" + key + "' in " + read.size()));
  }

  private static String header(ConsumerRecord<byte[], byte[]> message, String name) {
    return KafkaProbe.header(message, name);
  }
}
