package fr.cadran.kit.problem;

import jakarta.inject.Singleton;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Titles and details of the codes, in French and English, from the bundles {@code problems/*}. */
@Singleton
public class ProblemTexts {
  private static final ResourceBundle.Control NO_MACHINE_LOCALE =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private final String serviceFamily;

  ProblemTexts(@ConfigProperty(name = "cadran.service") String serviceFamily) {
    this.serviceFamily = serviceFamily;
  }

  /** Short text of a code, the same for every occurrence. */
  public String title(ProblemCode code, Locale locale) {
    return text(code.family(), code.name() + ".title", locale, List.of());
  }

  /** What is wrong and what to do, for this occurrence. */
  public String detail(ProblemCode code, List<Object> arguments, Locale locale) {
    return text(code.family(), code.name() + ".detail", locale, arguments);
  }

  /** Text of the code of one fault, looked for in the service's own catalogue, then the common. */
  public String detail(Fault fault, Locale locale) {
    String key = fault.code() + ".detail";
    return Stream.of(serviceFamily, "common")
        .map(family -> find(family, key, locale))
        .flatMap(Stream::ofNullable)
        .findFirst()
        .map(pattern -> format(pattern, fault.arguments(), locale))
        .orElseThrow(() -> new MissingResourceException(key, "problems", key));
  }

  /** What a code of this service or of the common catalogue means; empty for any other. */
  public Optional<String> describe(String family, String code, Locale locale) {
    if (!family.equals(serviceFamily) && !family.equals("common")) {
      return Optional.empty();
    }
    String detail = find(family, code + ".detail", locale);
    // Shown without an occurrence at hand, so the places of its arguments read as dots.
    return Optional.ofNullable(detail)
        .map(pattern -> format(pattern, List.of("…", "…", "…"), locale));
  }

  private static String text(String family, String key, Locale locale, List<Object> arguments) {
    String pattern = find(family, key, locale);
    if (pattern == null) {
      throw new MissingResourceException(key, "problems/" + family, key);
    }
    return format(pattern, arguments, locale);
  }

  private static String format(String pattern, List<Object> arguments, Locale locale) {
    return new MessageFormat(pattern, locale).format(arguments.toArray());
  }

  private static @Nullable String find(String family, String key, Locale locale) {
    try {
      ResourceBundle bundle =
          ResourceBundle.getBundle(
              "problems/" + family,
              locale,
              Thread.currentThread().getContextClassLoader(),
              NO_MACHINE_LOCALE);
      return bundle.containsKey(key) ? bundle.getString(key) : null;
    } catch (MissingResourceException noBundle) {
      return null;
    }
  }
}
