package fr.cadran.contracts.fundingtable.domain;

import fr.cadran.kit.type.Euros;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One version of the amounts of the agreement, with the parameters that go with them. Published, it
 * never changes: what was computed with it can be computed again.
 *
 * @param code for example {@code ACI-2019}
 * @param version from 1
 * @param label what it is, in French
 * @param validFrom first day in force
 * @param validUntil first day out of force, null while in force
 * @param source legal text of the whole
 * @param amounts each line, volet and size at most once
 * @param parameters of the rule set
 */
public record FundingTable(
    String code,
    int version,
    String label,
    LocalDate validFrom,
    @Nullable LocalDate validUntil,
    String source,
    List<FundingAmount> amounts,
    RuleParameters parameters) {
  public FundingTable {
    amounts = List.copyOf(amounts);
  }

  /** The yearly amount of a volet, empty when the table does not hold it for this size. */
  public Optional<FundingAmount> amount(FundingLine line, Volet volet, int size) {
    for (FundingAmount amount : amounts) {
      if (amount.line() == line && amount.volet() == volet && amount.size() == size) {
        return Optional.of(amount);
      }
    }
    return Optional.empty();
  }

  /** Whether the table says what a line is worth at this size. */
  public boolean funds(FundingLine line, int size) {
    return amounts.stream().anyMatch(amount -> amount.line() == line && amount.size() == size);
  }

  /** What a CPTS of this size could receive in a year, earmarked lines included or not. */
  public Euros total(int size, boolean withEarmarked) {
    return amounts.stream()
        .filter(amount -> amount.size() == size && (withEarmarked || !amount.earmarked()))
        .map(FundingAmount::amount)
        .reduce(Euros.ZERO, Euros::plus);
  }

  /** The same table under other parameters, for a simulation. */
  public FundingTable under(RuleParameters supposed) {
    return new FundingTable(code, version, label, validFrom, validUntil, source, amounts, supposed);
  }
}
