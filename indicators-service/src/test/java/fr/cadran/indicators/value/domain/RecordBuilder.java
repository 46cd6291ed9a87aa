package fr.cadran.indicators.value.domain;

import fr.cadran.indicators.catalogue.domain.Figure;
import fr.cadran.kit.type.Quarter;
import fr.cadran.kit.type.Rational;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes quarterly records the way the grid is filled: figure by figure, the rest left empty. */
final class RecordBuilder {
  private final Quarter quarter;
  private final int version;
  private final Map<Figure, Rational> figures = new EnumMap<>(Figure.class);
  private final Map<String, Map<Figure, Rational>> activity = new LinkedHashMap<>();
  private PurchasesBasis purchasesBasis;

  private RecordBuilder(Quarter quarter, int version) {
    this.quarter = quarter;
    this.version = version;
  }

  static RecordBuilder record(String quarter, int version) {
    return new RecordBuilder(Quarter.parse(quarter), version);
  }

  RecordBuilder with(Figure figure, String value) {
    figures.put(figure, Rational.of(new BigDecimal(value)));
    return this;
  }

  RecordBuilder with(String specialty, Figure figure, String value) {
    specialty(specialty);
    activity.get(specialty).put(figure, Rational.of(new BigDecimal(value)));
    return this;
  }

  RecordBuilder specialty(String specialty) {
    activity.computeIfAbsent(specialty, none -> new EnumMap<>(Figure.class));
    return this;
  }

  RecordBuilder purchases(PurchasesBasis basis) {
    purchasesBasis = basis;
    return this;
  }

  QuarterlyRecord build() {
    return new QuarterlyRecord(quarter, version, figures, activity, purchasesBasis);
  }
}
