package fr.cadran.indicators.catalogue.domain;

import fr.cadran.kit.type.Rational;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An indicator computed by hand for 2013-Q3, for readers to check their understanding with.
 *
 * @param given what the centre submitted
 * @param purchasesBasis which months the purchases cover, null when none are read
 * @param substituted the formula with these figures
 * @param value exact
 */
public record WorkedExample(
    List<Given> given, @Nullable String purchasesBasis, String substituted, Rational value) {
  /** The quarter of every example. */
  public static final String QUARTER = "2013-Q3";

  /** Copies the figures. */
  public WorkedExample {
    given = List.copyOf(given);
  }

  /**
   * A figure that the centre submitted.
   *
   * @param quarter in the record of which quarter
   * @param specialty in the row of which specialty, null for a figure of the centre
   * @param figure which
   * @param value exact
   */
  public record Given(String quarter, @Nullable String specialty, Figure figure, Rational value) {}
}
