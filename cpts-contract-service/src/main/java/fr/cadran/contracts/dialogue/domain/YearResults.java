package fr.cadran.contracts.dialogue.domain;

import fr.cadran.contracts.indicator.domain.Result;
import fr.cadran.contracts.payment.domain.ContractFacts.IndicatorKey;
import fr.cadran.kit.type.Euros;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The results of a contract year as the CPTS enters them.
 *
 * @param values in the order of missions and codes
 * @param orientationSpent what was spent of the earmarked envelope, null when not reported
 */
public record YearResults(List<ResultValue> values, @Nullable Euros orientationSpent) {
  public YearResults {
    values =
        values.stream()
            .sorted(
                Comparator.comparing((ResultValue one) -> one.key().mission())
                    .thenComparing(one -> one.key().code()))
            .toList();
  }

  public Optional<ResultValue> value(IndicatorKey key) {
    return values.stream().filter(one -> one.key().equals(key)).findFirst();
  }

  /** The results by indicator, as the money reads them. */
  public Map<IndicatorKey, Result> byIndicator() {
    Map<IndicatorKey, Result> results = new HashMap<>();
    values.forEach(one -> results.put(one.key(), one.result()));
    return results;
  }

  /** These values in the place of earlier ones; what is not named stays. */
  public YearResults corrected(List<ResultValue> changes, @Nullable Euros spent) {
    List<ResultValue> kept =
        values.stream()
            .filter(one -> changes.stream().noneMatch(change -> change.key().equals(one.key())))
            .toList();
    return new YearResults(
        Stream.concat(kept.stream(), changes.stream()).toList(),
        spent == null ? orientationSpent : spent);
  }

  Map<String, Object> content() {
    Map<String, Object> content = new HashMap<>();
    content.put("values", values.stream().map(ResultValue::content).toList());
    if (orientationSpent != null) {
      content.put("orientationSpent", orientationSpent);
    }
    return content;
  }
}
