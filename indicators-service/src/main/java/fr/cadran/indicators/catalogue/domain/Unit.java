package fr.cadran.indicators.catalogue.domain;

import fr.cadran.kit.type.Rational;
import java.math.BigDecimal;

/** What an indicator is counted in, and to how many decimals it is shown. */
public enum Unit {
  /** A decimal ratio: 0.1489, never a percentage. */
  RATIO("ratio", 4),
  EUROS("€", 2),
  EUROS_PER_INVOICE("€/facture", 2),
  EUROS_PER_HOUR("€/h", 2),
  /** A file of samples taken in the centre. */
  EUROS_PER_FILE("€/dossier", 2),
  HOURS_PER_WEEK("h/semaine", 2),
  DAYS("days", 2),
  COUNT("count", 0);

  private final String code;
  private final int decimals;

  Unit(String code, int decimals) {
    this.code = code;
    this.decimals = decimals;
  }

  /** As written in answers, for example {@code ratio}. */
  public String code() {
    return code;
  }

  /** The figure to show; the exact one is kept beside it. */
  public BigDecimal round(Rational exact) {
    return exact.round(decimals);
  }

  /** How {@link #round} rounds, in words for a trace. */
  public String rounding() {
    return "HALF_UP, " + decimals + " places, display only";
  }
}
