package fr.cadran.kit.event;

import fr.cadran.events.EventType;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** What a service writes to take in several types of one topic. */
@ApplicationScoped
class ContractMessages {

  private final EventConsumer events;
  private final EventEffects effects;

  ContractMessages(EventConsumer events, RecordedEffects recorded) {
    this.events = events;
    this.effects =
        EventEffects.of(
                EventType.AVENANT_SIGNED,
                event -> recorded.keep(event.data().contract().toString(), event.data().avenant()))
            .and(
                EventType.CONTRACT_SIGNED,
                event ->
                    recorded.keep(event.data().contract().toString(), 100 + event.data().size()));
  }

  @Produces
  static OwnedTopics topics() {
    return new OwnedTopics(List.of(), List.of(EventType.AVENANT_SIGNED, EventType.CONTRACT_SIGNED));
  }

  @Incoming("contracts")
  @Blocking
  void contracts(ConsumerRecord<byte[], byte[]> message) {
    events.handle(message, effects);
  }
}
