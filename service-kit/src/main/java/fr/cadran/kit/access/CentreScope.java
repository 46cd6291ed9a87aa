package fr.cadran.kit.access;

import fr.cadran.kit.type.Finess;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which centres a caller reaches with an action. Repositories turn it into a condition, so that a
 * centre outside it is absent from lists, counts and single reads alike. The parts add up; all
 * empty sees nothing.
 *
 * @param everything whether there is no limit (auditor)
 * @param territories of an ARS agent
 * @param caisseDepartements of a CPAM agent
 * @param centres of a manager
 * @param editorClient the client of an editor, who sees the centres that gave it an active mandat
 */
public record CentreScope(
    boolean everything,
    Territories territories,
    Set<String> caisseDepartements,
    Set<Finess> centres,
    Optional<String> editorClient) {
  public CentreScope {
    caisseDepartements = Set.copyOf(caisseDepartements);
    centres = Set.copyOf(centres);
  }

  /** Every département that is covered as a whole, without those of the covered régions. */
  public Set<String> departements() {
    Set<String> all = new TreeSet<>(territories.departements());
    all.addAll(caisseDepartements);
    return all;
  }

  /** Whether a centre is inside by its place or its number; mandats are the repository's matter. */
  public boolean covers(Finess finess, String departement, String region) {
    return everything
        || territories.covers(departement, region)
        || caisseDepartements.contains(departement)
        || centres.contains(finess);
  }
}
