package fr.cadran.e2e.faults;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The loopback device, slow and losing packets: by {@code netem} where the kernel has it, else by a
 * narrow bucket and packets thrown away. Only in a network of our own, which {@code e2e/faults}
 * makes: on the machine's it would hit everybody.
 */
final class Network {
  private static final String DEVICE = "lo";

  void slow(Duration time, Journal journal)
      throws IOException, InterruptedException, SkippedException {
    if (!isOurs()) {
      throw new SkippedException("no network of its own: start the suite by e2e/faults");
    }
    if (run(
        "tc", "qdisc", "add", "dev", DEVICE, "root", "netem", "delay", "20ms", "10ms", "loss",
        "1%")) {
      journal.say("  every packet takes 10 to 30 ms, one of a hundred is lost");
      pauseThen(time, () -> run("tc", "qdisc", "del", "dev", DEVICE, "root"));
      return;
    }
    boolean slow =
        run(
            "tc", "qdisc", "add", "dev", DEVICE, "root", "tbf", "rate", "4mbit", "burst", "64kb",
            "latency", "400ms");
    boolean lossy = run(losing("-A"));
    if (!slow && !lossy) {
      throw new SkippedException("neither netem nor tbf nor iptables here");
    }
    journal.say(
        "  loopback: "
            + (slow ? "4 Mbit/s, a packet waits up to 400 ms" : "as fast as ever")
            + (lossy ? ", one packet of fifty is lost" : ", none is lost")
            + " (no netem in this kernel)");
    pauseThen(
        time,
        () -> {
          run("tc", "qdisc", "del", "dev", DEVICE, "root");
          run(losing("-D"));
        });
  }

  private static String[] losing(String action) {
    return new String[] {
      "iptables",
      action,
      "INPUT",
      "-i",
      DEVICE,
      "-m",
      "statistic",
      "--mode",
      "random",
      "--probability",
      "0.02",
      "-j",
      "DROP"
    };
  }

  private interface End {
    void run() throws IOException, InterruptedException;
  }

  private static void pauseThen(Duration time, End end) throws IOException, InterruptedException {
    try {
      Thread.sleep(time);
    } finally {
      end.run();
    }
  }

  /** Whether the only device is loopback: then the network is one that was made for us. */
  private static boolean isOurs() throws IOException {
    List<String> lines = Files.readAllLines(Path.of("/proc/net/dev"), StandardCharsets.UTF_8);
    return lines.stream()
        .skip(2)
        .map(line -> line.strip().replaceAll(":.*", ""))
        .allMatch(DEVICE::equals);
  }

  private static boolean run(String... command) throws InterruptedException {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getInputStream().readAllBytes();
      return process.waitFor() == 0;
    } catch (IOException notThere) {
      return false;
    }
  }
}
