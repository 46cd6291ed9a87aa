package fr.cadran.kit.event;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Names of the Kafka headers of a CloudEvent 1.0 in binary mode, and of ours beside them. */
final class CloudEventHeaders {

  static final String CONTENT_TYPE = "content-type";
  static final String JSON = "application/json";
  static final String SPEC_VERSION = "ce_specversion";
  static final String VERSION = "1.0";
  static final String ID = "ce_id";
  static final String SOURCE = "ce_source";
  static final String TYPE = "ce_type";
  static final String SUBJECT = "ce_subject";
  static final String TIME = "ce_time";
  static final String DATA_SCHEMA = "ce_dataschema";
  static final String AGGREGATE_VERSION = "ce_aggregateversion";
  static final String TRACE_PARENT = "traceparent";

  private CloudEventHeaders() {}

  /** The type that a message of ours names. */
  static String typeOf(ProducerRecord<?, ?> message) {
    return new String(message.headers().lastHeader(TYPE).value(), StandardCharsets.UTF_8);
  }
}
