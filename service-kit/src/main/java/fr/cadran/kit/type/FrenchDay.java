package fr.cadran.kit.type;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Days are those of metropolitan France, wherever the centre is, so that a date means one thing.
 */
public final class FrenchDay {
  public static final ZoneId ZONE = ZoneId.of("Europe/Paris");

  private FrenchDay() {}

  /** The day that an instant falls on. */
  public static LocalDate of(Instant instant) {
    return LocalDate.ofInstant(instant, ZONE);
  }
}
