package fr.cadran.contracts.fundingtable.application;

import fr.cadran.contracts.fundingtable.domain.FundingTableVersion;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists the funding tables, each in its latest published version. */
@ApplicationScoped
public class ListFundingTables {
  private final TableVersions versions;

  ListFundingTables(TableVersions versions) {
    this.versions = versions;
  }

  /**
   * The tables in order of entry into force; only those in force on a day when one is given.
   *
   * @param on null for all
   */
  @Transactional
  public List<FundingTableVersion> list(@Nullable LocalDate on) {
    return versions.latestPublished().stream()
        .filter(table -> on == null || isInForce(table, on))
        .toList();
  }

  private static boolean isInForce(FundingTableVersion table, LocalDate on) {
    LocalDate until = table.content().validUntil();
    return !on.isBefore(table.content().validFrom()) && (until == null || on.isBefore(until));
  }
}
