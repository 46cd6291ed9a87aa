package fr.cadran.contracts.contract.rest;

import fr.cadran.contracts.contract.application.ReadContract;
import fr.cadran.contracts.contract.domain.MissionCalendar;
import fr.cadran.contracts.contract.domain.PlannedMission;
import fr.cadran.contracts.fundingtable.domain.FundingLine;
import fr.cadran.contracts.payment.domain.ContractFacts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The missions of a contract. */
@Schema(name = "ContractMissions")
record MissionsResponse(@Schema(required = true) List<Mission> items) {

  static MissionsResponse of(ReadContract.View view) {
    List<Mission> items = new ArrayList<>();
    ContractFacts facts = view.facts();
    for (PlannedMission planned : view.terms().missions()) {
      items.add(Mission.of(view, planned, started(facts, planned.mission())));
    }
    if (facts != null) {
      for (ContractFacts.StartedMission started : facts.missions()) {
        if (view.terms().mission(started.mission()).isEmpty()) {
          items.add(Mission.of(view, null, started));
        }
      }
    }
    return new MissionsResponse(items);
  }

  private static ContractFacts.@Nullable StartedMission started(
      @Nullable ContractFacts facts, FundingLine mission) {
    return facts == null ? null : facts.mission(mission).orElse(null);
  }

  /** A mission and where it stands. */
  @Schema(name = "ContractMission")
  record Mission(
      @Schema(required = true) FundingLine mission,
      @Schema(required = true) FundingLine.Kind kind,
      @Schema(required = true, description = "PLANNED, STARTED, ENDED") State state,
      @Nullable LocalDate plannedStart,
      @Nullable LocalDate startedOn,
      @Schema(description = "Premier jour où elle ne court plus. — First day it no longer runs.")
          @Nullable LocalDate endsOn,
      @Schema(description = "À démarrer au plus tard. — To start by.") @Nullable LocalDate startBy,
      @Schema(description = "À déployer au plus tard. — To be fully deployed by.")
          @Nullable LocalDate deployedBy,
      @Schema(
              required = true,
              description =
                  "Démarrage en retard, signalé. — Started late, or not in time; flagged.")
          boolean late,
      @Schema(required = true) boolean snpCompensation,
      @Schema(required = true) boolean snpOrientation) {

    /** Where a mission stands. */
    enum State {
      PLANNED,
      STARTED,
      ENDED
    }

    private static Mission of(
        ReadContract.View view,
        @Nullable PlannedMission planned,
        ContractFacts.@Nullable StartedMission started) {
      FundingLine mission = planned != null ? planned.mission() : requireOne(started).mission();
      LocalDate signedOn = view.contract().signedOn();
      MissionCalendar calendar =
          signedOn == null
              ? new MissionCalendar(null, null)
              : MissionCalendar.of(mission, signedOn, view.table().parameters());
      LocalDate startedOn = started == null ? null : started.startedOn();
      LocalDate endsOn = started == null ? null : started.endsOn();
      return new Mission(
          mission,
          mission.kind(),
          stateOf(startedOn, endsOn, view.on()),
          planned == null ? null : planned.plannedStart(),
          startedOn,
          endsOn,
          calendar.startBy(),
          calendar.deployedBy(),
          calendar.isLate(startedOn, view.on()),
          started != null
              ? started.snpCompensation()
              : planned != null && planned.snpCompensation(),
          started != null ? started.snpOrientation() : planned != null && planned.snpOrientation());
    }

    private static ContractFacts.StartedMission requireOne(
        ContractFacts.@Nullable StartedMission started) {
      return Objects.requireNonNull(started);
    }

    private static State stateOf(
        @Nullable LocalDate startedOn, @Nullable LocalDate endsOn, LocalDate on) {
      if (startedOn == null || startedOn.isAfter(on)) {
        return State.PLANNED;
      }
      return endsOn != null && !on.isBefore(endsOn) ? State.ENDED : State.STARTED;
    }
  }
}
