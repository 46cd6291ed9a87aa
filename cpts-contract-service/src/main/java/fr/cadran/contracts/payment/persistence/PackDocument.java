package fr.cadran.contracts.payment.persistence;

import fr.cadran.contracts.fundingtable.domain.FundingAmount;
import fr.cadran.contracts.fundingtable.domain.FundingLine;
import fr.cadran.contracts.fundingtable.domain.FundingTable;
import fr.cadran.contracts.fundingtable.domain.RuleName;
import fr.cadran.contracts.fundingtable.domain.RuleParameter;
import fr.cadran.contracts.fundingtable.domain.RuleParameters;
import fr.cadran.contracts.fundingtable.domain.Verification;
import fr.cadran.contracts.fundingtable.domain.Volet;
import fr.cadran.contracts.payment.application.ExplanationDocument;
import fr.cadran.contracts.payment.application.PackSignature;
import fr.cadran.contracts.payment.domain.LedgerLine;
import fr.cadran.contracts.payment.domain.Milestone;
import fr.cadran.contracts.payment.domain.PaymentKind;
import fr.cadran.kit.type.Euros;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The content of a payment pack: what the engine read, what it wrote, who had signed.
 *
 * @param format {@code cadran-payment-pack/1}
 * @param payment the line
 * @param upTo day up to which the calendar had run
 * @param facts that it was computed from
 * @param factsVersion of the facts
 * @param fundingTables every table version that the facts name, in full
 * @param before lines that stood before
 * @param signatures behind the facts
 */
record PackDocument(
    String format,
    LinePart payment,
    LocalDate upTo,
    FactsDocument facts,
    int factsVersion,
    List<TablePart> fundingTables,
    List<LinePart> before,
    List<PackSignature> signatures) {
  static final String FORMAT = "cadran-payment-pack/1";

  /** A line; those that stood before carry neither id nor explanation. */
  record LinePart(
      @Nullable UUID id,
      @Nullable UUID contract,
      int contractYear,
      FundingLine line,
      Volet volet,
      PaymentKind kind,
      Milestone milestone,
      LocalDate dueOn,
      BigDecimal amount,
      @Nullable ExplanationDocument explanation) {
    static LinePart standing(LedgerLine line) {
      return new LinePart(
          null,
          null,
          line.envelope().contractYear(),
          line.envelope().line(),
          line.envelope().volet(),
          line.kind(),
          line.milestone(),
          line.dueOn(),
          line.amount().amount(),
          null);
    }
  }

  /** A funding table in full. */
  record TablePart(
      String code,
      int version,
      String label,
      LocalDate validFrom,
      @Nullable LocalDate validUntil,
      String source,
      List<AmountPart> amounts,
      List<ParameterPart> parameters) {
    static TablePart of(FundingTable table) {
      return new TablePart(
          table.code(),
          table.version(),
          table.label(),
          table.validFrom(),
          table.validUntil(),
          table.source(),
          table.amounts().stream()
              .map(amount ->
                  new AmountPart(
                      amount.line(),
                      amount.volet(),
                      amount.size(),
                      amount.amount().amount(),
                      amount.earmarked(),
                      amount.source(),
                      amount.verification()))
              .toList(),
          table.parameters().all().stream()
              .map(one ->
                  new ParameterPart(one.name(), one.value(), one.source(), one.verification()))
              .toList());
    }

    FundingTable toDomain() {
      return new FundingTable(
          code,
          version,
          label,
          validFrom,
          validUntil,
          source,
          amounts.stream()
              .map(one ->
                  new FundingAmount(
                      one.line(),
                      one.volet(),
                      one.size(),
                      new Euros(one.amount()),
                      one.earmarked(),
                      one.source(),
                      one.verification()))
              .toList(),
          new RuleParameters(
              parameters.stream()
                  .map(one ->
                      new RuleParameter(one.name(), one.value(), one.source(), one.verification()))
                  .toList()));
    }
  }

  record AmountPart(
      FundingLine line,
      Volet volet,
      int size,
      BigDecimal amount,
      boolean earmarked,
      String source,
      Verification verification) {}

  record ParameterPart(RuleName name, String value, String source, Verification verification) {}
}
