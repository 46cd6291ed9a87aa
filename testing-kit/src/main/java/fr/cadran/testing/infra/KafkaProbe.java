package fr.cadran.testing.infra;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Looks at topics and sends raw bytes, past every layer of the house: what a test needs to see what
 * really lies on the broker, and to put there what no producer of ours would.
 */
public final class KafkaProbe implements AutoCloseable {

  private final String bootstrapServers;
  private final KafkaProducer<byte[], byte[]> producer;

  public KafkaProbe(String bootstrapServers) {
    this.bootstrapServers = bootstrapServers;
    this.producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ProducerConfig.ACKS_CONFIG,
                "all"),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  /** A probe of the broker that this test JVM shares. */
  public static KafkaProbe shared() {
    return new KafkaProbe(Broker.sharedBootstrapServers());
  }

  /** Creates the topic if it is missing. */
  public void createTopic(String topic, int partitions) {
    try (Admin admin = admin()) {
      await(admin.createTopics(List.of(new NewTopic(topic, partitions, (short) 1))).all());
    } catch (TopicExistsException e) {
      return; // What was asked for is there.
    }
  }

  /** Names of all topics but the broker's own. */
  public Set<String> topics() {
    try (Admin admin = admin()) {
      return await(admin.listTopics().names());
    }
  }

  /** Sends one record and waits until the broker has it. */
  public void send(
      String topic, @Nullable String key, byte @Nullable [] value, Map<String, String> headers) {
    ProducerRecord<byte[], byte[]> message =
        new ProducerRecord<>(
            topic, key == null ? null : key.getBytes(StandardCharsets.UTF_8), value);
    headers.forEach(
        (name, text) -> message.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
    await(producer.send(message));
  }

  /**
   * Reads the topic from its beginning until the predicate accepts what was read, or the time is
   * over; records of one partition come in their order. Also waits for a topic not yet created.
   *
   * @return what was read, accepted or not, so that the assertion shows it
   */
  public List<ConsumerRecord<byte[], byte[]>> readUntil(
      String topic, Predicate<List<ConsumerRecord<byte[], byte[]>>> accepted, Duration timeout) {
    Instant deadline = Instant.now().plus(timeout);
    List<ConsumerRecord<byte[], byte[]>> read = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
      while (Instant.now().isBefore(deadline) && consumer.assignment().isEmpty()) {
        consumer.assign(partitions(consumer, topic));
      }
      consumer.seekToBeginning(consumer.assignment());
      while (!consumer.assignment().isEmpty() && !accepted.test(read)) {
        if (Instant.now().isAfter(deadline)) {
          break;
        }
        consumer.poll(Duration.ofMillis(100)).forEach(read::add);
      }
    }
    return read;
  }

  /** Reads until there are at least {@code count} records, 30 seconds at most. */
  public List<ConsumerRecord<byte[], byte[]>> read(String topic, int count) {
    return readUntil(topic, records -> records.size() >= count, Duration.ofSeconds(30));
  }

  /** The key as text, empty when there is none. */
  public static String key(ConsumerRecord<byte[], byte[]> message) {
    return message.key() == null ? "" : new String(message.key(), StandardCharsets.UTF_8);
  }

  /** The last header of that name as text, null when there is none. */
  public static @Nullable String header(ConsumerRecord<byte[], byte[]> message, String name) {
    Header header = message.headers().lastHeader(name);
    return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(5));
  }

  private static List<TopicPartition> partitions(
      KafkaConsumer<byte[], byte[]> consumer, String topic) {
    return consumer.listTopics(Duration.ofSeconds(5)).getOrDefault(topic, List.of()).stream()
        .map(info -> new TopicPartition(info.topic(), info.partition()))
        .toList();
  }

  private KafkaConsumer<byte[], byte[]> consumer() {
    return new KafkaConsumer<>(
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrapServers,
            ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
            false,
            ConsumerConfig.ISOLATION_LEVEL_CONFIG,
            "read_committed"),
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer());
  }

  private Admin admin() {
    return Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
  }

  private static <T> T await(java.util.concurrent.Future<T> future) {
    try {
      return future.get(30, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException("the broker refused", e.getCause());
    } catch (TimeoutException e) {
      throw new IllegalStateException("no answer of the broker in 30 seconds", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for the broker", e);
    }
  }
}
