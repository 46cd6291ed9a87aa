package fr.cadran.contracts.fundingtable.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A version of a funding table as it was written, before any rule looked at it. */
public record TableDeclaration(
    @Nullable String label,
    @Nullable LocalDate validFrom,
    @Nullable LocalDate validUntil,
    @Nullable String source,
    @Nullable List<@Nullable Amount> amounts,
    @Nullable List<@Nullable Parameter> parameters) {

  /** An amount as it was written; the fields are those of {@link FundingAmount}. */
  public record Amount(
      @Nullable String line,
      @Nullable String volet,
      @Nullable Integer size,
      @Nullable BigDecimal amount,
      @Nullable Boolean earmarked,
      @Nullable String source,
      @Nullable String verification) {}

  /** A parameter as it was written; the fields are those of {@link RuleParameter}. */
  public record Parameter(
      @Nullable String name,
      @Nullable String value,
      @Nullable String source,
      @Nullable String verification) {}
}
