package fr.cadran.indicators.programme.application;

import fr.cadran.events.centres.ProgrammeState;
import fr.cadran.indicators.catalogue.domain.Levier;
import fr.cadran.indicators.programme.domain.LevierStatus;
import fr.cadran.indicators.programme.domain.Overrule;
import fr.cadran.indicators.programme.domain.Participation;
import fr.cadran.indicators.programme.domain.Programme;
import fr.cadran.indicators.programme.domain.RetainedLevier;
import fr.cadran.kit.event.UnreadableEventException;
import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.Quarter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;

/** Takes over the state of a programme as its owner published it. */
@ApplicationScoped
public class KeepProgramme {
  private final Programmes programmes;

  KeepProgramme(Programmes programmes) {
    this.programmes = programmes;
  }

  /**
   * A state older than the one kept changes nothing.
   *
   * @param now from when it is known
   * @throws UnreadableEventException when it names a levier that there is not
   */
  @Transactional
  public void keep(ProgrammeState state, Instant now) {
    programmes.keep(
        new Programme(
            state.id(),
            state.version(),
            state.name(),
            state.region(),
            state.leviers().stream().map(KeepProgramme::levier).toList(),
            Quarter.parse(state.baselineQuarter()),
            state.fictional(),
            state.participations().stream().map(KeepProgramme::participation).toList()),
        now);
  }

  private static Participation participation(ProgrammeState.Participation state) {
    return new Participation(
        new Finess(state.finess()),
        state.anonymousNumber(),
        state.leftOn(),
        state.leviers().stream().map(KeepProgramme::retained).toList());
  }

  private static RetainedLevier retained(ProgrammeState.RetainedLevier state) {
    ProgrammeState.Overrule overrule = state.overrule();
    return new RetainedLevier(
        levier(state.levier()),
        LevierStatus.valueOf(state.status().name()),
        overrule == null ? null : new Overrule(overrule.positive(), overrule.reason()));
  }

  private static Levier levier(String code) {
    return Levier.withCode(code)
        .orElseThrow(() -> new UnreadableEventException("UNKNOWN_LEVIER: no levier has this code"));
  }
}
