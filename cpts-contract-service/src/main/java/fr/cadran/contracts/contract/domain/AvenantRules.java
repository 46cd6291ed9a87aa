package fr.cadran.contracts.contract.domain;

import fr.cadran.contracts.fundingtable.domain.FundingLine;
import fr.cadran.contracts.fundingtable.domain.FundingTable;
import fr.cadran.contracts.payment.domain.ContractFacts;
import fr.cadran.kit.type.FieldError;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What an avenant must be to be proposed, and again to take effect. */
public final class AvenantRules {
  public static final String MISSION_ALREADY_IN = "MISSION_ALREADY_IN";
  public static final String MISSION_NOT_IN = "MISSION_NOT_IN";
  public static final String INDICATORS_NOT_AGREED_YET = "INDICATORS_NOT_AGREED_YET";
  public static final String ANNEX_IS_EMPTY = "ANNEX_IS_EMPTY";

  private AvenantRules() {}

  /**
   * Refuses an avenant that would change what may no longer change.
   *
   * @param facts of the contract
   * @throws RefusedException {@code AVENANT_EMPTY}, {@code AVENANT_BEFORE_SIGNATURE}, {@code
   *     AVENANT_AFTER_TERM}, {@code AVENANT_IN_CLOSED_YEAR}
   */
  public static void checkTime(AvenantChanges changes, LocalDate effectiveOn, ContractFacts facts) {
    if (changes.isEmpty()) {
      throw new RefusedException("AVENANT_EMPTY");
    }
    if (effectiveOn.isBefore(facts.signedOn())) {
      throw new RefusedException("AVENANT_BEFORE_SIGNATURE");
    }
    if (!effectiveOn.isBefore(facts.end())) {
      throw new RefusedException("AVENANT_AFTER_TERM");
    }
    int year = facts.calendar().yearOf(effectiveOn);
    if (facts.closings().keySet().stream().anyMatch(closed -> closed >= year)) {
      throw new RefusedException("AVENANT_IN_CLOSED_YEAR", year);
    }
  }

  /**
   * Every fault of the fields.
   *
   * @param before terms on the day of the effect
   * @param table that holds after it
   * @param facts of the contract
   */
  public static List<FieldError> errorsOf(
      AvenantChanges changes,
      ContractTerms before,
      FundingTable table,
      LocalDate effectiveOn,
      ContractFacts facts) {
    List<FieldError> errors = new ArrayList<>();
    ContractTerms after = changes.appliedTo(before);
    for (int i = 0; i < changes.added().size(); i++) {
      if (before.mission(changes.added().get(i).mission()).isPresent()) {
        errors.add(new FieldError("/changes/missions/added/" + i, MISSION_ALREADY_IN));
      }
    }
    errors.addAll(
        TermsRules.missionErrors(
            changes.added(), table, after.size(), effectiveOn, "/changes/missions/added"));
    for (int i = 0; i < changes.removed().size(); i++) {
      if (before.mission(changes.removed().get(i)).isEmpty()) {
        errors.add(new FieldError("/changes/missions/removed/" + i, MISSION_NOT_IN));
      }
    }
    for (FundingLine mission : changes.indicators().keySet()) {
      String pointer = "/changes/indicators/" + mission;
      if (after.mission(mission).isEmpty()) {
        errors.add(new FieldError(pointer, MISSION_NOT_IN));
      } else if (facts.mission(mission).isEmpty()) {
        errors.add(new FieldError(pointer, INDICATORS_NOT_AGREED_YET));
      } else if (changes.indicators().get(mission).isEmpty()) {
        errors.add(new FieldError(pointer, ANNEX_IS_EMPTY));
      }
    }
    int year = facts.calendar().yearOf(effectiveOn);
    // Whatever it changes, the indicators that hold from then on must still fit their envelopes.
    for (ContractFacts.StartedMission started : facts.missions()) {
      FundingLine mission = started.mission();
      if (after.mission(mission).isPresent() && started.endsOn() == null) {
        errors.addAll(
            TermsRules.indicatorErrors(
                mission,
                changes.indicators().getOrDefault(mission, started.indicatorsOf(year)),
                table,
                after.size(),
                "/changes/indicators/" + mission));
      }
    }
    return errors;
  }

  /** The money's view of the contract once the avenant holds. */
  public static ContractFacts appliedTo(
      ContractFacts facts, Avenant avenant, FundingTable table, int size) {
    AvenantChanges changes = avenant.changes();
    LocalDate from = avenant.effectiveOn();
    ContractFacts changed = facts;
    if (changes.size() != null || changes.fundingTable() != null) {
      changed = changed.withTerms(from, table, size);
    }
    int year = facts.calendar().yearOf(from);
    for (ContractFacts.StartedMission started : facts.missions()) {
      boolean removed = changes.removed().contains(started.mission());
      List<ContractFacts.Annex> annexes = new ArrayList<>(started.annexes());
      if (changes.indicators().containsKey(started.mission())) {
        annexes.removeIf(annex -> annex.fromYear() == year);
        annexes.add(new ContractFacts.Annex(year, changes.indicators().get(started.mission())));
      }
      changed =
          changed.withMission(
              new ContractFacts.StartedMission(
                  started.mission(),
                  started.startedOn(),
                  removed ? from : started.endsOn(),
                  started.snpCompensation(),
                  started.snpOrientation(),
                  annexes));
    }
    return changed;
  }
}
