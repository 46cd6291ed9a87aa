package fr.cadran.indicators.gain.domain;

import static fr.cadran.indicators.formula.domain.Expression.atLeastZero;
import static fr.cadran.indicators.gain.domain.NonVenueInput.CANCELLED;
import static fr.cadran.indicators.gain.domain.NonVenueInput.HONOURED;
import static fr.cadran.indicators.gain.domain.NonVenueInput.NOT_HONOURED;
import static fr.cadran.indicators.gain.domain.NonVenueInput.REVENUE;
import static fr.cadran.indicators.gain.domain.NonVenueInput.WITHOUT_APPOINTMENT;

import fr.cadran.indicators.catalogue.domain.Label;
import fr.cadran.indicators.catalogue.domain.Provenance;
import fr.cadran.indicators.formula.domain.Expression;
import fr.cadran.indicators.formula.domain.Notation;
import fr.cadran.kit.type.Rational;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The methods of the gain of levier {@code NON_VENUE}. A method never changes once published:
 * another way of computing is another code.
 */
public enum NonVenueMethod {
  /**
   * The formula of the BAO workbook, tab 1: revenue × (90 % − share of appointments not honoured).
   * It compares a share of no-shows with a target of attendance, so a centre without any no-show
   * would gain 90 % of its revenue: kept because the source prints it, not because it is right. As
   * in the sheet, an empty share counts as 0 %, in this method only.
   */
  BAO_2014(
      "bao-2014",
      Provenance.PRINTED,
      "seed 000, ANNEXE VI",
      "Formule du classeur BAO 2014, onglet 1, telle qu'elle est imprimée : une part vide y compte"
          + " pour 0 %.",
      "Formula of the BAO 2014 workbook, tab 1, as printed: an empty share counts as 0 % in"
          + " it.") {
    @Override
    GainFormulas formulas() {
      return withShare(NOT_HONOURED.variable().dividedBy(planned()), List.of());
    }

    @Override
    GainFormulas formulasFor(NonVenueRow row) {
      return shareIsEmpty(row)
          ? withShare(EMPTY_SHARE, List.of("EMPTY_SHARE_COUNTS_AS_ZERO"))
          : formulas();
    }

    private GainFormulas withShare(Expression share, List<String> warnings) {
      Expression gap = TARGET.minus(share);
      return new GainFormulas(
          List.of(
              new GainFormulas.Step(
                  "rdvRealises", HONOURED.variable().plus(WITHOUT_APPOINTMENT.variable())),
              new GainFormulas.Step("partAnnules", CANCELLED.variable().dividedBy(planned())),
              new GainFormulas.Step("partNonHonores", share),
              new GainFormulas.Step("ecart", gap)),
          atLeastZero(REVENUE.variable().times(gap)),
          warnings);
    }

    private Expression planned() {
      return Expression.sum(
          List.of(HONOURED.variable(), CANCELLED.variable(), NOT_HONOURED.variable()));
    }

    // The sheet shows 0 % when the count is blank, and when there is nothing to divide by.
    private boolean shareIsEmpty(NonVenueRow row) {
      Rational honoured = row.honoured();
      Rational cancelled = row.cancelled();
      Rational notHonoured = row.notHonoured();
      return notHonoured == null
          || (honoured != null
              && cancelled != null
              && honoured.plus(cancelled).plus(notHonoured).signum() == 0);
    }
  },

  /**
   * What the patients who did not come would have brought if attendance reached the target:
   * attendance gap × appointments honoured or not × revenue per realised consultation.
   */
  ATTENDANCE_GAP(
      "attendance-gap",
      Provenance.OURS,
      "Cadran",
      "Recettes des consultations regagnées si l'assiduité atteignait la cible.",
      "Revenue of the consultations recovered if attendance reached the target.") {
    @Override
    GainFormulas formulas() {
      Expression expected = HONOURED.variable().plus(NOT_HONOURED.variable());
      Expression realised = HONOURED.variable().plus(WITHOUT_APPOINTMENT.variable());
      Expression attendance = HONOURED.variable().dividedBy(expected);
      Expression gap = atLeastZero(TARGET.minus(attendance));
      return new GainFormulas(
          List.of(
              new GainFormulas.Step("rdvRealises", realised),
              new GainFormulas.Step("assiduite", attendance),
              new GainFormulas.Step("ecart", gap),
              new GainFormulas.Step("consultationsRegagnees", gap.times(expected)),
              new GainFormulas.Step(
                  "recettesParConsultation", REVENUE.variable().dividedBy(realised))),
          gap.times(expected).times(REVENUE.variable()).dividedBy(realised),
          List.of());
    }

    @Override
    GainFormulas formulasFor(NonVenueRow row) {
      return formulas();
    }
  };

  /** The method when the caller names none. */
  public static final NonVenueMethod DEFAULT = ATTENDANCE_GAP;

  /** Attendance to reach: the "90 %" of the sheet's column "écart par rapport à 90 %". */
  public static final GainParameter TARGET_ATTENDANCE =
      new GainParameter("cible", Rational.of(9, 10), "seed 000, ANNEXE VI");

  private static final Expression.Variable TARGET =
      new Expression.Variable(TARGET_ATTENDANCE.name(), Notation.PERCENT);
  private static final Expression.Variable EMPTY_SHARE =
      new Expression.Variable("partNonHonores", Notation.PERCENT);

  private final String code;
  private final Provenance provenance;
  private final String source;
  private final String descriptionFr;
  private final String descriptionEn;

  NonVenueMethod(
      String code,
      Provenance provenance,
      String source,
      String descriptionFr,
      String descriptionEn) {
    this.code = code;
    this.provenance = provenance;
    this.source = source;
    this.descriptionFr = descriptionFr;
    this.descriptionEn = descriptionEn;
  }

  /** Finds a method by its code, for example {@code bao-2014}. */
  public static Optional<NonVenueMethod> withCode(String code) {
    return Arrays.stream(values()).filter(method -> method.code.equals(code)).findFirst();
  }

  /** The formulas of an ordinary row. */
  abstract GainFormulas formulas();

  /** The formulas that this row calls for. */
  abstract GainFormulas formulasFor(NonVenueRow row);

  /** Figures that stand in formulas without being inputs of a row. */
  static Optional<Rational> fixedFigure(Expression.Variable variable) {
    if (variable.equals(TARGET)) {
      return Optional.of(TARGET_ATTENDANCE.value());
    }
    return variable.equals(EMPTY_SHARE) ? Optional.of(Rational.ZERO) : Optional.empty();
  }

  public String code() {
    return code;
  }

  public Provenance provenance() {
    return provenance;
  }

  /** The text that prints the formula, or who states it. */
  public String source() {
    return source;
  }

  public Label description() {
    return new Label(descriptionFr, descriptionEn);
  }

  /** The formula of an ordinary row's gain, with names. */
  public String formula() {
    return formulas().gain().text();
  }
}
