package fr.cadran.contracts.dialogue.domain;

import fr.cadran.contracts.contract.domain.ContractTerms;
import fr.cadran.contracts.contract.domain.RefusedException;
import fr.cadran.contracts.contract.domain.TermsRules;
import fr.cadran.contracts.indicator.domain.ContractIndicator;
import fr.cadran.contracts.payment.domain.ContractFacts;
import fr.cadran.kit.type.Euros;
import fr.cadran.kit.type.FieldError;
import java.util.List;

/** When a mission can start, and with which indicators (cpts.md §4, §6, §7). */
public final class MissionStartRules {
  private MissionStartRules() {}

  /**
   * Refuses a start that cannot be.
   *
   * @param terms of the contract on the day of the start
   * @throws RefusedException with the code of the reason
   */
  public static void check(MissionAnnex annex, ContractTerms terms, ContractFacts facts) {
    if (annex.on().isBefore(facts.signedOn())) {
      throw new RefusedException("START_BEFORE_SIGNATURE");
    }
    if (!annex.on().isBefore(facts.end())) {
      throw new RefusedException("START_AFTER_TERM");
    }
    if (facts.mission(annex.mission()).isPresent()) {
      throw new RefusedException("MISSION_ALREADY_STARTED", annex.mission().name());
    }
    if (terms.mission(annex.mission()).isEmpty()) {
      throw new RefusedException("MISSION_NOT_IN_CONTRACT", annex.mission().name());
    }
    int year = facts.calendar().yearOf(annex.on());
    if (facts.closings().keySet().stream().anyMatch(closed -> closed >= year)) {
      throw new RefusedException("START_IN_CLOSED_YEAR", year);
    }
    Euros variable = variable(annex, facts);
    boolean paid = annex.indicators().stream().anyMatch(ContractIndicator::isPaidByVariable);
    if (variable.signum() > 0 && !paid) {
      throw new RefusedException("INDICATORS_MISSING", annex.mission().name());
    }
  }

  /** Every fault of the indicators. */
  public static List<FieldError> errorsOf(MissionAnnex annex, ContractFacts facts) {
    ContractFacts.Terms terms = facts.termsOn(annex.on());
    return TermsRules.indicatorErrors(
        annex.mission(), annex.indicators(), terms.table(), terms.size(), "/indicators");
  }

  /** Variable envelope of a full year on the day of the start; zero when there is none. */
  public static Euros variable(MissionAnnex annex, ContractFacts facts) {
    ContractFacts.Terms terms = facts.termsOn(annex.on());
    Euros variable = TermsRules.variableOf(annex.mission(), terms.table(), terms.size());
    return variable == null ? Euros.ZERO : variable;
  }

  /** The money's view of the contract once the mission has started. */
  public static ContractFacts started(MissionAnnex annex, ContractFacts facts) {
    return facts.withMission(
        new ContractFacts.StartedMission(
            annex.mission(),
            annex.on(),
            null,
            annex.snpCompensation(),
            annex.snpOrientation(),
            List.of(
                new ContractFacts.Annex(facts.calendar().yearOf(annex.on()), annex.indicators()))));
  }
}
