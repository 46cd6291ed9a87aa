package fr.cadran.indicators.gain.rest;

import fr.cadran.indicators.gain.domain.NonVenueMethod;
import fr.cadran.indicators.gain.domain.NonVenueRow;
import fr.cadran.indicators.gain.domain.Period;
import fr.cadran.kit.problem.Fault;
import fr.cadran.kit.problem.KitProblem;
import fr.cadran.kit.problem.ProblemException;
import fr.cadran.kit.type.Rational;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The inputs of a gain calculation. */
@Schema(
    name = "GainCalculationRequest",
    description = "Entrées du calcul, une ligne par spécialité. — Inputs, one row by specialty.")
public record GainCalculationRequest(
    @Schema(
            nullable = true,
            defaultValue = "attendance-gap",
            examples = "bao-2014",
            description =
                "`attendance-gap` (par défaut) ou `bao-2014`, la formule imprimée. —"
                    + " `attendance-gap` (default) or `bao-2014`, the printed formula.")
        @Nullable String method,
    @Schema(
            nullable = true,
            defaultValue = "UNSPECIFIED",
            description =
                "Durée que couvrent les entrées, donc le gain. — Span that the inputs, hence the gain,"
                    + " cover.")
        @Nullable Period period,
    @Schema(required = true) @NotEmpty @Size(max = 200) List<@Valid @NotNull Row> rows) {

  /** A specialty; null means not known, which is not zero. */
  @Schema(name = "GainCalculationRow")
  public record Row(
      @Schema(required = true, examples = "MEDECINE_GENERALE")
          @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{0,59}") String specialty,
      @Schema(nullable = true, examples = "1200") @PositiveOrZero @Max(1_000_000_000) @Nullable Long honoured,
      @Schema(nullable = true, examples = "300") @PositiveOrZero @Max(1_000_000_000) @Nullable Long withoutAppointment,
      @Schema(nullable = true, examples = "110") @PositiveOrZero @Max(1_000_000_000) @Nullable Long cancelled,
      @Schema(nullable = true, examples = "100") @PositiveOrZero @Max(1_000_000_000) @Nullable Long notHonoured,
      @Schema(
              nullable = true,
              examples = "100000.00",
              description = "Euros, deux décimales au plus. — Euros, two decimals at most.")
          @PositiveOrZero @DecimalMax("999999999999.99") @Nullable BigDecimal revenue) {

    private NonVenueRow toDomain() {
      return new NonVenueRow(
          specialty,
          rational(honoured),
          rational(withoutAppointment),
          rational(cancelled),
          rational(notHonoured),
          revenue == null ? null : Rational.of(revenue));
    }

    private static @Nullable Rational rational(@Nullable Long count) {
      return count == null ? null : Rational.of(count);
    }
  }

  /**
   * The method asked for, the default when none is.
   *
   * @throws ProblemException {@code INVALID} (422) when there is no such method
   */
  NonVenueMethod chosenMethod() {
    return method == null
        ? NonVenueMethod.DEFAULT
        : NonVenueMethod.withCode(method)
            .orElseThrow(() -> ProblemException.invalid("/method", "METHOD_UNKNOWN"));
  }

  Period chosenPeriod() {
    return period == null ? Period.UNSPECIFIED : period;
  }

  /**
   * The rows.
   *
   * @throws ProblemException {@code INVALID} (422) when an amount has more than two decimals
   */
  List<NonVenueRow> chosenRows() {
    List<Fault> faults =
        IntStream.range(0, rows.size())
            .filter(i -> hasTooManyDecimals(rows.get(i).revenue()))
            .mapToObj(i -> Fault.at("/rows/" + i + "/revenue", "AMOUNT_HAS_MORE_THAN_TWO_DECIMALS"))
            .toList();
    if (!faults.isEmpty()) {
      throw ProblemException.of(KitProblem.INVALID, faults);
    }
    return rows.stream().map(Row::toDomain).toList();
  }

  private static boolean hasTooManyDecimals(@Nullable BigDecimal amount) {
    return amount != null && amount.signum() != 0 && amount.stripTrailingZeros().scale() > 2;
  }
}
