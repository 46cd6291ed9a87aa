package fr.cadran.contracts.fundingtable.application;

import fr.cadran.contracts.fundingtable.domain.FundingTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists the published tables. */
@ApplicationScoped
public class ListFundingTables {
  private final FundingTables tables;

  ListFundingTables(FundingTables tables) {
    this.tables = tables;
  }

  /**
   * The latest published versions, in order of entry into force.
   *
   * @param on only those in force on this day, null for all
   */
  @Transactional
  public List<FundingTable> list(@Nullable LocalDate on) {
    return tables.latest(on);
  }
}
