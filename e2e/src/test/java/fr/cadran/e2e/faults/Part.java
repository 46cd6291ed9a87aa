package fr.cadran.e2e.faults;

import java.util.Locale;

/** The parts that can be harmed; each has its port at a fixed distance from the suite's first. */
enum Part {
  DATABASE(433),
  BROKER(92),
  IDENTITY(90),
  CENTRES(81),
  INDICATORS(82),
  CONTRACTS(83),
  GATEWAY(80);

  private final int distance;

  Part(int distance) {
    this.distance = distance;
  }

  int port(int first) {
    return first + distance;
  }

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
