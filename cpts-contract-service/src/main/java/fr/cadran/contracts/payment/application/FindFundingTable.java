package fr.cadran.contracts.payment.application;

import fr.cadran.contracts.fundingtable.application.FundingTables;
import fr.cadran.contracts.fundingtable.domain.FundingTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** Finds the latest published version of the table that a simulation names. */
@ApplicationScoped
public class FindFundingTable {
  private final FundingTables tables;

  FindFundingTable(FundingTables tables) {
    this.tables = tables;
  }

  /** The table, empty when there is none of this code. */
  @Transactional
  public Optional<FundingTable> find(String code) {
    return tables.published(code);
  }
}
