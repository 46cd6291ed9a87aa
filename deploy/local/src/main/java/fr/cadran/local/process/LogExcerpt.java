package fr.cadran.local.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads from a log what is worth a place in a sentence. */
public final class LogExcerpt {
  private static final Pattern ERROR =
      Pattern.compile("\\b(ERROR|FATAL|PANIC)\\b|^Error|^initdb: error|^cadran: ");
  private static final Pattern PREFIX = Pattern.compile("^.*?\\b(ERROR|FATAL|PANIC)\\b[\\]:]*\\s*");
  private static final int LONGEST = 180;

  private LogExcerpt() {}

  /** The first error a log reports: what follows is mostly its consequence. */
  public static Optional<String> firstError(Path log) {
    try {
      return firstError(
          new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines().toList());
    } catch (IOException e) {
      // No log, nothing to quote.
      return Optional.empty();
    }
  }

  static Optional<String> firstError(List<String> lines) {
    return lines.stream()
        .filter(line -> ERROR.matcher(line).find())
        .map(line -> PREFIX.matcher(line).replaceFirst("").strip())
        // "COMPILATION ERROR :" announces what went wrong, it does not say it.
        .filter(text -> !text.isEmpty() && !text.endsWith(":"))
        .map(text -> text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text)
        .findFirst();
  }
}
