package fr.cadran.indicators.catalogue.domain;

import fr.cadran.indicators.formula.domain.Notation;

/**
 * A figure that formulas read, as the quarterly grid asks for it (seed 000, ANNEXE II; centres.md
 * §3). Every one may be absent, and absent is not zero.
 */
public enum Figure {
  CALLS_RECEIVED("patients.callsReceived", "appelsRecus", "Appels reçus", "Calls received"),
  CALLS_ANSWERED("patients.callsAnswered", "appelsDecroches", "Appels décrochés", "Calls answered"),
  ANSWER_RATE(
      "patients.answerRate",
      "tauxDecrocheDeclare",
      Notation.PERCENT,
      "Taux de décroché déclaré",
      "Declared call answer rate"),
  APPOINTMENTS("patients.appointments", "rdvPris", "Rendez-vous pris", "Appointments taken"),
  PASSAGES("patients.passages", "passages", "Passages", "Passages"),
  WITHOUT_APPOINTMENT(
      "patients.withoutAppointment",
      "sansRdv",
      "Consultations sans rendez-vous",
      "Consultations without appointment"),

  ACTS("activity[].acts", "actes", "Actes", "Acts"),
  REVENUE("activity[].revenue", "recettes", Notation.EUROS, "Recettes", "Revenue"),
  CCAM_ACTS("activity[].ccamActs", "actesCcam", "Actes CCAM", "CCAM acts"),
  CCAM_REVENUE(
      "activity[].ccamRevenue",
      "recettesCcam",
      Notation.EUROS,
      "Recettes des actes CCAM",
      "Revenue of CCAM acts"),
  HONOURED(
      "activity[].appointmentOutcomes.honoured",
      "rdvHonores",
      "Rendez-vous honorés",
      "Appointments honoured"),
  CONSULTATIONS_WITHOUT_APPOINTMENT(
      "activity[].appointmentOutcomes.withoutAppointment",
      "sansRdv",
      "Consultations sans rendez-vous",
      "Consultations without appointment"),
  CANCELLED(
      "activity[].appointmentOutcomes.cancelled",
      "rdvAnnules",
      "Rendez-vous annulés",
      "Appointments cancelled"),
  NOT_HONOURED(
      "activity[].appointmentOutcomes.notHonoured",
      "rdvNonHonores",
      "Rendez-vous non honorés",
      "Appointments not honoured"),

  C_CONSULTATIONS("serviceData.c", "consultationsC", "Consultations cotées C", "C consultations"),
  C2_CONSULTATIONS(
      "serviceData.c2", "consultationsC2", "Consultations cotées C2", "C2 consultations"),

  TIERS_PAYANT_PAYROLL(
      "humanResources.tiersPayantPayroll",
      "masseSalarialeTiersPayantCumul",
      Notation.EUROS,
      "Masse salariale de l'équipe du tiers payant depuis le 1er janvier",
      "Payroll of the third-party payment team since 1 January"),
  UNPAID_PATIENTS(
      "finance.unpaidPatients",
      "impayesPatientsCumul",
      Notation.EUROS,
      "Impayés des patients depuis le 1er janvier",
      "Unpaid by patients since 1 January"),
  UNPAID_ORGANISATIONS(
      "finance.unpaidOrganisations",
      "impayesOrganismesCumul",
      Notation.EUROS,
      "Impayés des organismes depuis le 1er janvier",
      "Unpaid by payers since 1 January"),
  INVOICES_SENT("finance.invoices.sent", "facturesEnvoyees", "Factures envoyées", "Invoices sent"),
  REJECTED_SECURITE_SOCIALE(
      "finance.invoices.rejectedSecuriteSociale",
      "rejetsSecuriteSociale",
      "Factures rejetées par la Sécurité sociale",
      "Invoices rejected by the Sécurité sociale"),
  REJECTED_MUTUELLES(
      "finance.invoices.rejectedMutuelles",
      "rejetsMutuelles",
      "Factures rejetées par les mutuelles",
      "Invoices rejected by the mutuelles"),

  TURNOVER(
      "finance.revenue.total",
      "chiffreAffaires",
      Notation.EUROS,
      "Chiffre d'affaires du trimestre",
      "Revenue of the quarter"),
  TURNOVER_MEDECINE_GENERALE(
      "finance.revenue.medecineGenerale",
      "chiffreAffairesMedecineGenerale",
      Notation.EUROS,
      "Chiffre d'affaires du trimestre, médecine générale",
      "Revenue of the quarter, general medicine"),
  TURNOVER_SPECIALITES(
      "finance.revenue.specialites",
      "chiffreAffairesSpecialites",
      Notation.EUROS,
      "Chiffre d'affaires du trimestre, spécialités",
      "Revenue of the quarter, specialties"),
  TURNOVER_DENTAIRE(
      "finance.revenue.dentaire",
      "chiffreAffairesDentaire",
      Notation.EUROS,
      "Chiffre d'affaires du trimestre, dentaire",
      "Revenue of the quarter, dental care"),
  TURNOVER_IMAGERIE(
      "finance.revenue.imagerie",
      "chiffreAffairesImagerie",
      Notation.EUROS,
      "Chiffre d'affaires du trimestre, imagerie",
      "Revenue of the quarter, imaging"),
  PURCHASES("finance.purchases.total", "achats", Notation.EUROS, "Achats", "Purchases"),
  PURCHASES_MEDECINE_GENERALE(
      "finance.purchases.medecineGenerale",
      "achatsMedecineGenerale",
      Notation.EUROS,
      "Achats, médecine générale",
      "Purchases, general medicine"),
  PURCHASES_SPECIALITES(
      "finance.purchases.specialites",
      "achatsSpecialites",
      Notation.EUROS,
      "Achats, spécialités",
      "Purchases, specialties"),
  PURCHASES_DENTAIRE(
      "finance.purchases.dentaire",
      "achatsDentaire",
      Notation.EUROS,
      "Achats, dentaire",
      "Purchases, dental care"),
  PURCHASES_IMAGERIE(
      "finance.purchases.imagerie",
      "achatsImagerie",
      Notation.EUROS,
      "Achats, imagerie",
      "Purchases, imaging"),

  CANCELLATION_LEAD_DAYS(
      "appointmentLedger.cancellationLeadDays",
      "joursAvantRdvDesAnnulations",
      "Somme des jours entre l'annulation et le rendez-vous",
      "Sum of the days between cancellation and appointment"),
  LEDGER_CANCELLED(
      "appointmentLedger.cancelled",
      "rdvAnnules",
      "Rendez-vous annulés du registre",
      "Cancelled appointments of the ledger"),
  REASSIGNED(
      "appointmentLedger.reassigned",
      "rdvAnnulesReattribues",
      "Rendez-vous annulés dont le créneau a été redonné",
      "Cancelled appointments whose slot was given again"),
  PLANNED_BY_LEAD_TIME(
      "appointmentLedger.plannedByLeadTime",
      "rdvPlanifiesParDelai",
      "Rendez-vous planifiés par tranche de délai",
      "Planned appointments by band of lead time");

  private static final String PER_SPECIALTY = "activity[].";
  private static final String LEDGER = "appointmentLedger.";

  private final String path;
  private final String french;
  private final Notation notation;
  private final String labelFr;
  private final String labelEn;

  Figure(String path, String french, String fr, String en) {
    this(path, french, Notation.NUMBER, fr, en);
  }

  Figure(String path, String french, Notation notation, String fr, String en) {
    this.path = path;
    this.french = french;
    this.notation = notation;
    this.labelFr = fr;
    this.labelEn = en;
  }

  /** Whether the grid asks for it by specialty. */
  public boolean isPerSpecialty() {
    return path.startsWith(PER_SPECIALTY);
  }

  /** Whether it is counted from the appointment ledger, not declared in the quarterly data. */
  public boolean isFromAppointmentLedger() {
    return path.startsWith(LEDGER);
  }

  /** Path in the record, a specialty's row named in it: {@code activity[DENTAIRE].acts}. */
  public String pathFor(String specialty) {
    return path.replace("[]", "[" + specialty + "]");
  }

  /** Path in the record: {@code patients.passages}. */
  public String path() {
    return path;
  }

  /**
   * The name in reasons of absence: the path without its section, {@code passages}; for figures of
   * the ledger {@code appointmentLedger}, which is there or not as a whole.
   */
  public String shortName() {
    int section = path.indexOf('.');
    return isFromAppointmentLedger() ? path.substring(0, section) : path.substring(section + 1);
  }

  /** The name in formulas, for example {@code rdvPris}. */
  public String french() {
    return french;
  }

  public Notation notation() {
    return notation;
  }

  public Label label() {
    return new Label(labelFr, labelEn);
  }
}
