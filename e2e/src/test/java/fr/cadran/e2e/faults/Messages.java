package fr.cadran.e2e.faults;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The broker of the platform under test: what is in it, and what should not be. */
final class Messages {
  static final String SUBMISSIONS = "cadran.centres.quarterly-data.v1";

  private static final String CONSUMERS = "indicators";
  private static final int AGAIN = 60;
  private static final int PATIENCE_SECONDS = 30;

  private final PlatformUnderTest platform;
  private final Journal journal;
  private final Map<String, String> poison = new ConcurrentHashMap<>();

  Messages(PlatformUnderTest platform, Journal journal) {
    this.platform = platform;
    this.journal = journal;
  }

  /** The ids of the messages that nobody can handle, each with the reason that is due. */
  Map<String, String> poison() {
    return Map.copyOf(poison);
  }

  /** Sends messages of before again, out of their order, and some that nobody can handle. */
  void sendAgain(Random random) throws InterruptedException {
    List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>(all(SUBMISSIONS));
    Collections.shuffle(all, random);
    List<ProducerRecord<byte[], byte[]>> sent = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> one : all.subList(0, Math.min(AGAIN, all.size()))) {
      int times = 1 + random.nextInt(2);
      for (int i = 0; i < times; i++) {
        sent.add(
            new ProducerRecord<>(one.topic(), null, null, one.key(), one.value(), one.headers()));
      }
    }
    int again = sent.size();
    String centre = Load.CENTRES.keySet().stream().sorted().findFirst().orElseThrow();
    sent.add(
        random.nextInt(sent.size() + 1),
        poison(random, centre, "fr.cadran.centres.quarterly-data-submitted.v1", "NOT_JSON"));
    sent.add(
        random.nextInt(sent.size() + 1),
        poison(random, centre, "com.example.nobody-knows-this.v1", "UNKNOWN_TYPE"));
    send(sent);
    journal.say(
        "  "
            + again
            + " messages sent again, shuffled, and "
            + (sent.size() - again)
            + " that nobody can handle");
  }

  private ProducerRecord<byte[], byte[]> poison(
      Random random, String centre, String type, String reason) {
    String id = new UUID(random.nextLong(), random.nextLong()).toString();
    poison.put(id, reason);
    ProducerRecord<byte[], byte[]> message =
        new ProducerRecord<>(SUBMISSIONS, bytes(centre), bytes("{\"finess\": \"" + centre));
    Map<String, String> headers = new HashMap<>();
    headers.put("content-type", "application/json");
    headers.put("ce_specversion", "1.0");
    headers.put("ce_id", id);
    headers.put("ce_source", "urn:cadran:service:faults");
    headers.put("ce_type", type);
    headers.put("ce_subject", centre + "/2011-Q1");
    headers.put("ce_time", Instant.now().toString());
    headers.put("ce_aggregateversion", "1000000");
    headers.forEach((name, value) -> message.headers().add(name, bytes(value)));
    return message;
  }

  private void send(List<ProducerRecord<byte[], byte[]>> messages) throws InterruptedException {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                platform.broker(),
                ProducerConfig.ACKS_CONFIG,
                "all"),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      for (ProducerRecord<byte[], byte[]> message : messages) {
        var ignored = producer.send(message).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      }
    } catch (ExecutionException | TimeoutException refused) {
      throw new IllegalStateException("the broker does not take messages", refused);
    }
  }

  /** Every message of a topic; those of one partition in their order. */
  List<ConsumerRecord<byte[], byte[]>> all(String topic) {
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                platform.broker(),
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(one -> new TopicPartition(one.topic(), one.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>();
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer.poll(Duration.ofSeconds(1)).forEach(all::add);
      }
      return all;
    }
  }

  /** How many messages wait for the consumers of the platform. */
  long lag() throws InterruptedException {
    try (Admin admin =
        Admin.create(Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, platform.broker()))) {
      Map<TopicPartition, OffsetAndMetadata> done =
          admin
              .listConsumerGroupOffsets(CONSUMERS)
              .partitionsToOffsetAndMetadata()
              .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      Map<TopicPartition, ListOffsetsResultInfo> ends =
          admin
              .listOffsets(
                  done.keySet().stream()
                      .collect(Collectors.toMap(one -> one, one -> OffsetSpec.latest())))
              .all()
              .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      return done.entrySet().stream()
          .mapToLong(one ->
              Objects.requireNonNull(ends.get(one.getKey())).offset() - one.getValue().offset())
          .sum();
    } catch (ExecutionException | TimeoutException unanswered) {
      throw new IllegalStateException("the broker does not answer", unanswered);
    }
  }

  static String header(ConsumerRecord<byte[], byte[]> message, String name) {
    Header header = message.headers().lastHeader(name);
    return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
