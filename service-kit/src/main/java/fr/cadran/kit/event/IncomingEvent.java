package fr.cadran.kit.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import fr.cadran.events.EventType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * An event as it arrived: the attributes of a CloudEvent 1.0 in binary mode and its data.
 *
 * @param id identifies the event; the same again is the same event delivered again
 * @param source the service that told it
 * @param type what kind it is
 * @param subject the aggregate that changed
 * @param time when it happened
 * @param aggregateVersion version that the change gave to the subject
 * @param receivedAt when it is taken in, to the microsecond: what becomes known by it is known from
 *     then on, and again so when the database is rebuilt
 * @param data what was told
 */
public record IncomingEvent<T>(
    String id,
    String source,
    EventType<T> type,
    String subject,
    Instant time,
    long aggregateVersion,
    Instant receivedAt,
    T data) {

  private static final int LONGEST_ATTRIBUTE = 200;

  /**
   * Reads a message. Properties that the record does not know are ignored: a newer producer may
   * have added them.
   *
   * @throws UnreadableEventException when it is not a CloudEvent of this type with data that bind
   *     to the record
   */
  public static <T> IncomingEvent<T> parse(
      ConsumerRecord<byte[], byte[]> message, EventType<T> type) {
    if (!typeOf(message).equals(type.type())) {
      throw new UnreadableEventException("UNKNOWN_TYPE: expected " + type.type());
    }
    Attributes attributes = Attributes.of(message);
    return new IncomingEvent<>(
        attributes.id(),
        attributes.source(),
        type,
        attributes.subject(),
        attributes.time(),
        attributes.aggregateVersion(),
        Instant.ofEpochMilli(message.timestamp()),
        data(message.value(), type));
  }

  /** The same event, taken in at a moment. */
  IncomingEvent<T> takenInAt(Instant moment) {
    return new IncomingEvent<>(id, source, type, subject, time, aggregateVersion, moment, data);
  }

  /**
   * The type that a message says it has.
   *
   * @throws UnreadableEventException when it is not a CloudEvent
   */
  static String typeOf(ConsumerRecord<byte[], byte[]> message) {
    if (!attribute(message, CloudEventHeaders.SPEC_VERSION).equals(CloudEventHeaders.VERSION)) {
      throw new UnreadableEventException("NOT_A_CLOUD_EVENT: other version than 1.0");
    }
    return attribute(message, CloudEventHeaders.TYPE);
  }

  /**
   * Checks what every event has, whatever its type.
   *
   * @throws UnreadableEventException when it is not a CloudEvent with data
   */
  static void requireCloudEvent(ConsumerRecord<byte[], byte[]> message) {
    Attributes.of(message);
    if (message.value() == null) {
      throw new UnreadableEventException("NOT_JSON: no data");
    }
  }

  private record Attributes(
      String id, String source, String subject, Instant time, long aggregateVersion) {
    static Attributes of(ConsumerRecord<byte[], byte[]> message) {
      if (!attribute(message, CloudEventHeaders.CONTENT_TYPE).startsWith(CloudEventHeaders.JSON)) {
        throw new UnreadableEventException("NOT_JSON: other content type");
      }
      return new Attributes(
          attribute(message, CloudEventHeaders.ID),
          attribute(message, CloudEventHeaders.SOURCE),
          attribute(message, CloudEventHeaders.SUBJECT),
          IncomingEvent.time(attribute(message, CloudEventHeaders.TIME)),
          version(attribute(message, CloudEventHeaders.AGGREGATE_VERSION)));
    }
  }

  private static String attribute(ConsumerRecord<byte[], byte[]> message, String name) {
    Header header = message.headers().lastHeader(name);
    if (header == null || header.value() == null || header.value().length == 0) {
      throw new UnreadableEventException("NOT_A_CLOUD_EVENT: no header " + name);
    }
    try {
      String text =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(header.value())).toString();
      if (text.length() > LONGEST_ATTRIBUTE) {
        throw new UnreadableEventException("NOT_A_CLOUD_EVENT: header too long: " + name);
      }
      return text;
    } catch (CharacterCodingException e) {
      throw new UnreadableEventException("NOT_A_CLOUD_EVENT: header not UTF-8: " + name);
    }
  }

  private static Instant time(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException e) {
      throw new UnreadableEventException("NOT_A_CLOUD_EVENT: ce_time is no time");
    }
  }

  private static long version(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new UnreadableEventException("NOT_A_CLOUD_EVENT: ce_aggregateversion is no number");
    }
  }

  // Without causes: messages of the parser quote the content.
  private static <T> T data(byte[] value, EventType<T> type) {
    if (value == null) {
      throw new UnreadableEventException("NOT_JSON: no data");
    }
    JsonNode json;
    try {
      json = EventJson.MAPPER.readTree(value);
    } catch (IOException e) {
      throw new UnreadableEventException("NOT_JSON: the data do not parse");
    }
    try {
      T data = EventJson.MAPPER.treeToValue(json, type.data());
      if (data == null) {
        throw new UnreadableEventException("DOES_NOT_BIND: null");
      }
      RequiredComponents.missing(data)
          .ifPresent(path -> {
            throw new UnreadableEventException("DOES_NOT_BIND: nothing at " + path);
          });
      return data;
    } catch (JsonMappingException e) {
      throw new UnreadableEventException("DOES_NOT_BIND: " + path(e));
    } catch (JsonProcessingException e) {
      throw new UnreadableEventException("DOES_NOT_BIND: unknown place");
    }
  }

  private static String path(JsonMappingException fault) {
    return fault.getPath().stream()
        .map(step ->
            step.getFieldName() != null && step.getFieldName().matches("[A-Za-z]{1,40}")
                ? "/" + step.getFieldName()
                : "/" + Math.max(step.getIndex(), 0))
        .collect(Collectors.joining());
  }
}
