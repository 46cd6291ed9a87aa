package fr.cadran.indicators.practitionerrecap.domain;

import fr.cadran.kit.type.Rational;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A figure of a recap: a value, or the reason why there is none.
 *
 * @param value exact, null when it is not known
 * @param missing the names of what was not reported, empty when all was
 * @param zeroDivisor name of the divisor that is zero, null when none is
 */
public record RecapFigure(
    @Nullable Rational value, Set<String> missing, @Nullable String zeroDivisor) {

  static RecapFigure of(String name, @Nullable Rational value) {
    return value == null
        ? new RecapFigure(null, Set.of(name), null)
        : new RecapFigure(value, Set.of(), null);
  }

  /** The sum; not known when a term is not. */
  static RecapFigure sum(List<RecapFigure> terms) {
    Rational sum = Rational.ZERO;
    Set<String> missing = new LinkedHashSet<>();
    for (RecapFigure term : terms) {
      if (term.value == null) {
        missing.addAll(term.missing);
      } else {
        sum = sum.plus(term.value);
      }
    }
    return missing.isEmpty()
        ? new RecapFigure(sum, Set.of(), null)
        : new RecapFigure(null, missing, null);
  }

  /** The quotient; not known when a part is not, or when the divisor is zero. */
  RecapFigure dividedBy(RecapFigure divisor) {
    Rational above = value;
    Rational below = divisor.value;
    if (above == null || below == null) {
      Set<String> unknown = new LinkedHashSet<>(missing);
      unknown.addAll(divisor.missing);
      return new RecapFigure(null, unknown, null);
    }
    return below.signum() == 0
        ? new RecapFigure(null, Set.of(), "medicalHours")
        : new RecapFigure(above.dividedBy(below), Set.of(), null);
  }

  /** {@code MISSING_INPUT: acts 2013-Q2} or {@code ZERO_DENOMINATOR: …}; null with a value. */
  public @Nullable String missingReason() {
    if (value != null) {
      return null;
    }
    return zeroDivisor == null
        ? "MISSING_INPUT: " + String.join(", ", missing)
        : "ZERO_DENOMINATOR: " + zeroDivisor;
  }
}
