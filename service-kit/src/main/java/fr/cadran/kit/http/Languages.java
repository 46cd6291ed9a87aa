package fr.cadran.kit.http;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The languages the platform speaks: French unless English is preferred. */
public final class Languages {
  private static final List<Locale> SPOKEN = List.of(Locale.FRENCH, Locale.ENGLISH);

  private Languages() {}

  /**
   * The language of the answer.
   *
   * @param acceptLanguage the header as it came, null or unreadable means French
   */
  public static Locale preferred(@Nullable String acceptLanguage) {
    if (acceptLanguage == null || acceptLanguage.isBlank()) {
      return Locale.FRENCH;
    }
    try {
      Locale found = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), SPOKEN);
      return found == null ? Locale.FRENCH : found;
    } catch (IllegalArgumentException unreadable) {
      return Locale.FRENCH;
    }
  }
}
