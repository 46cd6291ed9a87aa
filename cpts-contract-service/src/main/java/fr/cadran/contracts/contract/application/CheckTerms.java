package fr.cadran.contracts.contract.application;

import fr.cadran.contracts.contract.domain.ContractTerms;
import fr.cadran.contracts.contract.domain.TermsRules;
import fr.cadran.contracts.cpts.domain.Cpts;
import fr.cadran.contracts.fundingtable.application.FundingTables;
import fr.cadran.contracts.fundingtable.domain.FundingTable;
import fr.cadran.kit.problem.ProblemException;
import fr.cadran.kit.problem.Refusals;
import fr.cadran.kit.type.CommuneCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;

/** Makes terms of what a party proposes, with what the territory gives, and checks them. */
@ApplicationScoped
public class CheckTerms {
  private final FundingTables tables;

  CheckTerms(FundingTables tables) {
    this.tables = tables;
  }

  /**
   * The terms.
   *
   * @throws ProblemException {@code FUNDING_TABLE_UNKNOWN}, {@code SIZE_NOT_FUNDED}, {@code
   *     TABLE_NOT_IN_FORCE}, {@code INVALID} (422)
   */
  @Transactional
  public ContractTerms check(TermsWish wish, Cpts cpts, LocalDate today) {
    FundingTable table =
        tables
            .published(wish.fundingTable())
            .orElseThrow(() -> ProblemException.of(ContractProblem.FUNDING_TABLE_UNKNOWN));
    Integer size = wish.size() == null ? cpts.size() : wish.size();
    if (size == null) {
      throw ProblemException.invalid("/size", "SIZE_NOT_GIVEN");
    }
    TermsRules.checkTable(table, size, wish.signedOn());
    ContractTerms terms =
        new ContractTerms(
            table.code(),
            table.version(),
            size,
            wish.population() == null ? cpts.population() : wish.population(),
            cpts.communes().stream().map(CommuneCode::value).sorted().toList(),
            wish.missions(),
            wish.signedOn());
    Refusals.refuse(TermsRules.errorsOf(terms, table, today));
    return terms;
  }
}
