package fr.cadran.contracts.cpts.application;

import fr.cadran.contracts.fundingtable.application.FundingTables;
import fr.cadran.contracts.fundingtable.domain.FundingTable;
import fr.cadran.contracts.fundingtable.domain.RuleParameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;

/** Finds the dated parameters that hold on a day: sizes, delays and ceilings. */
@ApplicationScoped
public class FindParameters {
  private final FundingTables tables;

  FindParameters(FundingTables tables) {
    this.tables = tables;
  }

  /**
   * The parameters in force on a day.
   *
   * @throws IllegalStateException on a day without any table: then no size can be told
   */
  public RuleParameters on(LocalDate day) {
    List<FundingTable> inForce = tables.latest(day);
    if (inForce.isEmpty()) {
      throw new IllegalStateException("no funding table is in force on " + day);
    }
    return inForce.getFirst().parameters();
  }
}
