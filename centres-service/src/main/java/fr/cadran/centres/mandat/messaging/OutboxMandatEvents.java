package fr.cadran.centres.mandat.messaging;

import fr.cadran.centres.mandat.application.MandatEvents;
import fr.cadran.centres.mandat.domain.Mandat;
import fr.cadran.centres.mandat.domain.MandatScope;
import fr.cadran.events.EventType;
import fr.cadran.events.centres.MandatsState;
import fr.cadran.kit.event.Outbox;
import fr.cadran.kit.event.OutgoingEvent;
import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.FrenchDay;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The mandats of a centre through the outbox. */
@ApplicationScoped
class OutboxMandatEvents implements MandatEvents {
  private final Outbox outbox;

  OutboxMandatEvents(Outbox outbox) {
    this.outbox = outbox;
  }

  @Override
  public void changed(Finess centre, long version, List<Mandat> all) {
    MandatsState state =
        new MandatsState(
            centre.value(), version, all.stream().map(OutboxMandatEvents::told).toList());
    outbox.publish(
        new OutgoingEvent<>(
            EventType.MANDATS_STATE, centre.value(), centre.value(), version, state));
  }

  private static MandatsState.Mandat told(Mandat mandat) {
    return new MandatsState.Mandat(
        mandat.id().toString(),
        mandat.clientId(),
        mandat.scopes().stream().map(MandatScope::token).toList(),
        mandat.validFrom().atStartOfDay(FrenchDay.ZONE).toInstant(),
        mandat.validUntil(),
        mandat.revokedAt());
  }
}
