package fr.cadran.indicators.gain.rest;

import fr.cadran.indicators.gain.application.CalculatePotentialGain;
import fr.cadran.indicators.gain.domain.GainInput;
import fr.cadran.indicators.gain.domain.GainMethod;
import fr.cadran.indicators.gain.domain.GainRow;
import fr.cadran.indicators.gain.domain.MethodParameter;
import fr.cadran.indicators.gain.domain.Period;
import fr.cadran.kit.problem.Fault;
import fr.cadran.kit.problem.KitProblem;
import fr.cadran.kit.problem.ProblemException;
import fr.cadran.kit.type.Rational;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The inputs of a gain calculation. */
@Schema(
    name = "GainCalculationRequest",
    description =
        "Entrées du calcul, une ligne par spécialité ou pour le centre. — Inputs, one row by specialty"
            + " or for the centre.")
public record GainCalculationRequest(
    @Schema(
            nullable = true,
            examples = "bao-2014",
            description =
                "Méthode du levier, sa méthode par défaut sinon ; pour NON_VENUE `attendance-gap` (par"
                    + " défaut) ou `bao-2014`, la formule imprimée. — A method of the levier, else its"
                    + " default one; for NON_VENUE `attendance-gap` (default) or `bao-2014`, the"
                    + " printed formula.")
        @Nullable String method,
    @Schema(
            nullable = true,
            defaultValue = "UNSPECIFIED",
            description =
                "Durée que couvrent les entrées, donc le gain. — Span that the inputs, hence the gain,"
                    + " cover.")
        @Nullable Period period,
    @Schema(nullable = true) @Valid @Nullable Parameters parameters,
    @Schema(required = true) @NotEmpty @Size(max = 200) List<@Valid @NotNull Row> rows) {

  /** What replaces the defaults of the method; only what the method reads may be given. */
  @Schema(
      name = "GainCalculationParameters",
      description =
          "Cibles du plan d’actions, à la place des valeurs par défaut ; seulement celles que lit la"
              + " méthode. — Targets of the plan of actions instead of the defaults; only those that"
              + " the method reads.")
  public record Parameters(
      @Schema(nullable = true, examples = "0.9") @PositiveOrZero @Digits(integer = 6, fraction = 6) @Nullable BigDecimal targetAttendance,
      @Schema(nullable = true, examples = "0.25") @PositiveOrZero @Digits(integer = 6, fraction = 6) @Nullable BigDecimal targetCcamShare,
      @Schema(nullable = true, examples = "0.8") @PositiveOrZero @Digits(integer = 6, fraction = 6) @Nullable BigDecimal targetOccupancy,
      @Schema(nullable = true, examples = "44") @PositiveOrZero @Digits(integer = 6, fraction = 6) @Nullable BigDecimal weeks,
      @Schema(nullable = true, examples = "1") @PositiveOrZero @Digits(integer = 6, fraction = 6) @Nullable BigDecimal targetCoverage,
      @Schema(nullable = true, examples = "0.01") @PositiveOrZero @Digits(integer = 6, fraction = 6) @Nullable BigDecimal targetUnpaid,
      @Schema(nullable = true, examples = "0.05") @PositiveOrZero @Digits(integer = 6, fraction = 6) @Nullable BigDecimal toleratedRejection,
      @Schema(nullable = true, examples = "0.5") @PositiveOrZero @Digits(integer = 6, fraction = 6) @Nullable BigDecimal neverRecovered,
      @Schema(nullable = true, examples = "8.00") @PositiveOrZero @Digits(integer = 6, fraction = 6) @Nullable BigDecimal targetSubsidy,
      @Schema(nullable = true, examples = "46.00")
          @PositiveOrZero @Digits(integer = 6, fraction = 6) @Nullable BigDecimal amountPerMember,
      @Schema(nullable = true, examples = "0.05") @PositiveOrZero @Digits(integer = 6, fraction = 6) @Nullable BigDecimal targetPurchases,
      @Schema(nullable = true, examples = "0.8") @PositiveOrZero @Digits(integer = 6, fraction = 6) @Nullable BigDecimal targetPayrollRatio) {

    @Nullable BigDecimal value(MethodParameter parameter) {
      return switch (parameter) {
        case TARGET_ATTENDANCE -> targetAttendance;
        case TARGET_CCAM_SHARE -> targetCcamShare;
        case TARGET_OCCUPANCY -> targetOccupancy;
        case WEEKS -> weeks;
        case TARGET_COVERAGE -> targetCoverage;
        case TARGET_UNPAID -> targetUnpaid;
        case TOLERATED_REJECTION -> toleratedRejection;
        case NEVER_RECOVERED -> neverRecovered;
        case TARGET_SUBSIDY -> targetSubsidy;
        case AMOUNT_PER_MEMBER -> amountPerMember;
        case TARGET_PURCHASES -> targetPurchases;
        case TARGET_PAYROLL_RATIO -> targetPayrollRatio;
      };
    }
  }

  /** A line; null means not known, which is not zero. Only what the method reads may be given. */
  @Schema(name = "GainCalculationRow")
  public record Row(
      @Schema(
              nullable = true,
              examples = "MEDECINE_GENERALE",
              description =
                  "Exigée par les leviers suivis par spécialité ; absente, le centre entier. —"
                      + " Required by leviers that are followed by specialty; absent, the centre as a"
                      + " whole.")
          @Pattern(regexp = "[A-Z][A-Z0-9_]{0,59}") @Nullable String specialty,
      @Schema(nullable = true, examples = "1200") @PositiveOrZero @Max(1_000_000_000) @Nullable Long honoured,
      @Schema(nullable = true, examples = "300") @PositiveOrZero @Max(1_000_000_000) @Nullable Long withoutAppointment,
      @Schema(nullable = true, examples = "110") @PositiveOrZero @Max(1_000_000_000) @Nullable Long cancelled,
      @Schema(nullable = true, examples = "100") @PositiveOrZero @Max(1_000_000_000) @Nullable Long notHonoured,
      @Schema(
              nullable = true,
              examples = "100000.00",
              description = "Euros, deux décimales au plus. — Euros, two decimals at most.")
          @PositiveOrZero @DecimalMax("999999999999.99") @Nullable BigDecimal revenue,
      @Schema(nullable = true) @PositiveOrZero @Max(1_000_000_000) @Nullable Long acts,
      @Schema(nullable = true) @PositiveOrZero @Max(1_000_000_000) @Nullable Long ccamActs,
      @Schema(
              nullable = true,
              description = "Euros, deux décimales au plus. — Euros, two decimals at most.")
          @PositiveOrZero @DecimalMax("999999999999.99") @Nullable BigDecimal ccamRevenue,
      @Schema(nullable = true, description = "Cabinets. — Consulting rooms.")
          @PositiveOrZero @Max(1_000_000_000) @Nullable Long rooms,
      @Schema(
              nullable = true,
              description = "Demi-journées ouvertes par semaine. — Open half-days a week.")
          @PositiveOrZero @DecimalMax("100000") @Digits(integer = 6, fraction = 2) @Nullable BigDecimal openHalfDays,
      @Schema(
              nullable = true,
              description = "Vacations tenues par semaine. — Sessions held a week.")
          @PositiveOrZero @DecimalMax("100000") @Digits(integer = 6, fraction = 2) @Nullable BigDecimal sessionsHeld,
      @Schema(
              nullable = true,
              description = "Euros, deux décimales au plus. — Euros, two decimals at most.")
          @PositiveOrZero @DecimalMax("999999999999.99") @Nullable BigDecimal charges,
      @Schema(
              nullable = true,
              description = "Euros, deux décimales au plus. — Euros, two decimals at most.")
          @PositiveOrZero @DecimalMax("999999999999.99") @Nullable BigDecimal unpaid,
      @Schema(nullable = true) @PositiveOrZero @Max(1_000_000_000) @Nullable Long invoicesSent,
      @Schema(nullable = true) @PositiveOrZero @Max(1_000_000_000) @Nullable Long invoicesRejected,
      @Schema(
              nullable = true,
              description = "Subvention pour les prélèvements, euros. — Sampling subsidy, euros.")
          @PositiveOrZero @DecimalMax("999999999999.99") @Nullable BigDecimal subsidy,
      @Schema(nullable = true, description = "Dossiers de prélèvement. — Sampling files.")
          @PositiveOrZero @Max(1_000_000_000) @Nullable Long files,
      @Schema(nullable = true) @PositiveOrZero @Max(1_000_000_000) @Nullable Long eligiblePatients,
      @Schema(nullable = true) @PositiveOrZero @Max(1_000_000_000) @Nullable Long members,
      @Schema(
              nullable = true,
              description = "Euros, deux décimales au plus. — Euros, two decimals at most.")
          @PositiveOrZero @DecimalMax("999999999999.99") @Nullable BigDecimal purchases,
      @Schema(
              nullable = true,
              description = "Euros, deux décimales au plus. — Euros, two decimals at most.")
          @PositiveOrZero @DecimalMax("999999999999.99") @Nullable BigDecimal medicalPayroll,
      @Schema(
              nullable = true,
              description = "Euros, deux décimales au plus. — Euros, two decimals at most.")
          @PositiveOrZero @DecimalMax("999999999999.99") @Nullable BigDecimal nonMedicalPayroll) {

    private @Nullable BigDecimal figure(GainInput input) {
      return switch (input) {
        case HONOURED -> exact(honoured);
        case WITHOUT_APPOINTMENT -> exact(withoutAppointment);
        case CANCELLED -> exact(cancelled);
        case NOT_HONOURED -> exact(notHonoured);
        case REVENUE -> revenue;
        case ACTS -> exact(acts);
        case CCAM_ACTS -> exact(ccamActs);
        case CCAM_REVENUE -> ccamRevenue;
        case ROOMS -> exact(rooms);
        case OPEN_HALF_DAYS -> openHalfDays;
        case SESSIONS_HELD -> sessionsHeld;
        case CHARGES -> charges;
        case UNPAID -> unpaid;
        case INVOICES_SENT -> exact(invoicesSent);
        case INVOICES_REJECTED -> exact(invoicesRejected);
        case SUBSIDY -> subsidy;
        case FILES -> exact(files);
        case ELIGIBLE_PATIENTS -> exact(eligiblePatients);
        case MEMBERS -> exact(members);
        case PURCHASES -> purchases;
        case MEDICAL_PAYROLL -> medicalPayroll;
        case NON_MEDICAL_PAYROLL -> nonMedicalPayroll;
      };
    }

    private static @Nullable BigDecimal exact(@Nullable Long count) {
      return count == null ? null : BigDecimal.valueOf(count);
    }
  }

  Period chosenPeriod() {
    return period == null ? Period.UNSPECIFIED : period;
  }

  /**
   * What a method reads of it.
   *
   * @throws ProblemException {@code INVALID} (422) with everything that the method does not take,
   *     and amounts with more than two decimals
   */
  CalculatePotentialGain.Inputs chosenInputs(GainMethod chosen) {
    List<Fault> faults = new ArrayList<>();
    Map<MethodParameter, Rational> given = chosenParameters(chosen, faults);
    List<GainRow> lines = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      lines.add(chosenRow(chosen, rows.get(i), "/rows/" + i, faults));
    }
    if (!faults.isEmpty()) {
      throw ProblemException.of(KitProblem.INVALID, faults);
    }
    return new CalculatePotentialGain.Inputs(given, lines);
  }

  private Map<MethodParameter, Rational> chosenParameters(GainMethod chosen, List<Fault> faults) {
    Map<MethodParameter, Rational> given = new EnumMap<>(MethodParameter.class);
    if (parameters == null) {
      return given;
    }
    for (MethodParameter parameter : MethodParameter.values()) {
      BigDecimal value = parameters.value(parameter);
      if (value == null) {
        continue;
      }
      String place = "/parameters/" + parameter.code();
      Rational exact = Rational.of(value);
      if (!chosen.parameters().contains(parameter)) {
        faults.add(Fault.at(place, "NOT_A_PARAMETER"));
      } else if (exact.compareTo(parameter.most()) > 0) {
        faults.add(Fault.at(place, "PARAMETER_TOO_LARGE"));
      } else {
        given.put(parameter, exact);
      }
    }
    return given;
  }

  private static GainRow chosenRow(GainMethod chosen, Row row, String place, List<Fault> faults) {
    if (row.specialty() == null && chosen.isPerSpecialty()) {
      faults.add(Fault.at(place + "/specialty", "REQUIRED"));
    }
    Map<GainInput, Rational> figures = new EnumMap<>(GainInput.class);
    for (GainInput input : GainInput.values()) {
      BigDecimal figure = row.figure(input);
      if (figure == null) {
        continue;
      }
      if (!chosen.inputs().contains(input)) {
        faults.add(Fault.at(place + "/" + input.field(), "NOT_AN_INPUT"));
      } else if (hasTooManyDecimals(figure)) {
        faults.add(Fault.at(place + "/" + input.field(), "AMOUNT_HAS_MORE_THAN_TWO_DECIMALS"));
      } else {
        figures.put(input, Rational.of(figure));
      }
    }
    return new GainRow(row.specialty(), figures);
  }

  // Before it becomes a fraction: a short text such as 1e-999999999 would fill the memory.
  private static boolean hasTooManyDecimals(BigDecimal amount) {
    return amount.signum() != 0 && amount.stripTrailingZeros().scale() > 2;
  }
}
