package fr.cadran.centres.quarterlydata.domain;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a centre declares for a quarter: the grid of seed 000, ANNEXE II, sections 1 to 6. Every
 * field may be missing, and a missing figure is unknown, never zero (municipal centres often cannot
 * give what the commune books). Amounts are euros with at most two decimals. The content is held as
 * it was declared; {@link ContentRules} says whether it may be stored.
 *
 * @param multiDisciplineRooms rooms used by several specialties
 * @param openingHours usual week of the centre
 * @param patients calls, appointments and patients of the quarter
 * @param activity one row per specialty
 * @param humanResources payroll since 1 January and staff
 * @param finance money of the quarter and since 1 January
 * @param serviceData what the centres with imaging, dental care or a follow-up by practitioner tell
 */
public record QuarterlyContent(
    @Nullable Long multiDisciplineRooms,
    @Nullable OpeningHours openingHours,
    @Nullable Patients patients,
    @Nullable List<ActivityRow> activity,
    @Nullable HumanResources humanResources,
    @Nullable Finance finance,
    @Nullable ServiceData serviceData) {

  /** The grid before anything is filled in. */
  public static final QuarterlyContent EMPTY =
      new QuarterlyContent(null, null, null, null, null, null, null);

  /** The rows of activity, none when the section is missing. */
  public List<ActivityRow> activityRows() {
    return activity == null ? List.of() : activity;
  }

  /** The rows by practitioner, none when the section is missing. */
  public List<PractitionerActivity> practitionerRows() {
    return serviceData == null || serviceData.practitioners() == null
        ? List.of()
        : serviceData.practitioners();
  }

  /** The days of the usual week that are filled in, none when the section is missing. */
  public Map<String, OpeningDay> openingDays() {
    return openingHours == null ? Map.of() : openingHours.days();
  }

  /** The usual week, one day each; public holidays have hours of their own. */
  public record OpeningHours(
      @Nullable OpeningDay monday,
      @Nullable OpeningDay tuesday,
      @Nullable OpeningDay wednesday,
      @Nullable OpeningDay thursday,
      @Nullable OpeningDay friday,
      @Nullable OpeningDay saturday,
      @Nullable OpeningDay publicHolidays) {

    /** The days that are filled in, by field name, in the order of the grid. */
    public Map<String, OpeningDay> days() {
      Map<String, OpeningDay> days = new LinkedHashMap<>();
      put(days, "monday", monday);
      put(days, "tuesday", tuesday);
      put(days, "wednesday", wednesday);
      put(days, "thursday", thursday);
      put(days, "friday", friday);
      put(days, "saturday", saturday);
      put(days, "publicHolidays", publicHolidays);
      return days;
    }

    private static void put(Map<String, OpeningDay> days, String name, @Nullable OpeningDay day) {
      if (day != null && (day.morning() != null || day.afternoon() != null)) {
        days.put(name, day);
      }
    }
  }

  /** The two half-days of a day. */
  public record OpeningDay(@Nullable OpeningSlot morning, @Nullable OpeningSlot afternoon) {}

  /**
   * Opening of a half-day.
   *
   * @param start {@code HH:mm}
   * @param end {@code HH:mm}; {@code 00:00} to {@code 00:00} means closed
   */
  public record OpeningSlot(@Nullable String start, @Nullable String end) {}

  /**
   * Patients of the quarter.
   *
   * @param answerRate share of the calls that were answered, 0 to 1; either this or the two counts
   * @param callsReceived calls that came in
   * @param callsAnswered calls that were answered
   * @param appointments appointments taken (rendez-vous pris)
   * @param passages patients seen, with or without appointment
   * @param withoutAppointment consultations without appointment
   * @param distinctPatients different patients seen
   * @param newPatients patients seen for the first time
   * @param withMedecinTraitant patients whose médecin traitant is in the centre
   * @param optionMemberships memberships of the option de coordination
   * @param optionRenewals renewals of it
   */
  public record Patients(
      @Nullable BigDecimal answerRate,
      @Nullable Long callsReceived,
      @Nullable Long callsAnswered,
      @Nullable Long appointments,
      @Nullable Long passages,
      @Nullable Long withoutAppointment,
      @Nullable Long distinctPatients,
      @Nullable Long newPatients,
      @Nullable Long withMedecinTraitant,
      @Nullable Long optionMemberships,
      @Nullable Long optionRenewals) {}

  /**
   * Activity of one specialty in the quarter ("Annexe 1" of the grid).
   *
   * @param specialty code of the list of specialties; the only field that must be there
   * @param rooms rooms kept for the specialty
   * @param acts acts
   * @param revenue their revenue, euros
   * @param ccamActs acts coded in CCAM among them
   * @param ccamRevenue their revenue, euros
   * @param vacations weekly half-day sessions per practitioner
   * @param appointmentOutcomes what became of the appointments
   */
  public record ActivityRow(
      @Nullable String specialty,
      @Nullable Long rooms,
      @Nullable Long acts,
      @Nullable BigDecimal revenue,
      @Nullable Long ccamActs,
      @Nullable BigDecimal ccamRevenue,
      @Nullable List<Vacation> vacations,
      @Nullable AppointmentOutcomes appointmentOutcomes) {}

  /**
   * Half-day sessions of one practitioner.
   *
   * @param practitioner opaque id chosen by the centre, never a name
   * @param perWeek sessions per week, at most two decimals
   */
  public record Vacation(@Nullable String practitioner, @Nullable BigDecimal perWeek) {}

  /** What became of the appointments of a specialty (seed 000, ANNEXE VI). */
  public record AppointmentOutcomes(
      @Nullable Long honoured,
      @Nullable Long withoutAppointment,
      @Nullable Long cancelled,
      @Nullable Long notHonoured) {}

  /**
   * Staff. Payrolls are euros, cumulative since 1 January.
   *
   * @param medicalPayroll by service
   * @param nonMedicalPayroll everybody else
   * @param tiersPayantPayroll the team that handles tiers payant, within the former
   * @param medicalFte medical full-time equivalents
   * @param nonMedicalFte other full-time equivalents
   * @param nursingFteLastYear nursing full-time equivalents of the last calendar year
   */
  public record HumanResources(
      @Nullable MedicalPayroll medicalPayroll,
      @Nullable BigDecimal nonMedicalPayroll,
      @Nullable BigDecimal tiersPayantPayroll,
      @Nullable BigDecimal medicalFte,
      @Nullable BigDecimal nonMedicalFte,
      @Nullable BigDecimal nursingFteLastYear) {}

  /** Medical payroll by service, euros since 1 January. */
  public record MedicalPayroll(
      @Nullable BigDecimal medecineGenerale,
      @Nullable BigDecimal specialites,
      @Nullable BigDecimal dentaire,
      @Nullable BigDecimal imagerie) {}

  /**
   * Money.
   *
   * @param unpaidOrganisations unpaid by organisations since 1 January, euros
   * @param unpaidPatients unpaid by patients since 1 January, euros
   * @param purchases purchases, on the basis they state
   * @param revenue revenue of the quarter
   * @param charges charges of the quarter, of the services that know them
   * @param invoices invoices of the quarter
   * @param collection unpaid sums given to a collector in the quarter
   * @param sampling sampling files of the quarter and their subsidy
   * @param optionCoordinationReceived received in the quarter for the option de coordination, euros
   */
  public record Finance(
      @Nullable BigDecimal unpaidOrganisations,
      @Nullable BigDecimal unpaidPatients,
      @Nullable Purchases purchases,
      @Nullable Revenue revenue,
      @Nullable Charges charges,
      @Nullable Invoices invoices,
      @Nullable Collection collection,
      @Nullable Sampling sampling,
      @Nullable BigDecimal optionCoordinationReceived) {}

  /** Whether purchases are of the quarter or add up since 1 January. */
  public enum PurchaseBasis {
    CUMULATIVE,
    QUARTER
  }

  /** Purchases by service, euros; credit notes may make one negative. */
  public record Purchases(
      @Nullable PurchaseBasis basis,
      @Nullable BigDecimal total,
      @Nullable BigDecimal medecineGenerale,
      @Nullable BigDecimal specialites,
      @Nullable BigDecimal dentaire,
      @Nullable BigDecimal imagerie) {}

  /** Revenue by service, euros of the quarter; cancelled invoices may make one negative. */
  public record Revenue(
      @Nullable BigDecimal total,
      @Nullable BigDecimal medecineGenerale,
      @Nullable BigDecimal specialites,
      @Nullable BigDecimal dentaire,
      @Nullable BigDecimal imagerie) {}

  /** Charges of the two services that are followed on their own, euros of the quarter. */
  public record Charges(@Nullable BigDecimal imagerie, @Nullable BigDecimal dentaire) {}

  /** Invoices of the quarter: sent, and sent back by each payer. */
  public record Invoices(
      @Nullable Long sent,
      @Nullable Long rejectedSecuriteSociale,
      @Nullable Long rejectedMutuelles) {}

  /** Unpaid sums handed to the Trésor public or a collector, and recovered, euros. */
  public record Collection(@Nullable BigDecimal handedOver, @Nullable BigDecimal recovered) {}

  /** How the subsidy for sampling is counted. */
  public enum SubsidyBasis {
    PER_FILE,
    FLAT
  }

  /**
   * Sampling files (dossiers de prélèvement) and the subsidy received for them.
   *
   * @param files files of the quarter
   * @param subsidy what was received for all of them, euros
   * @param basis whether it is paid by file or as one sum
   */
  public record Sampling(
      @Nullable Long files, @Nullable BigDecimal subsidy, @Nullable SubsidyBasis basis) {}

  /**
   * Optional data of services (section 6), of the quarter.
   *
   * @param imagerieOpenHours hours during which imaging was open
   * @param dentaireOpenHours hours during which dental care was open
   * @param chairHoursOccupied hours during which dental chairs (fauteuils) were occupied
   * @param chairHoursAvailable hours during which they were available
   * @param dentalCareActs dental acts that are care (soins)
   * @param dentalProsthesisActs dental acts that are prostheses
   * @param imagingPrescriptions imaging prescribed by the practitioners of the centre
   * @param imagingPrescriptionsInHouse those of them that were done in the centre
   * @param c consultations counted as C
   * @param c2 consultations counted as C2
   * @param practitioners one row per practitioner
   */
  public record ServiceData(
      @Nullable BigDecimal imagerieOpenHours,
      @Nullable BigDecimal dentaireOpenHours,
      @Nullable BigDecimal chairHoursOccupied,
      @Nullable BigDecimal chairHoursAvailable,
      @Nullable Long dentalCareActs,
      @Nullable Long dentalProsthesisActs,
      @Nullable Long imagingPrescriptions,
      @Nullable Long imagingPrescriptionsInHouse,
      @Nullable Long c,
      @Nullable Long c2,
      @Nullable List<PractitionerActivity> practitioners) {}

  /**
   * The quarter of one practitioner, for the yearly recap that the direction sends (ANNEXE VII).
   *
   * @param practitioner opaque id chosen by the centre, never a name; must be there
   * @param medicalHours hours of care, at most two decimals
   * @param acts acts
   * @param patients different patients
   * @param revenue revenue, euros
   */
  public record PractitionerActivity(
      @Nullable String practitioner,
      @Nullable BigDecimal medicalHours,
      @Nullable Long acts,
      @Nullable Long patients,
      @Nullable BigDecimal revenue) {}
}
