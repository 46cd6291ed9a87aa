package fr.cadran.testing.access;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cadran.testing.contract.PublishedOperation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The page {@code docs/access.md}: a part for each service between two marks. */
final class AccessPage {
  private static final Pattern FIGURES =
      Pattern.compile("<!-- size (\\d+) (\\d+) (\\d+) (\\d+) -->");
  private static final String TOTAL = "total";

  private final Path file;
  private final boolean writes;

  AccessPage(Path file, boolean writes) {
    this.file = file;
    this.writes = writes;
  }

  /** The page of the checkout that is being built. */
  static AccessPage published() {
    return new AccessPage(
        Path.of(Objects.requireNonNull(System.getProperty("cadran.root"), "cadran.root"))
            .resolve("docs/access.md"),
        System.getProperty("cadran.access", "check").equals("write"));
  }

  /** Makes the part of a service say this, or fails when it does not. */
  void settle(String service, String section) throws IOException {
    String page = Files.readString(file);
    String wanted = replaced(replaced(page, service, section), TOTAL, "");
    String summed = replaced(wanted, TOTAL, total(wanted));
    if (writes) {
      Files.writeString(file, summed);
    } else {
      assertThat(page)
          .as("docs/access.md; write it anew with -Dcadran.access=write")
          .isEqualTo(summed);
    }
  }

  static String section(String service, MatrixSize size, List<String> lines) {
    String roles = Arrays.stream(Role.values()).map(Role::token).collect(Collectors.joining(" | "));
    return """

    ## %s

    <!-- size %d %d %d %d -->
    %s.

    | operation | scope | %s | out of reach |
    |%s
    %s
    """
        .formatted(
            service,
            size.operations(),
            size.cells(),
            size.applicable(),
            size.successes(),
            size.toString().substring(0, 1).toUpperCase(Locale.ROOT) + size.toString().substring(1),
            roles,
            " --- |".repeat(Role.values().length + 3),
            String.join("\n", lines));
  }

  static String line(PublishedOperation operation, AccessRow row) {
    return "| `%s %s` | %s | %s | %s |"
        .formatted(
            operation.method(),
            operation.path(),
            row.isPublic()
                ? "none: public"
                : operation.scopes().stream()
                    .map(s -> "`" + s + "`")
                    .collect(Collectors.joining(" ")),
            Arrays.stream(Role.values())
                .map(role -> row.words(role))
                .collect(Collectors.joining(" | ")),
            row.isBounded() ? row.denial().words() : "");
  }

  private static String total(String page) {
    long[] sums = new long[4];
    Matcher figures = FIGURES.matcher(page);
    while (figures.find()) {
      for (int i = 0; i < sums.length; i++) {
        sums[i] += Long.parseLong(figures.group(i + 1));
      }
    }
    return "\nTogether: " + new MatrixSize(sums[0], sums[1], sums[2], sums[3]) + ".\n";
  }

  private static String replaced(String page, String part, String text) {
    String start = "<!-- " + part + ": generated -->\n";
    String end = "<!-- /" + part + " -->";
    int from = page.indexOf(start);
    int until = page.indexOf(end);
    assertThat(from).as("mark of " + part + " in docs/access.md").isGreaterThanOrEqualTo(0);
    assertThat(until).as("end of " + part + " in docs/access.md").isGreaterThan(from);
    return page.substring(0, from + start.length()) + text + page.substring(until);
  }
}
