package fr.cadran.operator.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import fr.cadran.events.EventType;
import fr.cadran.events.audit.AuditHeadAnchored;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Heads of chains as they were kept outside the databases. */
final class Anchors {
  private static final String TOPIC = EventType.AUDIT_HEAD_ANCHORED.topic();
  private static final Duration POLL = Duration.ofSeconds(1);
  private static final int TIMEOUT_MS = 10_000;
  private static final ObjectMapper JSON =
      JsonMapper.builder().addModule(new JavaTimeModule()).build();

  private final Map<String, NavigableMap<Long, String>> byService = new HashMap<>();

  /** Of one service, by number; empty when none was kept. */
  NavigableMap<Long, String> of(String service) {
    return byService.getOrDefault(service, new TreeMap<>());
  }

  /**
   * Adds every head that the services told the broker.
   *
   * @throws org.apache.kafka.common.KafkaException when the broker does not answer
   * @throws IOException when a message is none of ours
   */
  void addFromBroker(String bootstrapServers) throws IOException {
    Map<String, Object> settings =
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrapServers,
            ConsumerConfig.CLIENT_ID_CONFIG,
            "cadran-operator",
            ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG,
            TIMEOUT_MS / 2,
            ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
            TIMEOUT_MS,
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            false,
            ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
            false);
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(TOPIC).stream()
              .map(partition -> new TopicPartition(TOPIC, partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        for (ConsumerRecord<byte[], byte[]> message : consumer.poll(POLL)) {
          add(JSON.readValue(message.value(), AuditHeadAnchored.class));
        }
      }
    }
  }

  /**
   * Adds the heads of a file that {@code audit head} wrote.
   *
   * @throws IOException when it cannot be read
   */
  void addFromFile(Path file) throws IOException {
    for (String line : Files.readAllLines(file)) {
      if (!line.isBlank()) {
        add(JSON.readValue(line, AuditHeadAnchored.class));
      }
    }
  }

  static String json(AuditHeadAnchored head) throws IOException {
    return JSON.copy()
        .disable(com.fasterxml.jackson.databind.SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
        .writeValueAsString(head);
  }

  private void add(AuditHeadAnchored head) {
    // The first word counts: a chain written anew may be anchored anew as well.
    byService
        .computeIfAbsent(head.service(), first -> new TreeMap<>())
        .putIfAbsent(head.sequence(), head.hash());
  }
}
