package fr.cadran.indicators.catalogue.domain;

import static fr.cadran.indicators.catalogue.domain.Breakdown.CENTRE;
import static fr.cadran.indicators.catalogue.domain.Breakdown.SPECIALTY_AND_CENTRE;
import static fr.cadran.indicators.catalogue.domain.Direction.HIGHER_IS_BETTER;
import static fr.cadran.indicators.catalogue.domain.Direction.LOWER_IS_BETTER;
import static fr.cadran.indicators.catalogue.domain.Direction.NEUTRAL;
import static fr.cadran.indicators.catalogue.domain.Provenance.NAMED;
import static fr.cadran.indicators.catalogue.domain.Provenance.OURS;
import static fr.cadran.indicators.catalogue.domain.Provenance.PRINTED;

import fr.cadran.indicators.formula.domain.Expression;
import fr.cadran.kit.type.Rational;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Every indicator that Cadran computes (indicators.md §3). A changed formula is a new version of
 * its definition, so that values already known keep saying how they were obtained.
 */
public final class IndicatorCatalogue {
  private static final LocalDate FIRST_COLLECTION = LocalDate.of(2013, 1, 1);
  private static final String ANNEXE_I = "seed 000, ANNEXE I";
  private static final String ANNEXE_VI = "seed 000, ANNEXE VI";

  private static final Label REJECTS_NOTE =
      new Label(
          "Le dénominateur est l'ensemble des factures envoyées, tous payeurs confondus.",
          "The denominator is all invoices sent, whoever pays.");
  private static final Label UNPAID_NOTE =
      new Label(
          "Les impayés sont cumulés depuis le 1er janvier : celui du trimestre est la différence avec"
              + " le trimestre précédent de la même année (0 avant un premier trimestre).",
          "Unpaid sums are cumulative since 1 January: that of the quarter is the difference with the"
              + " quarter before in the same year (0 before a first quarter).");
  private static final Label PAYROLL_NOTE =
      new Label(
          "La masse salariale est cumulée depuis le 1er janvier : celle du trimestre est la différence"
              + " avec le trimestre précédent de la même année (0 avant un premier trimestre).",
          "Payroll is cumulative since 1 January: that of the quarter is the difference with the"
              + " quarter before in the same year (0 before a first quarter).");
  private static final Label PURCHASES_NOTE =
      new Label(
          "Achats et chiffre d'affaires portent sur les mêmes mois : depuis le 1er janvier quand les"
              + " achats sont cumulés, le trimestre seul sinon.",
          "Purchases and revenue cover the same months: since 1 January when purchases are"
              + " cumulative, the quarter alone otherwise.");

  private static final Label PAYROLL_RATIO_NOTE =
      new Label(
          "Cumul sur cumul depuis le 1er janvier ; sur plusieurs trimestres, les masses salariales de"
              + " ces trimestres, par différence. La masse salariale médicale est la somme de ses"
              + " quatre postes.",
          "Cumulative with cumulative since 1 January; over several quarters the payrolls of those"
              + " quarters, by difference. Medical payroll is the sum of its four kinds.");
  private static final Label HOURS_NOTE =
      new Label(
          "Sans les heures du service, les heures d'ouverture hebdomadaires du centre × 13 semaines.",
          "Without the hours of the service, the weekly opening hours of the centre × 13 weeks.");
  private static final Label BASE_YEAR_NOTE =
      new Label(
          "Soit recettes ÷ recettes du même trimestre de l'année de référence − 1. L'année de"
              + " référence est la première année dont le centre a transmis des données ; elle n'a"
              + " pas d'évolution elle-même. Transverse, rangé avec le levier CODAGE.",
          "That is revenue ÷ revenue of the same quarter of the base year − 1. The base year is the"
              + " first year of which the centre submitted data; it has no evolution itself."
              + " Belongs to no single levier, filed under CODAGE.");

  private static final FixedFigure WEEKS_OF_A_QUARTER =
      new FixedFigure(
          Expression.variable("semaines"), Rational.of(13), "Cadran: 13 weeks in a quarter");

  private static final List<Figure> OPEN_HOURS =
      Arrays.stream(Figure.values())
          .filter(figure -> figure.path().startsWith("openingHours."))
          .toList();

  private static final List<Figure> MEDICAL_PAYROLL =
      List.of(
          Figure.PAYROLL_MEDECINE_GENERALE,
          Figure.PAYROLL_SPECIALITES,
          Figure.PAYROLL_DENTAIRE,
          Figure.PAYROLL_IMAGERIE);

  private static final List<IndicatorDefinition> DEFINITIONS =
      List.of(
          new IndicatorDefinition(
              "taux-decroche",
              Levier.NON_VENUE,
              new Label("Taux de décroché", "Call answer rate"),
              Unit.RATIO,
              List.of(
                  quotient(Figure.CALLS_ANSWERED, Figure.CALLS_RECEIVED),
                  asGiven(Figure.ANSWER_RATE, "ANSWER_RATE_DECLARED")),
              // Declared rates of quarters with unknown calls cannot be weighed.
              List.of(quotient(Figure.CALLS_ANSWERED, Figure.CALLS_RECEIVED)),
              CENTRE,
              HIGHER_IS_BETTER,
              Rational.of(9, 10),
              NAMED,
              ANNEXE_I,
              new Label(
                  "Sans les appels reçus et décrochés, le taux déclaré compte.",
                  "Without calls received and answered, the declared rate counts."),
              1,
              FIRST_COLLECTION),
          noShowRate(),
          outcomeShare(
              "part-rdv-non-honores",
              new Label("Part des rendez-vous non honorés", "Share of appointments not honoured"),
              Figure.NOT_HONOURED),
          outcomeShare(
              "part-rdv-annules",
              new Label("Part des rendez-vous annulés", "Share of appointments cancelled"),
              Figure.CANCELLED),
          new IndicatorDefinition(
              "delai-moyen-annulation",
              Levier.NON_VENUE,
              new Label("Délai moyen d'annulation", "Mean lead time of cancellations"),
              Unit.DAYS,
              List.of(quotient(Figure.CANCELLATION_LEAD_DAYS, Figure.LEDGER_CANCELLED)),
              CENTRE,
              HIGHER_IS_BETTER,
              null,
              PRINTED,
              ANNEXE_VI,
              null,
              1,
              FIRST_COLLECTION),
          new IndicatorDefinition(
              "part-rdv-reattribues",
              Levier.NON_VENUE,
              new Label(
                  "Part des rendez-vous annulés et réattribués",
                  "Share of cancelled appointments given again"),
              Unit.RATIO,
              List.of(quotient(Figure.REASSIGNED, Figure.LEDGER_CANCELLED)),
              CENTRE,
              HIGHER_IS_BETTER,
              null,
              PRINTED,
              ANNEXE_VI,
              new Label(
                  "Le créneau est le praticien, la date et l'heure ; la source dit la date et l'heure.",
                  "The slot is the practitioner, the date and the time; the source says date and"
                      + " time."),
              1,
              FIRST_COLLECTION),
          new IndicatorDefinition(
              "ouverture-plannings",
              Levier.NON_VENUE,
              new Label("Ouverture des plannings", "How far ahead appointments are taken"),
              Unit.COUNT,
              List.of(asGiven(Figure.PLANNED_BY_LEAD_TIME, null)),
              CENTRE,
              NEUTRAL,
              null,
              PRINTED,
              ANNEXE_VI,
              new Label(
                  "Tranches disjointes : plus de 3 mois, 2 mois, 1 mois, 15 jours, 1 semaine, 3 jours,"
                      + " et 3 jours ou moins (la dernière est la nôtre).",
                  "Disjoint bands: more than 3 months, 2 months, 1 month, 15 days, 1 week, 3 days, and"
                      + " 3 days or less (the last is ours)."),
              1,
              FIRST_COLLECTION),
          new IndicatorDefinition(
              "part-actes-ccam",
              Levier.CODAGE,
              new Label("Part des actes CCAM", "Share of CCAM acts"),
              Unit.RATIO,
              List.of(quotient(Figure.CCAM_ACTS, Figure.ACTS)),
              SPECIALTY_AND_CENTRE,
              HIGHER_IS_BETTER,
              null,
              NAMED,
              "seed 000, §2.2.2",
              null,
              1,
              FIRST_COLLECTION),
          new IndicatorDefinition(
              "part-recettes-ccam",
              Levier.CODAGE,
              new Label("Part des recettes CCAM", "Share of CCAM revenue"),
              Unit.RATIO,
              List.of(quotient(Figure.CCAM_REVENUE, Figure.REVENUE)),
              SPECIALTY_AND_CENTRE,
              HIGHER_IS_BETTER,
              null,
              NAMED,
              "seed 000, §2.2.2",
              null,
              1,
              FIRST_COLLECTION),
          new IndicatorDefinition(
              "ratio-c2-c",
              Levier.CODAGE,
              new Label("Ratio C2 / C", "C2 to C ratio"),
              Unit.RATIO,
              List.of(quotient(Figure.C2_CONSULTATIONS, Figure.C_CONSULTATIONS)),
              CENTRE,
              HIGHER_IS_BETTER,
              null,
              NAMED,
              "seed 000, §2.2.2",
              null,
              1,
              FIRST_COLLECTION),
          revenueEvolution(),
          openingHours(),
          occupancy(),
          revenuePerHour(
              "ca-horaire-imagerie",
              Levier.IMAGERIE,
              new Label("CA horaire de l'imagerie", "Revenue per hour, imaging"),
              Figure.TURNOVER_IMAGERIE,
              Figure.IMAGING_OPEN_HOURS,
              "seed 000, §2.2.4"),
          ratio(
              "adressage-interne-imagerie",
              Levier.IMAGERIE,
              new Label("Adressage interne à l'imagerie", "Imaging prescribed and done in house"),
              Figure.IMAGING_PRESCRIPTIONS_IN_HOUSE,
              Figure.IMAGING_PRESCRIPTIONS,
              HIGHER_IS_BETTER,
              null,
              "seed 000, §2.2.4"),
          ratio(
              "couverture-charges-imagerie",
              Levier.IMAGERIE,
              new Label("Couverture des charges de l'imagerie", "Coverage of charges, imaging"),
              Figure.TURNOVER_IMAGERIE,
              Figure.CHARGES_IMAGERIE,
              HIGHER_IS_BETTER,
              Rational.ONE,
              "seed 000, §2.2.4"),
          revenuePerHour(
              "ca-horaire-dentaire",
              Levier.DENTAIRE,
              new Label("CA horaire du dentaire", "Revenue per hour, dental care"),
              Figure.TURNOVER_DENTAIRE,
              Figure.DENTAL_OPEN_HOURS,
              "seed 000, §2.2.5"),
          ratio(
              "ratio-soins-protheses",
              Levier.DENTAIRE,
              new Label("Ratio soins / prothèses", "Care to prosthesis ratio"),
              Figure.DENTAL_CARE_ACTS,
              Figure.DENTAL_PROSTHESIS_ACTS,
              NEUTRAL,
              null,
              "seed 000, §2.2.5"),
          ratio(
              "occupation-fauteuils",
              Levier.DENTAIRE,
              new Label("Taux d'occupation des fauteuils", "Occupancy of the dental chairs"),
              Figure.CHAIR_HOURS_OCCUPIED,
              Figure.CHAIR_HOURS_AVAILABLE,
              HIGHER_IS_BETTER,
              null,
              "seed 000, §2.2.5"),
          ratio(
              "couverture-charges-dentaire",
              Levier.DENTAIRE,
              new Label("Couverture des charges du dentaire", "Coverage of charges, dental care"),
              Figure.TURNOVER_DENTAIRE,
              Figure.CHARGES_DENTAIRE,
              HIGHER_IS_BETTER,
              Rational.ONE,
              "seed 000, §2.2.5"),
          unpaidShare(
              "impayes-patients",
              new Label("Impayés des patients", "Unpaid by patients"),
              Figure.UNPAID_PATIENTS,
              Rational.of(1, 100),
              NAMED),
          unpaidShare(
              "impayes-organismes",
              new Label("Impayés des organismes", "Unpaid by payers"),
              Figure.UNPAID_ORGANISATIONS,
              null,
              OURS),
          rejectRate(
              "taux-rejets",
              new Label("Taux de rejets des organismes", "Reject rate of payers"),
              List.of(Figure.REJECTED_SECURITE_SOCIALE, Figure.REJECTED_MUTUELLES),
              Rational.of(5, 100)),
          rejectRate(
              "taux-rejets-securite-sociale",
              new Label("Taux de rejets de la Sécurité sociale", "Reject rate, Sécurité sociale"),
              List.of(Figure.REJECTED_SECURITE_SOCIALE),
              null),
          rejectRate(
              "taux-rejets-mutuelles",
              new Label("Taux de rejets des mutuelles", "Reject rate, mutuelles"),
              List.of(Figure.REJECTED_MUTUELLES),
              null),
          thirdPartyPaymentCost(),
          subsidyPerFile(),
          optionFigure(
              "adhesions",
              new Label("Adhésions à l'option de coordination", "Memberships of the option"),
              Unit.COUNT,
              Figure.OPTION_MEMBERSHIPS,
              null),
          optionFigure(
              "renouvellements",
              new Label("Renouvellements de l'option de coordination", "Renewals of the option"),
              Unit.COUNT,
              Figure.OPTION_RENEWALS,
              null),
          optionFigure(
              "montant-option",
              new Label("Montant de l'option de coordination", "Amount of the coordination option"),
              Unit.EUROS,
              Figure.OPTION_RECEIVED,
              new Label(
                  "Montant perçu, tel que le centre le déclare. Le montant dû se calcule du registre"
                      + " des adhésions et n'entre pas dans cette valeur.",
                  "The amount received, as the centre declares it. The amount due is computed from the"
                      + " register of memberships and is not in this value.")),
          membershipRate(),
          purchasesShare(
              "achats-ca",
              new Label("Achats rapportés au chiffre d'affaires", "Purchases to revenue"),
              Figure.PURCHASES,
              Figure.TURNOVER),
          purchasesShare(
              "achats-ca-medecine-generale",
              new Label(
                  "Achats rapportés au chiffre d'affaires, médecine générale",
                  "Purchases to revenue, general medicine"),
              Figure.PURCHASES_MEDECINE_GENERALE,
              Figure.TURNOVER_MEDECINE_GENERALE),
          purchasesShare(
              "achats-ca-specialites",
              new Label(
                  "Achats rapportés au chiffre d'affaires, spécialités",
                  "Purchases to revenue, specialties"),
              Figure.PURCHASES_SPECIALITES,
              Figure.TURNOVER_SPECIALITES),
          purchasesShare(
              "achats-ca-dentaire",
              new Label(
                  "Achats rapportés au chiffre d'affaires, dentaire",
                  "Purchases to revenue, dental care"),
              Figure.PURCHASES_DENTAIRE,
              Figure.TURNOVER_DENTAIRE),
          purchasesShare(
              "achats-ca-imagerie",
              new Label(
                  "Achats rapportés au chiffre d'affaires, imagerie",
                  "Purchases to revenue, imaging"),
              Figure.PURCHASES_IMAGERIE,
              Figure.TURNOVER_IMAGERIE),
          payrollRatio());

  private IndicatorCatalogue() {}

  /** Every definition in force, in the order of the leviers. */
  public static List<IndicatorDefinition> definitions() {
    return DEFINITIONS;
  }

  /** The definition of a code, for example {@code taux-non-venue}. */
  public static Optional<IndicatorDefinition> withCode(String code) {
    return DEFINITIONS.stream().filter(definition -> definition.code().equals(code)).findFirst();
  }

  /** A version of the definition of a code, also one that is no longer in force. */
  public static Optional<IndicatorDefinition> withCode(String code, int version) {
    return withCode(code).filter(definition -> definition.version() == version);
  }

  /** ((1) − (2) + (3)) ÷ (1), as ANNEXE I prints it. */
  private static IndicatorDefinition noShowRate() {
    Input taken = Input.of(Figure.APPOINTMENTS);
    Input passages = Input.of(Figure.PASSAGES);
    Input walkIns = Input.of(Figure.WITHOUT_APPOINTMENT);
    return new IndicatorDefinition(
        "taux-non-venue",
        Levier.NON_VENUE,
        new Label("Taux de non-venue", "No-show rate"),
        Unit.RATIO,
        List.of(
            new Formula(
                List.of(taken, passages, walkIns),
                taken.variable().minus(passages.variable()).plus(walkIns.variable()),
                taken.variable(),
                null)),
        CENTRE,
        LOWER_IS_BETTER,
        Rational.of(1, 10),
        PRINTED,
        ANNEXE_I,
        new Label(
            "Compte les annulations comme des non-venues quand les rendez-vous pris les comprennent ;"
                + " part-rdv-non-honores ne les compte pas.",
            "Counts cancellations as no-shows when they are among the appointments taken;"
                + " part-rdv-non-honores does not."),
        1,
        FIRST_COLLECTION);
  }

  private static IndicatorDefinition outcomeShare(String code, Label label, Figure share) {
    Input honoured = Input.of(Figure.HONOURED);
    Input cancelled = Input.of(Figure.CANCELLED);
    Input notHonoured = Input.of(Figure.NOT_HONOURED);
    return new IndicatorDefinition(
        code,
        Levier.NON_VENUE,
        label,
        Unit.RATIO,
        List.of(
            new Formula(
                List.of(honoured, cancelled, notHonoured),
                Input.of(share).variable(),
                Expression.sum(
                    List.of(honoured.variable(), cancelled.variable(), notHonoured.variable())),
                null)),
        SPECIALTY_AND_CENTRE,
        LOWER_IS_BETTER,
        null,
        PRINTED,
        ANNEXE_VI,
        null,
        1,
        FIRST_COLLECTION);
  }

  private static IndicatorDefinition unpaidShare(
      String code,
      Label label,
      Figure cumulative,
      @Nullable Rational defaultTarget,
      Provenance provenance) {
    return new IndicatorDefinition(
        code,
        Levier.IMPAYES,
        label,
        Unit.RATIO,
        List.of(ofTheQuarter(cumulative, Figure.TURNOVER)),
        CENTRE,
        LOWER_IS_BETTER,
        defaultTarget,
        provenance,
        "seed 000, §2.2.6",
        UNPAID_NOTE,
        1,
        FIRST_COLLECTION);
  }

  private static IndicatorDefinition thirdPartyPaymentCost() {
    return new IndicatorDefinition(
        "cout-tiers-payant",
        Levier.IMPAYES,
        new Label("Coût du tiers payant par facture", "Cost of third-party payment per invoice"),
        Unit.EUROS_PER_INVOICE,
        List.of(ofTheQuarter(Figure.TIERS_PAYANT_PAYROLL, Figure.INVOICES_SENT)),
        CENTRE,
        LOWER_IS_BETTER,
        null,
        NAMED,
        "seed 000, §2.2.6",
        PAYROLL_NOTE,
        1,
        FIRST_COLLECTION);
  }

  private static IndicatorDefinition rejectRate(
      String code, Label label, List<Figure> rejected, @Nullable Rational defaultTarget) {
    Input sent = Input.of(Figure.INVOICES_SENT);
    List<Input> rejects = rejected.stream().map(Input::of).toList();
    return new IndicatorDefinition(
        code,
        Levier.IMPAYES,
        label,
        Unit.RATIO,
        List.of(
            new Formula(
                concat(rejects, sent),
                Expression.sum(rejects.stream().map(Input::variable).toList()),
                sent.variable(),
                null)),
        CENTRE,
        LOWER_IS_BETTER,
        defaultTarget,
        NAMED,
        "seed 000, §2.2.6",
        REJECTS_NOTE,
        1,
        FIRST_COLLECTION);
  }

  private static IndicatorDefinition purchasesShare(
      String code, Label label, Figure purchases, Figure turnover) {
    Input bought = Input.of(purchases);
    Input earned = new Input(turnover, Reach.MONTHS_OF_PURCHASES);
    Input boughtInQuarter = new Input(purchases, Reach.QUARTER_OF_PURCHASES);
    return new IndicatorDefinition(
        code,
        Levier.ACHATS,
        label,
        Unit.RATIO,
        List.of(new Formula(List.of(bought, earned), bought.variable(), earned.variable(), null)),
        List.of(
            new Formula(
                List.of(boughtInQuarter, Input.of(turnover)),
                boughtInQuarter.variable(),
                Input.of(turnover).variable(),
                null)),
        CENTRE,
        LOWER_IS_BETTER,
        null,
        NAMED,
        "seed 000, §2.2.9",
        PURCHASES_NOTE,
        1,
        FIRST_COLLECTION);
  }

  private static IndicatorDefinition revenueEvolution() {
    Input now = Input.of(Figure.TURNOVER);
    Input base = new Input(Figure.TURNOVER, Reach.SAME_QUARTER_OF_BASE_YEAR);
    return new IndicatorDefinition(
        "evolution-recettes",
        Levier.CODAGE,
        new Label("Évolution des recettes", "Evolution of revenue"),
        Unit.RATIO,
        List.of(
            new Formula(
                List.of(now, base), now.variable().minus(base.variable()), base.variable(), null)),
        CENTRE,
        HIGHER_IS_BETTER,
        null,
        NAMED,
        "seed 000, §2.1.2",
        BASE_YEAR_NOTE,
        1,
        FIRST_COLLECTION);
  }

  private static IndicatorDefinition openingHours() {
    List<Input> hours = OPEN_HOURS.stream().map(Input::of).toList();
    return new IndicatorDefinition(
        "amplitude-horaire",
        Levier.OCCUPATION,
        new Label("Amplitude horaire hebdomadaire", "Weekly opening hours"),
        Unit.HOURS_PER_WEEK,
        List.of(new Formula(hours, sumOf(hours), null, null).over(OverQuarters.MEAN)),
        CENTRE,
        HIGHER_IS_BETTER,
        null,
        NAMED,
        "seed 000, §2.2.3",
        new Label(
            "Semaine habituelle, sans les jours fériés ; 00:00–00:00 veut dire fermé.",
            "Usual week, without public holidays; 00:00–00:00 means closed."),
        1,
        FIRST_COLLECTION);
  }

  /** The rooms of each specialty for itself; those shared by several count in the total alone. */
  private static IndicatorDefinition occupancy() {
    Input sessions = Input.of(Figure.SESSIONS_HELD);
    Input rooms = Input.of(Figure.ROOMS);
    Input shared = Input.of(Figure.MULTI_DISCIPLINE_ROOMS);
    Input halfDays = Input.of(Figure.OPEN_HALF_DAYS);
    Expression.Variable week = halfDays.variable();
    return new IndicatorDefinition(
        "taux-occupation",
        Levier.OCCUPATION,
        new Label("Taux d'occupation des cabinets", "Occupancy of the rooms"),
        Unit.RATIO,
        List.of(
            new Formula(
                List.of(sessions, rooms, shared, halfDays),
                List.of(),
                sessions.variable(),
                rooms.variable().plus(shared.variable()).times(week),
                OverQuarters.RATIO_OF_SUMS,
                Level.CENTRE,
                null),
            new Formula(
                List.of(sessions, rooms, halfDays),
                List.of(),
                sessions.variable(),
                rooms.variable().times(week),
                OverQuarters.RATIO_OF_SUMS,
                Level.SPECIALTY,
                null)),
        SPECIALTY_AND_CENTRE,
        HIGHER_IS_BETTER,
        Rational.of(8, 10),
        NAMED,
        "seed 000, §2.2.3",
        new Label(
            "Vacations et capacité d'une semaine habituelle. Par spécialité avec ses cabinets, au"
                + " total avec tous les cabinets, polyvalents compris.",
            "Sessions and capacity of a usual week. By specialty with its rooms, in total with all"
                + " rooms, the multi-discipline ones included."),
        1,
        FIRST_COLLECTION);
  }

  private static IndicatorDefinition revenuePerHour(
      String code, Levier levier, Label label, Figure revenue, Figure reported, String source) {
    Input earned = Input.of(revenue);
    List<Input> week = OPEN_HOURS.stream().map(Input::of).toList();
    return new IndicatorDefinition(
        code,
        levier,
        label,
        Unit.EUROS_PER_HOUR,
        List.of(
            quotient(revenue, reported),
            new Formula(
                concat(week, earned),
                List.of(WEEKS_OF_A_QUARTER),
                earned.variable(),
                sumOf(week).times(WEEKS_OF_A_QUARTER.variable()),
                OverQuarters.RATIO_OF_SUMS,
                Level.ANY,
                "HOURS_FROM_WEEKLY_OPENING")),
        CENTRE,
        HIGHER_IS_BETTER,
        null,
        NAMED,
        source,
        HOURS_NOTE,
        1,
        FIRST_COLLECTION);
  }

  private static IndicatorDefinition ratio(
      String code,
      Levier levier,
      Label label,
      Figure numerator,
      Figure denominator,
      Direction direction,
      @Nullable Rational defaultTarget,
      String source) {
    return new IndicatorDefinition(
        code,
        levier,
        label,
        Unit.RATIO,
        List.of(quotient(numerator, denominator)),
        CENTRE,
        direction,
        defaultTarget,
        NAMED,
        source,
        null,
        1,
        FIRST_COLLECTION);
  }

  private static IndicatorDefinition subsidyPerFile() {
    return new IndicatorDefinition(
        "subvention-par-dossier",
        Levier.PRELEVEMENTS,
        new Label("Subvention par dossier de prélèvement", "Subsidy per sampling file"),
        Unit.EUROS_PER_FILE,
        List.of(quotient(Figure.SAMPLING_SUBSIDY, Figure.SAMPLING_FILES)),
        CENTRE,
        HIGHER_IS_BETTER,
        Rational.of(8),
        NAMED,
        "seed 000, §2.2.7",
        new Label(
            "Négociée de 4,80 à 8,00 € dans le rapport.",
            "Negotiated from 4.80 to 8.00 € in the report."),
        1,
        FIRST_COLLECTION);
  }

  private static IndicatorDefinition optionFigure(
      String code, Label label, Unit unit, Figure figure, @Nullable Label note) {
    return new IndicatorDefinition(
        code,
        Levier.COORDINATION,
        label,
        unit,
        List.of(asGiven(figure, null)),
        CENTRE,
        HIGHER_IS_BETTER,
        null,
        NAMED,
        "seed 000, §2.2.8",
        note,
        1,
        FIRST_COLLECTION);
  }

  private static IndicatorDefinition membershipRate() {
    return new IndicatorDefinition(
        "taux-adhesion",
        Levier.COORDINATION,
        new Label("Taux d'adhésion à l'option de coordination", "Membership rate of the option"),
        Unit.RATIO,
        List.of(
            quotient(Figure.OPTION_MEMBERSHIPS, Figure.WITH_MEDECIN_TRAITANT)
                .over(OverQuarters.SUM_OVER_MEAN)),
        CENTRE,
        HIGHER_IS_BETTER,
        null,
        NAMED,
        "seed 000, §2.2.8",
        new Label(
            "Adhésions du trimestre rapportées aux patients dont le médecin traitant exerce au centre.",
            "Memberships of the quarter over the patients whose médecin traitant works in the centre."),
        1,
        FIRST_COLLECTION);
  }

  private static IndicatorDefinition payrollRatio() {
    Input nonMedical = Input.of(Figure.NON_MEDICAL_PAYROLL);
    Input nonMedicalBefore = before(Figure.NON_MEDICAL_PAYROLL);
    List<Input> medical = MEDICAL_PAYROLL.stream().map(Input::of).toList();
    List<Input> medicalBefore = MEDICAL_PAYROLL.stream().map(IndicatorCatalogue::before).toList();
    return new IndicatorDefinition(
        "ratio-personnel",
        Levier.RATIOS_PERSONNEL,
        new Label(
            "Masse salariale non médicale rapportée à la médicale",
            "Non-medical to medical payroll"),
        Unit.RATIO,
        List.of(
            new Formula(concat(medical, nonMedical), nonMedical.variable(), sumOf(medical), null)),
        List.of(
            new Formula(
                Stream.of(List.of(nonMedical, nonMedicalBefore), medical, medicalBefore)
                    .flatMap(List::stream)
                    .toList(),
                nonMedical.variable().minus(nonMedicalBefore.variable()),
                sumOf(medical).minus(sumOf(medicalBefore)),
                null)),
        CENTRE,
        LOWER_IS_BETTER,
        null,
        NAMED,
        "seed 000, ANNEXE V",
        PAYROLL_RATIO_NOTE,
        1,
        FIRST_COLLECTION);
  }

  private static Input before(Figure cumulative) {
    return new Input(cumulative, Reach.PREVIOUS_QUARTER_OF_YEAR);
  }

  private static Expression sumOf(List<Input> inputs) {
    return Expression.sum(inputs.stream().map(Input::variable).toList());
  }

  private static Formula quotient(Figure numerator, Figure denominator) {
    Input above = Input.of(numerator);
    Input below = Input.of(denominator);
    return new Formula(List.of(above, below), above.variable(), below.variable(), null);
  }

  private static Formula asGiven(Figure figure, @Nullable String warning) {
    Input input = Input.of(figure);
    return new Formula(List.of(input), input.variable(), null, warning);
  }

  private static Formula ofTheQuarter(Figure cumulative, Figure denominator) {
    Input now = Input.of(cumulative);
    Input before = before(cumulative);
    Input below = Input.of(denominator);
    return new Formula(
        List.of(now, before, below),
        now.variable().minus(before.variable()),
        below.variable(),
        null);
  }

  private static List<Input> concat(List<Input> first, Input last) {
    return Stream.concat(first.stream(), Stream.of(last)).toList();
  }
}
