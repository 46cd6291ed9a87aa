package fr.cadran.contracts.cpts.application;

import fr.cadran.contracts.cpts.domain.Overlap;
import fr.cadran.contracts.cpts.domain.Territory;
import fr.cadran.kit.type.FieldError;
import java.util.List;

/**
 * A territory as a caller may see it.
 *
 * @param territory the computation
 * @param overlaps the CPTS that share communes with it and that the caller may read
 * @param hiddenOverlaps how many others there are
 * @param warnings what to look at again, in answers to writes
 * @param history every computation, the oldest first
 */
public record TerritoryView(
    Territory territory,
    List<Overlap> overlaps,
    int hiddenOverlaps,
    List<FieldError> warnings,
    List<Territory> history) {
  public TerritoryView {
    overlaps = List.copyOf(overlaps);
    warnings = List.copyOf(warnings);
    history = List.copyOf(history);
  }
}
