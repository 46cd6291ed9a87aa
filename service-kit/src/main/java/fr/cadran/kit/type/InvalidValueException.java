package fr.cadran.kit.type;

import java.util.Objects;

/**
 * A value that cannot be what it claims to be. Carries a stable code and a reason that never
 * repeats the refused value, because it may hold personal data.
 */
public final class InvalidValueException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String code;

  /**
   * A refusal of one value.
   *
   * @param code stable, documented code in capitals, for example {@code SIRET_INVALID}
   * @param reason one English sentence without the refused value
   */
  public InvalidValueException(String code, String reason) {
    super(reason);
    this.code = Objects.requireNonNull(code);
  }

  /** Stable code of the refusal. */
  public String code() {
    return code;
  }
}
