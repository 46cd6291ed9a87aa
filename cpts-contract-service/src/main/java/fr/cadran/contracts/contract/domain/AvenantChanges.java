package fr.cadran.contracts.contract.domain;

import fr.cadran.contracts.fundingtable.domain.FundingLine;
import fr.cadran.contracts.indicator.domain.ContractIndicator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an avenant changes, and nothing else; a part that is null or empty stays as it was.
 *
 * @param size 1 to 4
 * @param fundingTable code of the table that holds from then on
 * @param fundingTableVersion the published version of that table
 * @param added missions that the contract takes from then on
 * @param removed missions that end then
 * @param indicators annexes that are replaced, by mission, from the contract year of the effect on
 * @param territory the communes and their population
 */
public record AvenantChanges(
    @Nullable Integer size,
    @Nullable String fundingTable,
    @Nullable Integer fundingTableVersion,
    List<PlannedMission> added,
    List<FundingLine> removed,
    Map<FundingLine, List<ContractIndicator>> indicators,
    @Nullable NewTerritory territory) {
  public AvenantChanges {
    added = List.copyOf(added);
    removed = List.copyOf(removed);
    indicators = Collections.unmodifiableMap(new TreeMap<>(indicators));
  }

  /**
   * A territory.
   *
   * @param communes INSEE codes, in order
   * @param population of all of them, null when nobody gave one
   */
  public record NewTerritory(List<String> communes, @Nullable Integer population) {
    public NewTerritory {
      communes = List.copyOf(communes);
    }
  }

  public boolean isEmpty() {
    return names().isEmpty();
  }

  /** Names of the parts that change. */
  public List<String> names() {
    List<String> names = new ArrayList<>();
    if (size != null) {
      names.add("size");
    }
    if (fundingTable != null) {
      names.add("fundingTable");
    }
    if (!added.isEmpty() || !removed.isEmpty()) {
      names.add("missions");
    }
    if (!indicators.isEmpty()) {
      names.add("indicators");
    }
    if (territory != null) {
      names.add("territory");
    }
    return names;
  }

  /** The terms that hold once these changes do. */
  public ContractTerms appliedTo(ContractTerms terms) {
    List<PlannedMission> missions = new ArrayList<>(terms.missions());
    missions.removeIf(one -> removed.contains(one.mission()));
    missions.addAll(added);
    return new ContractTerms(
        fundingTable == null ? terms.fundingTable() : fundingTable,
        fundingTableVersion == null ? terms.fundingTableVersion() : fundingTableVersion,
        size == null ? terms.size() : size,
        territory == null ? terms.population() : territory.population(),
        territory == null ? terms.communes() : territory.communes(),
        missions,
        terms.signedOn());
  }

  /** The content as it is signed. */
  public Map<String, Object> content() {
    Map<String, Object> content = new HashMap<>();
    if (size != null) {
      content.put("size", size);
    }
    if (fundingTable != null && fundingTableVersion != null) {
      content.put("fundingTable", fundingTable);
      content.put("fundingTableVersion", fundingTableVersion);
    }
    if (!added.isEmpty() || !removed.isEmpty()) {
      content.put(
          "missions",
          Map.of(
              "added", added.stream().map(PlannedMission::content).toList(), "removed", removed));
    }
    if (!indicators.isEmpty()) {
      Map<FundingLine, Object> annexes = new EnumMap<>(FundingLine.class);
      indicators.forEach((mission, list) -> annexes.put(mission, IndicatorContent.of(list)));
      content.put("indicators", annexes);
    }
    if (territory != null) {
      Map<String, Object> place = new HashMap<>();
      place.put("communes", territory.communes());
      if (territory.population() != null) {
        place.put("population", territory.population());
      }
      content.put("territory", place);
    }
    return content;
  }
}
