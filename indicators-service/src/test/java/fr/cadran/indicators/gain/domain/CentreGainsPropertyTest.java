package fr.cadran.indicators.gain.domain;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cadran.indicators.catalogue.domain.Figure;
import fr.cadran.indicators.value.domain.PurchasesBasis;
import fr.cadran.indicators.value.domain.QuarterlyRecord;
import fr.cadran.kit.type.Euros;
import fr.cadran.kit.type.Quarter;
import fr.cadran.kit.type.Rational;
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

/** Gains kept up to date arrival by arrival are those of a full computation, and never negative. */
class CentreGainsPropertyTest {
  private record Place(Quarter quarter, GainMethod method) {}

  @Property(tries = 100)
  void any_order_of_arrivals_and_corrections_ends_in_the_same_gains(
      @ForAll("arrivals") List<QuarterlyRecord> arrivals) {
    Map<Quarter, QuarterlyRecord> known = new TreeMap<>();
    Map<Place, QuarterGain> kept = new HashMap<>();
    for (QuarterlyRecord arrival : arrivals) {
      QuarterlyRecord before = known.get(arrival.quarter());
      if (before != null && before.version() >= arrival.version()) {
        continue;
      }
      known.put(arrival.quarter(), arrival);
      kept.keySet().removeIf(place -> place.quarter().compareTo(arrival.quarter()) >= 0);
      kept.putAll(byPlace(arrival.quarter(), known.values()));
    }
    assertThat(kept).isEqualTo(byPlace(new Quarter(1900, 1), known.values()));
    assertThat(kept).hasSize(known.size() * GainMethod.values().length);
    assertThat(kept.values())
        .allSatisfy(one -> {
          Euros total = one.gain().total();
          assertThat(total == null).isEqualTo(one.gain().missingReason() != null);
          if (total != null) {
            assertThat(total.amount().signum()).isNotNegative();
          }
        });
  }

  private static Map<Place, QuarterGain> byPlace(
      Quarter from, Collection<QuarterlyRecord> records) {
    Map<Place, QuarterGain> places = new HashMap<>();
    for (QuarterGain one : CentreGains.computeFrom(from, records)) {
      assertThat(places.put(new Place(one.quarter(), one.gain().method()), one)).isNull();
    }
    return places;
  }

  /** Quarters of two years in any order, some of them corrected, some late. */
  @Provide
  static Arbitrary<List<QuarterlyRecord>> arrivals() {
    Arbitrary<Map<Figure, Rational>> figures =
        Arbitraries.maps(
                Arbitraries.of(Figure.class),
                Arbitraries.integers().between(0, 999).map(Rational::of))
            .ofMinSize(40);
    return Combinators.combine(
            Arbitraries.integers().between(0, 7),
            Arbitraries.integers().between(1, 3),
            figures,
            Arbitraries.maps(Arbitraries.of("DENTAIRE", "ORL"), figures).ofMaxSize(2),
            Arbitraries.of(PurchasesBasis.class).injectNull(0.2))
        .as((place, version, centre, rows, months) ->
            new QuarterlyRecord(new Quarter(2012, 1).plus(place), version, centre, rows, months))
        .list()
        .ofMinSize(1)
        .ofMaxSize(8);
  }
}
