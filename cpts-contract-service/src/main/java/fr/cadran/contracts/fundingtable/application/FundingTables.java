package fr.cadran.contracts.fundingtable.application;

import fr.cadran.contracts.fundingtable.domain.FundingTable;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Port: the published funding tables. A published version never changes. */
public interface FundingTables {
  /** The latest published version of a table. */
  Optional<FundingTable> published(String code);

  /** One published version of a table. */
  Optional<FundingTable> published(String code, int version);

  /**
   * The latest published version of each table, in order of entry into force.
   *
   * @param on only those in force on this day, null for all
   */
  List<FundingTable> latest(@Nullable LocalDate on);
}
