package fr.cadran.contracts.fundingtable.domain;

/**
 * One parameter of the rule set.
 *
 * @param name which
 * @param value text of a value that the name accepts
 * @param source the text that states it, or who chose it
 * @param verification how sure it is
 */
public record RuleParameter(RuleName name, String value, String source, Verification verification) {
  /**
   * Checks the value.
   *
   * @throws IllegalArgumentException when the name does not accept it
   */
  public RuleParameter {
    if (!name.accepts(value)) {
      throw new IllegalArgumentException(name.token() + " does not accept this value");
    }
  }
}
