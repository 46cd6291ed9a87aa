package fr.cadran.kit.type;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * INSEE code of a commune: five characters, {@code 75056} in metropolitan France, {@code 2A004} in
 * Corsica, {@code 97411} overseas. The form only; whether the commune exists is the directory's
 * answer.
 *
 * @param value the five characters
 */
public record CommuneCode(String value) implements Comparable<CommuneCode> {
  private static final Pattern FORM = Pattern.compile("(?:\\d{2}|2[AB])\\d{3}");

  /**
   * Checks the form of the value.
   *
   * @throws InvalidValueException {@code COMMUNE_CODE_INVALID}
   */
  public CommuneCode {
    Objects.requireNonNull(value);
    if (!FORM.matcher(value).matches()) {
      throw new InvalidValueException(
          "COMMUNE_CODE_INVALID",
          "an INSEE commune code has five characters, not a postal code (75056, 2A004, 97411)");
    }
  }

  @Override
  public int compareTo(CommuneCode other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
