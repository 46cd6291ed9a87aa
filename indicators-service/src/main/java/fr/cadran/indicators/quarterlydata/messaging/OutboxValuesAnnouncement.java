package fr.cadran.indicators.quarterlydata.messaging;

import fr.cadran.events.EventType;
import fr.cadran.events.indicators.IndicatorValuesComputed;
import fr.cadran.indicators.quarterlydata.application.ValuesAnnouncement;
import fr.cadran.kit.event.Outbox;
import fr.cadran.kit.event.OutgoingEvent;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells about computed values through the outbox. */
@ApplicationScoped
public class OutboxValuesAnnouncement implements ValuesAnnouncement {
  private final Outbox outbox;

  OutboxValuesAnnouncement(Outbox outbox) {
    this.outbox = outbox;
  }

  @Override
  public void announce(IndicatorValuesComputed computed) {
    outbox.publish(
        new OutgoingEvent<>(
            EventType.INDICATOR_VALUES_COMPUTED,
            computed.finess(),
            computed.finess() + "/" + computed.quarter(),
            computed.recordVersion(),
            computed));
  }
}
