package fr.cadran.indicators.quarterlydata.messaging;

import fr.cadran.events.EventType;
import fr.cadran.indicators.quarterlydata.application.ReceiveQuarterlyData;
import fr.cadran.kit.event.EventConsumer;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes in the quarterly data that centres submit. */
@ApplicationScoped
public class KafkaQuarterlyDataListener {
  private final EventConsumer events;
  private final ReceiveQuarterlyData receiveQuarterlyData;

  KafkaQuarterlyDataListener(EventConsumer events, ReceiveQuarterlyData receiveQuarterlyData) {
    this.events = events;
    this.receiveQuarterlyData = receiveQuarterlyData;
  }

  @Incoming("quarterly-data")
  @Blocking
  void quarterlyData(ConsumerRecord<byte[], byte[]> message) {
    events.handle(
        message,
        EventType.QUARTERLY_DATA_SUBMITTED,
        event -> receiveQuarterlyData.receive(event.data(), event.receivedAt()));
  }
}
