package fr.cadran.kit.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import fr.cadran.events.EventType;
import fr.cadran.events.cpts.AvenantSigned;
import fr.cadran.events.cpts.ContractSigned;
import fr.cadran.events.cpts.ContractStateChanged;
import fr.cadran.testing.infra.CadranTestResource;
import fr.cadran.testing.infra.KafkaProbe;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(CadranTestResource.class)
class EventEffectsTest {

  private static final String TOPIC = EventType.CONTRACT_SIGNED.topic();
  private static final String DEAD_LETTERS = EventType.CONTRACT_SIGNED.deadLetterTopic("probe");
  private static final LocalDate DAY = LocalDate.of(2022, 3, 1);
  private static final String HASH = "0".repeat(64);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Inject Outbox outbox;
  @Inject RecordedEffects effects;

  private final RecordedLog log = new RecordedLog();
  private KafkaProbe probe;

  @BeforeEach
  void open() {
    probe = KafkaProbe.shared();
    Logger.getLogger(EventConsumer.class.getName()).addHandler(log);
  }

  @AfterEach
  void close() {
    Logger.getLogger(EventConsumer.class.getName()).removeHandler(log);
    probe.close();
  }

  @Test
  void each_type_of_a_topic_has_its_own_effect_in_the_order_of_the_key() {
    UUID contract = UUID.randomUUID();
    UUID cpts = UUID.randomUUID();
    publish(EventType.CONTRACT_SIGNED, contract, cpts, 5, signed(contract, cpts, 5));
    publish(EventType.AVENANT_SIGNED, contract, cpts, 6, avenant(contract, cpts, 1, 6));
    publish(EventType.AVENANT_SIGNED, contract, cpts, 7, avenant(contract, cpts, 2, 7));

    awaitEffects(contract, List.of(102, 1, 2));
  }

  @Test
  void a_type_that_is_left_to_others_is_passed_over_in_silence() {
    UUID contract = UUID.randomUUID();
    UUID cpts = UUID.randomUUID();
    publish(
        EventType.CONTRACT_STATE_CHANGED,
        contract,
        cpts,
        5,
        new ContractStateChanged(contract, cpts, null, "SIGNED", "all-parties-signed", DAY, 5));
    publish(EventType.AVENANT_SIGNED, contract, cpts, 6, avenant(contract, cpts, 1, 6));

    awaitEffects(contract, List.of(1));
    assertThat(deadLettersOf(cpts)).isEmpty();
    assertThat(log.lines()).noneMatch(line -> line.contains("contract-state-changed"));
  }

  @ParameterizedTest
  @CsvSource({"fr.cadran.cpts.contract-suspended.v1", "fr.cadran.cpts.avenant-signed.v2"})
  void a_type_that_a_newer_producer_tells_is_passed_over_and_logged(String newer) {
    UUID contract = UUID.randomUUID();
    UUID cpts = UUID.randomUUID();
    probe.send(TOPIC, cpts.toString(), "{}".getBytes(UTF_8), headers(newer, contract, 6));
    publish(EventType.AVENANT_SIGNED, contract, cpts, 7, avenant(contract, cpts, 1, 7));

    awaitEffects(contract, List.of(1));
    assertThat(deadLettersOf(cpts)).isEmpty();
    assertThat(log.lines()).anyMatch(line -> line.startsWith("INFO " + newer + " passed over at "));
  }

  @ParameterizedTest
  @CsvSource({
    "fr.cadran.centres.centre-state.v1, UNKNOWN_TYPE: no place on this topic",
    "org.example.avenant-signed.v1, UNKNOWN_TYPE: no place on this topic",
    "fr.cadran.avenant signed, UNKNOWN_TYPE: no place on this topic",
    "fr.cadran.cpts.avenant-signed.v1, DOES_NOT_BIND: nothing at /contract",
  })
  void a_type_out_of_place_or_with_wrong_data_is_set_aside(String type, String reason) {
    UUID contract = UUID.randomUUID();
    UUID cpts = UUID.randomUUID();
    probe.send(
        TOPIC,
        cpts.toString(),
        "{\"avenant\":1,\"changes\":[],\"version\":6}".getBytes(UTF_8),
        headers(type, contract, 6));

    assertThat(KafkaProbe.header(deadLetter(cpts), "dead-letter-reason")).isEqualTo(reason);
    assertThat(effects.versionsOf(contract.toString())).isEmpty();
  }

  @Test
  void a_newer_type_that_is_no_cloud_event_is_set_aside() {
    UUID cpts = UUID.randomUUID();
    Map<String, String> headers =
        headers("fr.cadran.cpts.contract-suspended.v1", UUID.randomUUID(), 6);
    headers.remove("ce_id");
    probe.send(TOPIC, cpts.toString(), "{}".getBytes(UTF_8), headers);

    assertThat(KafkaProbe.header(deadLetter(cpts), "dead-letter-reason"))
        .isEqualTo("NOT_A_CLOUD_EVENT: no header ce_id");
  }

  @Test
  void a_version_older_than_the_one_known_of_the_same_type_has_no_effect() {
    UUID contract = UUID.randomUUID();
    UUID cpts = UUID.randomUUID();
    publish(EventType.AVENANT_SIGNED, contract, cpts, 7, avenant(contract, cpts, 2, 7));
    publish(EventType.AVENANT_SIGNED, contract, cpts, 6, avenant(contract, cpts, 1, 6));
    publish(EventType.CONTRACT_SIGNED, contract, cpts, 5, signed(contract, cpts, 5));

    awaitEffects(contract, List.of(2, 102));
  }

  @Test
  void effects_of_two_topics_or_twice_of_one_type_do_not_go_together() {
    EventEffects avenants = EventEffects.of(EventType.AVENANT_SIGNED, event -> {});

    assertThatThrownBy(() -> avenants.and(EventType.CPTS_STATE, event -> {}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("does not travel on " + TOPIC);
    assertThatThrownBy(() -> avenants.and(EventType.AVENANT_SIGNED, event -> {}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("has its effect already");
  }

  private <T> void publish(EventType<T> type, UUID contract, UUID cpts, long version, T data) {
    QuarkusTransaction.requiringNew()
        .run(() ->
            outbox.publish(
                new OutgoingEvent<>(type, cpts.toString(), contract.toString(), version, data)));
  }

  private static AvenantSigned avenant(UUID contract, UUID cpts, int number, long version) {
    return new AvenantSigned(contract, cpts, number, DAY, HASH, List.of("size"), version);
  }

  private static ContractSigned signed(UUID contract, UUID cpts, long version) {
    return new ContractSigned(
        contract, cpts, DAY, DAY.plusYears(5), "ACI-2019", 1, 2, HASH, List.of(), version);
  }

  private static Map<String, String> headers(String type, UUID contract, int version) {
    Map<String, String> headers = new HashMap<>();
    headers.put("content-type", "application/json");
    headers.put("ce_specversion", "1.0");
    headers.put("ce_id", UUID.randomUUID().toString());
    headers.put("ce_source", "urn:cadran:service:test");
    headers.put("ce_type", type);
    headers.put("ce_subject", contract.toString());
    headers.put("ce_time", "2022-03-01T14:03:07Z");
    headers.put("ce_aggregateversion", Integer.toString(version));
    return headers;
  }

  private void awaitEffects(UUID contract, List<Integer> expected) {
    await()
        .atMost(PATIENCE)
        .until(() -> effects.versionsOf(contract.toString()).size() >= expected.size());
    assertThat(effects.versionsOf(contract.toString())).isEqualTo(expected);
  }

  private ConsumerRecord<byte[], byte[]> deadLetter(UUID cpts) {
    await().atMost(PATIENCE).until(() -> !deadLettersOf(cpts).isEmpty());
    return deadLettersOf(cpts).getFirst();
  }

  private List<ConsumerRecord<byte[], byte[]>> deadLettersOf(UUID cpts) {
    return probe.readUntil(DEAD_LETTERS, records -> false, Duration.ofMillis(500)).stream()
        .filter(message -> KafkaProbe.key(message).equals(cpts.toString()))
        .toList();
  }

  /** What the consumer says in the log. */
  private static final class RecordedLog extends Handler {
    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final Formatter formatter = new SimpleFormatter();

    @Override
    public void publish(LogRecord line) {
      Level level = line.getLevel();
      lines.add(level.getName() + " " + formatter.formatMessage(line));
    }

    List<String> lines() {
      return List.copyOf(lines);
    }

    @Override
    public void flush() {
      // Nothing is held back.
    }

    @Override
    public void close() {
      // Nothing is open.
    }
  }
}
