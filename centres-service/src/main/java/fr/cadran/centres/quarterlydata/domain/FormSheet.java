package fr.cadran.centres.quarterlydata.domain;

import fr.cadran.centres.quarterlydata.domain.QuarterlyContent.PurchaseBasis;
import fr.cadran.centres.quarterlydata.domain.QuarterlyContent.SubsidyBasis;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of the grid as files show it. The order and the codes are what a file is recognised by.
 *
 * @param name name of the sheet, in French
 * @param layout how it is laid out
 * @param fields its fields: one a line, or one a column
 */
public record FormSheet(String name, Layout layout, List<FormField> fields) {
  /** How a sheet is laid out. */
  public enum Layout {
    /** One field a line. */
    FIELDS,
    /** One specialty a line. */
    ACTIVITY,
    /** One practitioner of one specialty a line. */
    VACATIONS,
    /** One practitioner a line. */
    PRACTITIONERS
  }

  /** Changes when a sheet or a field does, so that an old file is told from a damaged one. */
  public static final String VERSION = "cadran-grille-1";

  private static final String EUROS = "€";
  private static final String SINCE_JANUARY = "€, cumul depuis le 1er janvier";

  /** The sheets of the grid, sections 1 to 6 of seed 000, ANNEXE II. */
  public static final List<FormSheet> ALL =
      List.of(
          new FormSheet("1 Ouverture", Layout.FIELDS, opening()),
          new FormSheet("2 Patients", Layout.FIELDS, patients()),
          new FormSheet("3 Activité", Layout.ACTIVITY, activity()),
          new FormSheet("3 Vacations", Layout.VACATIONS, vacations()),
          new FormSheet("4 Personnel", Layout.FIELDS, staff()),
          new FormSheet("5 Finances", Layout.FIELDS, finance()),
          new FormSheet("6 Services", Layout.FIELDS, services()),
          new FormSheet("6 Praticiens", Layout.PRACTITIONERS, practitioners()));

  public FormSheet {
    fields = List.copyOf(fields);
  }

  private static FormField count(String code, String label, String unit) {
    return new FormField(code, FormField.Type.COUNT, label, unit);
  }

  private static FormField number(String code, String label, String unit) {
    return new FormField(code, FormField.Type.NUMBER, label, unit);
  }

  private static List<FormField> opening() {
    List<FormField> fields = new ArrayList<>();
    String[][] days = {
      {"monday", "Lundi"},
      {"tuesday", "Mardi"},
      {"wednesday", "Mercredi"},
      {"thursday", "Jeudi"},
      {"friday", "Vendredi"},
      {"saturday", "Samedi"},
      {"publicHolidays", "Jours fériés"}
    };
    for (String[] day : days) {
      String at = "openingHours." + day[0];
      time(fields, at + ".morning.start", day[1] + " matin, ouverture");
      time(fields, at + ".morning.end", day[1] + " matin, fermeture");
      time(fields, at + ".afternoon.start", day[1] + " après-midi, ouverture");
      time(fields, at + ".afternoon.end", day[1] + " après-midi, fermeture");
    }
    fields.add(count("multiDisciplineRooms", "Cabinets pluridisciplinaires", "cabinets"));
    return fields;
  }

  private static void time(List<FormField> fields, String code, String label) {
    fields.add(new FormField(code, FormField.Type.TIME, label, "HH:mm ; fermé : 00:00 et 00:00"));
  }

  private static List<FormField> patients() {
    return List.of(
        number("patients.answerRate", "Taux de décroché", "entre 0 et 1"),
        count("patients.callsReceived", "Appels reçus", "appels"),
        count("patients.callsAnswered", "Appels décrochés", "appels"),
        count("patients.appointments", "Rendez-vous pris", "rendez-vous"),
        count("patients.passages", "Passages", "passages"),
        count("patients.withoutAppointment", "Consultations sans rendez-vous", "consultations"),
        count("patients.distinctPatients", "Patients différents", "patients"),
        count("patients.newPatients", "Nouveaux patients", "patients"),
        count(
            "patients.withMedecinTraitant",
            "Patients dont le médecin traitant est au centre",
            "patients"),
        count("patients.optionMemberships", "Adhésions à l'option de coordination", "adhésions"),
        count("patients.optionRenewals", "Renouvellements de l'option", "renouvellements"));
  }

  private static List<FormField> activity() {
    return List.of(
        new FormField(
            "specialty", FormField.Type.SPECIALTY, "Spécialité", "à choisir dans la liste"),
        count("rooms", "Cabinets spécialisés", "cabinets"),
        count("acts", "Actes", "actes"),
        number("revenue", "Recettes", EUROS),
        count("ccamActs", "Actes CCAM", "actes"),
        number("ccamRevenue", "Recettes CCAM", EUROS),
        count("appointmentOutcomes.honoured", "Rendez-vous honorés", "rendez-vous"),
        count("appointmentOutcomes.withoutAppointment", "Sans rendez-vous", "consultations"),
        count("appointmentOutcomes.cancelled", "Rendez-vous annulés", "rendez-vous"),
        count("appointmentOutcomes.notHonoured", "Rendez-vous non honorés", "rendez-vous"));
  }

  private static List<FormField> vacations() {
    return List.of(
        new FormField(
            "specialty", FormField.Type.SPECIALTY, "Spécialité", "à choisir dans la liste"),
        new FormField(
            "practitioner",
            FormField.Type.PRACTITIONER,
            "Praticien",
            "identifiant opaque, jamais un nom"),
        number("perWeek", "Vacations", "demi-journées par semaine"));
  }

  private static List<FormField> staff() {
    String payroll = "humanResources.medicalPayroll.";
    return List.of(
        number(payroll + "medecineGenerale", "Masse médicale, médecine générale", SINCE_JANUARY),
        number(payroll + "specialites", "Masse médicale, spécialités", SINCE_JANUARY),
        number(payroll + "dentaire", "Masse médicale, dentaire", SINCE_JANUARY),
        number(payroll + "imagerie", "Masse médicale, imagerie", SINCE_JANUARY),
        number("humanResources.nonMedicalPayroll", "Masse non médicale", SINCE_JANUARY),
        number("humanResources.tiersPayantPayroll", "dont équipe tiers payant", SINCE_JANUARY),
        number("humanResources.medicalFte", "Personnel médical", "ETP"),
        number("humanResources.nonMedicalFte", "Personnel non médical", "ETP"),
        number("humanResources.nursingFteLastYear", "Infirmiers, dernière année civile", "ETP"));
  }

  private static List<FormField> finance() {
    List<FormField> fields = new ArrayList<>();
    fields.add(number("finance.unpaidOrganisations", "Impayés organismes", SINCE_JANUARY));
    fields.add(number("finance.unpaidPatients", "Impayés patients", SINCE_JANUARY));
    fields.add(
        new FormField(
            "finance.purchases.basis",
            FormField.Type.CHOICE,
            "Achats : cumulés ou du trimestre",
            "à choisir dans la liste",
            List.of(
                new FormField.Choice(
                    PurchaseBasis.CUMULATIVE.name(), "cumul depuis le 1er janvier"),
                new FormField.Choice(PurchaseBasis.QUARTER.name(), "trimestre seul"))));
    services(fields, "finance.purchases.", "Achats", "€, selon la ligne précédente");
    services(fields, "finance.revenue.", "Chiffre d'affaires", "€ du trimestre");
    fields.add(number("finance.charges.imagerie", "Charges de l'imagerie", "€ du trimestre"));
    fields.add(number("finance.charges.dentaire", "Charges du dentaire", "€ du trimestre"));
    fields.add(count("finance.invoices.sent", "Factures envoyées", "factures"));
    fields.add(
        count(
            "finance.invoices.rejectedSecuriteSociale",
            "Factures rejetées, Sécurité sociale",
            "factures"));
    fields.add(
        count("finance.invoices.rejectedMutuelles", "Factures rejetées, mutuelles", "factures"));
    fields.add(
        number("finance.collection.handedOver", "Impayés remis au recouvrement", "€ du trimestre"));
    fields.add(number("finance.collection.recovered", "Impayés recouvrés", "€ du trimestre"));
    fields.add(count("finance.sampling.files", "Dossiers de prélèvement", "dossiers"));
    fields.add(number("finance.sampling.subsidy", "Subvention des prélèvements", "€ du trimestre"));
    fields.add(
        new FormField(
            "finance.sampling.basis",
            FormField.Type.CHOICE,
            "Subvention : par dossier ou forfaitaire",
            "à choisir dans la liste",
            List.of(
                new FormField.Choice(SubsidyBasis.PER_FILE.name(), "par dossier"),
                new FormField.Choice(SubsidyBasis.FLAT.name(), "forfaitaire"))));
    fields.add(
        number(
            "finance.optionCoordinationReceived",
            "Option de coordination perçue",
            "€ du trimestre"));
    return fields;
  }

  private static void services(List<FormField> fields, String at, String label, String unit) {
    fields.add(number(at + "total", label + ", total", unit));
    fields.add(number(at + "medecineGenerale", label + ", médecine générale", unit));
    fields.add(number(at + "specialites", label + ", spécialités", unit));
    fields.add(number(at + "dentaire", label + ", dentaire (soins et prothèses)", unit));
    fields.add(number(at + "imagerie", label + ", imagerie", unit));
  }

  private static List<FormField> services() {
    return List.of(
        number("serviceData.imagerieOpenHours", "Ouverture de l'imagerie", "heures"),
        number("serviceData.dentaireOpenHours", "Ouverture du dentaire", "heures"),
        number("serviceData.chairHoursOccupied", "Fauteuils dentaires occupés", "heures"),
        number("serviceData.chairHoursAvailable", "Fauteuils dentaires disponibles", "heures"),
        count("serviceData.dentalCareActs", "Actes dentaires, soins", "actes"),
        count("serviceData.dentalProsthesisActs", "Actes dentaires, prothèses", "actes"),
        count("serviceData.imagingPrescriptions", "Imagerie prescrite", "prescriptions"),
        count(
            "serviceData.imagingPrescriptionsInHouse", "dont réalisée au centre", "prescriptions"),
        count("serviceData.c", "Consultations C", "consultations"),
        count("serviceData.c2", "Consultations C2", "consultations"));
  }

  private static List<FormField> practitioners() {
    return List.of(
        new FormField(
            "practitioner",
            FormField.Type.PRACTITIONER,
            "Praticien",
            "identifiant opaque, jamais un nom"),
        number("medicalHours", "Temps médical", "heures"),
        count("acts", "Actes", "actes"),
        count("patients", "Patients différents", "patients"),
        number("revenue", "Recettes", EUROS));
  }
}
