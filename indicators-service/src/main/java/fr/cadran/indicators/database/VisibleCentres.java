package fr.cadran.indicators.database;

import fr.cadran.kit.access.CentreScope;
import fr.cadran.kit.type.Finess;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * The centres that a caller may see, as a condition of a query: what is outside is absent from
 * lists, counts and single reads alike.
 */
public final class VisibleCentres {
  private VisibleCentres() {}

  /**
   * Adds the condition to a query.
   *
   * @param query to complete
   * @param finessColumn the column that holds the centre, for example {@code v.finess}
   * @param scope what the caller may see
   * @param now at which mandats must hold
   */
  public static void restrict(Query query, String finessColumn, CentreScope scope, Instant now) {
    if (scope.everything()) {
      return;
    }
    query.and(
        "("
            + finessColumn
            + " = ANY(?) OR EXISTS (SELECT 1 FROM centre c WHERE c.finess = "
            + finessColumn
            + " AND (c.departement = ANY(?) OR c.region = ANY(?)))"
            + " OR EXISTS (SELECT 1 FROM mandat m WHERE m.finess = "
            + finessColumn
            + " AND m.client_id = ? AND m.valid_from <= ? AND (m.ends_at IS NULL OR m.ends_at > ?)))",
        texts(scope.centres().stream().map(Finess::value).toList()),
        texts(scope.departements()),
        texts(scope.territories().regions()),
        // No client has an empty id: without an editor no mandat matches.
        scope.editorClient().orElse(""),
        now,
        now);
  }

  private static List<String> texts(Collection<String> values) {
    return List.copyOf(values);
  }
}
