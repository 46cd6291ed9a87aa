package fr.cadran.centres.access.application;

import fr.cadran.kit.access.CentreScope;
import java.time.LocalDate;
import java.util.Set;

/**
 * Which centres a caller reaches with an action. Repositories turn it into a condition of the
 * query, so that a centre outside it is simply not there.
 *
 * @param scope by territory, by number or by mandat
 * @param mandatScopes what an editor's mandat must allow, one of them; empty when any mandat will
 *     do
 * @param today the day on which a mandat must be valid
 */
public record CentreReach(CentreScope scope, Set<String> mandatScopes, LocalDate today) {
  public CentreReach {
    mandatScopes = Set.copyOf(mandatScopes);
  }
}
