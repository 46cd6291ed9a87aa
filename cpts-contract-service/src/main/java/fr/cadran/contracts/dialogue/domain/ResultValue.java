package fr.cadran.contracts.dialogue.domain;

import fr.cadran.contracts.indicator.domain.Result;
import fr.cadran.contracts.payment.domain.ContractFacts.IndicatorKey;
import fr.cadran.kit.type.Rational;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the CPTS enters for one indicator.
 *
 * @param key mission and code
 * @param result of the year
 * @param evidence of it
 */
public record ResultValue(IndicatorKey key, Result result, List<Evidence> evidence) {
  public ResultValue {
    evidence = List.copyOf(evidence);
  }

  Map<String, Object> content() {
    Map<String, Object> content = new HashMap<>();
    content.put("mission", key.mission());
    content.put("code", key.code());
    switch (result) {
      case Result.Measured(Rational value) -> content.put("value", value);
      case Result.Means(boolean engaged) -> content.put("engaged", engaged);
      case Result.AgreedRate(Rational rate, String reason) -> {
        content.put("agreedRate", rate);
        content.put("reason", reason);
      }
    }
    content.put("evidence", evidence.stream().map(Evidence::content).toList());
    return content;
  }
}
