package fr.cadran.contracts.dialogue.application;

import fr.cadran.contracts.contract.application.ContractProblem;
import fr.cadran.contracts.dialogue.domain.DialogueDeGestion;
import fr.cadran.contracts.dialogue.domain.YearIndicators;
import fr.cadran.kit.problem.Fault;
import fr.cadran.kit.problem.ProblemException;
import fr.cadran.kit.type.FieldError;
import java.util.List;

/** What the values of a year must be to be handed over, and to be agreed on. */
final class CheckValues {
  private CheckValues() {}

  /**
   * Refuses to hand over values without their evidence.
   *
   * @throws ProblemException {@code EVIDENCE_MISSING} (409)
   */
  static void evidence(YearIndicators indicators, DialogueDeGestion dialogue) {
    refuse(ContractProblem.EVIDENCE_MISSING, indicators.withoutEvidence(dialogue.requireResults()));
  }

  /**
   * Refuses to agree on values that are missing, questioned, refused or without evidence.
   *
   * @throws ProblemException {@code VALUES_NOT_ACCEPTED}, {@code EVIDENCE_MISSING} (409)
   */
  static void agreeable(YearIndicators indicators, DialogueDeGestion dialogue) {
    refuse(
        ContractProblem.VALUES_NOT_ACCEPTED,
        indicators.openValues(dialogue.requireResults(), dialogue.decisions()));
    evidence(indicators, dialogue);
  }

  private static void refuse(ContractProblem code, List<FieldError> errors) {
    if (!errors.isEmpty()) {
      throw ProblemException.of(
          code, errors.stream().map(error -> Fault.at(error.pointer(), error.code())).toList());
    }
  }
}
