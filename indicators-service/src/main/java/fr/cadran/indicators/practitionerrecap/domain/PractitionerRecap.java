package fr.cadran.indicators.practitionerrecap.domain;

import fr.cadran.kit.type.Quarter;
import fr.cadran.kit.type.Rational;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The yearly recap that a direction sends to a practitioner (seed 000, ANNEXE VII). The sums cover
 * the quarters that were reported and say which are not; distinct patients are never summed,
 * because one patient may come in several quarters.
 *
 * @param practitioner pseudonym that the centre chose
 * @param quarters what was reported, in order
 * @param missingQuarters those of the year of which nothing was reported
 */
public record PractitionerRecap(
    String practitioner, List<PractitionerQuarter> quarters, List<Quarter> missingQuarters) {
  /** Copies the lists. */
  public PractitionerRecap {
    quarters = List.copyOf(quarters);
    missingQuarters = List.copyOf(missingQuarters);
  }

  /**
   * The recaps of every practitioner who was reported, in the order of their pseudonyms.
   *
   * @param year calendar year
   * @param reported what was reported of it
   */
  public static List<PractitionerRecap> of(int year, Collection<PractitionerQuarter> reported) {
    Map<String, Map<Quarter, PractitionerQuarter>> rows = new TreeMap<>();
    for (PractitionerQuarter row : reported) {
      rows.computeIfAbsent(row.practitioner(), none -> new TreeMap<>()).put(row.quarter(), row);
    }
    List<PractitionerRecap> recaps = new ArrayList<>();
    rows.forEach((practitioner, quarters) ->
        recaps.add(
            new PractitionerRecap(
                practitioner, List.copyOf(quarters.values()), missing(year, quarters.keySet()))));
    return List.copyOf(recaps);
  }

  /** The quarters of a year that are not among some. */
  public static List<Quarter> missing(int year, Set<Quarter> known) {
    return new Quarter(year, 4)
        .yearToDate().stream().filter(quarter -> !known.contains(quarter)).toList();
  }

  /** Hours of care over the reported quarters. */
  public RecapFigure medicalHours() {
    return sum("medicalHours", PractitionerQuarter::medicalHours);
  }

  /** Acts over the reported quarters. */
  public RecapFigure acts() {
    return sum("acts", PractitionerQuarter::acts);
  }

  /** Euros over the reported quarters. */
  public RecapFigure revenue() {
    return sum("revenue", PractitionerQuarter::revenue);
  }

  /** Euros for an hour of care. */
  public RecapFigure revenuePerHour() {
    return revenue().dividedBy(medicalHours());
  }

  /** Acts in an hour of care. */
  public RecapFigure actsPerHour() {
    return acts().dividedBy(medicalHours());
  }

  private RecapFigure sum(String name, Function<PractitionerQuarter, @Nullable Rational> figure) {
    return RecapFigure.sum(
        quarters.stream()
            .map(row -> RecapFigure.of(name + " " + row.quarter(), figure.apply(row)))
            .toList());
  }
}
