package fr.cadran.local.installation;

import fr.cadran.local.LaunchFailure;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;

/**
 * Lets one launcher at a time change an installation. The operating system releases it when its
 * holder dies, however it dies.
 */
public final class LaunchLock implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final FileChannel channel;
  private final Path holderFile;

  private LaunchLock(FileChannel channel, Path holderFile) {
    this.channel = channel;
    this.holderFile = holderFile;
  }

  /** Takes the lock, or nothing when another launcher holds it. */
  public static Optional<LaunchLock> tryTake(Installation installation) {
    try {
      FileChannel channel =
          FileChannel.open(
              installation.lockFile(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!locked(channel)) {
        channel.close();
        return Optional.empty();
      }
      Path holder = holderFile(installation);
      Files.writeString(holder, Long.toString(ProcessHandle.current().pid()));
      return Optional.of(new LaunchLock(channel, holder));
    } catch (IOException e) {
      throw new LaunchFailure(
          installation.lockFile() + " cannot be locked (" + Installation.reason(e) + ").", e);
    }
  }

  /**
   * Takes the lock to start.
   *
   * @throws LaunchFailure when another launcher holds it
   */
  public static LaunchLock take(Installation installation) {
    return tryTake(installation)
        .orElseThrow(() ->
            new LaunchFailure(
                "another ./platform"
                    + holder(installation).map(pid -> " (pid " + pid + ")").orElse("")
                    + " is at work on "
                    + installation.home()
                    + "; wait for it, or end it with ./platform down."));
  }

  /** Takes the lock to stop everything: a launcher that is still starting is asked to end first. */
  public static LaunchLock takeOver(Installation installation) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    boolean asked = false;
    while (System.nanoTime() < deadline) {
      Optional<LaunchLock> lock = tryTake(installation);
      if (lock.isPresent()) {
        return lock.get();
      }
      if (!asked) {
        holder(installation).flatMap(ProcessHandle::of).ifPresent(ProcessHandle::destroy);
        asked = true;
      }
      Thread.sleep(Duration.ofMillis(100));
    }
    return take(installation);
  }

  /** Whether the lock is still ours. */
  public boolean isHeld() {
    return channel.isOpen();
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(holderFile);
      channel.close();
    } catch (IOException e) {
      throw new LaunchFailure("the launcher's lock cannot be released.", e);
    }
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      // Held by this very process, which the system does not tell apart but Java does.
      return false;
    }
  }

  private static Optional<Long> holder(Installation installation) {
    try {
      return Optional.of(
          Long.parseLong(
              Files.readString(holderFile(installation), StandardCharsets.UTF_8).strip()));
    } catch (IOException | NumberFormatException e) {
      // The holder has taken the lock and not yet written its name, or has just left.
      return Optional.empty();
    }
  }

  private static Path holderFile(Installation installation) {
    return installation.home().resolve("lock.pid");
  }
}
