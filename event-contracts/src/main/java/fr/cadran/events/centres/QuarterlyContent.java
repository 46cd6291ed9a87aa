package fr.cadran.events.centres;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The grid that a centre fills for a quarter (seed 000, ANNEXE II). Everything may be missing, and
 * missing is not zero: a null says that the centre does not know. Amounts are euros with two
 * decimals at most, counts are never negative; both are of the quarter unless said otherwise.
 *
 * @param multiDisciplineRooms consultation rooms shared by several disciplines
 * @param openingHours opening hours of a usual week
 * @param patients calls, appointments, passages and patients
 * @param activity one row per specialty
 * @param humanResources payroll and staff
 * @param finance money owed, spent and earned
 * @param serviceData what the centres with imaging, dental care or a follow-up by practitioner tell
 */
public record QuarterlyContent(
    @Nullable Integer multiDisciplineRooms,
    @Nullable OpeningHours openingHours,
    @Nullable Patients patients,
    @Nullable List<SpecialtyActivity> activity,
    @Nullable HumanResources humanResources,
    @Nullable Finance finance,
    @Nullable ServiceData serviceData) {

  public QuarterlyContent {
    activity = activity == null ? null : List.copyOf(activity);
  }

  /** Opening hours by day of a usual week and on public holidays. */
  public record OpeningHours(
      @Nullable DayHours monday,
      @Nullable DayHours tuesday,
      @Nullable DayHours wednesday,
      @Nullable DayHours thursday,
      @Nullable DayHours friday,
      @Nullable DayHours saturday,
      @Nullable DayHours publicHolidays) {}

  /** Opening hours of the two halves of a day. */
  public record DayHours(@Nullable HalfDay morning, @Nullable HalfDay afternoon) {}

  /**
   * Opening and closing time of half a day, local, as {@code HH:mm}. Both {@code 00:00} means
   * closed, as in the grid.
   */
  public record HalfDay(@Nullable String start, @Nullable String end) {}

  /**
   * Patients and their visits.
   *
   * @param answerRate share of calls answered, a ratio from 0 to 1
   * @param callsReceived telephone calls received
   * @param callsAnswered telephone calls answered
   * @param appointments appointments taken for the quarter
   * @param passages patients' visits
   * @param withoutAppointment consultations without appointment
   * @param distinctPatients patients seen at least once
   * @param newPatients patients seen for the first time
   * @param withMedecinTraitant patients whose médecin traitant works in the centre
   * @param optionMemberships memberships of the option de coordination
   * @param optionRenewals renewals of such memberships
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
   * The activity of one specialty.
   *
   * @param specialty code of the specialty, never missing
   * @param rooms rooms kept for it
   * @param acts acts
   * @param revenue revenue, euros
   * @param ccamActs acts of the CCAM among them
   * @param ccamRevenue revenue of these, euros
   * @param vacations weekly half-day sessions of each practitioner
   * @param appointmentOutcomes what became of its appointments
   */
  public record SpecialtyActivity(
      String specialty,
      @Nullable Integer rooms,
      @Nullable Long acts,
      @Nullable BigDecimal revenue,
      @Nullable Long ccamActs,
      @Nullable BigDecimal ccamRevenue,
      @Nullable List<Vacation> vacations,
      @Nullable AppointmentOutcomes appointmentOutcomes) {

    public SpecialtyActivity {
      vacations = vacations == null ? null : List.copyOf(vacations);
    }
  }

  /**
   * Half-day sessions of a practitioner.
   *
   * @param practitioner pseudonym that the centre chose; names no person outside it
   * @param perWeek half-days a week, may have decimals
   */
  public record Vacation(@Nullable String practitioner, @Nullable BigDecimal perWeek) {}

  /**
   * Appointments by what became of them.
   *
   * @param honoured the patient came
   * @param withoutAppointment patients seen without one
   * @param cancelled cancelled beforehand
   * @param notHonoured the patient did not come and did not say so
   */
  public record AppointmentOutcomes(
      @Nullable Long honoured,
      @Nullable Long withoutAppointment,
      @Nullable Long cancelled,
      @Nullable Long notHonoured) {}

  /**
   * Staff; payroll is cumulative since 1 January of the year, in euros.
   *
   * @param medicalPayroll payroll of the practitioners, by kind
   * @param nonMedicalPayroll payroll of everybody else
   * @param tiersPayantPayroll payroll of those who handle the tiers payant
   * @param medicalFte practitioners in full-time equivalents
   * @param nonMedicalFte everybody else in full-time equivalents
   * @param nursingFteLastYear nurses in full-time equivalents over the last calendar year
   */
  public record HumanResources(
      @Nullable MedicalPayroll medicalPayroll,
      @Nullable BigDecimal nonMedicalPayroll,
      @Nullable BigDecimal tiersPayantPayroll,
      @Nullable BigDecimal medicalFte,
      @Nullable BigDecimal nonMedicalFte,
      @Nullable BigDecimal nursingFteLastYear) {}

  /** Payroll of the practitioners, cumulative since 1 January, in euros. */
  public record MedicalPayroll(
      @Nullable BigDecimal medecineGenerale,
      @Nullable BigDecimal specialites,
      @Nullable BigDecimal dentaire,
      @Nullable BigDecimal imagerie) {}

  /**
   * Money.
   *
   * @param unpaidOrganisations owed by organisations, euros, cumulative since 1 January
   * @param unpaidPatients owed by patients, euros, cumulative since 1 January
   * @param purchases purchases, with what they cover
   * @param revenue revenue of the quarter
   * @param charges charges of two services, euros
   * @param invoices invoices sent and rejected
   * @param collection unpaid sums handed to a collector
   * @param sampling sampling files and their subsidy
   * @param optionCoordinationReceived received for the option de coordination, euros
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

  /** What the purchases cover: the year up to the end of the quarter, or the quarter alone. */
  public enum PurchasesBasis {
    CUMULATIVE,
    QUARTER
  }

  /** Purchases in euros, on the given basis; the parts need not add up to the total. */
  public record Purchases(
      @Nullable PurchasesBasis basis,
      @Nullable BigDecimal total,
      @Nullable BigDecimal medecineGenerale,
      @Nullable BigDecimal specialites,
      @Nullable BigDecimal dentaire,
      @Nullable BigDecimal imagerie) {}

  /** Revenue of the quarter in euros; the parts need not add up to the total. */
  public record Revenue(
      @Nullable BigDecimal total,
      @Nullable BigDecimal medecineGenerale,
      @Nullable BigDecimal specialites,
      @Nullable BigDecimal dentaire,
      @Nullable BigDecimal imagerie) {}

  /** Charges of the services that can tell, in euros. */
  public record Charges(@Nullable BigDecimal imagerie, @Nullable BigDecimal dentaire) {}

  /** Numbers of invoices sent, and of those rejected by each kind of payer. */
  public record Invoices(
      @Nullable Long sent,
      @Nullable Long rejectedSecuriteSociale,
      @Nullable Long rejectedMutuelles) {}

  /** Unpaid sums handed to a collector, and recovered, in euros. */
  public record Collection(@Nullable BigDecimal handedOver, @Nullable BigDecimal recovered) {}

  /** Whether the subsidy for sampling is paid by file or as one sum. */
  public enum SubsidyBasis {
    PER_FILE,
    FLAT
  }

  /** Number of sampling files, and the subsidy received for all of them in euros. */
  public record Sampling(
      @Nullable Long files, @Nullable BigDecimal subsidy, @Nullable SubsidyBasis basis) {}

  /**
   * Optional data of services, of the quarter.
   *
   * @param imagerieOpenHours hours during which imaging was open
   * @param dentaireOpenHours hours during which dental care was open
   * @param chairHoursOccupied hours during which dental chairs were occupied
   * @param chairHoursAvailable hours during which dental chairs were available
   * @param dentalCareActs dental acts that are care
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
      @Nullable List<PractitionerActivity> practitioners) {

    public ServiceData {
      practitioners = practitioners == null ? null : List.copyOf(practitioners);
    }
  }

  /**
   * The quarter of a practitioner, for the yearly recap that the direction sends them.
   *
   * @param practitioner pseudonym that the centre chose; names no person outside it
   * @param medicalHours hours of care
   * @param acts acts
   * @param patients distinct patients
   * @param revenue revenue, euros
   */
  public record PractitionerActivity(
      String practitioner,
      @Nullable BigDecimal medicalHours,
      @Nullable Long acts,
      @Nullable Long patients,
      @Nullable BigDecimal revenue) {}
}
