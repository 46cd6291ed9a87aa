package fr.cadran.contracts.fundingtable.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a version of a funding table holds. As a draft it may lack parameters; publishing asks for
 * all of them.
 *
 * @param label what it is, in French
 * @param validFrom first day in force
 * @param validUntil first day out of force, null while in force
 * @param source legal text of the whole
 * @param amounts each line, volet and size at most once, in printed order
 * @param parameters each name at most once, in the order of the names
 */
public record TableContent(
    String label,
    LocalDate validFrom,
    @Nullable LocalDate validUntil,
    String source,
    List<FundingAmount> amounts,
    List<RuleParameter> parameters) {
  public TableContent {
    amounts =
        amounts.stream()
            .sorted(
                Comparator.comparing(FundingAmount::line)
                    .thenComparing(FundingAmount::volet)
                    .thenComparingInt(FundingAmount::size))
            .toList();
    parameters = parameters.stream().sorted(Comparator.comparing(RuleParameter::name)).toList();
  }
}
