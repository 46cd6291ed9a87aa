package fr.cadran.contracts.contract.domain;

import fr.cadran.contracts.fundingtable.domain.FundingLine;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the parties sign.
 *
 * @param fundingTable code, for example {@code ACI-2019}
 * @param fundingTableVersion the published version that holds
 * @param size 1 to 4
 * @param population of the territory, null when nobody gave one
 * @param communes INSEE codes of the territory, in order
 * @param missions in declaration order
 * @param signedOn first day of the contract, null for the day of the last signature
 */
public record ContractTerms(
    String fundingTable,
    int fundingTableVersion,
    int size,
    @Nullable Integer population,
    List<String> communes,
    List<PlannedMission> missions,
    @Nullable LocalDate signedOn) {
  public ContractTerms {
    communes = List.copyOf(communes);
    missions = List.copyOf(missions);
  }

  public Optional<PlannedMission> mission(FundingLine mission) {
    return missions.stream().filter(one -> one.mission() == mission).findFirst();
  }

  /** The exact text that the parties of this contract sign. */
  public CanonicalForm canonical(UUID cpts) {
    Map<String, Object> content = content();
    content.put("document", "ACI_CONTRACT");
    content.put("cpts", cpts.toString());
    return CanonicalForm.of(content);
  }

  /** The content, without saying whose it is. */
  public Map<String, Object> content() {
    Map<String, Object> content = new HashMap<>();
    content.put("fundingTable", fundingTable);
    content.put("fundingTableVersion", fundingTableVersion);
    content.put("size", size);
    if (population != null) {
      content.put("population", population);
    }
    content.put("communes", communes);
    content.put("missions", missions.stream().map(PlannedMission::content).toList());
    if (signedOn != null) {
      content.put("signedOn", signedOn);
    }
    return content;
  }
}
