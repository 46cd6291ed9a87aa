package fr.cadran.contracts.contract.domain;

import java.util.List;

/** What the rules of contracts and dialogues refuse: a stable code, and what its text shows. */
public final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final transient List<Object> arguments;

  /**
   * A refusal.
   *
   * @param code name of a code of the error catalogue
   * @param arguments what its text shows
   */
  public RefusedException(String code, Object... arguments) {
    super(code, null, false, false);
    this.code = code;
    this.arguments = List.of(arguments);
  }

  /** Name of a code of the error catalogue. */
  public String code() {
    return code;
  }

  public List<Object> arguments() {
    return arguments;
  }
}
