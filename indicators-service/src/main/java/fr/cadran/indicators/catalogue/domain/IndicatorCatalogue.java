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
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Every indicator that Cadran computes (indicators.md §3): leviers 1, 2, 6 and 9. A changed formula
 * is a new version of its definition, so that values already known keep saying how they were
 * obtained.
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
              Figure.TURNOVER_IMAGERIE));

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
    return new IndicatorDefinition(
        code,
        Levier.ACHATS,
        label,
        Unit.RATIO,
        List.of(new Formula(List.of(bought, earned), bought.variable(), earned.variable(), null)),
        CENTRE,
        LOWER_IS_BETTER,
        null,
        NAMED,
        "seed 000, §2.2.9",
        PURCHASES_NOTE,
        1,
        FIRST_COLLECTION);
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
    Input before = new Input(cumulative, Reach.PREVIOUS_QUARTER_OF_YEAR);
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
