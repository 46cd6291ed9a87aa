package fr.cadran.local.installation;

import fr.cadran.local.LaunchFailure;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Looks at the free disk before anything is written, because a full disk fails late and badly. */
public final class DiskSpace {
  private static final long MIB = 1024L * 1024L;

  private DiskSpace() {}

  /**
   * Refuses to go on when a folder's disk has less than {@code neededMib} MiB free.
   *
   * @throws LaunchFailure with what is free, what is needed and where
   */
  public static void require(Path folder, long neededMib, String purpose) {
    Path existing = folder;
    while (existing != null && !Files.exists(existing)) {
      existing = existing.getParent();
    }
    if (existing == null) {
      return;
    }
    try {
      FileStore store = Files.getFileStore(existing);
      shortage(folder, store.getUsableSpace() / MIB, neededMib, purpose)
          .ifPresent(sentence -> {
            throw new LaunchFailure(sentence);
          });
    } catch (IOException e) {
      throw new LaunchFailure(
          "the free disk space of " + folder + " cannot be read (" + Installation.reason(e) + ").",
          e);
    }
  }

  /** The sentence that says what is short, or nothing when there is enough. */
  static Optional<String> shortage(Path folder, long freeMib, long neededMib, String purpose) {
    if (freeMib >= neededMib) {
      return Optional.empty();
    }
    return Optional.of(
        String.format(
            Locale.ROOT,
            "not enough disk %s: %d MiB are free where %s lies, %d MiB are needed.",
            purpose,
            freeMib,
            folder,
            neededMib));
  }
}
