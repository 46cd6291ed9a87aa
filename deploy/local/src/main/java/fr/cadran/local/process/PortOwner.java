package fr.cadran.local.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Says whether a port on loopback is free, and who holds it where the system tells. */
public final class PortOwner {
  private static final String LISTENING = "0A";
  private static final Path PROC = Path.of("/proc");

  private PortOwner() {}

  /**
   * Why the port cannot be used, worded to follow "port 8080"; empty when it is free.
   *
   * @param port a port on 127.0.0.1
   */
  public static Optional<String> obstacle(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      // As a server does: connections that are merely fading away do not hold a port.
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port));
      return Optional.empty();
    } catch (IOException e) {
      String message = String.valueOf(e.getMessage());
      if (message.toLowerCase(Locale.ROOT).contains("permission")) {
        return Optional.of("is not permitted to this user");
      }
      return Optional.of(
          "is taken by " + holder(port).map(PortOwner::name).orElse("another program"));
    }
  }

  /** The process that listens on the port, where the system tells. */
  static Optional<Long> holder(int port) {
    Set<String> sockets = new HashSet<>();
    sockets.addAll(listening(PROC.resolve("net/tcp"), port));
    sockets.addAll(listening(PROC.resolve("net/tcp6"), port));
    if (sockets.isEmpty()) {
      return Optional.empty();
    }
    return ProcessHandle.allProcesses()
        .map(ProcessHandle::pid)
        .filter(pid -> holdsAny(pid, sockets))
        .findFirst();
  }

  private static String name(long pid) {
    String command =
        ProcessHandle.of(pid)
            .flatMap(handle -> handle.info().command())
            .map(path -> String.valueOf(Path.of(path).getFileName()))
            .orElse("a process");
    return command + " (pid " + pid + ")";
  }

  private static Set<String> listening(Path table, int port) {
    Set<String> sockets = new HashSet<>();
    if (!Files.isReadable(table)) {
      return sockets;
    }
    String suffix = String.format(Locale.ROOT, ":%04X", port);
    try {
      List<String> lines = Files.readAllLines(table);
      for (String line : lines.subList(Math.min(1, lines.size()), lines.size())) {
        String[] fields = line.strip().split("\\s+", -1);
        if (fields.length > 9 && fields[1].endsWith(suffix) && fields[3].equals(LISTENING)) {
          sockets.add("socket:[" + fields[9] + "]");
        }
      }
    } catch (IOException e) {
      // The table is only asked to name the holder; without it the message names nobody.
      return Set.of();
    }
    return sockets;
  }

  private static boolean holdsAny(long pid, Set<String> sockets) {
    try (Stream<Path> open = Files.list(PROC.resolve(Long.toString(pid)).resolve("fd"))) {
      return open.anyMatch(descriptor -> sockets.contains(target(descriptor)));
    } catch (IOException | java.io.UncheckedIOException e) {
      // Another user's process, or one that has just ended.
      return false;
    }
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException e) {
      return "";
    }
  }
}
