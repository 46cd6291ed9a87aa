package fr.cadran.indicators.cptsvalue.application;

import fr.cadran.events.cpts.DialogueResultsSubmitted;
import fr.cadran.events.cpts.DialogueResultsSubmitted.IndicatorResult;
import fr.cadran.indicators.cptsvalue.domain.ClosedDialogue;
import fr.cadran.indicators.cptsvalue.domain.CptsValue;
import fr.cadran.indicators.cptsvalue.domain.ResultsRestatement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;

/** Takes in the results that a dialogue de gestion agreed on, or their correction. */
@ApplicationScoped
public class KeepDialogueResults {
  private final CptsValues values;

  KeepDialogueResults(CptsValues values) {
    this.values = values;
  }

  /**
   * Values that changed are closed and opened anew, the others stay. A version of the results that
   * is not newer than the one known changes nothing.
   *
   * @param now from when they are known
   * @throws IllegalArgumentException when they are no results of a contract year
   */
  @Transactional
  public void keep(DialogueResultsSubmitted results, Instant now) {
    ClosedDialogue dialogue =
        new ClosedDialogue(
            results.cpts(),
            results.contract(),
            results.dialogue(),
            results.contractYear(),
            results.yearFrom(),
            results.yearUntil(),
            results.resultsVersion(),
            results.closedAt(),
            results.hash());
    List<CptsValue> agreed =
        results.missions().stream()
            .flatMap(mission ->
                mission.indicators().stream().map(result -> value(mission.mission(), result)))
            .toList();
    values.lock(results.contract());
    if (results.resultsVersion()
        <= values.latestVersion(results.contract(), results.contractYear())) {
      return;
    }
    values.restate(
        dialogue,
        ResultsRestatement.between(
            values.current(results.contract(), results.contractYear()), agreed),
        now);
  }

  private static CptsValue value(String mission, IndicatorResult result) {
    return new CptsValue(
        mission,
        result.code(),
        result.label(),
        switch (result.type()) {
          case MEANS -> CptsValue.Type.MEANS;
          case FOLLOW_UP -> CptsValue.Type.FOLLOW_UP;
          case RESULT -> CptsValue.Type.RESULT;
        },
        result.unit(),
        switch (result.direction()) {
          case RISING -> CptsValue.Direction.RISING;
          case FALLING -> CptsValue.Direction.FALLING;
        },
        result.baseline(),
        result.target(),
        result.value(),
        result.missingReason(),
        result.achievement(),
        result.paidRate(),
        result.weight(),
        result.amount());
  }
}
