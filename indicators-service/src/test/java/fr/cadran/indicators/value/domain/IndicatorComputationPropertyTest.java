package fr.cadran.indicators.value.domain;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cadran.indicators.catalogue.domain.Figure;
import fr.cadran.indicators.catalogue.domain.IndicatorCatalogue;
import fr.cadran.indicators.value.domain.IndicatorValue.Flag;
import fr.cadran.kit.type.Quarter;
import fr.cadran.kit.type.Rational;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a centre submits, computing ends, and says either a value or why there is none. */
class IndicatorComputationPropertyTest {

  @Property(tries = 300)
  void any_records_give_a_value_or_a_reason_for_every_definition(
      @ForAll("years") List<QuarterlyRecord> year) {
    QuarterlyRecord current = year.getLast();
    List<IndicatorValue> values =
        IndicatorComputation.compute(IndicatorCatalogue.definitions(), current, year);
    assertThat(values)
        .hasSize(IndicatorCatalogue.definitions().size() + 5 * current.specialties().size())
        .allSatisfy(value -> {
          assertThat(value.quarter()).isEqualTo(current.quarter());
          Rational numerator = value.numerator();
          Rational denominator = value.denominator();
          if (value.value() != null && denominator != null) {
            assertThat(value.value()).isEqualTo(numerator.dividedBy(denominator));
          }
          if (value.value() != null && value.value().signum() < 0) {
            assertThat(value.flags()).contains(Flag.NEGATIVE);
          }
          if (value.missingReason() != null) {
            assertThat(value.missingReason()).matches("(MISSING_INPUT|ZERO_DENOMINATOR): .+");
          }
        });
  }

  @Property(tries = 100)
  void the_order_of_earlier_records_does_not_matter(@ForAll("years") List<QuarterlyRecord> year) {
    QuarterlyRecord current = year.getLast();
    assertThat(
            IndicatorComputation.compute(
                IndicatorCatalogue.definitions(), current, year.reversed()))
        .isEqualTo(IndicatorComputation.compute(IndicatorCatalogue.definitions(), current, year));
  }

  @Property(tries = 60)
  void values_kept_up_to_date_arrival_by_arrival_are_those_of_a_full_computation(
      @ForAll("arrivals") List<QuarterlyRecord> arrivals) {
    Map<Quarter, QuarterlyRecord> known = new TreeMap<>();
    Map<List<Object>, IndicatorValue> kept = new HashMap<>();
    for (QuarterlyRecord arrival : arrivals) {
      QuarterlyRecord before = known.get(arrival.quarter());
      if (before != null && before.version() >= arrival.version()) {
        continue;
      }
      known.put(arrival.quarter(), arrival);
      kept.keySet().removeIf(key -> ((Quarter) key.getFirst()).compareTo(arrival.quarter()) >= 0);
      kept.putAll(byPlace(arrival.quarter(), known.values()));
    }
    assertThat(kept).isEqualTo(byPlace(Quarter.parse("1900-Q1"), known.values()));
  }

  private static Map<List<Object>, IndicatorValue> byPlace(
      Quarter from, Collection<QuarterlyRecord> records) {
    Map<List<Object>, IndicatorValue> places = new HashMap<>();
    for (IndicatorValue value :
        IndicatorComputation.computeFrom(IndicatorCatalogue.definitions(), from, records)) {
      assertThat(
              places.put(
                  Arrays.asList(
                      value.quarter(),
                      value.period(),
                      value.definition().code(),
                      value.specialty()),
                  value))
          .isNull();
      Rational denominator = value.denominator();
      if (value.value() != null && denominator != null) {
        assertThat(value.value().times(denominator)).isEqualTo(value.numerator());
      }
    }
    return places;
  }

  @Provide
  Arbitrary<List<QuarterlyRecord>> years() {
    Arbitrary<Rational> figure =
        Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(8, Arbitraries.longs().between(0, 100_000)),
                net.jqwik.api.Tuple.of(1, Arbitraries.just(0L)),
                net.jqwik.api.Tuple.of(1, Arbitraries.longs().between(-100, -1)))
            .map(cents -> Rational.of(cents, 100));
    Arbitrary<Map<Figure, Rational>> figures =
        Arbitraries.maps(Arbitraries.of(Figure.class), figure).ofMinSize(15);
    Arbitrary<Map<String, Map<Figure, Rational>>> activity =
        Arbitraries.maps(Arbitraries.of("MEDECINE_GENERALE", "DENTAIRE", "IMAGERIE"), figures);
    Arbitrary<PurchasesBasis> basis = Arbitraries.of(PurchasesBasis.class).injectNull(0.2);
    Arbitrary<QuarterlyRecord> record =
        Combinators.combine(
                Arbitraries.integers().between(1, 4),
                Arbitraries.integers().between(1, 3),
                figures,
                activity,
                basis)
            .as((number, version, centre, rows, months) ->
                new QuarterlyRecord(new Quarter(2013, number), version, centre, rows, months));
    return record.list().ofMinSize(1).ofMaxSize(4).uniqueElements(QuarterlyRecord::quarter);
  }

  /** Quarters of three years in any order, some of them corrected, some late. */
  @Provide
  static Arbitrary<List<QuarterlyRecord>> arrivals() {
    Arbitrary<Map<Figure, Rational>> figures =
        Arbitraries.maps(
                Arbitraries.of(Figure.class),
                Arbitraries.integers().between(0, 999).map(Rational::of))
            .ofMinSize(50);
    return Combinators.combine(
            Arbitraries.integers().between(0, 11),
            Arbitraries.integers().between(1, 3),
            figures,
            Arbitraries.maps(Arbitraries.of("DENTAIRE", "ORL"), figures).ofMaxSize(2),
            Arbitraries.of(PurchasesBasis.class).injectNull(0.2))
        .as((place, version, centre, rows, months) ->
            new QuarterlyRecord(new Quarter(2012, 1).plus(place), version, centre, rows, months))
        .list()
        .ofMinSize(1)
        .ofMaxSize(10);
  }
}
