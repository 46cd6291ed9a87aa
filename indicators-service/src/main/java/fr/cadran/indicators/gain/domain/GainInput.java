package fr.cadran.indicators.gain.domain;

import fr.cadran.indicators.formula.domain.Expression;
import fr.cadran.indicators.formula.domain.Notation;
import java.util.Arrays;
import java.util.Optional;

/** The columns of a row, under their names in requests and in formulas. */
public enum GainInput {
  HONOURED("honoured", "rdvHonores"),
  WITHOUT_APPOINTMENT("withoutAppointment", "sansRdv"),
  CANCELLED("cancelled", "rdvAnnules"),
  NOT_HONOURED("notHonoured", "rdvNonHonores"),
  REVENUE("revenue", "recettes", Notation.EUROS),
  ACTS("acts", "actes"),
  CCAM_ACTS("ccamActs", "actesCcam"),
  CCAM_REVENUE("ccamRevenue", "recettesCcam", Notation.EUROS),
  ROOMS("rooms", "cabinets"),
  OPEN_HALF_DAYS("openHalfDays", "demiJourneesOuvertes"),
  SESSIONS_HELD("sessionsHeld", "vacationsTenues"),
  CHARGES("charges", "charges", Notation.EUROS),
  UNPAID("unpaid", "impayes", Notation.EUROS),
  INVOICES_SENT("invoicesSent", "facturesEnvoyees"),
  INVOICES_REJECTED("invoicesRejected", "facturesRejetees"),
  SUBSIDY("subsidy", "subvention", Notation.EUROS),
  FILES("files", "dossiers"),
  ELIGIBLE_PATIENTS("eligiblePatients", "patientsEligibles"),
  MEMBERS("members", "adherents"),
  PURCHASES("purchases", "achats", Notation.EUROS),
  MEDICAL_PAYROLL("medicalPayroll", "masseSalarialeMedicale", Notation.EUROS),
  NON_MEDICAL_PAYROLL("nonMedicalPayroll", "masseSalarialeNonMedicale", Notation.EUROS);

  private final String field;
  private final String french;
  private final Notation notation;

  GainInput(String field, String french) {
    this(field, french, Notation.NUMBER);
  }

  GainInput(String field, String french, Notation notation) {
    this.field = field;
    this.french = french;
    this.notation = notation;
  }

  static Optional<GainInput> behind(Expression.Variable variable) {
    return Arrays.stream(values()).filter(input -> input.variable().equals(variable)).findFirst();
  }

  /** Finds an input by the name of its field, for example {@code notHonoured}. */
  public static Optional<GainInput> withField(String field) {
    return Arrays.stream(values()).filter(input -> input.field.equals(field)).findFirst();
  }

  /** Name of the field in a row. */
  public String field() {
    return field;
  }

  /** Whether it is an amount of euros; else a count. */
  public boolean isAmount() {
    return notation == Notation.EUROS;
  }

  /** As it stands in formulas. */
  public Expression.Variable variable() {
    return new Expression.Variable(french, notation);
  }
}
