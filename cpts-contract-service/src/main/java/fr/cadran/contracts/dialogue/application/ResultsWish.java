package fr.cadran.contracts.dialogue.application;

import fr.cadran.contracts.dialogue.domain.Evidence;
import fr.cadran.contracts.dialogue.domain.ResultValue;
import fr.cadran.contracts.dialogue.domain.YearIndicators;
import fr.cadran.contracts.dialogue.domain.YearResults;
import fr.cadran.contracts.fundingtable.domain.FundingLine;
import fr.cadran.contracts.indicator.domain.Result;
import fr.cadran.contracts.payment.domain.ContractFacts;
import fr.cadran.contracts.payment.domain.ContractFacts.IndicatorKey;
import fr.cadran.kit.problem.ProblemException;
import fr.cadran.kit.problem.Refusals;
import fr.cadran.kit.type.Euros;
import fr.cadran.kit.type.FieldError;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Results as they are asked for, before it is known whose codes they are.
 *
 * @param values in any order
 * @param orientationSpent what was spent of the earmarked envelope, null when not reported
 */
public record ResultsWish(List<Value> values, @Nullable Euros orientationSpent) {
  /**
   * A value.
   *
   * @param code of the indicator
   * @param mission null when only one has an indicator of this code
   * @param result of the year
   * @param evidence of it
   */
  public record Value(
      String code, @Nullable FundingLine mission, Result result, List<Evidence> evidence) {}

  /**
   * The results of the year.
   *
   * @throws ProblemException {@code INVALID} (422)
   */
  YearResults resolve(ContractFacts facts, int year) {
    YearIndicators indicators = YearIndicators.of(facts, year);
    List<FieldError> errors = new ArrayList<>();
    List<ResultValue> resolved = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      String at = "/values/" + i;
      Value value = values.get(i);
      FundingLine mission = value.mission();
      if (mission == null) {
        List<FundingLine> missions = indicators.missionsOf(value.code());
        if (missions.size() != 1) {
          errors.add(
              new FieldError(
                  at + "/code", missions.isEmpty() ? "VALUE_OF_NO_INDICATOR" : "VALUE_AMBIGUOUS"));
          continue;
        }
        mission = missions.getFirst();
      }
      resolved.add(
          new ResultValue(
              new IndicatorKey(mission, value.code()), value.result(), value.evidence()));
    }
    if (orientationSpent != null && !indicators.earmarked()) {
      errors.add(new FieldError("/orientationSpent", "NO_EARMARKED_ENVELOPE"));
    }
    Refusals.refuse(errors);
    Refusals.refuse(indicators.errorsOf(resolved));
    return new YearResults(resolved, orientationSpent);
  }
}
