package fr.cadran.local.command;

import fr.cadran.local.LaunchFailure;
import fr.cadran.local.installation.Installation;
import fr.cadran.local.installation.PartName;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints a part's log. */
@Command(name = "logs", description = "Print the log of a part.", mixinStandardHelpOptions = true)
public final class LogsCommand implements Runnable {
  private static final Duration POLL = Duration.ofMillis(300);

  @Parameters(
      paramLabel = "PART",
      description = "database, broker, identity, centres, indicators, contracts, gateway, or build")
  private String part = "";

  @Option(
      names = {"-f", "--follow"},
      description = "Go on printing what is added, until Ctrl-C.")
  private boolean follow;

  @Option(
      names = {"-n", "--lines"},
      paramLabel = "N",
      defaultValue = "200",
      description = "How many of the last lines (default: ${DEFAULT-VALUE}).")
  private int count;

  @Override
  public void run() {
    Installation installation = Installation.current();
    Path log = part.equals("build") ? installation.buildLog() : installation.log(PartName.of(part));
    if (!Files.exists(log)) {
      throw new LaunchFailure("there is no log of " + part + " yet (" + log + ").");
    }
    try {
      byte[] bytes = Files.readAllBytes(log);
      List<String> lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
      lines
          .subList(Math.max(0, lines.size() - Math.max(0, count)), lines.size())
          .forEach(System.out::println);
      if (follow) {
        follow(log, bytes.length);
      }
    } catch (IOException e) {
      throw new LaunchFailure(log + " cannot be read (" + Installation.reason(e) + ").", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void follow(Path log, long from) throws IOException, InterruptedException {
    long position = from;
    while (true) {
      try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
        if (file.length() < position) {
          // The part was started anew and its log with it.
          position = 0;
        }
        file.seek(position);
        byte[] added = new byte[(int) Math.min(file.length() - position, 1 << 20)];
        file.readFully(added);
        position += added.length;
        System.out.write(added);
        System.out.flush();
      }
      Thread.sleep(POLL);
    }
  }
}
