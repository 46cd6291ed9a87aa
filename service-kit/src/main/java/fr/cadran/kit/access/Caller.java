package fr.cadran.kit.access;

import fr.cadran.kit.type.Finess;
import java.util.Optional;
import java.util.Set;

/**
 * Who calls, as the token says. Handed to use cases as a parameter, so that access is part of what
 * they are tested on. What follows from roles and claims, the policy of a service decides ({@link
 * Reaches}), and nothing else looks at them.
 *
 * @param subject account id, the only thing about a person that logs and audits may hold
 * @param clientId OAuth client that asked for the token
 * @param roles roles of the realm
 * @param scopes granted scopes {@code resource:action}
 * @param territories where an ARS agent acts
 * @param caisse number of a CPAM agent's caisse, three digits, {@code 931} for Seine-Saint-Denis
 * @param centres the centres that a manager answers for
 * @param cpts ids of the CPTS that a coordinator answers for
 */
public record Caller(
    String subject,
    String clientId,
    Set<Role> roles,
    Set<String> scopes,
    Territories territories,
    Optional<String> caisse,
    Set<Finess> centres,
    Set<String> cpts) {
  public Caller {
    roles = Set.copyOf(roles);
    scopes = Set.copyOf(scopes);
    centres = Set.copyOf(centres);
    cpts = Set.copyOf(cpts);
  }

  public boolean has(Role role) {
    return roles.contains(role);
  }

  public boolean hasScope(String scope) {
    return scopes.contains(scope);
  }
}
