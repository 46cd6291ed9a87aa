package fr.cadran.operator.deadletter;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * A message that a consumer set aside, without its data: they may be those of persons.
 *
 * @param id the dead-letter topic, partition and offset, as {@code TOPIC@PARTITION:OFFSET}
 * @param consumer the service that could not handle it
 * @param topic where it came from
 * @param partition of that topic
 * @param offset in that partition
 * @param key of the message, empty when it had none
 * @param type what kind of event it says to be
 * @param subject the aggregate that it says to tell of
 * @param version of the aggregate
 * @param event id of the event
 * @param occurredAt when it says to have happened
 * @param setAsideAt when the consumer gave it up
 * @param reason why
 * @param bytes how long its data are
 */
record DeadLetter(
    String id,
    String consumer,
    String topic,
    @Nullable Integer partition,
    @Nullable Long offset,
    String key,
    @Nullable String type,
    @Nullable String subject,
    @Nullable Long version,
    @Nullable String event,
    @Nullable String occurredAt,
    Instant setAsideAt,
    @Nullable String reason,
    int bytes) {

  /** Stands between the topic of the message and the name of the consumer. */
  static final String INFIX = ".dead-letter.";

  /** Headers that the consumer added; the rest is as the producer sent it. */
  static final String ADDED = "dead-letter-";

  static DeadLetter of(ConsumerRecord<byte[], byte[]> message) {
    int infix = message.topic().indexOf(INFIX);
    byte[] value = message.value();
    String topic = text(message, ADDED + "topic");
    return new DeadLetter(
        id(message.topic(), message.partition(), message.offset()),
        message.topic().substring(infix + INFIX.length()),
        topic == null ? message.topic().substring(0, infix) : topic,
        integer(number(message, ADDED + "partition")),
        number(message, ADDED + "offset"),
        message.key() == null ? "" : new String(message.key(), StandardCharsets.UTF_8),
        text(message, "ce_type"),
        text(message, "ce_subject"),
        number(message, "ce_aggregateversion"),
        text(message, "ce_id"),
        text(message, "ce_time"),
        Instant.ofEpochMilli(message.timestamp()),
        text(message, ADDED + "reason"),
        value == null ? 0 : value.length);
  }

  static String id(String topic, int partition, long offset) {
    return topic + "@" + partition + ":" + offset;
  }

  static @Nullable String text(ConsumerRecord<byte[], byte[]> message, String header) {
    Header found = message.headers().lastHeader(header);
    return found == null || found.value() == null
        ? null
        : new String(found.value(), StandardCharsets.UTF_8);
  }

  static @Nullable Long number(ConsumerRecord<byte[], byte[]> message, String header) {
    String text = text(message, header);
    try {
      return text == null ? null : Long.valueOf(text);
    } catch (NumberFormatException notOne) {
      return null;
    }
  }

  private static @Nullable Integer integer(@Nullable Long number) {
    return number == null ? null : Math.toIntExact(number);
  }
}
