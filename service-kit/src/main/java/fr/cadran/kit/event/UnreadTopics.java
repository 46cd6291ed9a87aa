package fr.cadran.kit.event;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Asks the broker which topics have messages for a consumer group and nobody of it who reads. */
final class UnreadTopics {

  private static final Duration REQUEST = Duration.ofSeconds(5);

  private final Map<String, Object> settings;
  private final String group;
  private final Set<String> topics;

  UnreadTopics(Map<String, Object> kafka, String group, Collection<String> topics) {
    this.settings = new HashMap<>(kafka);
    this.settings.put("request.timeout.ms", (int) REQUEST.toMillis());
    this.settings.put("default.api.timeout.ms", (int) REQUEST.toMillis());
    this.group = group;
    this.topics = Set.copyOf(topics);
  }

  /**
   * Those of the topics that have a partition with messages beyond the committed offset, owned by
   * no member of the group.
   *
   * @throws BrokerSilentException when the broker did not answer: then nothing is known
   */
  Set<String> now() throws BrokerSilentException, InterruptedException {
    // A client of its own each time: one that is kept waits as the readers do, e.g. until a clock
    // that was set back is where it was.
    try (Admin admin = Admin.create(settings)) {
      Set<TopicPartition> partitions = partitions(admin);
      partitions.removeAll(owned(admin));
      return partitions.isEmpty() ? Set.of() : withMessages(admin, partitions);
    } catch (ExecutionException | TimeoutException | KafkaException e) {
      throw new BrokerSilentException(e);
    }
  }

  private Set<TopicPartition> partitions(Admin admin)
      throws ExecutionException, TimeoutException, InterruptedException {
    Set<TopicPartition> partitions = new HashSet<>();
    for (KafkaFuture<TopicDescription> asked :
        admin.describeTopics(topics).topicNameValues().values()) {
      try {
        TopicDescription topic = answer(asked);
        topic
            .partitions()
            .forEach(part -> partitions.add(new TopicPartition(topic.name(), part.partition())));
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
          throw e;
        }
      }
    }
    return partitions;
  }

  private Set<TopicPartition> owned(Admin admin)
      throws ExecutionException, TimeoutException, InterruptedException {
    try {
      ConsumerGroupDescription description =
          Objects.requireNonNull(
              answer(admin.describeConsumerGroups(Set.of(group)).all()).get(group));
      return description.members().stream()
          .flatMap(member -> member.assignment().topicPartitions().stream())
          .collect(Collectors.toSet());
    } catch (ExecutionException e) {
      if (e.getCause() instanceof GroupIdNotFoundException) {
        return Set.of();
      }
      throw e;
    }
  }

  private Set<String> withMessages(Admin admin, Set<TopicPartition> partitions)
      throws ExecutionException, TimeoutException, InterruptedException {
    Map<TopicPartition, OffsetAndMetadata> committed =
        answer(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
    Map<TopicPartition, ListOffsetsResultInfo> first =
        offsets(admin, partitions, OffsetSpec.earliest());
    Set<String> waiting = new TreeSet<>();
    offsets(admin, partitions, OffsetSpec.latest())
        .forEach((partition, end) -> {
          OffsetAndMetadata done = committed.get(partition);
          long next =
              done == null ? Objects.requireNonNull(first.get(partition)).offset() : done.offset();
          if (end.offset() > next) {
            waiting.add(partition.topic());
          }
        });
    return waiting;
  }

  private static Map<TopicPartition, ListOffsetsResultInfo> offsets(
      Admin admin, Set<TopicPartition> partitions, OffsetSpec which)
      throws ExecutionException, TimeoutException, InterruptedException {
    return answer(
        admin
            .listOffsets(
                partitions.stream().collect(Collectors.toMap(partition -> partition, _ -> which)))
            .all());
  }

  private static <T> T answer(KafkaFuture<T> asked)
      throws ExecutionException, TimeoutException, InterruptedException {
    return asked.get(REQUEST.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** The broker did not answer, or not to this. */
  static final class BrokerSilentException extends Exception {

    private static final long serialVersionUID = 1L;

    BrokerSilentException(Exception cause) {
      super(cause);
    }
  }
}
