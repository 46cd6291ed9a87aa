package fr.cadran.contracts.contract.domain;

import fr.cadran.contracts.fundingtable.domain.FundingLine;
import fr.cadran.contracts.indicator.domain.ContractIndicator;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A mission that the contract takes.
 *
 * @param mission socle or option
 * @param plannedStart day on which it is to start, null while open
 * @param snpCompensation whether professionals who take part in unscheduled care are compensated
 * @param snpOrientation whether the CPTS handles the requests for unscheduled care
 * @param indicators under negotiation; those that count are signed when the mission starts
 */
public record PlannedMission(
    FundingLine mission,
    @Nullable LocalDate plannedStart,
    boolean snpCompensation,
    boolean snpOrientation,
    List<ContractIndicator> indicators) {
  public PlannedMission {
    indicators = List.copyOf(indicators);
  }

  /** The content as it is signed. */
  public Map<String, Object> content() {
    Map<String, Object> content = new HashMap<>();
    content.put("mission", mission);
    if (plannedStart != null) {
      content.put("plannedStart", plannedStart);
    }
    content.put("snpCompensation", snpCompensation);
    content.put("snpOrientation", snpOrientation);
    if (!indicators.isEmpty()) {
      content.put("indicators", IndicatorContent.of(indicators));
    }
    return content;
  }
}
