package fr.cadran.contracts.cpts.messaging;

import fr.cadran.contracts.cpts.application.CptsEvents;
import fr.cadran.contracts.cpts.domain.ContractLink;
import fr.cadran.contracts.cpts.domain.Cpts;
import fr.cadran.contracts.cpts.domain.StageChange;
import fr.cadran.events.EventType;
import fr.cadran.events.cpts.CptsStageChanged;
import fr.cadran.events.cpts.CptsState;
import fr.cadran.kit.event.Outbox;
import fr.cadran.kit.event.OutgoingEvent;
import fr.cadran.kit.type.CommuneCode;
import jakarta.enterprise.context.ApplicationScoped;

/** What becomes of a CPTS, through the outbox. Who did it stays here. */
@ApplicationScoped
class OutboxCptsEvents implements CptsEvents {
  private final Outbox outbox;

  OutboxCptsEvents(Outbox outbox) {
    this.outbox = outbox;
  }

  @Override
  public void changed(Cpts cpts) {
    ContractLink contract = cpts.contract();
    String id = cpts.id().toString();
    CptsState state =
        new CptsState(
            cpts.id(),
            cpts.name(),
            cpts.stage().name(),
            cpts.seat().commune().value(),
            cpts.departement(),
            cpts.region(),
            cpts.caisse(),
            cpts.communes().stream().map(CommuneCode::value).toList(),
            cpts.population(),
            cpts.size(),
            cpts.vintage(),
            contract == null ? null : contract.contract(),
            contract == null ? null : contract.state(),
            cpts.version(),
            cpts.changedAt());
    outbox.publish(new OutgoingEvent<>(EventType.CPTS_STATE, id, id, cpts.version(), state));
  }

  @Override
  public void moved(Cpts cpts, StageChange change) {
    String id = cpts.id().toString();
    CptsStageChanged moved =
        new CptsStageChanged(
            cpts.id(),
            change.from().name(),
            change.to().name(),
            change.event().name(),
            change.on(),
            cpts.version());
    outbox.publish(
        new OutgoingEvent<>(EventType.CPTS_STAGE_CHANGED, id, id, cpts.version(), moved));
  }
}
