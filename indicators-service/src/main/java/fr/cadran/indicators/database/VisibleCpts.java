package fr.cadran.indicators.database;

import fr.cadran.kit.access.CptsScope;
import java.util.List;
import java.util.UUID;

/**
 * The CPTS that a caller may see, as a condition of a query: what is outside is absent from lists,
 * counts and single reads alike.
 */
public final class VisibleCpts {
  private VisibleCpts() {}

  /**
   * Adds the condition to a query.
   *
   * @param query to complete
   * @param cptsColumn the column that holds the CPTS, for example {@code v.cpts}
   * @param scope what the caller may see
   */
  public static void restrict(Query query, String cptsColumn, CptsScope scope) {
    if (scope.everything()) {
      return;
    }
    query.and(
        "("
            + cptsColumn
            + " = ANY(?::uuid[]) OR EXISTS (SELECT 1 FROM cpts c WHERE c.id = "
            + cptsColumn
            + " AND (c.departement = ANY(?) OR c.region = ANY(?) OR c.caisse = ?)))",
        scope.cpts().stream().map(UUID::toString).toList(),
        List.copyOf(scope.territories().departements()),
        List.copyOf(scope.territories().regions()),
        // No caisse has an empty number: without a CPAM agent none matches.
        scope.caisse().orElse(""));
  }
}
