package fr.cadran.indicators.programme.domain;

import fr.cadran.indicators.catalogue.domain.Levier;
import fr.cadran.kit.type.Quarter;
import java.util.Comparator;
import java.util.List;

/**
 * A programme d'accompagnement as its owner published it.
 *
 * @param id identifier
 * @param version counts its changes from 1
 * @param name name in use
 * @param region INSEE code of the région of the agency that runs it
 * @param leviers the leviers that it follows, in its order
 * @param baseline the quarter against which results are judged
 * @param fictional true for demonstration data
 * @param participations every centre that takes part or took part
 */
public record Programme(
    String id,
    long version,
    String name,
    String region,
    List<Levier> leviers,
    Quarter baseline,
    boolean fictional,
    List<Participation> participations) {

  /** Copies the lists. */
  public Programme {
    leviers = List.copyOf(leviers);
    participations = List.copyOf(participations);
  }

  /** The centres whose results of a quarter count, in the order of their numbers. */
  public List<Participation> cohort(Quarter quarter) {
    return participations.stream()
        .filter(participation -> participation.countsIn(quarter))
        .sorted(Comparator.comparingInt(Participation::anonymousNumber))
        .toList();
  }
}
