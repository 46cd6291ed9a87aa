package fr.cadran.contracts.fundingtable.rest;

import fr.cadran.contracts.fundingtable.domain.TableDeclaration;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A version of a funding table as an administrator writes it. */
@Schema(name = "FundingTableDraft")
record FundingTableRequest(
    @Schema(required = true, maxLength = 500) @Nullable String label,
    @Schema(required = true) @Nullable LocalDate validFrom,
    @Nullable LocalDate validUntil,
    @Schema(required = true, maxLength = 500) @Nullable String source,
    @Schema(required = true) @Nullable List<@Nullable Amount> amounts,
    @Schema(required = true) @Nullable List<@Nullable Parameter> parameters) {

  /** A new table: a version with the code that it will keep. */
  @Schema(name = "NewFundingTable")
  record WithCode(
      @Schema(required = true, pattern = "^[A-Z][A-Z0-9-]{1,29}$", examples = "ACI-2027")
          @Nullable String code,
      @Schema(required = true, maxLength = 500) @Nullable String label,
      @Schema(required = true) @Nullable LocalDate validFrom,
      @Nullable LocalDate validUntil,
      @Schema(required = true, maxLength = 500) @Nullable String source,
      @Schema(required = true) @Nullable List<@Nullable Amount> amounts,
      @Schema(required = true) @Nullable List<@Nullable Parameter> parameters) {

    TableDeclaration toDeclaration() {
      return new FundingTableRequest(label, validFrom, validUntil, source, amounts, parameters)
          .toDeclaration();
    }
  }

  /** One yearly amount. */
  @Schema(name = "FundingAmountDraft")
  record Amount(
      @Schema(required = true, examples = "ACCES_SOINS") @Nullable String line,
      @Schema(required = true, examples = "FIXE") @Nullable String volet,
      @Schema(required = true, examples = "2") @Nullable Integer size,
      @Schema(required = true, examples = "17500.00") @Nullable BigDecimal amount,
      @Nullable Boolean earmarked,
      @Schema(required = true, maxLength = 500) @Nullable String source,
      @Schema(required = true, examples = "to-verify") @Nullable String verification) {}

  /** One parameter of the rule set. */
  @Schema(name = "FundingParameterDraft")
  record Parameter(
      @Schema(required = true, examples = "advanceRate") @Nullable String name,
      @Schema(required = true, examples = "0.75") @Nullable String value,
      @Schema(required = true, maxLength = 500) @Nullable String source,
      @Schema(required = true, examples = "verified") @Nullable String verification) {}

  TableDeclaration toDeclaration() {
    return new TableDeclaration(
        label,
        validFrom,
        validUntil,
        source,
        amounts == null ? null : amounts.stream().map(FundingTableRequest::amount).toList(),
        parameters == null
            ? null
            : parameters.stream().map(FundingTableRequest::parameter).toList());
  }

  private static TableDeclaration.@Nullable Amount amount(@Nullable Amount row) {
    return row == null
        ? null
        : new TableDeclaration.Amount(
            row.line(),
            row.volet(),
            row.size(),
            row.amount(),
            row.earmarked(),
            row.source(),
            row.verification());
  }

  private static TableDeclaration.@Nullable Parameter parameter(@Nullable Parameter row) {
    return row == null
        ? null
        : new TableDeclaration.Parameter(row.name(), row.value(), row.source(), row.verification());
  }
}
