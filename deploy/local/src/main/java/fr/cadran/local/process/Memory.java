package fr.cadran.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** How much memory a process and its children hold. */
public final class Memory {
  private static final long KIB_PER_MIB = 1024;

  private Memory() {}

  /**
   * In MiB; pages shared between processes are counted in proportion, so that PostgreSQL's shared
   * buffers count once. Empty where the system does not tell.
   */
  public static OptionalLong mib(ProcessIdentity identity) {
    return ProcessHandle.of(identity.pid())
        .map(handle ->
            Stream.concat(Stream.of(handle), handle.descendants())
                .mapToLong(one -> kib(one.pid()))
                .sum())
        .filter(sum -> sum > 0)
        .map(sum -> OptionalLong.of(sum / KIB_PER_MIB))
        .orElseGet(OptionalLong::empty);
  }

  private static long kib(long pid) {
    Path file = Path.of("/proc", Long.toString(pid), "smaps_rollup");
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .filter(line -> line.startsWith("Pss:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .sum();
    } catch (IOException | java.io.UncheckedIOException e) {
      return 0;
    }
  }
}
