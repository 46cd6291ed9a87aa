package fr.cadran.indicators.programme.messaging;

import fr.cadran.events.EventType;
import fr.cadran.indicators.programme.application.KeepProgramme;
import fr.cadran.kit.event.EventConsumer;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes in the states of programmes. */
@ApplicationScoped
public class KafkaProgrammeListener {
  private final EventConsumer events;
  private final KeepProgramme keepProgramme;

  KafkaProgrammeListener(EventConsumer events, KeepProgramme keepProgramme) {
    this.events = events;
    this.keepProgramme = keepProgramme;
  }

  @Incoming("programmes")
  @Blocking
  void programmes(ConsumerRecord<byte[], byte[]> message) {
    events.handle(
        message,
        EventType.PROGRAMME_STATE,
        event -> keepProgramme.keep(event.data(), event.receivedAt()));
  }
}
