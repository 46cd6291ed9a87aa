package fr.cadran.kit.access;

import fr.cadran.kit.type.Finess;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who calls, as the token says. Handed to use cases as a parameter, so that access is part of what
 * they are tested on.
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

  /** The centres that this caller may read, as a rule that queries can apply. */
  public CentreScope centreScope() {
    Set<String> departements =
        has(Role.CPAM_AGENT)
            ? caisse.map(Caller::departementOfCaisse).map(Set::of).orElse(Set.of())
            : Set.of();
    return new CentreScope(
        has(Role.AUDITOR),
        has(Role.ARS_AGENT) ? territories : Territories.NONE,
        departements,
        has(Role.CENTRE_MANAGER) ? centres : Set.of(),
        has(Role.EDITOR) ? Optional.of(clientId) : Optional.empty());
  }

  /** The CPTS that this caller may read, as a rule that queries can apply. */
  public CptsScope cptsScope() {
    return new CptsScope(
        has(Role.AUDITOR),
        has(Role.ARS_AGENT) ? territories : Territories.NONE,
        has(Role.CPAM_AGENT) ? caisse : Optional.empty(),
        has(Role.CPTS_COORDINATOR)
            ? cpts.stream().flatMap(Caller::uuid).collect(Collectors.toSet())
            : Set.of());
  }

  private static Stream<UUID> uuid(String claim) {
    try {
      return Stream.of(UUID.fromString(claim));
    } catch (IllegalArgumentException odd) {
      return Stream.empty();
    }
  }

  private static String departementOfCaisse(String caisse) {
    // A caisse number starts with its département: 931 is in 93, 974 (overseas) in 974.
    return caisse.startsWith("97") || caisse.length() < 2 ? caisse : caisse.substring(0, 2);
  }
}
