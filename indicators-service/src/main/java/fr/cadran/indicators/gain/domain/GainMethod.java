package fr.cadran.indicators.gain.domain;

import static fr.cadran.indicators.formula.domain.Expression.atLeastZero;
import static fr.cadran.indicators.gain.domain.GainInput.ACTS;
import static fr.cadran.indicators.gain.domain.GainInput.CANCELLED;
import static fr.cadran.indicators.gain.domain.GainInput.CCAM_ACTS;
import static fr.cadran.indicators.gain.domain.GainInput.CCAM_REVENUE;
import static fr.cadran.indicators.gain.domain.GainInput.CHARGES;
import static fr.cadran.indicators.gain.domain.GainInput.ELIGIBLE_PATIENTS;
import static fr.cadran.indicators.gain.domain.GainInput.FILES;
import static fr.cadran.indicators.gain.domain.GainInput.HONOURED;
import static fr.cadran.indicators.gain.domain.GainInput.INVOICES_REJECTED;
import static fr.cadran.indicators.gain.domain.GainInput.INVOICES_SENT;
import static fr.cadran.indicators.gain.domain.GainInput.MEDICAL_PAYROLL;
import static fr.cadran.indicators.gain.domain.GainInput.MEMBERS;
import static fr.cadran.indicators.gain.domain.GainInput.NON_MEDICAL_PAYROLL;
import static fr.cadran.indicators.gain.domain.GainInput.NOT_HONOURED;
import static fr.cadran.indicators.gain.domain.GainInput.OPEN_HALF_DAYS;
import static fr.cadran.indicators.gain.domain.GainInput.PURCHASES;
import static fr.cadran.indicators.gain.domain.GainInput.REVENUE;
import static fr.cadran.indicators.gain.domain.GainInput.ROOMS;
import static fr.cadran.indicators.gain.domain.GainInput.SESSIONS_HELD;
import static fr.cadran.indicators.gain.domain.GainInput.SUBSIDY;
import static fr.cadran.indicators.gain.domain.GainInput.UNPAID;
import static fr.cadran.indicators.gain.domain.GainInput.WITHOUT_APPOINTMENT;

import fr.cadran.indicators.catalogue.domain.Label;
import fr.cadran.indicators.catalogue.domain.Levier;
import fr.cadran.indicators.catalogue.domain.Provenance;
import fr.cadran.indicators.formula.domain.Expression;
import fr.cadran.indicators.formula.domain.Notation;
import fr.cadran.kit.type.Rational;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The methods by which potential gains are computed (indicators.md §4). A method never changes once
 * published: another way of computing is another code.
 */
public enum GainMethod {
  /**
   * The formula of the BAO workbook, tab 1: revenue × (90 % − share of appointments not honoured).
   * It compares a share of no-shows with a target of attendance, so a centre without any no-show
   * would gain 90 % of its revenue: kept because the source prints it, not because it is right. As
   * in the sheet, an empty share counts as 0 %, in this method only.
   */
  BAO_2014(
      Levier.NON_VENUE,
      "bao-2014",
      Provenance.PRINTED,
      "seed 000, ANNEXE VI",
      "Formule du classeur BAO 2014, onglet 1, telle qu'elle est imprimée : une part vide y compte"
          + " pour 0 %.",
      "Formula of the BAO 2014 workbook, tab 1, as printed: an empty share counts as 0 % in it.") {
    @Override
    GainFormulas formulas() {
      return withShare(NOT_HONOURED.variable().dividedBy(planned()), List.of());
    }

    @Override
    GainFormulas formulasFor(GainRow row) {
      return shareIsEmpty(row)
          ? withShare(EMPTY_SHARE, List.of("EMPTY_SHARE_COUNTS_AS_ZERO"))
          : formulas();
    }

    private GainFormulas withShare(Expression share, List<String> warnings) {
      Expression gap = MethodParameter.TARGET_ATTENDANCE.variable().minus(share);
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
    private boolean shareIsEmpty(GainRow row) {
      Rational honoured = row.figure(HONOURED);
      Rational cancelled = row.figure(CANCELLED);
      Rational notHonoured = row.figure(NOT_HONOURED);
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
      Levier.NON_VENUE,
      "attendance-gap",
      "Recettes des consultations regagnées si l'assiduité atteignait la cible.",
      "Revenue of the consultations recovered if attendance reached the target.") {
    @Override
    GainFormulas formulas() {
      Expression expected = HONOURED.variable().plus(NOT_HONOURED.variable());
      Expression realised = HONOURED.variable().plus(WITHOUT_APPOINTMENT.variable());
      Expression attendance = HONOURED.variable().dividedBy(expected);
      Expression gap = atLeastZero(MethodParameter.TARGET_ATTENDANCE.variable().minus(attendance));
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
  },

  /** Acts that could be coded in CCAM, at the difference of what both kinds bring. */
  CCAM_SHARE_GAP(
      Levier.CODAGE,
      "ccam-share-gap",
      "Recettes supplémentaires si la part des actes CCAM atteignait la cible.",
      "Additional revenue if the share of CCAM acts reached the target.") {
    @Override
    GainFormulas formulas() {
      Expression share = CCAM_ACTS.variable().dividedBy(ACTS.variable());
      Expression gap = atLeastZero(MethodParameter.TARGET_CCAM_SHARE.variable().minus(share));
      Expression ccam = CCAM_REVENUE.variable().dividedBy(CCAM_ACTS.variable());
      Expression other =
          REVENUE
              .variable()
              .minus(CCAM_REVENUE.variable())
              .dividedBy(ACTS.variable().minus(CCAM_ACTS.variable()));
      return new GainFormulas(
          List.of(
              new GainFormulas.Step("partCcam", share),
              new GainFormulas.Step("ecart", gap),
              new GainFormulas.Step("actesARecoder", gap.times(ACTS.variable())),
              new GainFormulas.Step("recetteMoyenneCcam", ccam),
              new GainFormulas.Step("recetteMoyenneAutre", other)),
          atLeastZero(gap.times(ACTS.variable()).times(ccam.minus(other))),
          List.of());
    }
  },

  /** Sessions that could be held in the rooms that stand empty, at what a session brings. */
  OCCUPANCY_GAP(
      Levier.OCCUPATION,
      "occupancy-gap",
      "Recettes des vacations possibles si l'occupation des cabinets atteignait la cible.",
      "Revenue of the sessions possible if the occupancy of the rooms reached the target.") {
    @Override
    GainFormulas formulas() {
      Expression capacity = ROOMS.variable().times(OPEN_HALF_DAYS.variable());
      Expression rate = SESSIONS_HELD.variable().dividedBy(capacity);
      Expression gap = atLeastZero(MethodParameter.TARGET_OCCUPANCY.variable().minus(rate));
      Expression weeks = MethodParameter.WEEKS.variable();
      Expression bySession = REVENUE.variable().dividedBy(SESSIONS_HELD.variable().times(weeks));
      return new GainFormulas(
          List.of(
              new GainFormulas.Step("capaciteHebdomadaire", capacity),
              new GainFormulas.Step("tauxOccupation", rate),
              new GainFormulas.Step("ecart", gap),
              new GainFormulas.Step("vacationsRegagneesParSemaine", gap.times(capacity)),
              new GainFormulas.Step("recettesParVacation", bySession)),
          gap.times(capacity).times(bySession).times(weeks),
          List.of());
    }
  },

  IMAGING_COVERAGE_GAP(
      Levier.IMAGERIE,
      "imaging-coverage-gap",
      "Recettes qui manquent au service d'imagerie pour couvrir ses charges à la cible.",
      "Revenue that the imaging service lacks to cover its charges up to the target.") {
    @Override
    GainFormulas formulas() {
      return coverage();
    }
  },

  DENTAL_COVERAGE_GAP(
      Levier.DENTAIRE,
      "dental-coverage-gap",
      "Recettes qui manquent au service dentaire pour couvrir ses charges à la cible.",
      "Revenue that the dental service lacks to cover its charges up to the target.") {
    @Override
    GainFormulas formulas() {
      return coverage();
    }
  },

  /** Unpaid bills above good practice, and rejected invoices that are never recovered. */
  UNPAID_AND_REJECTED(
      Levier.IMPAYES,
      "unpaid-and-rejected",
      "Impayés au-delà de la bonne pratique, et rejets au-delà du toléré qui ne sont jamais"
          + " recouvrés.",
      "Unpaid bills above good practice, and rejections above what is tolerated that are never"
          + " recovered.") {
    @Override
    GainFormulas formulas() {
      Expression share = UNPAID.variable().dividedBy(REVENUE.variable());
      Expression unpaid =
          atLeastZero(share.minus(MethodParameter.TARGET_UNPAID.variable()))
              .times(REVENUE.variable());
      Expression excess =
          atLeastZero(
              INVOICES_REJECTED
                  .variable()
                  .minus(
                      MethodParameter.TOLERATED_REJECTION
                          .variable()
                          .times(INVOICES_SENT.variable())));
      Expression invoice = REVENUE.variable().dividedBy(INVOICES_SENT.variable());
      Expression rejected = excess.times(invoice).times(MethodParameter.NEVER_RECOVERED.variable());
      return new GainFormulas(
          List.of(
              new GainFormulas.Step("partImpayes", share),
              new GainFormulas.Step("impayesRecouvrables", unpaid),
              new GainFormulas.Step("rejetsEvitables", excess),
              new GainFormulas.Step("factureMoyenne", invoice),
              new GainFormulas.Step("rejetsRecouvrables", rejected)),
          unpaid.plus(rejected),
          List.of());
    }
  },

  SUBSIDY_GAP(
      Levier.PRELEVEMENTS,
      "subsidy-gap",
      "Subvention supplémentaire si chaque dossier de prélèvement était payé à la cible.",
      "Additional subsidy if each sampling file were paid at the target.") {
    @Override
    GainFormulas formulas() {
      Expression perFile = SUBSIDY.variable().dividedBy(FILES.variable());
      Expression gap = atLeastZero(MethodParameter.TARGET_SUBSIDY.variable().minus(perFile));
      return new GainFormulas(
          List.of(
              new GainFormulas.Step("subventionParDossier", perFile),
              new GainFormulas.Step("ecart", gap)),
          gap.times(FILES.variable()),
          List.of());
    }
  },

  ELIGIBLE_NOT_MEMBERS(
      Levier.COORDINATION,
      "eligible-not-members",
      "Montant de l'option de coordination pour les patients éligibles qui n'y ont pas adhéré.",
      "Amount of the coordination option for eligible patients who are not members.") {
    @Override
    GainFormulas formulas() {
      Expression missing = atLeastZero(ELIGIBLE_PATIENTS.variable().minus(MEMBERS.variable()));
      return new GainFormulas(
          List.of(new GainFormulas.Step("patientsNonAdherents", missing)),
          missing.times(MethodParameter.AMOUNT_PER_MEMBER.variable()),
          List.of());
    }
  },

  PURCHASES_RATIO_GAP(
      Levier.ACHATS,
      "purchases-ratio-gap",
      "Achats au-delà de la cible, en part du chiffre d'affaires.",
      "Purchases above the target share of revenue.") {
    @Override
    GainFormulas formulas() {
      return aboveTarget(PURCHASES, REVENUE, MethodParameter.TARGET_PURCHASES, "achatsSurCa");
    }
  },

  PAYROLL_RATIO_GAP(
      Levier.RATIOS_PERSONNEL,
      "payroll-ratio-gap",
      "Masse salariale non médicale au-delà de la cible, rapportée à la masse salariale médicale.",
      "Non-medical payroll above the target ratio to medical payroll.") {
    @Override
    GainFormulas formulas() {
      return aboveTarget(
          NON_MEDICAL_PAYROLL,
          MEDICAL_PAYROLL,
          MethodParameter.TARGET_PAYROLL_RATIO,
          "ratioPersonnel");
    }
  };

  private static final Expression.Variable EMPTY_SHARE =
      new Expression.Variable("partNonHonores", Notation.PERCENT);

  private final Levier levier;
  private final String code;
  private final Provenance provenance;
  private final String source;
  private final String descriptionFr;
  private final String descriptionEn;

  GainMethod(Levier levier, String code, String descriptionFr, String descriptionEn) {
    this(levier, code, Provenance.OURS, "Cadran", descriptionFr, descriptionEn);
  }

  GainMethod(
      Levier levier,
      String code,
      Provenance provenance,
      String source,
      String descriptionFr,
      String descriptionEn) {
    this.levier = levier;
    this.code = code;
    this.provenance = provenance;
    this.source = source;
    this.descriptionFr = descriptionFr;
    this.descriptionEn = descriptionEn;
  }

  /** Finds a method by its code, for example {@code bao-2014}. */
  public static Optional<GainMethod> withCode(String code) {
    return Arrays.stream(values()).filter(method -> method.code.equals(code)).findFirst();
  }

  /**
   * The methods of a levier, the default one first; empty for the levier whose status alone is
   * followed.
   */
  public static List<GainMethod> of(Levier levier) {
    return Stream.concat(Stream.of(ATTENDANCE_GAP), Arrays.stream(values()))
        .filter(method -> method.levier == levier)
        .distinct()
        .toList();
  }

  /** The formulas of an ordinary row. */
  abstract GainFormulas formulas();

  /** The formulas that this row calls for. */
  GainFormulas formulasFor(GainRow row) {
    return formulas();
  }

  /** Figures that stand in formulas without being inputs or parameters. */
  static Optional<Rational> fixedFigure(Expression.Variable variable) {
    return variable.equals(EMPTY_SHARE) ? Optional.of(Rational.ZERO) : Optional.empty();
  }

  private static GainFormulas coverage() {
    Expression coverage = REVENUE.variable().dividedBy(CHARGES.variable());
    Expression gap = atLeastZero(MethodParameter.TARGET_COVERAGE.variable().minus(coverage));
    return new GainFormulas(
        List.of(
            new GainFormulas.Step("couvertureDesCharges", coverage),
            new GainFormulas.Step("ecart", gap)),
        gap.times(CHARGES.variable()),
        List.of());
  }

  private static GainFormulas aboveTarget(
      GainInput counted, GainInput base, MethodParameter target, String name) {
    Expression ratio = counted.variable().dividedBy(base.variable());
    Expression gap = atLeastZero(ratio.minus(target.variable()));
    return new GainFormulas(
        List.of(new GainFormulas.Step(name, ratio), new GainFormulas.Step("ecart", gap)),
        gap.times(base.variable()),
        List.of());
  }

  public Levier levier() {
    return levier;
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

  /** What a row may hold, in order. */
  public List<GainInput> inputs() {
    return switch (this) {
      case BAO_2014, ATTENDANCE_GAP ->
          List.of(HONOURED, WITHOUT_APPOINTMENT, CANCELLED, NOT_HONOURED, REVENUE);
      case CCAM_SHARE_GAP -> List.of(ACTS, CCAM_ACTS, REVENUE, CCAM_REVENUE);
      case OCCUPANCY_GAP -> List.of(ROOMS, OPEN_HALF_DAYS, SESSIONS_HELD, REVENUE);
      case IMAGING_COVERAGE_GAP, DENTAL_COVERAGE_GAP -> List.of(REVENUE, CHARGES);
      case UNPAID_AND_REJECTED -> List.of(UNPAID, REVENUE, INVOICES_SENT, INVOICES_REJECTED);
      case SUBSIDY_GAP -> List.of(SUBSIDY, FILES);
      case ELIGIBLE_NOT_MEMBERS -> List.of(ELIGIBLE_PATIENTS, MEMBERS);
      case PURCHASES_RATIO_GAP -> List.of(PURCHASES, REVENUE);
      case PAYROLL_RATIO_GAP -> List.of(NON_MEDICAL_PAYROLL, MEDICAL_PAYROLL);
    };
  }

  /** What is read beside the rows, in order. */
  public List<MethodParameter> parameters() {
    return switch (this) {
      case BAO_2014, ATTENDANCE_GAP -> List.of(MethodParameter.TARGET_ATTENDANCE);
      case CCAM_SHARE_GAP -> List.of(MethodParameter.TARGET_CCAM_SHARE);
      case OCCUPANCY_GAP -> List.of(MethodParameter.TARGET_OCCUPANCY, MethodParameter.WEEKS);
      case IMAGING_COVERAGE_GAP, DENTAL_COVERAGE_GAP -> List.of(MethodParameter.TARGET_COVERAGE);
      case UNPAID_AND_REJECTED ->
          List.of(
              MethodParameter.TARGET_UNPAID,
              MethodParameter.TOLERATED_REJECTION,
              MethodParameter.NEVER_RECOVERED);
      case SUBSIDY_GAP -> List.of(MethodParameter.TARGET_SUBSIDY);
      case ELIGIBLE_NOT_MEMBERS -> List.of(MethodParameter.AMOUNT_PER_MEMBER);
      case PURCHASES_RATIO_GAP -> List.of(MethodParameter.TARGET_PURCHASES);
      case PAYROLL_RATIO_GAP -> List.of(MethodParameter.TARGET_PAYROLL_RATIO);
    };
  }

  /** The parameters that a calculation over a period reads when none is given. */
  List<GainParameter> defaultsFor(Period period) {
    return parameters().stream()
        .flatMap(parameter -> Stream.ofNullable(parameter.presetFor(period)))
        .toList();
  }

  /** Whether its rows are one by specialty, and have to name it. */
  public boolean isPerSpecialty() {
    return switch (levier) {
      case NON_VENUE, CODAGE, OCCUPATION -> true;
      default -> false;
    };
  }

  /** The formula of an ordinary row's gain, with names. */
  public String formula() {
    return formulas().gain().text();
  }
}
