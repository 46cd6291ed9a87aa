package fr.cadran.centres.quarterwindow.domain;

import fr.cadran.centres.quarterwindow.domain.QuarterWindow.Origin;
import org.jspecify.annotations.Nullable;

/**
 * For which centres dates are set.
 *
 * @param origin the whole country, a région or a département
 * @param code INSEE code of the région or the département, empty for the whole country
 */
public record Territory(Origin origin, String code) {
  /** The whole country. */
  public static final Territory COUNTRY = new Territory(Origin.NATIONAL, "");

  /** A département, else a région, else the whole country. */
  public static Territory of(@Nullable String departement, @Nullable String region) {
    if (departement != null) {
      return new Territory(Origin.DEPARTEMENT, departement);
    }
    return region == null ? COUNTRY : new Territory(Origin.REGION, region);
  }
}
