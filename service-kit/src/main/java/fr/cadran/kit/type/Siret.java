package fr.cadran.kit.type;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A SIRET number: 14 digits, Luhn over the 14 and over the first nine (SIREN). La Poste (SIREN
 * 356000000) numbers its establishments so that the sum of the digits is a multiple of five when
 * Luhn fails (centres.md §2).
 *
 * @param value the 14 digits without spaces
 */
public record Siret(String value) {
  private static final Pattern FORM = Pattern.compile("\\d{14}");
  private static final String LA_POSTE = "356000000";

  /**
   * Checks the form of the value.
   *
   * @throws InvalidValueException {@code SIRET_INVALID} when form or check sums are wrong
   */
  public Siret {
    Objects.requireNonNull(value);
    if (!FORM.matcher(value).matches()) {
      throw new InvalidValueException("SIRET_INVALID", "a SIRET number has fourteen digits");
    }
    boolean sumsHold = Luhn.holds(value.substring(0, 9)) && Luhn.holds(value);
    if (!sumsHold && !isOfLaPoste(value)) {
      throw new InvalidValueException("SIRET_INVALID", "the check sum of the SIRET is wrong");
    }
  }

  private static boolean isOfLaPoste(String digits) {
    return digits.startsWith(LA_POSTE) && digits.chars().map(c -> c - '0').sum() % 5 == 0;
  }

  /**
   * Reads a number as people write it, spaces stripped.
   *
   * @throws InvalidValueException {@code SIRET_INVALID}
   */
  public static Siret parse(String text) {
    return new Siret(text.replaceAll("[\\s\\u00A0\\u202F]", ""));
  }

  /** The first nine digits, which number the legal unit. */
  public String siren() {
    return value.substring(0, 9);
  }

  @Override
  public String toString() {
    return value;
  }
}
