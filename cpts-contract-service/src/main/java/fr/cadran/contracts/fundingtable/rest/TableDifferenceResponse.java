package fr.cadran.contracts.fundingtable.rest;

import fr.cadran.contracts.fundingtable.domain.FundingAmount;
import fr.cadran.contracts.fundingtable.domain.RuleParameter;
import fr.cadran.contracts.fundingtable.domain.TableDifference;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What one version of a funding table has changed since another, line by line. */
@Schema(name = "FundingTableDifference")
record TableDifferenceResponse(
    @Schema(required = true, examples = "ACI-2019") String code,
    @Schema(required = true, description = "Version de départ. — The version compared with.")
        int before,
    @Schema(required = true) int after,
    @Schema(required = true) List<AmountChange> amounts,
    @Schema(required = true) List<ParameterChange> parameters) {

  /** An amount that is not the same. */
  @Schema(name = "FundingAmountChange")
  record AmountChange(
      @Schema(required = true) TableDifference.Kind change,
      FundingTableResponse.@Nullable Amount before,
      FundingTableResponse.@Nullable Amount after) {

    static AmountChange of(TableDifference.Change<FundingAmount> change) {
      return new AmountChange(
          change.kind(),
          change.before() == null ? null : FundingTableResponse.Amount.of(change.before()),
          change.after() == null ? null : FundingTableResponse.Amount.of(change.after()));
    }
  }

  /** A parameter that is not the same. */
  @Schema(name = "FundingParameterChange")
  record ParameterChange(
      @Schema(required = true) TableDifference.Kind change,
      FundingTableResponse.@Nullable Parameter before,
      FundingTableResponse.@Nullable Parameter after) {

    static ParameterChange of(TableDifference.Change<RuleParameter> change) {
      return new ParameterChange(
          change.kind(),
          change.before() == null ? null : FundingTableResponse.Parameter.of(change.before()),
          change.after() == null ? null : FundingTableResponse.Parameter.of(change.after()));
    }
  }

  static TableDifferenceResponse of(
      String code, int before, int after, TableDifference difference) {
    return new TableDifferenceResponse(
        code,
        before,
        after,
        difference.amounts().stream().map(AmountChange::of).toList(),
        difference.parameters().stream().map(ParameterChange::of).toList());
  }
}
