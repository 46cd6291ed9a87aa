package fr.cadran.indicators.catalogue.domain;

import fr.cadran.indicators.formula.domain.Notation;

/**
 * A figure that formulas read, as the quarterly grid asks for it (seed 000, ANNEXE II; centres.md
 * §3). Every one may be absent, and absent is not zero.
 */
public enum Figure {
  OPEN_HOURS_MONDAY_MORNING(
      "openingHours.monday.morning",
      "lundiMatin",
      "Heures d'ouverture, lundi matin",
      "Opening hours, Monday morning"),
  OPEN_HOURS_MONDAY_AFTERNOON(
      "openingHours.monday.afternoon",
      "lundiApresMidi",
      "Heures d'ouverture, lundi après-midi",
      "Opening hours, Monday afternoon"),
  OPEN_HOURS_TUESDAY_MORNING(
      "openingHours.tuesday.morning",
      "mardiMatin",
      "Heures d'ouverture, mardi matin",
      "Opening hours, Tuesday morning"),
  OPEN_HOURS_TUESDAY_AFTERNOON(
      "openingHours.tuesday.afternoon",
      "mardiApresMidi",
      "Heures d'ouverture, mardi après-midi",
      "Opening hours, Tuesday afternoon"),
  OPEN_HOURS_WEDNESDAY_MORNING(
      "openingHours.wednesday.morning",
      "mercrediMatin",
      "Heures d'ouverture, mercredi matin",
      "Opening hours, Wednesday morning"),
  OPEN_HOURS_WEDNESDAY_AFTERNOON(
      "openingHours.wednesday.afternoon",
      "mercrediApresMidi",
      "Heures d'ouverture, mercredi après-midi",
      "Opening hours, Wednesday afternoon"),
  OPEN_HOURS_THURSDAY_MORNING(
      "openingHours.thursday.morning",
      "jeudiMatin",
      "Heures d'ouverture, jeudi matin",
      "Opening hours, Thursday morning"),
  OPEN_HOURS_THURSDAY_AFTERNOON(
      "openingHours.thursday.afternoon",
      "jeudiApresMidi",
      "Heures d'ouverture, jeudi après-midi",
      "Opening hours, Thursday afternoon"),
  OPEN_HOURS_FRIDAY_MORNING(
      "openingHours.friday.morning",
      "vendrediMatin",
      "Heures d'ouverture, vendredi matin",
      "Opening hours, Friday morning"),
  OPEN_HOURS_FRIDAY_AFTERNOON(
      "openingHours.friday.afternoon",
      "vendrediApresMidi",
      "Heures d'ouverture, vendredi après-midi",
      "Opening hours, Friday afternoon"),
  OPEN_HOURS_SATURDAY_MORNING(
      "openingHours.saturday.morning",
      "samediMatin",
      "Heures d'ouverture, samedi matin",
      "Opening hours, Saturday morning"),
  OPEN_HOURS_SATURDAY_AFTERNOON(
      "openingHours.saturday.afternoon",
      "samediApresMidi",
      "Heures d'ouverture, samedi après-midi",
      "Opening hours, Saturday afternoon"),
  OPEN_HALF_DAYS(
      "openingHours",
      "demiJourneesOuvertes",
      "Demi-journées ouvertes par semaine",
      "Open half-days a week"),
  MULTI_DISCIPLINE_ROOMS(
      "multiDisciplineRooms",
      "cabinetsPolyvalents",
      "Cabinets polyvalents",
      "Multi-discipline rooms"),

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
  WITH_MEDECIN_TRAITANT(
      "patients.withMedecinTraitant",
      "patientsAvecMedecinTraitant",
      "Patients dont le médecin traitant exerce au centre",
      "Patients whose médecin traitant works in the centre"),
  OPTION_MEMBERSHIPS(
      "patients.optionMemberships",
      "adhesions",
      "Adhésions à l'option de coordination",
      "Memberships of the coordination option"),
  OPTION_RENEWALS(
      "patients.optionRenewals",
      "renouvellements",
      "Renouvellements de l'option de coordination",
      "Renewals of the coordination option"),

  ROOMS("activity[].rooms", "cabinets", "Cabinets de la spécialité", "Rooms of the specialty"),
  SESSIONS_HELD(
      "activity[].vacations",
      "vacations",
      "Vacations tenues par semaine",
      "Half-day sessions held a week"),
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

  IMAGING_OPEN_HOURS(
      "serviceData.imagerieOpenHours",
      "heuresOuvertureImagerie",
      "Heures d'ouverture de l'imagerie au cours du trimestre",
      "Hours during which imaging was open in the quarter"),
  DENTAL_OPEN_HOURS(
      "serviceData.dentaireOpenHours",
      "heuresOuvertureDentaire",
      "Heures d'ouverture du dentaire au cours du trimestre",
      "Hours during which dental care was open in the quarter"),
  CHAIR_HOURS_OCCUPIED(
      "serviceData.chairHoursOccupied",
      "heuresFauteuilOccupees",
      "Heures de fauteuil occupées",
      "Chair hours occupied"),
  CHAIR_HOURS_AVAILABLE(
      "serviceData.chairHoursAvailable",
      "heuresFauteuilDisponibles",
      "Heures de fauteuil disponibles",
      "Chair hours available"),
  DENTAL_CARE_ACTS(
      "serviceData.dentalCareActs", "actesDeSoins", "Actes de soins dentaires", "Dental care acts"),
  DENTAL_PROSTHESIS_ACTS(
      "serviceData.dentalProsthesisActs",
      "actesDeProthese",
      "Actes de prothèse dentaire",
      "Dental prosthesis acts"),
  IMAGING_PRESCRIPTIONS(
      "serviceData.imagingPrescriptions",
      "prescriptionsImagerie",
      "Examens d'imagerie prescrits par le centre",
      "Imaging prescribed by the centre"),
  IMAGING_PRESCRIPTIONS_IN_HOUSE(
      "serviceData.imagingPrescriptionsInHouse",
      "prescriptionsImagerieRealisees",
      "Examens d'imagerie prescrits et réalisés au centre",
      "Imaging prescribed and done in the centre"),

  PAYROLL_MEDECINE_GENERALE(
      "humanResources.medicalPayroll.medecineGenerale",
      "masseSalarialeMedecineGeneraleCumul",
      Notation.EUROS,
      "Masse salariale de médecine générale depuis le 1er janvier",
      "Payroll of general medicine since 1 January"),
  PAYROLL_SPECIALITES(
      "humanResources.medicalPayroll.specialites",
      "masseSalarialeSpecialitesCumul",
      Notation.EUROS,
      "Masse salariale des spécialités depuis le 1er janvier",
      "Payroll of the specialties since 1 January"),
  PAYROLL_DENTAIRE(
      "humanResources.medicalPayroll.dentaire",
      "masseSalarialeDentaireCumul",
      Notation.EUROS,
      "Masse salariale du dentaire depuis le 1er janvier",
      "Payroll of dental care since 1 January"),
  PAYROLL_IMAGERIE(
      "humanResources.medicalPayroll.imagerie",
      "masseSalarialeImagerieCumul",
      Notation.EUROS,
      "Masse salariale de l'imagerie depuis le 1er janvier",
      "Payroll of imaging since 1 January"),
  NON_MEDICAL_PAYROLL(
      "humanResources.nonMedicalPayroll",
      "masseSalarialeNonMedicaleCumul",
      Notation.EUROS,
      "Masse salariale non médicale depuis le 1er janvier",
      "Non-medical payroll since 1 January"),
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
  CHARGES_IMAGERIE(
      "finance.charges.imagerie",
      "chargesImagerie",
      Notation.EUROS,
      "Charges de l'imagerie",
      "Charges of imaging"),
  CHARGES_DENTAIRE(
      "finance.charges.dentaire",
      "chargesDentaire",
      Notation.EUROS,
      "Charges du dentaire",
      "Charges of dental care"),
  SAMPLING_FILES(
      "finance.sampling.files",
      "dossiersDePrelevement",
      "Dossiers de prélèvement",
      "Sampling files"),
  SAMPLING_SUBSIDY(
      "finance.sampling.subsidy",
      "subventionPrelevements",
      Notation.EUROS,
      "Subvention reçue pour les prélèvements",
      "Subsidy received for sampling"),
  OPTION_RECEIVED(
      "finance.optionCoordinationReceived",
      "montantOptionRecu",
      Notation.EUROS,
      "Montant reçu pour l'option de coordination",
      "Received for the coordination option"),
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
