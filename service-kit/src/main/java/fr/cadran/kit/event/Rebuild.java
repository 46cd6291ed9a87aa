package fr.cadran.kit.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import fr.cadran.events.EventType;
import fr.cadran.events.audit.EventReceived;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A process that makes the database of its service anew from the topics, and ends when it is
 * through. Every event is taken in at the moment at which it was taken in the first time, up to
 * where the service had come; what had been set aside is left aside. Nothing is told to anybody.
 * Begun again after a crash it goes on, since the inbox knows what is there. See {@code
 * docs/adr/0025}.
 */
@Singleton
class Rebuild {

  private static final Logger LOG = Logger.getLogger(Rebuild.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final int FAILED = 1;

  private final Map<String, Object> kafka;
  private final EventsConfig config;
  private final List<EventType<?>> takenIn;
  private @Nullable Plan plan;
  private boolean ended;

  Rebuild(
      @Identifier("default-kafka-broker") Map<String, Object> kafka,
      EventsConfig config,
      Instance<OwnedTopics> topics) {
    this.kafka = kafka;
    this.config = config;
    this.takenIn = topics.stream().flatMap(own -> own.takenIn().stream()).toList();
  }

  /** Whether this process rebuilds. */
  boolean isOn() {
    return config.rebuild();
  }

  void start(@Observes StartupEvent event) {
    if (isOn()) {
      // Where there is nothing to read no message will ever say that all was read.
      Thread.ofVirtual().name("rebuild").start(() -> progress(null));
    }
  }

  /**
   * When a message was taken in; empty when it is left aside: it was set aside, or the service has
   * not come so far yet and will read it itself.
   */
  Optional<Instant> receivedAt(ConsumerRecord<byte[], byte[]> message) {
    return plan().receivedAt(message);
  }

  /** Says that a message had its effect, or has none. */
  void done(ConsumerRecord<byte[], byte[]> message) {
    progress(message);
  }

  /** Ends the process: a database that lacks an effect is none. */
  synchronized void failed(ConsumerRecord<byte[], byte[]> message, RuntimeException fault) {
    LOG.errorf(
        fault,
        "rebuild failed at %s-%d@%d",
        message.topic(),
        message.partition(),
        message.offset());
    end(FAILED);
  }

  private synchronized void progress(@Nullable ConsumerRecord<byte[], byte[]> message) {
    try {
      Plan known = plan();
      if (message != null) {
        known.reached(message);
      }
      if (known.isComplete() && !ended) {
        LOG.infof("rebuild complete: %s", known.summary());
        end(0);
      }
    } catch (RuntimeException fault) {
      LOG.error("rebuild failed: the topics cannot be read", fault);
      end(FAILED);
    }
  }

  private void end(int exitCode) {
    if (!ended) {
      ended = true;
      Quarkus.asyncExit(exitCode);
    }
  }

  private synchronized Plan plan() {
    Plan known = plan;
    if (known == null) {
      known = read();
      LOG.infof("rebuild begins: %s", known.summary());
      plan = known;
    }
    return known;
  }

  private record Place(String topic, int partition, long offset) {}

  /** What is to be read, and what is known of it. */
  private static final class Plan {
    private final Map<String, Instant> receptions;
    private final Set<Place> setAside;
    private final Map<TopicPartition, Long> ends;
    private final Map<TopicPartition, Long> positions;
    private long taken;
    private long leftAside;
    private long withoutReception;

    Plan(
        Map<String, Instant> receptions,
        Set<Place> setAside,
        Map<TopicPartition, Long> begins,
        Map<TopicPartition, Long> ends) {
      this.receptions = receptions;
      this.setAside = setAside;
      this.positions = new HashMap<>(begins);
      this.ends = ends;
    }

    synchronized Optional<Instant> receivedAt(ConsumerRecord<byte[], byte[]> message) {
      Long end = ends.get(new TopicPartition(message.topic(), message.partition()));
      if (end == null
          || message.offset() >= end
          || setAside.contains(new Place(message.topic(), message.partition(), message.offset()))) {
        leftAside++;
        return Optional.empty();
      }
      taken++;
      Instant received = receptions.get(text(message, CloudEventHeaders.ID));
      if (received == null) {
        withoutReception++;
        return Optional.of(Instant.ofEpochMilli(message.timestamp()));
      }
      return Optional.of(received);
    }

    synchronized void reached(ConsumerRecord<byte[], byte[]> message) {
      positions.merge(
          new TopicPartition(message.topic(), message.partition()),
          message.offset() + 1,
          Math::max);
    }

    synchronized boolean isComplete() {
      return ends.entrySet().stream()
          .allMatch(end -> positions.getOrDefault(end.getKey(), 0L) >= end.getValue());
    }

    synchronized String summary() {
      return "%d receptions known, %d messages set aside before; taken in %d, left aside %d, without a reception %d"
          .formatted(receptions.size(), setAside.size(), taken, leftAside, withoutReception);
    }
  }

  private Plan read() {
    Map<String, Object> settings = new HashMap<>(kafka);
    settings.put("enable.auto.commit", false);
    settings.put("allow.auto.create.topics", false);
    settings.remove("group.id");
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      Map<String, Instant> receptions = new HashMap<>();
      readAll(
          consumer,
          EventType.EVENT_RECEIVED.topic(),
          message -> {
            EventReceived reception = reception(message);
            if (reception.service().equals(config.service())) {
              receptions.put(reception.event(), reception.receivedAt());
            }
          });
      Set<Place> setAside = new HashSet<>();
      for (String topic : deadLetterTopics()) {
        readAll(consumer, topic, message -> place(message).ifPresent(setAside::add));
      }
      List<TopicPartition> partitions =
          takenIn.stream()
              .map(EventType::topic)
              .distinct()
              .flatMap(topic -> partitions(consumer, topic).stream())
              .toList();
      Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
      return new Plan(receptions, setAside, begins, ends(consumer, partitions));
    }
  }

  private Set<String> deadLetterTopics() {
    return takenIn.stream()
        .map(type -> type.deadLetterTopic(config.service()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * Of events, where the service has come to: what lies behind it reads itself. Of states, all: one
   * that was behind may be gone.
   */
  private Map<TopicPartition, Long> ends(
      KafkaConsumer<byte[], byte[]> consumer, Collection<TopicPartition> partitions) {
    Map<TopicPartition, Long> ends = new HashMap<>(consumer.endOffsets(partitions));
    Set<String> compacted =
        takenIn.stream()
            .filter(EventType::compacted)
            .map(EventType::topic)
            .collect(Collectors.toSet());
    try (Admin admin = Admin.create(new HashMap<>(kafka))) {
      Map<TopicPartition, OffsetAndMetadata> committed =
          admin.listConsumerGroupOffsets(config.service()).partitionsToOffsetAndMetadata().get();
      committed.forEach((partition, offset) -> {
        if (offset != null && !compacted.contains(partition.topic())) {
          ends.computeIfPresent(partition, (same, end) -> Math.min(end, offset.offset()));
        }
      });
      return ends;
    } catch (ExecutionException e) {
      throw new IllegalStateException("how far the service had come cannot be read", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped", e);
    }
  }

  private static List<TopicPartition> partitions(
      KafkaConsumer<byte[], byte[]> consumer, String topic) {
    return consumer.listTopics().getOrDefault(topic, List.of()).stream()
        .map(info -> new TopicPartition(info.topic(), info.partition()))
        .toList();
  }

  private static void readAll(
      KafkaConsumer<byte[], byte[]> consumer,
      String topic,
      Consumer<ConsumerRecord<byte[], byte[]>> reader) {
    List<TopicPartition> partitions = partitions(consumer, topic);
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    while (ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
      consumer.poll(POLL).forEach(reader);
    }
  }

  private static EventReceived reception(ConsumerRecord<byte[], byte[]> message) {
    try {
      return EventJson.MAPPER.readValue(
          new String(message.value(), StandardCharsets.UTF_8), EventReceived.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a reception cannot be read at " + message.offset(), e);
    }
  }

  /** Where a dead letter came from; none for the mark of an operator behind one. */
  private static Optional<Place> place(ConsumerRecord<byte[], byte[]> message) {
    String topic = text(message, "dead-letter-topic");
    String partition = text(message, "dead-letter-partition");
    String offset = text(message, "dead-letter-offset");
    return topic.isEmpty() || partition.isEmpty() || offset.isEmpty()
        ? Optional.empty()
        : Optional.of(new Place(topic, Integer.parseInt(partition), Long.parseLong(offset)));
  }

  private static String text(ConsumerRecord<byte[], byte[]> message, String name) {
    Header header = message.headers().lastHeader(name);
    return header == null || header.value() == null
        ? ""
        : new String(header.value(), StandardCharsets.UTF_8);
  }
}
