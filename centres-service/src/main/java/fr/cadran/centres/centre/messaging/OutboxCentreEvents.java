package fr.cadran.centres.centre.messaging;

import fr.cadran.centres.centre.application.CentreEvents;
import fr.cadran.centres.centre.domain.Centre;
import fr.cadran.centres.centre.domain.RegisteredCentre;
import fr.cadran.events.EventType;
import fr.cadran.events.centres.CentreState;
import fr.cadran.kit.event.Outbox;
import fr.cadran.kit.event.OutgoingEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.stream.Collectors;

/** The state of a centre through the outbox. Names of people and phone numbers stay here. */
@ApplicationScoped
class OutboxCentreEvents implements CentreEvents {
  private final Outbox outbox;

  OutboxCentreEvents(Outbox outbox) {
    this.outbox = outbox;
  }

  @Override
  public void changed(RegisteredCentre registered) {
    Centre centre = registered.centre();
    String finess = centre.finess().value();
    CentreState state =
        new CentreState(
            finess,
            registered.version(),
            centre.finessJuridique().value(),
            centre.siret() == null ? null : centre.siret().value(),
            centre.name(),
            centre.managerKind().name(),
            centre.location().commune().value(),
            centre.location().departement(),
            centre.location().region(),
            centre.specialties(),
            centre.rooms().entrySet().stream()
                .collect(
                    Collectors.toMap(
                        Map.Entry::getKey, rooms -> Math.toIntExact(rooms.getValue()))),
            centre.openedOn(),
            centre.closedOn(),
            registered.successor() == null ? null : registered.successor().value());
    outbox.publish(
        new OutgoingEvent<>(EventType.CENTRE_STATE, finess, finess, registered.version(), state));
  }
}
