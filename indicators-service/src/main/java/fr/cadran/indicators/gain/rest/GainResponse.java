package fr.cadran.indicators.gain.rest;

import fr.cadran.indicators.gain.domain.GainCalculator;
import fr.cadran.indicators.gain.domain.GainInput;
import fr.cadran.indicators.gain.domain.GainMethod;
import fr.cadran.indicators.gain.domain.GainParameter;
import fr.cadran.indicators.gain.domain.GainRow;
import fr.cadran.indicators.gain.domain.GainStep;
import fr.cadran.indicators.gain.domain.PotentialGain;
import fr.cadran.indicators.gain.domain.RowGain;
import fr.cadran.kit.type.Euros;
import fr.cadran.kit.type.Rational;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A potential gain with its trace. */
@Schema(name = "Gain", description = "Gain potentiel et sa trace. — Potential gain and its trace.")
public record GainResponse(
    @Schema(required = true, examples = "NON_VENUE") String levier,
    @Schema(required = true, examples = "bao-2014") String method,
    @Schema(required = true, examples = "YEAR") String period,
    @Schema(
            required = true,
            nullable = true,
            examples = "82907.80",
            description =
                "Somme des lignes publiées, en euros ; nulle quand aucune n'a de gain. — Sum of the"
                    + " published rows in euros; null when none has a gain.")
        @Nullable BigDecimal total,
    @Schema(required = true, nullable = true) @Nullable String missingReason,
    @Schema(required = true) List<Row> rows,
    @Schema(required = true) Explanation explanation) {

  /** The gain of a specialty. */
  @Schema(name = "GainRow")
  public record Row(
      @Schema(
              required = true,
              examples = "MEDECINE_GENERALE",
              description = "`CENTRE` : le centre entier. — `CENTRE`: the centre as a whole.")
          String specialty,
      @Schema(required = true, nullable = true, examples = "82907.80") @Nullable BigDecimal gain,
      @Schema(required = true, nullable = true, examples = "MISSING_INPUT: revenue")
          @Nullable String missingReason,
      @Schema(required = true) Inputs inputs,
      @Schema(required = true) List<String> warnings,
      @Schema(required = true) RowExplanation explanation) {}

  /** What a row was computed from; null is not known, or not read by the method. */
  @Schema(name = "GainInputs")
  public record Inputs(
      @Schema(required = true, nullable = true) @Nullable BigDecimal honoured,
      @Schema(required = true, nullable = true) @Nullable BigDecimal withoutAppointment,
      @Schema(required = true, nullable = true) @Nullable BigDecimal cancelled,
      @Schema(required = true, nullable = true) @Nullable BigDecimal notHonoured,
      @Schema(required = true, nullable = true) @Nullable BigDecimal revenue,
      @Schema(nullable = true) @Nullable BigDecimal acts,
      @Schema(nullable = true) @Nullable BigDecimal ccamActs,
      @Schema(nullable = true) @Nullable BigDecimal ccamRevenue,
      @Schema(nullable = true) @Nullable BigDecimal rooms,
      @Schema(nullable = true) @Nullable BigDecimal openHalfDays,
      @Schema(nullable = true) @Nullable BigDecimal sessionsHeld,
      @Schema(nullable = true) @Nullable BigDecimal charges,
      @Schema(nullable = true) @Nullable BigDecimal unpaid,
      @Schema(nullable = true) @Nullable BigDecimal invoicesSent,
      @Schema(nullable = true) @Nullable BigDecimal invoicesRejected,
      @Schema(nullable = true) @Nullable BigDecimal subsidy,
      @Schema(nullable = true) @Nullable BigDecimal files,
      @Schema(nullable = true) @Nullable BigDecimal eligiblePatients,
      @Schema(nullable = true) @Nullable BigDecimal members,
      @Schema(nullable = true) @Nullable BigDecimal purchases,
      @Schema(nullable = true) @Nullable BigDecimal medicalPayroll,
      @Schema(nullable = true) @Nullable BigDecimal nonMedicalPayroll) {
    static Inputs of(GainRow row) {
      return new Inputs(
          exact(row.figure(GainInput.HONOURED)),
          exact(row.figure(GainInput.WITHOUT_APPOINTMENT)),
          exact(row.figure(GainInput.CANCELLED)),
          exact(row.figure(GainInput.NOT_HONOURED)),
          exact(row.figure(GainInput.REVENUE)),
          exact(row.figure(GainInput.ACTS)),
          exact(row.figure(GainInput.CCAM_ACTS)),
          exact(row.figure(GainInput.CCAM_REVENUE)),
          exact(row.figure(GainInput.ROOMS)),
          exact(row.figure(GainInput.OPEN_HALF_DAYS)),
          exact(row.figure(GainInput.SESSIONS_HELD)),
          exact(row.figure(GainInput.CHARGES)),
          exact(row.figure(GainInput.UNPAID)),
          exact(row.figure(GainInput.INVOICES_SENT)),
          exact(row.figure(GainInput.INVOICES_REJECTED)),
          exact(row.figure(GainInput.SUBSIDY)),
          exact(row.figure(GainInput.FILES)),
          exact(row.figure(GainInput.ELIGIBLE_PATIENTS)),
          exact(row.figure(GainInput.MEMBERS)),
          exact(row.figure(GainInput.PURCHASES)),
          exact(row.figure(GainInput.MEDICAL_PAYROLL)),
          exact(row.figure(GainInput.NON_MEDICAL_PAYROLL)));
    }

    private static @Nullable BigDecimal exact(@Nullable Rational decimal) {
      // Inputs are counts and decimals, so nothing is lost.
      return decimal == null
          ? null
          : new BigDecimal(decimal.numerator()).divide(new BigDecimal(decimal.denominator()));
    }
  }

  /** How the gain of a row was obtained. */
  @Schema(name = "GainRowExplanation")
  public record RowExplanation(
      @Schema(required = true) String formula,
      @Schema(required = true, nullable = true) @Nullable String substituted,
      @Schema(required = true, nullable = true, examples = "11690000/141")
          @Nullable String unrounded,
      @Schema(required = true, nullable = true, examples = "82907.80") @Nullable BigDecimal rounded,
      @Schema(required = true) String rounding,
      @Schema(required = true) List<Step> steps) {}

  /** An intermediate figure. */
  @Schema(name = "GainStep")
  public record Step(
      @Schema(required = true, examples = "ecart") String name,
      @Schema(required = true) String formula,
      @Schema(required = true, nullable = true) @Nullable String substituted,
      @Schema(required = true, nullable = true, examples = "1169/1410") @Nullable String unrounded,
      @Schema(required = true, nullable = true, examples = "0.8291") @Nullable BigDecimal rounded) {
    static Step of(GainStep step) {
      Rational value = step.value();
      return new Step(
          step.name(),
          step.formula(),
          step.substituted(),
          value == null ? null : value.toString(),
          step.rounded());
    }
  }

  /** How the total was obtained. */
  @Schema(name = "GainExplanation")
  public record Explanation(
      @Schema(required = true) String formula,
      @Schema(required = true, nullable = true, examples = "82907.80") @Nullable String substituted,
      @Schema(required = true, examples = "PRINTED") String provenance,
      @Schema(required = true, examples = "seed 000, ANNEXE VI") String source,
      @Schema(required = true) Text description,
      @Schema(required = true) List<Parameter> parameters,
      @Schema(required = true) String rounding,
      @Schema(required = true, description = "Lignes du total. — Rows in the total.")
          List<String> rowsInTotal,
      @Schema(required = true, description = "Lignes hors du total. — Rows left out of the total.")
          List<LeftOut> rowsLeftOut) {}

  /** A row that is not in the total, and why. */
  @Schema(name = "GainRowLeftOut")
  public record LeftOut(
      @Schema(required = true) String specialty,
      @Schema(required = true, nullable = true) @Nullable String missingReason) {}

  /** A figure that the method reads beside the inputs. */
  @Schema(name = "GainParameter")
  public record Parameter(
      @Schema(required = true, examples = "cible") String name,
      @Schema(required = true, examples = "targetAttendance") String code,
      @Schema(required = true, examples = "0.9") BigDecimal value,
      @Schema(required = true, examples = "seed 000, ANNEXE VI") String source) {}

  /** A text in both languages. */
  @Schema(name = "GainText")
  public record Text(@Schema(required = true) String fr, @Schema(required = true) String en) {}

  static GainResponse of(PotentialGain gain) {
    return new GainResponse(
        gain.levier().name(),
        gain.method().code(),
        gain.period().name(),
        amount(gain.total()),
        gain.missingReason(),
        gain.rows().stream().map(GainResponse::row).toList(),
        explanation(gain));
  }

  private static Row row(RowGain row) {
    Rational exact = row.unrounded();
    return new Row(
        named(row),
        amount(row.gain()),
        row.missingReason(),
        Inputs.of(row.row()),
        row.warnings(),
        new RowExplanation(
            row.formula(),
            row.substituted(),
            exact == null ? null : exact.toString(),
            amount(row.gain()),
            GainCalculator.ROUNDING,
            row.steps().stream().map(Step::of).toList()));
  }

  private static Explanation explanation(PotentialGain gain) {
    GainMethod method = gain.method();
    List<RowGain> counted = gain.counted();
    return new Explanation(
        method.formula(),
        counted.isEmpty()
            ? null
            : String.join(" + ", counted.stream().map(row -> String.valueOf(row.gain())).toList()),
        method.provenance().name(),
        method.source(),
        new Text(method.description().fr(), method.description().en()),
        gain.parameters().stream().map(GainResponse::parameter).toList(),
        GainCalculator.ROUNDING,
        counted.stream().map(GainResponse::named).toList(),
        gain.leftOut().stream().map(row -> new LeftOut(named(row), row.missingReason())).toList());
  }

  private static Parameter parameter(GainParameter read) {
    return new Parameter(
        read.parameter().variable().name(),
        read.parameter().code(),
        plain(read.value()),
        read.source());
  }

  /** A parameter as it was given: decimals without trailing zeros, never an exponent. */
  static BigDecimal plain(Rational decimal) {
    return new BigDecimal(decimal.toText());
  }

  /** How a row is called in a list: its specialty, or the centre as a whole. */
  private static String named(RowGain row) {
    String specialty = row.row().specialty();
    return specialty == null ? "CENTRE" : specialty;
  }

  private static @Nullable BigDecimal amount(@Nullable Euros euros) {
    return euros == null ? null : euros.amount();
  }
}
