package fr.cadran.gateway.revocation;

import fr.cadran.events.EventType;
import fr.cadran.kit.event.IncomingEvent;
import fr.cadran.kit.event.UnreadableEventException;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Hears the mandats of all centres: every gateway reads the whole compacted topic from its
 * beginning and keeps no offset, so one that starts later knows the same. While the broker is away
 * nothing is cut and uploads go on; the service's own check remains.
 */
@Singleton
class KafkaMandats {
  private static final Logger LOG = Logger.getLogger(KafkaMandats.class);
  private static final EventType<fr.cadran.events.centres.MandatsState> TYPE =
      EventType.MANDATS_STATE;
  private static final Duration RETRY = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Map<String, Object> kafka;
  private final KnownMandats mandats;
  private final RunningUploads uploads;
  private final RevocationConfig config;
  private final Clock clock;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private volatile boolean hears;
  private volatile Instant wholeAt = Instant.MIN;
  private @Nullable Thread listener;
  private boolean reported;

  KafkaMandats(
      @Identifier("default-kafka-broker") Map<String, Object> kafka,
      KnownMandats mandats,
      RunningUploads uploads,
      RevocationConfig config,
      Clock clock) {
    this.kafka = kafka;
    this.mandats = mandats;
    this.uploads = uploads;
    this.config = config;
    this.clock = clock;
  }

  void start(@Observes StartupEvent event) {
    if (config.enabled()) {
      listener = Thread.ofPlatform().daemon().name("mandats").start(this::hear);
    }
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    stopped.countDown();
    if (listener != null) {
      listener.join(PATIENCE);
    }
  }

  /** Whether the broker answers and all that it has was read. */
  boolean hears() {
    return hears;
  }

  private void hear() {
    while (stopped.getCount() > 0) {
      try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings())) {
        hear(consumer);
      } catch (KafkaException broken) {
        isAway(broken);
      }
      if (pause()) {
        return;
      }
    }
  }

  private void hear(KafkaConsumer<byte[], byte[]> consumer) {
    Set<TopicPartition> heard = new HashSet<>();
    Instant nextProbe = Instant.MIN;
    while (stopped.getCount() > 0) {
      if (!clock.instant().isBefore(nextProbe)) {
        if (!probe(consumer, heard)) {
          if (heard.isEmpty() && pause()) {
            return;
          }
        } else {
          nextProbe = clock.instant().plus(hears ? config.probe() : Duration.ZERO);
        }
      }
      if (!heard.isEmpty()) {
        for (ConsumerRecord<byte[], byte[]> message : consumer.poll(config.every())) {
          learn(message);
        }
      }
      uploads.inspect(wholeAt);
    }
  }

  /**
   * Asks the broker which partitions there are and whether they were read to their end.
   *
   * @return whether it answered and knows the topic
   */
  private boolean probe(KafkaConsumer<byte[], byte[]> consumer, Set<TopicPartition> heard) {
    try {
      List<TopicPartition> all =
          consumer.partitionsFor(TYPE.topic(), PATIENCE).stream()
              .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
              .toList();
      if (all.isEmpty()) {
        throw new KafkaException("the topic is not there yet");
      }
      List<TopicPartition> fresh = all.stream().filter(one -> !heard.contains(one)).toList();
      if (!fresh.isEmpty()) {
        heard.addAll(fresh);
        consumer.assign(heard);
        consumer.seekToBeginning(fresh);
      }
      Instant asked = clock.instant();
      Map<TopicPartition, Long> ends = consumer.endOffsets(heard, PATIENCE);
      boolean whole =
          ends.entrySet().stream()
              .allMatch(end -> consumer.position(end.getKey(), PATIENCE) >= end.getValue());
      if (whole) {
        isHeard(asked);
      }
      return true;
    } catch (KafkaException silent) {
      isAway(silent);
      return false;
    }
  }

  private void learn(ConsumerRecord<byte[], byte[]> message) {
    try {
      mandats.learn(IncomingEvent.parse(message, TYPE).data());
    } catch (UnreadableEventException odd) {
      LOG.warnf(
          "%s-%d@%d passed over: %s",
          message.topic(), message.partition(), message.offset(), odd.getMessage());
    }
  }

  private void isHeard(Instant asked) {
    wholeAt = asked;
    mandats.isComplete();
    reported = false;
    if (!hears) {
      hears = true;
      LOG.infof("mandats of %d centres are heard", mandats.size());
    }
  }

  private void isAway(KafkaException why) {
    hears = false;
    if (!reported) {
      reported = true;
      LOG.warnf(
          "mandats are not heard (%s): one that ends cuts no upload until they are",
          why.getClass().getSimpleName());
    }
  }

  /** Waits a little; true when the gateway ends. */
  private boolean pause() {
    try {
      return stopped.await(RETRY.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private Map<String, Object> settings() {
    Map<String, Object> settings = new HashMap<>(kafka);
    settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    return settings;
  }
}
