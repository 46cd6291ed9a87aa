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
    // One list of centres, read once and then looked up in the index, in its order: a page costs
    // what
    // it shows, not what the territory holds.
    query.and(
        finessColumn
            + " = ANY(ARRAY(SELECT c.finess FROM centre c WHERE c.departement = ANY(?) OR c.region = ANY(?)"
            + " UNION SELECT m.finess FROM mandat m"
            + " WHERE m.client_id = ? AND m.valid_from <= ? AND (m.ends_at IS NULL OR m.ends_at > ?)"
            + " UNION SELECT unnest(?::text[])))",
        texts(scope.departements()),
        texts(scope.territories().regions()),
        // No client has an empty id: without an editor no mandat matches.
        scope.editorClient().orElse(""),
        now,
        now,
        texts(scope.centres().stream().map(Finess::value).toList()));
  }

  private static List<String> texts(Collection<String> values) {
    return List.copyOf(values);
  }
}
