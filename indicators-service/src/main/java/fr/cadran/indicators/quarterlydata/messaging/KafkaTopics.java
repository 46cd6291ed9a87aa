package fr.cadran.indicators.quarterlydata.messaging;

import fr.cadran.events.EventType;
import fr.cadran.kit.event.OwnedTopics;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/** The topics that this service writes and reads. */
@Singleton
public class KafkaTopics {
  @Produces
  static OwnedTopics topics() {
    return new OwnedTopics(
        List.of(EventType.INDICATOR_VALUES_COMPUTED, EventType.EVENT_RECEIVED),
        List.of(
            EventType.CENTRE_STATE,
            EventType.MANDATS_STATE,
            EventType.PROGRAMME_STATE,
            EventType.QUARTERLY_DATA_SUBMITTED,
            EventType.CPTS_STATE,
            EventType.DIALOGUE_RESULTS_SUBMITTED,
            EventType.PAYMENT_ORDERED));
  }
}
