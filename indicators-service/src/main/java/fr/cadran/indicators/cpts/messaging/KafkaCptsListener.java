package fr.cadran.indicators.cpts.messaging;

import fr.cadran.events.EventType;
import fr.cadran.indicators.cpts.application.KeepCpts;
import fr.cadran.kit.event.EventConsumer;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes in the states of the CPTS. */
@ApplicationScoped
public class KafkaCptsListener {
  private final EventConsumer events;
  private final KeepCpts keepCpts;

  KafkaCptsListener(EventConsumer events, KeepCpts keepCpts) {
    this.events = events;
    this.keepCpts = keepCpts;
  }

  @Incoming("cpts")
  @Blocking
  void cpts(ConsumerRecord<byte[], byte[]> message) {
    events.handle(message, EventType.CPTS_STATE, event -> keepCpts.keep(event.data()));
  }
}
