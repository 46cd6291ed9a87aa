package fr.cadran.kit.event;

import fr.cadran.events.EventType;
import fr.cadran.events.centres.QuarterlyDataSubmitted;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** What a service writes to take events in; the effect keeps a row, or fails as told. */
@ApplicationScoped
class QuarterlyDataMessages {

  private final EventConsumer events;
  private final RecordedEffects effects;

  QuarterlyDataMessages(EventConsumer events, RecordedEffects effects) {
    this.events = events;
    this.effects = effects;
  }

  @Produces
  static OwnedTopics topics() {
    return new OwnedTopics(
        List.of(EventType.INDICATOR_VALUES_COMPUTED, EventType.QUARTERLY_DATA_SUBMITTED),
        List.of(EventType.QUARTERLY_DATA_SUBMITTED));
  }

  @Incoming("quarterly-data")
  @Blocking
  void quarterlyData(ConsumerRecord<byte[], byte[]> message) {
    events.handle(message, EventType.QUARTERLY_DATA_SUBMITTED, this::record);
  }

  private void record(IncomingEvent<QuarterlyDataSubmitted> event) {
    effects.of(event);
  }
}
