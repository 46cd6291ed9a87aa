package fr.cadran.indicators.cptsvalue.messaging;

import fr.cadran.events.EventType;
import fr.cadran.indicators.cptspayment.application.KeepPayment;
import fr.cadran.indicators.cptsvalue.application.KeepDialogueResults;
import fr.cadran.kit.event.EventConsumer;
import fr.cadran.kit.event.EventEffects;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes in, of what happens to CPTS and their contracts, the results and the payments. */
@ApplicationScoped
public class KafkaContractListener {
  private final EventConsumer events;
  private final EventEffects effects;

  KafkaContractListener(
      EventConsumer events, KeepDialogueResults keepDialogueResults, KeepPayment keepPayment) {
    this.events = events;
    this.effects =
        EventEffects.of(
                EventType.DIALOGUE_RESULTS_SUBMITTED,
                event -> keepDialogueResults.keep(event.data(), event.receivedAt()))
            .and(
                EventType.PAYMENT_ORDERED,
                event -> keepPayment.keep(event.data(), event.receivedAt()));
  }

  @Incoming("contracts")
  @Blocking
  void contracts(ConsumerRecord<byte[], byte[]> message) {
    events.handle(message, effects);
  }
}
