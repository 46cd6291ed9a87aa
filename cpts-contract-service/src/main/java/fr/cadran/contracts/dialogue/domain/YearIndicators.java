package fr.cadran.contracts.dialogue.domain;

import fr.cadran.contracts.fundingtable.domain.FundingLine;
import fr.cadran.contracts.indicator.domain.AchievementScale;
import fr.cadran.contracts.indicator.domain.ContractIndicator;
import fr.cadran.contracts.indicator.domain.Result;
import fr.cadran.contracts.payment.domain.ContractFacts;
import fr.cadran.contracts.payment.domain.ContractFacts.IndicatorKey;
import fr.cadran.kit.type.FieldError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The indicators on which the results of a contract year are to be given: those of every mission
 * that ran on a day of it.
 *
 * @param byKey in declaration order
 * @param earmarked whether requests for unscheduled care were handled, with an earmarked envelope
 */
public record YearIndicators(Map<IndicatorKey, ContractIndicator> byKey, boolean earmarked) {

  /** The indicators of a year. */
  public static YearIndicators of(ContractFacts facts, int year) {
    Map<IndicatorKey, ContractIndicator> all = new LinkedHashMap<>();
    boolean earmarked = false;
    for (ContractFacts.StartedMission mission : facts.missions()) {
      boolean ran =
          mission.startedOn().isBefore(facts.calendar().end(year))
              && (mission.endsOn() == null
                  || mission.endsOn().isAfter(facts.calendar().start(year)));
      if (ran) {
        earmarked |= mission.snpOrientation();
        for (ContractIndicator one : mission.indicatorsOf(year)) {
          all.put(new IndicatorKey(mission.mission(), one.code()), one);
        }
      }
    }
    return new YearIndicators(all, earmarked);
  }

  /** The missions that have an indicator of this code. */
  public List<FundingLine> missionsOf(String code) {
    return byKey.keySet().stream()
        .filter(key -> key.code().equals(code))
        .map(IndicatorKey::mission)
        .toList();
  }

  /** Every fault of results as they are entered; what is missing is none yet. */
  public List<FieldError> errorsOf(List<ResultValue> values) {
    List<FieldError> errors = new ArrayList<>();
    Set<IndicatorKey> seen = new HashSet<>();
    for (int i = 0; i < values.size(); i++) {
      String at = "/values/" + i;
      ResultValue value = values.get(i);
      ContractIndicator indicator = byKey.get(value.key());
      if (indicator == null) {
        errors.add(new FieldError(at + "/code", "VALUE_OF_NO_INDICATOR"));
      } else if (!seen.add(value.key())) {
        errors.add(new FieldError(at + "/code", "VALUE_TWICE"));
      } else if (!fits(indicator, value.result())) {
        errors.add(new FieldError(at, wanted(indicator)));
      }
    }
    return errors;
  }

  private static boolean fits(ContractIndicator indicator, Result result) {
    return switch (result) {
      case Result.Means means -> indicator.isMeans();
      case Result.AgreedRate rate -> isAgreed(indicator);
      case Result.Measured value -> !indicator.isMeans() && !isAgreed(indicator);
    };
  }

  private static boolean isAgreed(ContractIndicator indicator) {
    return !indicator.isMeans() && indicator.scale() instanceof AchievementScale.Agreed;
  }

  private static String wanted(ContractIndicator indicator) {
    if (indicator.isMeans()) {
      return "ENGAGED_NEEDED";
    }
    return isAgreed(indicator) ? "AGREED_RATE_NEEDED" : "VALUE_NEEDED";
  }

  /** The indicators that pay and have no value yet. */
  public List<IndicatorKey> missing(YearResults results) {
    return byKey.entrySet().stream()
        .filter(one -> isPaid(one.getValue()) && results.value(one.getKey()).isEmpty())
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The indicators that are only followed and have no value yet: told, never waited for. */
  public List<IndicatorKey> unreported(YearResults results) {
    return byKey.entrySet().stream()
        .filter(one -> !isPaid(one.getValue()) && results.value(one.getKey()).isEmpty())
        .map(Map.Entry::getKey)
        .toList();
  }

  /** What keeps the parties from agreeing: a paid value that is missing, questioned or refused. */
  public List<FieldError> openValues(YearResults results, List<Decision> decisions) {
    List<FieldError> open = new ArrayList<>();
    missing(results).forEach(key -> open.add(new FieldError(pointer(key), "VALUE_IS_MISSING")));
    for (Decision decision : decisions) {
      switch (decision.verdict()) {
        case ACCEPTED -> {}
        case QUESTIONED -> open.add(new FieldError(pointer(decision.key()), "VALUE_IS_QUESTIONED"));
        case REFUSED -> open.add(new FieldError(pointer(decision.key()), "VALUE_IS_REFUSED"));
      }
    }
    return open;
  }

  /** The paid indicators whose sheet asks for evidence that is not there. */
  public List<FieldError> withoutEvidence(YearResults results) {
    List<FieldError> missing = new ArrayList<>();
    byKey.forEach((key, indicator) -> {
      String asked = indicator.sheet().evidence();
      boolean wanted = isPaid(indicator) && asked != null && !asked.isBlank();
      if (wanted && results.value(key).filter(value -> value.evidence().isEmpty()).isPresent()) {
        missing.add(new FieldError(pointer(key), "EVIDENCE_IS_MISSING"));
      }
    });
    return missing;
  }

  private static boolean isPaid(ContractIndicator indicator) {
    return indicator.isMeans() || indicator.isPaidByVariable();
  }

  private static String pointer(IndicatorKey key) {
    return "/values/" + key.mission() + "/" + key.code();
  }
}
