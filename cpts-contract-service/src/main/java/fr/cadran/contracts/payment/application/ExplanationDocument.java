package fr.cadran.contracts.payment.application;

import fr.cadran.contracts.indicator.domain.ContractIndicator;
import fr.cadran.contracts.payment.domain.Explanation;
import fr.cadran.contracts.payment.domain.PaymentKind;
import fr.cadran.contracts.payment.domain.PaymentRule;
import fr.cadran.kit.type.Rational;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An explanation as it is kept beside its line and shown: texts and decimals only, so that it reads
 * the same for ever, whatever becomes of the engine.
 *
 * @param rule that wrote the line
 * @param text of the rule, in French
 * @param source of the rule
 * @param formula with names
 * @param substituted with figures
 * @param parameters read from reference data
 * @param entitlement exact, a fraction in lowest terms; null for a line paid ahead
 * @param parts by indicator
 * @param earlier lines that were deducted
 * @param unrounded exact, a fraction in lowest terms
 * @param rounded in euros and cents
 * @param rounding how
 * @param flags of figures that are not settled by a text
 */
public record ExplanationDocument(
    PaymentRule rule,
    String text,
    String source,
    String formula,
    String substituted,
    List<Parameter> parameters,
    @Nullable String entitlement,
    List<Part> parts,
    List<Earlier> earlier,
    String unrounded,
    BigDecimal rounded,
    String rounding,
    List<String> flags) {
  public ExplanationDocument {
    parameters = List.copyOf(parameters);
    parts = List.copyOf(parts);
    earlier = List.copyOf(earlier);
    flags = List.copyOf(flags);
  }

  /** A figure of the reference data. */
  public record Parameter(String name, String value, String source, String verification) {}

  /** What one indicator brings; exact figures as decimals where they have one, else fractions. */
  public record Part(
      String indicator,
      String label,
      String type,
      String scale,
      @Nullable String baseline,
      @Nullable String target,
      @Nullable String value,
      String formula,
      String substituted,
      @Nullable String achievement,
      String reading,
      String paidRate,
      String share,
      String unrounded,
      BigDecimal amount) {}

  /** A line that was written before. */
  public record Earlier(PaymentKind kind, LocalDate dueOn, BigDecimal amount) {}

  /** The document of an explanation. */
  public static ExplanationDocument of(Explanation why) {
    Rational entitlement = why.entitlement();
    return new ExplanationDocument(
        why.rule(),
        why.rule().text(),
        why.rule().source(),
        why.formula(),
        why.substituted(),
        why.parameters().stream()
            .map(read ->
                new Parameter(
                    read.name(), read.value(), read.source(), read.verification().token()))
            .toList(),
        entitlement == null ? null : entitlement.toString(),
        why.parts().stream().map(ExplanationDocument::part).toList(),
        why.earlier().stream()
            .map(line -> new Earlier(line.kind(), line.dueOn(), line.amount().amount()))
            .toList(),
        why.unrounded().toString(),
        why.amount().amount(),
        Explanation.ROUNDING,
        why.flags());
  }

  private static Part part(Explanation.Part part) {
    ContractIndicator indicator = part.indicator();
    return new Part(
        indicator.code(),
        indicator.label(),
        indicator.type().name(),
        indicator.scale().kind(),
        text(indicator.baseline()),
        text(part.target()),
        text(part.value()),
        part.formula(),
        part.substituted(),
        text(part.achievement()),
        part.reading(),
        part.paidRate().toText(),
        part.share().toText(),
        part.unrounded().toString(),
        part.amount().amount());
  }

  private static @Nullable String text(@Nullable Rational value) {
    return value == null ? null : value.toText();
  }
}
