package fr.cadran.e2e.faults;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;

/**
 * The clock of every part of the platform, by libfaketime, which {@code -Dcadran.faults.faketime}
 * names: a clock that all share jumps for all.
 */
final class Clocks {
  static final String LIBRARY = "cadran.faults.faketime";

  private final Path file;

  Clocks(PlatformUnderTest platform) {
    this.file = file(platform.home());
  }

  /** What every part is started with so that its clock can jump later. */
  static Map<String, String> settings(Path home) throws IOException {
    set(file(home), "+0");
    String library = System.getProperty(LIBRARY, "");
    return library.isEmpty()
        ? Map.of()
        : Map.of(
            "LD_PRELOAD",
            library,
            "FAKETIME_TIMESTAMP_FILE",
            file(home).toString(),
            "FAKETIME_CACHE_DURATION",
            "1",
            "FAKETIME_DONT_FAKE_MONOTONIC",
            "1",
            // What it does for other C libraries makes every wait of a JVM with this one spin.
            "FAKETIME_FORCE_MONOTONIC_FIX",
            "0");
  }

  void jump(Random random, Duration time, Journal journal)
      throws IOException, InterruptedException, SkippedException {
    if (System.getProperty(LIBRARY, "").isEmpty()) {
      throw new SkippedException("no libfaketime: name it with -D" + LIBRARY);
    }
    int minutes = 3 + random.nextInt(120);
    set(file, "+" + minutes + "m");
    journal.say("  all clocks go " + minutes + " minutes forward for " + time.toSeconds() + " s");
    try {
      Thread.sleep(time);
    } finally {
      set(file, "+0");
    }
  }

  /** Beside the folder of the platform, which is wiped. */
  private static Path file(Path home) {
    return home.resolveSibling("clock");
  }

  private static void set(Path file, String offset) throws IOException {
    Files.writeString(file, offset + "\n", StandardCharsets.UTF_8);
  }
}
