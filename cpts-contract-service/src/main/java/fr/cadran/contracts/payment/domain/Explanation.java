package fr.cadran.contracts.payment.domain;

import fr.cadran.contracts.fundingtable.domain.Verification;
import fr.cadran.contracts.indicator.domain.ContractIndicator;
import fr.cadran.kit.type.Euros;
import fr.cadran.kit.type.Rational;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a line has its amount: enough to do the sum again by hand.
 *
 * @param rule that wrote the line
 * @param formula with names
 * @param substituted with figures
 * @param parameters every figure that was read from reference data, with its source and flag
 * @param entitlement exact entitlement of the envelope, null for a line paid ahead of it
 * @param parts what each indicator brings to it, empty when there are none
 * @param earlier lines of the same envelope that were deducted
 * @param unrounded exact result of the formula
 * @param amount the result in cents
 */
public record Explanation(
    PaymentRule rule,
    String formula,
    String substituted,
    List<ParameterRead> parameters,
    @Nullable Rational entitlement,
    List<Part> parts,
    List<EarlierLine> earlier,
    Rational unrounded,
    Euros amount) {
  /** How cents are made, in words. */
  public static final String ROUNDING = "HALF_UP, 2 places, once at the published line";

  public Explanation {
    parameters = List.copyOf(parameters);
    parts = List.copyOf(parts);
    earlier = List.copyOf(earlier);
  }

  /**
   * A figure of the reference data.
   *
   * @param name in formulas
   * @param value as it was read
   * @param source text that states it
   * @param verification how sure it is
   */
  public record ParameterRead(
      String name, String value, String source, Verification verification) {}

  /**
   * What one indicator brings.
   *
   * @param indicator as it was agreed
   * @param target of the year, null when it has none
   * @param share of the envelope, exact
   * @param value measured, null when the result is not a value
   * @param achievement 0 to 1, null when the scale reads none
   * @param formula of the achievement
   * @param substituted with figures
   * @param reading how the scale turned it into a rate
   * @param paidRate 0 to 1
   * @param unrounded exact euros
   * @param amount in cents, so that the parts make up the line (largest remainder)
   */
  public record Part(
      ContractIndicator indicator,
      @Nullable Rational target,
      Rational share,
      @Nullable Rational value,
      @Nullable Rational achievement,
      String formula,
      String substituted,
      String reading,
      Rational paidRate,
      Rational unrounded,
      Euros amount) {
    /** The same part with its cents. */
    Part in(Euros cents) {
      return new Part(
          indicator,
          target,
          share,
          value,
          achievement,
          formula,
          substituted,
          reading,
          paidRate,
          unrounded,
          cents);
    }
  }

  /** A line that was written before. */
  public record EarlierLine(PaymentKind kind, LocalDate dueOn, Euros amount) {}

  /** Flags of the figures that no text settles, each once; empty when all are verified. */
  public List<String> flags() {
    EnumSet<Verification> unsettled = EnumSet.noneOf(Verification.class);
    for (ParameterRead parameter : parameters) {
      unsettled.add(parameter.verification());
    }
    unsettled.remove(Verification.VERIFIED);
    return unsettled.stream().map(Verification::token).sorted().toList();
  }
}
