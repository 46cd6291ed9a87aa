package fr.cadran.indicators.quarterlydata.application;

import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.Quarter;
import java.util.Map;

/** How many acts centres did, which says how large they are. */
public interface CentreActs {
  /** A quarter of a centre. */
  record OfQuarter(Finess centre, Quarter quarter) {}

  /**
   * The acts over all specialties, by the latest version of each quarter from one to another; a
   * quarter in which a specialty gives none is left out.
   */
  Map<OfQuarter, Long> between(Quarter from, Quarter to);
}
