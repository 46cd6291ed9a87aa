package fr.cadran.operator.platform;

import fr.cadran.local.LaunchFailure;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads topics of the broker from their beginning, without belonging to a group. */
public final class Topics implements AutoCloseable {
  private static final Duration POLL = Duration.ofSeconds(1);
  private static final int TIMEOUT_MS = 10_000;

  private final KafkaConsumer<byte[], byte[]> consumer;

  /**
   * @param broker {@code HOST:PORT}
   */
  public Topics(String broker) {
    this.consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                broker,
                ConsumerConfig.CLIENT_ID_CONFIG,
                "cadran-operator",
                ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                TIMEOUT_MS / 2,
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                TIMEOUT_MS,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
  }

  /**
   * The names of the topics that the predicate accepts, in order.
   *
   * @throws LaunchFailure when the broker does not answer
   */
  public Collection<String> named(Predicate<String> accepted) {
    try {
      return new TreeSet<>(consumer.listTopics().keySet().stream().filter(accepted).toList());
    } catch (KafkaException unreachable) {
      throw new LaunchFailure("the broker does not answer: " + unreachable.getMessage());
    }
  }

  /**
   * Gives every message that stood in a topic when the reading began; those of one partition come
   * in their order.
   *
   * @throws LaunchFailure when the broker does not answer
   */
  public void read(String topic, Consumer<ConsumerRecord<byte[], byte[]>> reader) {
    try {
      List<TopicPartition> partitions = partitions(topic);
      read(partitions, reader);
    } catch (KafkaException unreachable) {
      throw new LaunchFailure("the broker does not answer: " + unreachable.getMessage());
    }
  }

  private void read(
      List<TopicPartition> partitions, Consumer<ConsumerRecord<byte[], byte[]>> reader) {
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    while (ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
      for (ConsumerRecord<byte[], byte[]> message : consumer.poll(POLL)) {
        reader.accept(message);
      }
    }
  }

  /**
   * The partitions of a topic; none when there is no such topic.
   *
   * @throws KafkaException when the broker does not answer
   */
  public List<TopicPartition> partitions(String topic) {
    return consumer.listTopics().getOrDefault(topic, List.of()).stream()
        .map(info -> new TopicPartition(info.topic(), info.partition()))
        .toList();
  }

  /** The first offset of each partition that is still there, and the one after its last. */
  public Map<TopicPartition, Range> ranges(Collection<TopicPartition> partitions) {
    Map<TopicPartition, Long> first = consumer.beginningOffsets(partitions);
    Map<TopicPartition, Long> end = consumer.endOffsets(partitions);
    return partitions.stream()
        .collect(
            java.util.stream.Collectors.toMap(
                one -> one,
                one -> new Range(first.getOrDefault(one, 0L), end.getOrDefault(one, 0L))));
  }

  /**
   * What a partition holds.
   *
   * @param first offset of the first message
   * @param end offset after the last message
   */
  public record Range(long first, long end) {}

  @Override
  public void close() {
    consumer.close();
  }
}
