package fr.cadran.operator.deadletter;

import fr.cadran.events.EventType;
import fr.cadran.local.LaunchFailure;
import fr.cadran.operator.platform.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * The dead-letter topics of the platform. A message that was given to its consumer again stays
 * where it is; a second message behind it, without data, says that and when it was.
 */
final class DeadLetterBox implements AutoCloseable {
  private static final String REPLAY_OF = "cadran-replay-of";
  private static final String REPLAYED_AT = "cadran-replayed-at";
  private static final int PATIENCE_SECONDS = 30;

  private final String broker;
  private final Topics topics;
  private @Nullable KafkaProducer<byte[], byte[]> producer;

  DeadLetterBox(String broker) {
    this.broker = broker;
    this.topics = new Topics(broker);
  }

  /**
   * A message and what became of it.
   *
   * @param letter what was set aside
   * @param replayedAt when it was last given to its consumer again, null when never
   */
  record Entry(DeadLetter letter, @Nullable String replayedAt) {}

  /** Every message that the predicate accepts, topic by topic, the oldest first. */
  List<Entry> entries(Predicate<DeadLetter> accepted) {
    List<Entry> entries = new ArrayList<>();
    for (String topic : topics.named(name -> name.contains(DeadLetter.INFIX))) {
      List<DeadLetter> letters = new ArrayList<>();
      Map<String, String> replays = new HashMap<>();
      topics.read(
          topic,
          message -> {
            String replayOf = DeadLetter.text(message, REPLAY_OF);
            if (replayOf != null) {
              String at = DeadLetter.text(message, REPLAYED_AT);
              replays.put(replayOf, at == null ? "" : at);
              return;
            }
            DeadLetter letter = DeadLetter.of(message);
            if (accepted.test(letter)) {
              letters.add(letter);
            }
          });
      letters.forEach(letter -> entries.add(new Entry(letter, replays.get(letter.id()))));
    }
    return entries;
  }

  /** The whole messages with these ids; those that are not there are missing. */
  Map<String, ConsumerRecord<byte[], byte[]>> messages(Set<String> ids) {
    Map<String, ConsumerRecord<byte[], byte[]>> messages = new HashMap<>();
    Set<String> of = new HashSet<>();
    ids.forEach(id -> of.add(id.replaceFirst("@[^@]*$", "")));
    for (String topic :
        topics.named(name -> name.contains(DeadLetter.INFIX) && of.contains(name))) {
      topics.read(
          topic,
          message -> {
            String id = DeadLetter.id(topic, message.partition(), message.offset());
            if (ids.contains(id) && DeadLetter.text(message, REPLAY_OF) == null) {
              messages.put(id, message);
            }
          });
    }
    return messages;
  }

  /**
   * Whether its topic keeps the last message of a key only, and a later version is there: put
   * behind it, the old state would be what a new consumer finds.
   */
  boolean isSuperseded(ConsumerRecord<byte[], byte[]> message) {
    DeadLetter letter = DeadLetter.of(message);
    Long version = letter.version();
    boolean compacted =
        EventType.all().stream()
            .anyMatch(type -> type.topic().equals(letter.topic()) && type.compacted());
    if (!compacted || version == null) {
      return false;
    }
    boolean[] later = {false};
    topics.read(
        letter.topic(),
        other -> {
          Long one = DeadLetter.number(other, "ce_aggregateversion");
          if (Arrays.equals(other.key(), message.key()) && one != null && one > version) {
            later[0] = true;
          }
        });
    return later[0];
  }

  /**
   * Sends the message to its topic again, as its producer sent it, then says so in its dead-letter
   * topic. Dying in between sends it twice, with the same event id: consumers take it in once.
   *
   * @throws LaunchFailure when the broker does not take it
   */
  void replay(ConsumerRecord<byte[], byte[]> message, Instant now) {
    DeadLetter letter = DeadLetter.of(message);
    ProducerRecord<byte[], byte[]> again =
        new ProducerRecord<>(
            letter.topic(),
            message.key() == null ? letter.partition() : null,
            message.key(),
            message.value());
    for (Header header : message.headers()) {
      if (!header.key().startsWith(DeadLetter.ADDED)) {
        again.headers().add(header);
      }
    }
    send(again);
    ProducerRecord<byte[], byte[]> mark =
        new ProducerRecord<>(message.topic(), message.partition(), message.key(), null);
    mark.headers().add(REPLAY_OF, letter.id().getBytes(StandardCharsets.UTF_8));
    mark.headers().add(REPLAYED_AT, now.toString().getBytes(StandardCharsets.UTF_8));
    send(mark);
  }

  private void send(ProducerRecord<byte[], byte[]> message) {
    try {
      var ignored = producer().send(message).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException | KafkaException refused) {
      throw new LaunchFailure(
          "the broker does not take a message for " + message.topic() + ": " + refused);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new LaunchFailure("stopped; what was replayed is marked so.");
    }
  }

  private KafkaProducer<byte[], byte[]> producer() {
    KafkaProducer<byte[], byte[]> open = producer;
    if (open == null) {
      open =
          new KafkaProducer<>(
              Map.of(
                  ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                  broker,
                  ProducerConfig.CLIENT_ID_CONFIG,
                  "cadran-operator",
                  ProducerConfig.ACKS_CONFIG,
                  "all",
                  ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                  true,
                  ProducerConfig.MAX_BLOCK_MS_CONFIG,
                  10_000),
              new ByteArraySerializer(),
              new ByteArraySerializer());
      producer = open;
    }
    return open;
  }

  @Override
  public void close() {
    topics.close();
    KafkaProducer<byte[], byte[]> open = producer;
    if (open != null) {
      open.close();
    }
  }
}
