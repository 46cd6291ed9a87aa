package fr.cadran.contracts.fundingtable.application;

import fr.cadran.contracts.fundingtable.domain.FundingTable;
import fr.cadran.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Reads the latest published version of one table. */
@ApplicationScoped
public class ReadFundingTable {
  private final FundingTables tables;

  ReadFundingTable(FundingTables tables) {
    this.tables = tables;
  }

  /**
   * The table.
   *
   * @throws ProblemException {@code NOT_FOUND} (404)
   */
  @Transactional
  public FundingTable read(String code) {
    return tables.published(code).orElseThrow(ProblemException::notFound);
  }
}
