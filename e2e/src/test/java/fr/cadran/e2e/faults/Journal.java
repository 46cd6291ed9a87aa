package fr.cadran.e2e.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Says what the suite does, and when. */
final class Journal {
  private final Instant begun = Instant.now();

  void say(String line) {
    long millis = Duration.between(begun, Instant.now()).toMillis();
    System.out.printf(
        Locale.ROOT, "faults: %02d:%04.1f  %s%n", millis / 60_000, millis % 60_000 / 1000.0, line);
  }
}
