package fr.cadran.events.cpts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mission of an ACI contract started, with the indicators that its signed annex agrees on.
 *
 * @param contract identifier of the contract
 * @param cpts identifier of the CPTS; also the key of the message
 * @param mission code of the mission, e.g. {@code ACCES_SOINS}
 * @param on its first day
 * @param contractYear contract year of that day, from 1
 * @param annexHash SHA-256 of the signed annex, in hexadecimal
 * @param indicators of the mission
 * @param version of the contract after the change, strictly growing
 */
public record MissionStarted(
    UUID contract,
    UUID cpts,
    String mission,
    LocalDate on,
    int contractYear,
    String annexHash,
    List<Indicator> indicators,
    long version) {

  public MissionStarted {
    indicators = List.copyOf(indicators);
  }

  /**
   * One indicator of the annex.
   *
   * @param code within the contract, e.g. {@code patients-parcours}
   * @param label its name
   * @param type what it conditions
   * @param direction which way is better
   * @param baseline value before the mission, null when not known
   * @param weight exact share of the variable envelope of the mission, as a fraction ({@code 2/3})
   *     or a decimal; null without one
   * @param targets by contract year; a year without one will be set by avenant
   */
  public record Indicator(
      String code,
      String label,
      IndicatorType type,
      IndicatorDirection direction,
      @Nullable BigDecimal baseline,
      @Nullable String weight,
      Map<Integer, BigDecimal> targets) {

    public Indicator {
      targets = Map.copyOf(targets);
    }
  }
}
