package fr.cadran.centres.programme.messaging;

import fr.cadran.centres.programme.application.ProgrammeEvents;
import fr.cadran.centres.programme.domain.Overrule;
import fr.cadran.centres.programme.domain.Participation;
import fr.cadran.centres.programme.domain.Programme;
import fr.cadran.centres.programme.domain.ProgrammeOutline;
import fr.cadran.centres.programme.domain.RetainedLevier;
import fr.cadran.events.EventType;
import fr.cadran.events.centres.ProgrammeState;
import fr.cadran.kit.event.Outbox;
import fr.cadran.kit.event.OutgoingEvent;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** The state of a programme through the outbox. Which account overruled stays here. */
@ApplicationScoped
class OutboxProgrammeEvents implements ProgrammeEvents {
  private final Outbox outbox;

  OutboxProgrammeEvents(Outbox outbox) {
    this.outbox = outbox;
  }

  @Override
  public void changed(Programme programme) {
    String id = programme.id().toString();
    ProgrammeOutline outline = programme.outline();
    ProgrammeState state =
        new ProgrammeState(
            id,
            programme.version(),
            outline.name(),
            outline.region(),
            outline.leviers().stream().map(Enum::name).toList(),
            outline.baselineQuarter().toString(),
            outline.startsOn(),
            outline.endsOn(),
            outline.fictional(),
            programme.participations().stream().map(OutboxProgrammeEvents::told).toList());
    outbox.publish(
        new OutgoingEvent<>(EventType.PROGRAMME_STATE, id, id, programme.version(), state));
  }

  private static ProgrammeState.Participation told(Participation one) {
    return new ProgrammeState.Participation(
        one.centre().value(),
        one.anonymousNumber(),
        one.joinedOn(),
        one.leftOn(),
        one.leviers().stream().map(OutboxProgrammeEvents::told).toList());
  }

  private static ProgrammeState.RetainedLevier told(RetainedLevier retained) {
    return new ProgrammeState.RetainedLevier(
        retained.levier().name(),
        ProgrammeState.LevierStatus.valueOf(retained.status().name()),
        retained.validatedOn(),
        retained.activatedOn(),
        told(retained.overrule()));
  }

  private static ProgrammeState.@Nullable Overrule told(@Nullable Overrule overrule) {
    return overrule == null
        ? null
        : new ProgrammeState.Overrule(overrule.positive(), overrule.reason(), overrule.decidedAt());
  }
}
