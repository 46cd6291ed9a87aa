package fr.cadran.contracts.cpts.application;

import fr.cadran.contracts.access.application.AccessPolicy;
import fr.cadran.contracts.cpts.domain.Overlap;
import fr.cadran.contracts.cpts.domain.Territory;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.access.CptsScope;
import fr.cadran.kit.type.FieldError;
import java.util.List;
import java.util.UUID;

/** Which overlaps of a territory a caller may see; the others are only counted. */
final class SeeTerritory {
  private SeeTerritory() {}

  static TerritoryView of(
      CptsRecords records, Caller caller, UUID id, Territory territory, List<FieldError> warnings) {
    List<Overlap> all = records.overlaps(id, territory, CptsScope.EVERYTHING);
    List<Overlap> visible =
        all.isEmpty() ? all : records.overlaps(id, territory, AccessPolicy.READ.of(caller));
    return new TerritoryView(
        territory, visible, all.size() - visible.size(), warnings, records.territories(id));
  }
}
