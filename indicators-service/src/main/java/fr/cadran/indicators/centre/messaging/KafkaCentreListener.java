package fr.cadran.indicators.centre.messaging;

import fr.cadran.events.EventType;
import fr.cadran.indicators.centre.application.KeepCentre;
import fr.cadran.indicators.centre.application.KeepMandats;
import fr.cadran.kit.event.EventConsumer;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes in the states of centres and of their mandats. */
@ApplicationScoped
public class KafkaCentreListener {
  private final EventConsumer events;
  private final KeepCentre keepCentre;
  private final KeepMandats keepMandats;

  KafkaCentreListener(EventConsumer events, KeepCentre keepCentre, KeepMandats keepMandats) {
    this.events = events;
    this.keepCentre = keepCentre;
    this.keepMandats = keepMandats;
  }

  @Incoming("centres")
  @Blocking
  void centres(ConsumerRecord<byte[], byte[]> message) {
    events.handle(message, EventType.CENTRE_STATE, event -> keepCentre.keep(event.data()));
  }

  @Incoming("mandats")
  @Blocking
  void mandats(ConsumerRecord<byte[], byte[]> message) {
    events.handle(message, EventType.MANDATS_STATE, event -> keepMandats.keep(event.data()));
  }
}
