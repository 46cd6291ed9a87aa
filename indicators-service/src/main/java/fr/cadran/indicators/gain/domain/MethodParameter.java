package fr.cadran.indicators.gain.domain;

import fr.cadran.indicators.formula.domain.Expression;
import fr.cadran.indicators.formula.domain.Notation;
import fr.cadran.kit.type.Rational;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The figures that methods read beside the inputs. A plan of actions sets its own; those without a
 * default have to be given, because nothing but the plan can say them.
 */
public enum MethodParameter {
  /** Attendance to reach: the "90 %" of the sheet's column "écart par rapport à 90 %". */
  TARGET_ATTENDANCE("targetAttendance", "cible", "0.9", "seed 000, ANNEXE VI"),
  TARGET_CCAM_SHARE("targetCcamShare", "cible", null, "Cadran"),
  TARGET_OCCUPANCY("targetOccupancy", "cible", "0.8", "Cadran"),
  /** Weeks of activity that the revenue covers; the period says them unless they are given. */
  WEEKS("weeks", "semaines", Notation.NUMBER, "366", null, "Cadran"),
  TARGET_COVERAGE("targetCoverage", "cible", Notation.PERCENT, "10", "1", "Cadran"),
  TARGET_UNPAID("targetUnpaid", "cible", "0.01", "seed 000, §2.2.6"),
  TOLERATED_REJECTION("toleratedRejection", "rejetsToleres", "0.05", "Cadran"),
  NEVER_RECOVERED("neverRecovered", "partJamaisRecouvree", "0.5", "Cadran"),
  /** Best subsidy that the report saw negotiated, 4.80 to 8.00 euros a file. */
  TARGET_SUBSIDY("targetSubsidy", "cible", Notation.EUROS, "1000", "8", "seed 000, §2.2.7"),
  /** Euros for a member patient: 46 a year, in a shorter period its share of that. */
  AMOUNT_PER_MEMBER(
      "amountPerMember",
      "montantParAdhesion",
      Notation.EUROS,
      "1000",
      "46",
      "seed 000, ANNEXE VIII"),
  TARGET_PURCHASES("targetPurchases", "cible", null, "Cadran"),
  TARGET_PAYROLL_RATIO("targetPayrollRatio", "cible", Notation.NUMBER, "10", null, "Cadran");

  private final String code;
  private final String french;
  private final Notation notation;

  /** Decimal texts, because an enum holds nothing that can change. */
  private final String most;

  private final @Nullable String preset;
  private final String source;

  MethodParameter(String code, String french, @Nullable String preset, String source) {
    this(code, french, Notation.PERCENT, "1", preset, source);
  }

  MethodParameter(
      String code,
      String french,
      Notation notation,
      String most,
      @Nullable String preset,
      String source) {
    this.code = code;
    this.french = french;
    this.notation = notation;
    this.most = most;
    this.preset = preset;
    this.source = source;
  }

  /** Finds a parameter by its name in requests, for example {@code targetOccupancy}. */
  public static Optional<MethodParameter> withCode(String code) {
    return Arrays.stream(values()).filter(parameter -> parameter.code.equals(code)).findFirst();
  }

  /** Name in requests and answers. */
  public String code() {
    return code;
  }

  /** As it stands in formulas. */
  public Expression.Variable variable() {
    return new Expression.Variable(french, notation);
  }

  /** Largest value that makes sense; the smallest is zero. */
  public Rational most() {
    return exact(most);
  }

  /**
   * The value when the caller gives none; null when there is none to take.
   *
   * @param period that the inputs cover
   */
  @Nullable GainParameter presetFor(Period period) {
    Rational value =
        switch (this) {
          case WEEKS -> weeksOf(period);
          case AMOUNT_PER_MEMBER -> exact("46").times(shareOfAYear(period));
          default -> preset == null ? null : exact(preset);
        };
    return value == null ? null : new GainParameter(this, value, source);
  }

  /** What is paid by the year counts in a shorter period by its share of the year. */
  private static Rational shareOfAYear(Period period) {
    return switch (period) {
      case WEEK -> Rational.of(1, 52);
      case QUARTER -> Rational.of(1, 4);
      case YEAR, UNSPECIFIED -> Rational.ONE;
    };
  }

  private static Rational exact(String decimal) {
    return Rational.of(new BigDecimal(decimal));
  }

  /** The value of a year when the caller gives none; null when there is none to take. */
  public @Nullable Rational yearly() {
    GainParameter chosen = presetFor(Period.YEAR);
    return chosen == null ? null : chosen.value();
  }

  /** 44 weeks of activity a year, 11 a quarter (indicators.md §4). */
  private static @Nullable Rational weeksOf(Period period) {
    return switch (period) {
      case WEEK -> Rational.ONE;
      case QUARTER -> Rational.of(11);
      case YEAR -> Rational.of(44);
      case UNSPECIFIED -> null;
    };
  }
}
