package fr.cadran.contracts.contract.domain;

import fr.cadran.contracts.indicator.domain.AchievementScale;
import fr.cadran.contracts.indicator.domain.Bound;
import fr.cadran.contracts.indicator.domain.ContractIndicator;
import fr.cadran.contracts.indicator.domain.IndicatorSheet;
import fr.cadran.contracts.indicator.domain.Interval;
import fr.cadran.contracts.indicator.domain.Weight;
import fr.cadran.kit.type.Euros;
import fr.cadran.kit.type.Rational;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The content of indicators as it is signed: the names of the wire, every default written out. */
public final class IndicatorContent {
  private IndicatorContent() {}

  /** The content of a list, in its order. */
  public static List<Map<String, Object>> of(List<ContractIndicator> indicators) {
    return indicators.stream().map(IndicatorContent::of).toList();
  }

  private static Map<String, Object> of(ContractIndicator indicator) {
    Map<String, Object> content = new HashMap<>();
    content.put("code", indicator.code());
    content.put("label", indicator.label());
    content.put("type", indicator.type());
    content.put("level", indicator.level());
    content.put("direction", indicator.direction());
    content.put("mode", indicator.mode());
    put(content, "baseline", indicator.baseline());
    Map<String, Object> targets = new HashMap<>();
    indicator.targets().forEach((year, target) -> targets.put(String.valueOf(year), target));
    content.put("targets", targets);
    content.put("maintain", indicator.maintain());
    switch (indicator.weight()) {
      case null -> {}
      case Weight.Share(Rational share) -> content.put("weight", share);
      case Weight.Amount(Euros euros) -> content.put("weightEuros", euros);
    }
    content.put("scale", scale(indicator.scale()));
    content.put("sheet", sheet(indicator.sheet()));
    return content;
  }

  private static Map<String, Object> scale(AchievementScale scale) {
    Map<String, Object> content = new HashMap<>();
    content.put("kind", scale.kind());
    switch (scale) {
      case AchievementScale.Bands(var bands) ->
          content.put("bands", bands.stream().map(IndicatorContent::band).toList());
      case AchievementScale.Steps(var steps) ->
          content.put("steps", steps.stream().map(IndicatorContent::step).toList());
      case AchievementScale.Interpolated(Rational lower, Rational upper, var reads) -> {
        content.put("lower", lower);
        content.put("upper", upper);
        content.put("reads", reads);
      }
      case AchievementScale.AllOrNothing() -> {}
      case AchievementScale.ProRata() -> {}
      case AchievementScale.Agreed() -> {}
    }
    return content;
  }

  private static Map<String, Object> band(AchievementScale.Band band) {
    Map<String, Object> content = bounds(band.achievement(), "upTo");
    content.put("pays", band.pays());
    return content;
  }

  private static Map<String, Object> step(AchievementScale.Step step) {
    Map<String, Object> content = bounds(step.value(), "to");
    switch (step.pays()) {
      case AchievementScale.Payout.OfShare(Rational share) -> content.put("share", share);
      case AchievementScale.Payout.OfEuros(Euros euros) -> content.put("amount", euros);
    }
    return content;
  }

  private static Map<String, Object> bounds(Interval interval, String upper) {
    Map<String, Object> content = new HashMap<>();
    bound(content, "from", interval.from());
    bound(content, upper, interval.to());
    return content;
  }

  private static void bound(Map<String, Object> content, String name, @Nullable Bound bound) {
    if (bound != null) {
      content.put(name, bound.at());
      content.put(name + "Included", bound.included());
    }
  }

  private static Map<String, Object> sheet(IndicatorSheet sheet) {
    Map<String, Object> content = new HashMap<>();
    put(content, "definition", sheet.definition());
    put(content, "calculation", sheet.calculation());
    put(content, "unit", sheet.unit());
    put(content, "dataSource", sheet.dataSource());
    put(content, "suppliedBy", sheet.suppliedBy());
    put(content, "evidence", sheet.evidence());
    put(content, "roomForProgress", sheet.roomForProgress());
    put(content, "attainable", sheet.attainable());
    put(content, "action", sheet.action());
    return content;
  }

  private static void put(Map<String, Object> content, String name, @Nullable Object value) {
    if (value != null) {
      content.put(name, value);
    }
  }
}
