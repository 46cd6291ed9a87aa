package fr.cadran.contracts.fundingtable.domain;

import fr.cadran.kit.type.Rational;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** All parameters of a rule set: a name that lacks its value is refused when the set is made. */
public final class RuleParameters {
  private final Map<RuleName, RuleParameter> byName;
  private final Map<RuleName, Rational> rates = new EnumMap<>(RuleName.class);

  /**
   * A complete set.
   *
   * @throws IllegalArgumentException when a parameter is missing or given twice
   */
  public RuleParameters(Collection<RuleParameter> parameters) {
    EnumMap<RuleName, RuleParameter> all = new EnumMap<>(RuleName.class);
    for (RuleParameter parameter : parameters) {
      if (all.put(parameter.name(), parameter) != null) {
        throw new IllegalArgumentException(parameter.name().token() + " is given twice");
      }
    }
    for (RuleName name : RuleName.values()) {
      if (!all.containsKey(name)) {
        throw new IllegalArgumentException(name.token() + " is missing");
      }
    }
    this.byName = all;
    for (RuleParameter parameter : all.values()) {
      if (parameter.name().kind() == RuleName.Kind.RATE) {
        rates.put(parameter.name(), Rational.of(new BigDecimal(parameter.value())));
      }
    }
  }

  /** The parameter of this name. */
  public RuleParameter get(RuleName name) {
    RuleParameter parameter = byName.get(name);
    if (parameter == null) {
      throw new IllegalStateException(name.token() + " is missing");
    }
    return parameter;
  }

  /** The value of a whole number. */
  public int count(RuleName name) {
    return Integer.parseInt(get(name).value());
  }

  /** The value of a rate. */
  public Rational rate(RuleName name) {
    return Objects.requireNonNull(rates.get(name), name::token);
  }

  /** Whether a choice has this value. */
  public boolean is(RuleName name, String choice) {
    return get(name).value().equals(choice);
  }

  /** The same set with one value replaced, flagged as a hypothesis. */
  public RuleParameters suppose(RuleName name, String value) {
    EnumMap<RuleName, RuleParameter> all = new EnumMap<>(byName);
    all.put(
        name,
        new RuleParameter(name, value, "hypothèse de la simulation", Verification.HYPOTHESIS));
    return new RuleParameters(all.values());
  }

  /** Every parameter, in the order of their names. */
  public List<RuleParameter> all() {
    return List.copyOf(byName.values());
  }

  /** The size class of a population, 1 to 4 (cpts.md §2). */
  public int sizeOf(long population) {
    if (population < count(RuleName.SIZE_1_BELOW)) {
      return 1;
    }
    if (population <= count(RuleName.SIZE_2_UP_TO)) {
      return 2;
    }
    return population <= count(RuleName.SIZE_3_UP_TO) ? 3 : 4;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RuleParameters that && that.byName.equals(byName);
  }

  @Override
  public int hashCode() {
    return byName.hashCode();
  }

  @Override
  public String toString() {
    return byName.values().toString();
  }
}
