package fr.cadran.contracts.contract.persistence;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.cadran.contracts.contract.domain.AvenantChanges;
import fr.cadran.contracts.contract.domain.ContractTerms;
import fr.cadran.contracts.contract.domain.PlannedMission;
import fr.cadran.contracts.fundingtable.domain.FundingLine;
import fr.cadran.contracts.indicator.domain.ContractIndicator;
import fr.cadran.contracts.terms.IndicatorRequest;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads the exact texts that were signed back into what they say. They are kept as they are and
 * nothing beside them, so that what is computed with can never differ from what was signed.
 */
final class TermsJson {
  private TermsJson() {}

  /** The text of a contract. */
  @JsonIgnoreProperties({"document", "cpts"})
  private record Terms(
      String fundingTable,
      int fundingTableVersion,
      int size,
      @Nullable Integer population,
      List<String> communes,
      List<Mission> missions,
      @Nullable LocalDate signedOn) {}

  private record Mission(
      FundingLine mission,
      @Nullable LocalDate plannedStart,
      boolean snpCompensation,
      boolean snpOrientation,
      @Nullable List<IndicatorRequest> indicators) {
    PlannedMission toDomain() {
      return new PlannedMission(
          mission, plannedStart, snpCompensation, snpOrientation, indicatorsOf(indicators));
    }
  }

  /** The text of an avenant. */
  @JsonIgnoreProperties({"document", "contract", "number", "effectiveOn"})
  private record AvenantText(Changes changes, String reason) {}

  private record Changes(
      @Nullable Integer size,
      @Nullable String fundingTable,
      @Nullable Integer fundingTableVersion,
      @Nullable Missions missions,
      @Nullable Map<FundingLine, List<IndicatorRequest>> indicators,
      @Nullable Territory territory) {}

  private record Missions(List<Mission> added, List<FundingLine> removed) {}

  private record Territory(List<String> communes, @Nullable Integer population) {}

  /**
   * What an avenant says.
   *
   * @param changes what it changes
   * @param reason in writing
   */
  record AvenantContent(AvenantChanges changes, String reason) {}

  static ContractTerms terms(ObjectMapper mapper, String text) {
    Terms terms = read(mapper, text, Terms.class);
    return new ContractTerms(
        terms.fundingTable(),
        terms.fundingTableVersion(),
        terms.size(),
        terms.population(),
        terms.communes(),
        terms.missions().stream().map(Mission::toDomain).toList(),
        terms.signedOn());
  }

  static AvenantContent avenant(ObjectMapper mapper, String text) {
    AvenantText read = read(mapper, text, AvenantText.class);
    Changes changes = read.changes();
    Map<FundingLine, List<ContractIndicator>> annexes = new TreeMap<>();
    if (changes.indicators() != null) {
      changes.indicators().forEach((mission, list) -> annexes.put(mission, indicatorsOf(list)));
    }
    Missions missions = changes.missions();
    Territory territory = changes.territory();
    return new AvenantContent(
        new AvenantChanges(
            changes.size(),
            changes.fundingTable(),
            changes.fundingTableVersion(),
            missions == null
                ? List.of()
                : missions.added().stream().map(Mission::toDomain).toList(),
            missions == null ? List.of() : missions.removed(),
            annexes,
            territory == null
                ? null
                : new AvenantChanges.NewTerritory(territory.communes(), territory.population())),
        read.reason());
  }

  private static List<ContractIndicator> indicatorsOf(@Nullable List<IndicatorRequest> list) {
    return list == null ? List.of() : list.stream().map(IndicatorRequest::toDomain).toList();
  }

  private static <T> T read(ObjectMapper mapper, String text, Class<T> type) {
    try {
      return mapper.readValue(text, type);
    } catch (JsonProcessingException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
