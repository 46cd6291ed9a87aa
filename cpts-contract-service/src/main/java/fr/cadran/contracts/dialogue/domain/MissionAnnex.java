package fr.cadran.contracts.dialogue.domain;

import fr.cadran.contracts.contract.domain.IndicatorContent;
import fr.cadran.contracts.fundingtable.domain.FundingLine;
import fr.cadran.contracts.indicator.domain.ContractIndicator;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The annex that the three parties sign when a mission starts.
 *
 * @param mission which
 * @param on its first day
 * @param snpCompensation whether professionals of unscheduled care are compensated
 * @param snpOrientation whether the CPTS handles the requests for unscheduled care
 * @param indicators in declaration order
 */
public record MissionAnnex(
    FundingLine mission,
    LocalDate on,
    boolean snpCompensation,
    boolean snpOrientation,
    List<ContractIndicator> indicators) {
  public MissionAnnex {
    indicators = List.copyOf(indicators);
  }

  Map<String, Object> content() {
    Map<String, Object> content = new HashMap<>();
    content.put("mission", mission);
    content.put("on", on);
    content.put("snpCompensation", snpCompensation);
    content.put("snpOrientation", snpOrientation);
    content.put("indicators", IndicatorContent.of(indicators));
    return content;
  }
}
