package fr.cadran.e2e.faults;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/** Does each fault to the platform, and brings back what it took away. */
final class Blows {
  private static final List<Part> SERVICES =
      List.of(Part.CENTRES, Part.INDICATORS, Part.CONTRACTS, Part.GATEWAY);

  private final PlatformUnderTest platform;
  private final Messages messages;
  private final Network network;
  private final Disk disk;
  private final Clocks clocks;
  private final Duration outage;
  private final Duration spell;
  private final Journal journal;

  Blows(
      PlatformUnderTest platform,
      Messages messages,
      Duration outage,
      Duration spell,
      Journal journal) {
    this.platform = platform;
    this.messages = messages;
    this.network = new Network();
    this.disk = new Disk(platform);
    this.clocks = new Clocks(platform);
    this.outage = outage;
    this.spell = spell;
    this.journal = journal;
  }

  /**
   * Strikes, and returns when the platform is whole again.
   *
   * @throws SkippedException when this machine does not allow it
   */
  void strike(Fault fault, Random random)
      throws IOException, InterruptedException, SkippedException {
    switch (fault) {
      case KILL_CENTRES, KILL_INDICATORS, KILL_CONTRACTS, KILL_GATEWAY -> kill(fault, random);
      case KILL_BROKER, KILL_DATABASE, KILL_IDENTITY -> kill(fault, random);
      case DIE_OUTBOX_BEFORE_COMMIT,
          DIE_OUTBOX_AFTER_COMMIT,
          DIE_RELAY_AFTER_PUBLISH,
          DIE_RELAY_AFTER_MARK ->
          die(fault, drawn(random, Part.CENTRES, Part.INDICATORS, Part.CONTRACTS), random);
      case DIE_CONSUMER_BEFORE_COMMIT, DIE_CONSUMER_AFTER_COMMIT ->
          die(fault, Part.INDICATORS, random);
      case OUTAGE_BROKER, OUTAGE_DATABASE, OUTAGE_IDENTITY -> outage(part(fault, "OUTAGE_"));
      case HANG -> hang(drawn(random, Part.values()));
      case MESSAGES -> messages.sendAgain(random);
      case ROLLING_RESTART -> restartOneByOne();
      case SLOW_NETWORK -> network.slow(spell, journal);
      case FULL_DISK -> fill();
      case SLOW_DISK -> disk.slow(spell, journal);
      case CLOCK_JUMP -> clocks.jump(random, spell, journal);
    }
  }

  private static Part drawn(Random random, Part... parts) {
    return List.of(parts).get(random.nextInt(parts.length));
  }

  private static Part part(Fault fault, String prefix) {
    return Part.valueOf(fault.name().substring(prefix.length()));
  }

  private void kill(Fault fault, Random random) throws IOException, InterruptedException {
    Part part = part(fault, "KILL_");
    Thread.sleep(random.nextInt(1500));
    platform.kill(part);
    journal.say("  " + part.label() + " was killed");
    Thread.sleep(random.nextInt(3000));
    bringBack(part);
  }

  private void die(Fault fault, Part service, Random random)
      throws IOException, InterruptedException {
    String failpoint = fault.name().substring("DIE_".length()) + "@" + (1 + random.nextInt(4));
    journal.say("  " + service.label() + " is to die at " + failpoint);
    platform.arm(service, failpoint);
    platform.awaitDeath(service);
    journal.say("  " + service.label() + " died at " + failpoint);
    bringBack(service);
  }

  private void outage(Part part) throws IOException, InterruptedException {
    platform.terminate(part);
    journal.say("  " + part.label() + " is down for " + outage.toSeconds() + " s");
    Thread.sleep(outage);
    bringBack(part);
  }

  private void hang(Part part) throws IOException, InterruptedException {
    platform.freeze(part);
    journal.say("  " + part.label() + " hangs for " + spell.toSeconds() + " s");
    try {
      Thread.sleep(spell);
    } finally {
      platform.thaw(part);
    }
  }

  private void restartOneByOne() throws IOException, InterruptedException {
    for (Part service : SERVICES) {
      platform.terminate(service);
      bringBack(service);
    }
  }

  private void fill() throws IOException, InterruptedException, SkippedException {
    disk.fill(spell, journal);
    // What gave up is started again by whoever made room; identity may need another attempt, with
    // the connections that it lost.
    await("the platform is up again")
        .atMost(Duration.ofMinutes(3))
        .untilAsserted(() -> platform.up());
    journal.say("  every part is up");
  }

  /** The part alone where it needs no other, so that those that use it find it by themselves. */
  private void bringBack(Part part) throws IOException, InterruptedException {
    platform.up(part);
    journal.say("  " + part.label() + " is back");
  }
}
