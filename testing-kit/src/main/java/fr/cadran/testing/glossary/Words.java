package fr.cadran.testing.glossary;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The words of a name, in lower case and in the singular. camelCase, snake_case, kebab-case and
 * dots separate words; an acronym is one word ({@code CPTSContract} is cpts, contract).
 */
record Words(List<String> all) {

  private static final Pattern BOUNDARY =
      Pattern.compile(
          "[^\\p{L}\\p{N}]+|(?<=[\\p{Ll}\\p{N}])(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})");

  static Words of(String name) {
    return new Words(
        BOUNDARY
            .splitAsStream(name)
            .filter(word -> !word.isEmpty())
            .map(word -> singular(word.toLowerCase(Locale.ROOT)))
            .toList());
  }

  /** Whether the words of a term stand one after the other in this name. */
  boolean contain(Words term) {
    return !term.all.isEmpty() && Collections.indexOfSubList(all, term.all) >= 0;
  }

  private static String singular(String word) {
    if (word.length() > 4 && word.endsWith("ies")) {
      return word.substring(0, word.length() - 3) + "y";
    }
    return word.length() > 3 && word.endsWith("s") && !word.endsWith("ss")
        ? word.substring(0, word.length() - 1)
        : word;
  }
}
