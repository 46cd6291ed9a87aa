package fr.cadran.events;

import fr.cadran.events.centres.CentreState;
import fr.cadran.events.centres.MandatsState;
import fr.cadran.events.centres.QuarterlyDataSubmitted;
import fr.cadran.events.indicators.IndicatorValuesComputed;
import java.util.List;

/**
 * One kind of event, in one version: where it travels, what CloudEvents calls it, what its data
 * look like. A change that is not additive is a new type with the next version and its own schema.
 *
 * @param topic the Kafka topic, whose key is the FINESS number of the centre
 * @param type the CloudEvents attribute {@code type}
 * @param schema path of the JSON Schema (2020-12) of the data on the class path
 * @param data the record that the data bind to
 * @param compacted true for state topics: the broker keeps the last message of each key, which is
 *     the whole public state; false for events, which are kept for ever
 */
public record EventType<T>(
    String topic, String type, String schema, Class<T> data, boolean compacted) {

  /** The public state of a centre de santé in the registry. */
  public static final EventType<CentreState> CENTRE_STATE =
      new EventType<>(
          "cadran.centres.centres.v1",
          "fr.cadran.centres.centre-state.v1",
          "cadran-events/schemas/centres.centre-state.v1.json",
          CentreState.class,
          true);

  /** All mandats that a centre has given to software editors. */
  public static final EventType<MandatsState> MANDATS_STATE =
      new EventType<>(
          "cadran.centres.mandats.v1",
          "fr.cadran.centres.mandats-state.v1",
          "cadran-events/schemas/centres.mandats-state.v1.json",
          MandatsState.class,
          true);

  /** A centre submitted the data of a quarter, for the first time or as a correction. */
  public static final EventType<QuarterlyDataSubmitted> QUARTERLY_DATA_SUBMITTED =
      new EventType<>(
          "cadran.centres.quarterly-data.v1",
          "fr.cadran.centres.quarterly-data-submitted.v1",
          "cadran-events/schemas/centres.quarterly-data-submitted.v1.json",
          QuarterlyDataSubmitted.class,
          false);

  /** The indicators of a centre for a quarter were computed or restated. */
  public static final EventType<IndicatorValuesComputed> INDICATOR_VALUES_COMPUTED =
      new EventType<>(
          "cadran.indicators.values.v1",
          "fr.cadran.indicators.indicator-values-computed.v1",
          "cadran-events/schemas/indicators.indicator-values-computed.v1.json",
          IndicatorValuesComputed.class,
          false);

  private static final List<EventType<?>> ALL =
      List.of(CENTRE_STATE, MANDATS_STATE, QUARTERLY_DATA_SUBMITTED, INDICATOR_VALUES_COMPUTED);

  /** Every event type of the platform. */
  public static List<EventType<?>> all() {
    return ALL;
  }

  /** The {@code $id} of the schema, which is also the CloudEvents attribute {@code dataschema}. */
  public String schemaId() {
    return "urn:cadran:event-schema:" + type.substring("fr.cadran.".length());
  }

  /**
   * The topic to which a consumer moves the messages that it cannot handle.
   *
   * @param service short name of the consuming service, e.g. {@code indicators}
   */
  public String deadLetterTopic(String service) {
    return topic + ".dead-letter." + service;
  }
}
