package fr.cadran.kit.type;

import java.util.Objects;

/**
 * One field that cannot be accepted. Never holds the refused value.
 *
 * @param pointer JSON pointer into the body, for example {@code /patients/passages}
 * @param code stable code in capitals, for example {@code NEGATIVE}
 */
public record FieldError(String pointer, String code) {
  public FieldError {
    Objects.requireNonNull(pointer);
    Objects.requireNonNull(code);
  }
}
