package fr.cadran.indicators.value.domain;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cadran.indicators.catalogue.domain.Figure;
import fr.cadran.indicators.catalogue.domain.IndicatorCatalogue;
import fr.cadran.indicators.catalogue.domain.IndicatorDefinition;
import fr.cadran.indicators.catalogue.domain.WorkedExample;
import fr.cadran.kit.type.Quarter;
import fr.cadran.kit.type.Rational;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples that the catalogue shows are what the computation says. */
class WorkedExampleTest {

  static Stream<IndicatorDefinition> indicators() {
    return IndicatorCatalogue.definitions().stream()
        .filter(definition -> definition.example().isPresent());
  }

  @ParameterizedTest
  @MethodSource("indicators")
  void the_example_of_the_catalogue_is_what_is_computed(IndicatorDefinition definition) {
    WorkedExample example = definition.example().orElseThrow();
    List<QuarterlyRecord> records = new ArrayList<>();
    TreeSet<String> quarters = new TreeSet<>();
    example.given().forEach(given -> quarters.add(given.quarter()));
    for (String quarter : quarters) {
      records.add(record(quarter, example));
    }
    IndicatorValue value =
        IndicatorComputation.compute(List.of(definition), records.getLast(), records).getFirst();
    assertThat(value.quarter()).hasToString(WorkedExample.QUARTER);
    assertThat(value.missingReason()).isNull();
    assertThat(value.trace().substituted()).isEqualTo(example.substituted());
    assertThat(value.value()).isEqualTo(example.value());
  }

  private static QuarterlyRecord record(String quarter, WorkedExample example) {
    Map<Figure, Rational> figures = new EnumMap<>(Figure.class);
    Map<String, Map<Figure, Rational>> activity = new LinkedHashMap<>();
    for (WorkedExample.Given given : example.given()) {
      if (given.quarter().equals(quarter)) {
        Map<Figure, Rational> place =
            given.specialty() == null
                ? figures
                : activity.computeIfAbsent(given.specialty(), none -> new EnumMap<>(Figure.class));
        place.put(given.figure(), given.value());
      }
    }
    String basis = example.purchasesBasis();
    return new QuarterlyRecord(
        Quarter.parse(quarter),
        1,
        figures,
        activity,
        basis == null ? null : PurchasesBasis.valueOf(basis));
  }
}
