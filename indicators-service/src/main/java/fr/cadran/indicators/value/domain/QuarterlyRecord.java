package fr.cadran.indicators.value.domain;

import fr.cadran.indicators.catalogue.domain.Figure;
import fr.cadran.kit.type.Quarter;
import fr.cadran.kit.type.Rational;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a centre submitted for a quarter, as formulas read it. A figure that is not in the maps was
 * not given, which is not zero.
 *
 * @param quarter of which quarter
 * @param version of the record, from 1; a correction has the next number
 * @param figures those of the centre
 * @param activity those of each specialty, in the order of the record
 * @param purchasesBasis which months the purchases cover, null when not said
 */
public record QuarterlyRecord(
    Quarter quarter,
    int version,
    Map<Figure, Rational> figures,
    Map<String, Map<Figure, Rational>> activity,
    @Nullable PurchasesBasis purchasesBasis) {

  /** Copies the maps, keeping their order. */
  public QuarterlyRecord {
    figures = Map.copyOf(figures);
    Map<String, Map<Figure, Rational>> rows = new LinkedHashMap<>();
    activity.forEach((specialty, row) -> rows.put(specialty, Map.copyOf(row)));
    activity = Collections.unmodifiableMap(rows);
  }

  /** The specialties of the record, in its order. */
  public List<String> specialties() {
    return List.copyOf(activity.keySet());
  }

  /** A figure of the centre. */
  public Optional<Rational> figure(Figure figure) {
    return Optional.ofNullable(figures.get(figure));
  }

  /** A figure of a specialty. */
  public Optional<Rational> figure(Figure figure, String specialty) {
    return Optional.ofNullable(activity.getOrDefault(specialty, Map.of()).get(figure));
  }
}
