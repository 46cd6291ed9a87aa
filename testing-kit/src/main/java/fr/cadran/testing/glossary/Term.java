package fr.cadran.testing.glossary;

import java.util.Arrays;
import java.util.List;

/**
 * A row of the glossary.
 *
 * @param token the word used in code
 * @param bannedSynonyms words that must not be used for it
 * @param home the Java package where a built term lives (with its subpackages), {@code -} before
 * @param built whether the code has it yet
 */
record Term(String token, List<String> bannedSynonyms, String home, boolean built) {

  private static final int COLUMNS = 7;

  static Term parse(String line) {
    String[] cells = line.split(",", -1);
    if (cells.length != COLUMNS) {
      throw new IllegalArgumentException(
          "docs/glossary.csv: " + cells.length + " cells instead of " + COLUMNS + ": " + line);
    }
    boolean built =
        switch (cells[6]) {
          case "built" -> true;
          case "planned" -> false;
          default ->
              throw new IllegalArgumentException(
                  "docs/glossary.csv: the status is planned or built, not «"
                      + cells[6]
                      + "»: "
                      + line);
        };
    List<String> banned = Arrays.stream(cells[4].split(";", -1)).filter(s -> !s.isBlank()).toList();
    return new Term(cells[1], banned, cells[5], built);
  }
}
