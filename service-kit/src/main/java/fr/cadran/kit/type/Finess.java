package fr.cadran.kit.type;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A FINESS number, of a place (EG) or of a legal entity (EJ): nine characters, digits save the
 * second position, which is {@code A} or {@code B} in Corsica (centres.md §2).
 *
 * @param value the nine characters without spaces
 */
public record Finess(String value) implements Comparable<Finess> {
  private static final Pattern FORM = Pattern.compile("(?:\\d{2}|2[AB])\\d{7}");

  /**
   * Checks the form of the value.
   *
   * @throws InvalidValueException {@code FINESS_INVALID} when the form is not that of a FINESS
   *     number
   */
  public Finess {
    Objects.requireNonNull(value);
    if (!FORM.matcher(value).matches()) {
      throw new InvalidValueException(
          "FINESS_INVALID",
          "a FINESS number has nine digits (the second may be A or B in Corsica)");
    }
  }

  /**
   * Reads a number as people write it: spaces are stripped, Corsican letters may be small.
   *
   * @throws InvalidValueException {@code FINESS_INVALID}
   */
  public static Finess parse(String text) {
    return new Finess(
        text.replaceAll("[\\s\\u00A0\\u202F]", "").toUpperCase(java.util.Locale.ROOT));
  }

  /**
   * Whether the check digit agrees with Luhn. No official text that states the rule was found, so a
   * disagreement is a warning, never a refusal.
   */
  public boolean luhnHolds() {
    // Corsican numbers are checked with the letter read as its historical digit: 2A and 2B were 20.
    return Luhn.holds(value.replace('A', '0').replace('B', '0'));
  }

  /** The code of the département in the first two characters, three for overseas ({@code 971}). */
  public String departementPrefix() {
    // Overseas numbers start with 97 or 98 and drop the third digit of the département: 970 is
    // Guadeloupe for FINESS while INSEE says 971. Only the first two characters are comparable.
    return value.substring(0, 2);
  }

  @Override
  public int compareTo(Finess other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
