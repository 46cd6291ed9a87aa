package fr.cadran.centres.access.application;

import fr.cadran.kit.access.CentreScope;
import fr.cadran.kit.type.Finess;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * {@link CentreReach} as a condition of a JPQL query. One text for every feature whose rows hang on
 * a centre, so that the rule of access is written once: join {@code CentreEntity} under an alias of
 * your own and put this beside your conditions. Mandats belong to another feature; their entity is
 * named in the query only, because a centre that an editor may not see has to be absent from the
 * very statement that reads it.
 */
public final class WithinReach {
  private WithinReach() {}

  /**
   * The condition.
   *
   * @param alias of {@code CentreEntity} in the query
   * @param name before the names of the parameters, so that a query can have two reaches
   */
  public static String of(String alias, String name) {
    return """
    (:%2$sEverything = true
     or %1$s.departement in (:%2$sDepartements)
     or %1$s.region in (:%2$sRegions)
     or %1$s.finess in (:%2$sCentres)
     or exists (select 1 from MandatEntity trusted join trusted.scopes allowed
                where trusted.centre = %1$s.finess and trusted.clientId = :%2$sClient
                  and trusted.revokedAt is null
                  and trusted.validFrom <= :%2$sToday and trusted.validUntil >= :%2$sToday
                  and (:%2$sAnyMandat = true or allowed in (:%2$sMandatScopes))))
    """
        .formatted(alias, name);
  }

  /** The parameters of the condition; the map may be added to. */
  public static Map<String, Object> parameters(String name, CentreReach reach) {
    CentreScope scope = reach.scope();
    Map<String, Object> parameters = new HashMap<>();
    parameters.put(name + "Everything", scope.everything());
    parameters.put(name + "Departements", List.copyOf(scope.departements()));
    parameters.put(name + "Regions", List.copyOf(scope.territories().regions()));
    parameters.put(name + "Centres", scope.centres().stream().map(Finess::value).toList());
    // No client has an empty id: without an editor no mandat matches.
    parameters.put(name + "Client", scope.editorClient().orElse(""));
    parameters.put(name + "Today", reach.today());
    parameters.put(name + "AnyMandat", reach.mandatScopes().isEmpty());
    parameters.put(name + "MandatScopes", List.copyOf(reach.mandatScopes()));
    return parameters;
  }
}
