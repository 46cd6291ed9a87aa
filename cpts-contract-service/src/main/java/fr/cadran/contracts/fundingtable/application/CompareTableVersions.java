package fr.cadran.contracts.fundingtable.application;

import fr.cadran.contracts.fundingtable.domain.TableDifference;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Compares two versions of a funding table, line by line. */
@ApplicationScoped
public class CompareTableVersions {
  private final ReadFundingTable tables;

  CompareTableVersions(ReadFundingTable tables) {
    this.tables = tables;
  }

  /**
   * What one version has changed since another.
   *
   * @throws ProblemException {@code NOT_FOUND} (404) when the caller may not see one of them
   */
  @Transactional
  public TableDifference compare(Caller caller, String code, int before, int after) {
    return TableDifference.between(
        tables.read(caller, code, before).content(), tables.read(caller, code, after).content());
  }
}
