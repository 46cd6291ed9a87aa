package fr.cadran.e2e.faults;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** What is done to the platform while callers use it. */
enum Fault {
  KILL_CENTRES,
  KILL_INDICATORS,
  KILL_CONTRACTS,
  KILL_GATEWAY,
  KILL_BROKER,
  KILL_DATABASE,
  KILL_IDENTITY,
  DIE_OUTBOX_BEFORE_COMMIT,
  DIE_OUTBOX_AFTER_COMMIT,
  DIE_RELAY_AFTER_PUBLISH,
  DIE_RELAY_AFTER_MARK,
  DIE_CONSUMER_BEFORE_COMMIT,
  DIE_CONSUMER_AFTER_COMMIT,
  OUTAGE_BROKER,
  OUTAGE_DATABASE,
  OUTAGE_IDENTITY,
  HANG,
  MESSAGES,
  ROLLING_RESTART,
  SLOW_NETWORK,
  FULL_DISK,
  SLOW_DISK,
  CLOCK_JUMP;

  private static final int SEEDS_OF_A_DECK = 10;

  /**
   * The faults of a seed: its share of all kinds, shuffled for the ten seeds 1 to 10, 11 to 20 and
   * so on, which together have every kind; and one more of any kind.
   */
  static List<Fault> drawn(long seed) {
    List<Fault> deck = new ArrayList<>(List.of(values()));
    Collections.shuffle(deck, new Random(Math.floorDiv(seed - 1, SEEDS_OF_A_DECK)));
    List<Fault> drawn = new ArrayList<>();
    for (int i = Math.floorMod(seed - 1, SEEDS_OF_A_DECK); i < deck.size(); i += SEEDS_OF_A_DECK) {
      drawn.add(deck.get(i));
    }
    drawn.add(deck.get(new Random(seed).nextInt(deck.size())));
    return drawn;
  }
}
