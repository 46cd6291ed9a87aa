package fr.cadran.contracts.cpts.application;

import fr.cadran.kit.access.CptsScope;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * {@link CptsScope} as a condition of a JPQL query. One text for every feature whose rows hang on a
 * CPTS, so that the rule of access is written once: join {@code CptsEntity} under an alias of your
 * own and put this beside your conditions.
 */
public final class WithinReach {
  private WithinReach() {}

  /**
   * The condition.
   *
   * @param alias of {@code CptsEntity} in the query
   */
  public static String of(String alias) {
    return """
    (:everything = true
     or %1$s.departement in (:departements)
     or %1$s.region in (:regions)
     or %1$s.caisse = :caisse
     or %1$s.id in (:ids))
    """
        .formatted(alias);
  }

  /** The parameters of the condition; the map may be added to. */
  public static Map<String, Object> parameters(CptsScope reach) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("everything", reach.everything());
    parameters.put("departements", List.copyOf(reach.territories().departements()));
    parameters.put("regions", List.copyOf(reach.territories().regions()));
    parameters.put("caisse", reach.caisse().orElse(""));
    parameters.put("ids", List.copyOf(reach.cpts()));
    return parameters;
  }
}
