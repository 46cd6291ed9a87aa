package fr.cadran.kit.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cadran.events.EventType;
import fr.cadran.events.centres.QuarterlyDataSubmitted;
import fr.cadran.kit.database.DatabaseOutage;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IncomingEventTest {

  private static final EventType<QuarterlyDataSubmitted> TYPE = EventType.QUARTERLY_DATA_SUBMITTED;

  private static final String GOOD =
      """
      {"finess":"930012345","quarter":"2013-Q3","version":2,"submittedAt":"2013-10-12T14:03:07Z",
       "content":{"activity":[{"specialty":"DENTAIRE","revenue":37500.10}]},"addedLater":true}
      """;

  @Test
  void attributes_and_data_are_read_and_what_was_added_later_is_ignored() {
    IncomingEvent<QuarterlyDataSubmitted> event =
        IncomingEvent.parse(message(GOOD, Map.of()), TYPE);

    assertThat(event.id()).isEqualTo("e-1");
    assertThat(event.subject()).isEqualTo("930012345/2013-Q3");
    assertThat(event.aggregateVersion()).isEqualTo(2);
    assertThat(event.time()).isEqualTo(Instant.parse("2013-10-12T14:03:07Z"));
    assertThat(event.data().content().activity().getFirst().revenue())
        .isEqualTo(new BigDecimal("37500.10"));
    assertThat(event.data().content().patients()).isNull();
  }

  @Test
  void every_example_of_the_contracts_is_readable() throws IOException {
    for (EventType<?> type : EventType.all()) {
      for (String size : new String[] {"full", "minimal"}) {
        String path =
            type.schema().replace("/schemas/", "/examples/").replace(".json", "." + size + ".json");
        try (InputStream example = getClass().getClassLoader().getResourceAsStream(path)) {
          String json = new String(example.readAllBytes(), UTF_8);
          assertThat(
                  IncomingEvent.parse(message(json, Map.of("ce_type", type.type())), type).data())
              .isInstanceOf(type.data());
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "version":2        | "version":"two"     | DOES_NOT_BIND: /version
          "version":2        | "version":"2"       | DOES_NOT_BIND: /version
          "version":2        | "version":2.5       | DOES_NOT_BIND: /version
          "version":2        | "version":null      | DOES_NOT_BIND: /version
          "version":2,       |                     | DOES_NOT_BIND: /version
          "finess"           | "other"             | DOES_NOT_BIND: nothing at /finess
          "specialty"        | "other"             | DOES_NOT_BIND: nothing at /content/activity/0/specialty
          37500.10           | "a lot"             | DOES_NOT_BIND: /content/activity/0/revenue
          2013-10-12T        | tomorrow            | DOES_NOT_BIND: /submittedAt
          "content":{        | "content":[{        | NOT_JSON: the data do not parse
          }                  | }trailing           | NOT_JSON: the data do not parse
          """)
  void data_that_do_not_bind_are_refused_with_the_place_and_nothing_else(
      String good, String wrong, String reason) {
    String json =
        good.equals("}")
            ? GOOD.strip() + "trailing"
            : GOOD.replace(good, wrong == null ? "" : wrong);

    assertThatThrownBy(() -> IncomingEvent.parse(message(json, Map.of()), TYPE))
        .isInstanceOf(UnreadableEventException.class)
        .hasMessage(reason)
        .hasNoCause();
  }

  @ParameterizedTest
  @CsvSource({
    "ce_specversion, 0.3, NOT_A_CLOUD_EVENT: other version than 1.0",
    "ce_type, fr.cadran.other.v1, UNKNOWN_TYPE: expected fr.cadran.centres.quarterly-data-submitted.v1",
    "content-type, text/plain, NOT_JSON: other content type",
    "ce_time, soon, NOT_A_CLOUD_EVENT: ce_time is no time",
    "ce_aggregateversion, x, NOT_A_CLOUD_EVENT: ce_aggregateversion is no number",
    "ce_id, , NOT_A_CLOUD_EVENT: no header ce_id"
  })
  void wrong_attributes_are_refused(String header, String value, String reason) {
    assertThatThrownBy(() ->
            IncomingEvent.parse(message(GOOD, Map.of(header, value == null ? "" : value)), TYPE))
        .isInstanceOf(UnreadableEventException.class)
        .hasMessage(reason);
  }

  @Test
  void an_unreachable_database_is_told_from_one_that_refuses() {
    assertThat(outage(new SQLException("refused", "08001"))).isTrue();
    assertThat(outage(new SQLException("shutting down", "57P01"))).isTrue();
    assertThat(outage(new SQLException("Sorry, acquisition timeout!"))).isTrue();
    assertThat(outage(new SQLException("duplicate key", "23505"))).isFalse();
    assertThat(DatabaseOutage.isCauseOf(new IllegalStateException("a bug"))).isFalse();
  }

  private static boolean outage(SQLException cause) {
    return DatabaseOutage.isCauseOf(new IllegalStateException("wrapped", cause));
  }

  private static ConsumerRecord<byte[], byte[]> message(String json, Map<String, String> changed) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("content-type", "application/json");
    headers.put("ce_specversion", "1.0");
    headers.put("ce_id", "e-1");
    headers.put("ce_source", "urn:cadran:service:test");
    headers.put("ce_type", TYPE.type());
    headers.put("ce_subject", "930012345/2013-Q3");
    headers.put("ce_time", "2013-10-12T14:03:07Z");
    headers.put("ce_aggregateversion", "2");
    headers.putAll(changed);
    ConsumerRecord<byte[], byte[]> message =
        new ConsumerRecord<>(TYPE.topic(), 0, 0, null, json.getBytes(UTF_8));
    headers.forEach((name, value) -> message.headers().add(name, value.getBytes(UTF_8)));
    return message;
  }
}
