package fr.cadran.e2e.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The disk of the platform under test, full or slow: only when its folder is a file system of its
 * own, which {@code e2e/faults} makes.
 */
final class Disk {
  private static final long LARGEST = 8L << 30;
  private static final String BYTES_A_SECOND = "200000";

  private final PlatformUnderTest platform;

  Disk(PlatformUnderTest platform) {
    this.platform = platform;
  }

  /** Takes every free byte, for a time. */
  void fill(Duration time, Journal journal)
      throws IOException, InterruptedException, SkippedException {
    FileStore store = requireOwn();
    if (store.getTotalSpace() > LARGEST) {
      throw new SkippedException("the disk is too large to fill");
    }
    Path ballast = platform.home().resolve("ballast");
    try {
      Instant end = Instant.now().plus(time);
      boolean told = false;
      while (Instant.now().isBefore(end)) {
        // Again and again: parts give room back, and would live on it.
        fill(ballast);
        if (!told) {
          journal.say("  no byte is free for " + time.toSeconds() + " s");
          told = true;
        }
        Thread.sleep(250);
      }
    } finally {
      Files.deleteIfExists(ballast);
    }
  }

  private static void fill(Path ballast) {
    for (int size = 1 << 22; size >= 1 << 9; size >>= 1) {
      byte[] block = new byte[size];
      try (OutputStream out =
          Files.newOutputStream(ballast, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
        while (true) {
          out.write(block);
        }
      } catch (IOException full) {
        // Smaller blocks take what is left.
      }
    }
  }

  /** Lets database and broker write a fraction of what they are used to, for a time. */
  void slow(Duration time, Journal journal)
      throws IOException, InterruptedException, SkippedException {
    requireOwn();
    String device = device();
    Path controller = Path.of("/sys/fs/cgroup/blkio");
    boolean first = Files.isWritable(controller.resolve("cgroup.procs"));
    if (!first) {
      controller = Path.of("/sys/fs/cgroup");
      Path controllers = controller.resolve("cgroup.subtree_control");
      if (!Files.isWritable(controllers) || !Files.readString(controllers).contains("io")) {
        throw new SkippedException("control groups for input and output are not ours to set");
      }
    }
    Path group = controller.resolve("cadran-faults-" + ProcessHandle.current().pid());
    try {
      Files.createDirectory(group);
    } catch (IOException refused) {
      throw new SkippedException("no control group can be made: " + refused.getMessage());
    }
    try {
      write(
          group.resolve(first ? "blkio.throttle.write_bps_device" : "io.max"),
          device + " " + (first ? "" : "wbps=") + BYTES_A_SECOND);
      List<Long> moved = new ArrayList<>(platform.processes(Part.DATABASE));
      moved.addAll(platform.processes(Part.BROKER));
      for (long pid : moved) {
        move(pid, group);
      }
      journal.say(
          "  database and broker write "
              + BYTES_A_SECOND
              + " bytes a second for "
              + time.toSeconds()
              + " s");
      Thread.sleep(time);
    } finally {
      for (int attempt = 0; attempt < 20 && !Files.readString(procs(group)).isBlank(); attempt++) {
        for (String pid : Files.readAllLines(procs(group))) {
          move(Long.parseLong(pid), controller);
        }
      }
      Files.delete(group);
    }
  }

  private static Path procs(Path group) {
    return group.resolve("cgroup.procs");
  }

  private static void move(long pid, Path group) {
    try {
      write(procs(group), Long.toString(pid));
    } catch (IOException gone) {
      // It ended meanwhile.
    }
  }

  private static void write(Path file, String text) throws IOException {
    Files.writeString(file, text + "\n", StandardCharsets.UTF_8, StandardOpenOption.WRITE);
  }

  private FileStore requireOwn() throws IOException, SkippedException {
    FileStore store = Files.getFileStore(platform.home());
    if (store.equals(Files.getFileStore(parent(place())))) {
      throw new SkippedException("no file system of its own: start the suite by e2e/faults");
    }
    return store;
  }

  /** MAJOR:MINOR of the device under the folder. */
  private String device() throws IOException, SkippedException {
    for (String line : Files.readAllLines(Path.of("/proc/self/mountinfo"))) {
      String[] fields = line.split(" ", -1);
      if (fields[4].equals(place().toString())) {
        if (fields[2].startsWith("0:")) {
          throw new SkippedException("the file system is in memory: there is no device to slow");
        }
        return fields[2];
      }
    }
    throw new SkippedException("nothing is mounted at " + place());
  }

  /** Where the file system of the suite is mounted. */
  private Path place() {
    return parent(platform.home());
  }

  private static Path parent(Path folder) {
    return Objects.requireNonNull(folder.getParent());
  }
}
