package fr.cadran.events.cpts;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The results that a dialogue de gestion agreed on, frozen at its closing. A correction is the next
 * version of the results of the same year and carries everything again; earlier versions stay true
 * for who asks as of then.
 *
 * @param contract identifier of the contract
 * @param cpts identifier of the CPTS; also the key of the message
 * @param dialogue number of the dialogue within the contract, from 1
 * @param contractYear contract year of the results, from 1
 * @param yearFrom first day of that year
 * @param yearUntil first day after that year
 * @param resultsVersion 1 at the closing, one more for each correction
 * @param closedAt when the dialogue was closed, or the correction made
 * @param hash SHA-256 of the agreed results, in hexadecimal
 * @param missions results by mission
 * @param version of the contract after the change, strictly growing
 */
public record DialogueResultsSubmitted(
    UUID contract,
    UUID cpts,
    int dialogue,
    int contractYear,
    LocalDate yearFrom,
    LocalDate yearUntil,
    int resultsVersion,
    Instant closedAt,
    String hash,
    List<MissionResults> missions,
    long version) {

  public DialogueResultsSubmitted {
    missions = List.copyOf(missions);
  }

  /**
   * The results of one mission.
   *
   * @param mission code of the mission, e.g. {@code ACCES_SOINS}
   * @param envelope variable envelope of the year, euros
   * @param paid what the results pay of it, euros
   * @param indicators its indicators
   */
  public record MissionResults(
      String mission, BigDecimal envelope, BigDecimal paid, List<IndicatorResult> indicators) {

    public MissionResults {
      indicators = List.copyOf(indicators);
    }
  }

  /**
   * One indicator: it has a value or a reason for having none, never both.
   *
   * @param code within the contract, e.g. {@code patients-parcours}
   * @param label its name
   * @param type what it conditions
   * @param unit of the value, null when it is only a number
   * @param direction which way is better
   * @param baseline value before the mission, null when not known
   * @param target of the year, null when none was set
   * @param value agreed on, null when there is none
   * @param missingReason why there is no value, null when there is one
   * @param achievement achievement rate, a ratio; null when there is none
   * @param paidRate rate that the scale pays, 0 to 1; null for what is not paid
   * @param weight exact share of the variable envelope of the mission, as a fraction ({@code 2/3})
   *     or a decimal; null without one
   * @param amount what it pays, euros; null for what is not paid
   */
  public record IndicatorResult(
      String code,
      String label,
      IndicatorType type,
      @Nullable String unit,
      IndicatorDirection direction,
      @Nullable BigDecimal baseline,
      @Nullable BigDecimal target,
      @Nullable BigDecimal value,
      @Nullable String missingReason,
      @Nullable BigDecimal achievement,
      @Nullable BigDecimal paidRate,
      @Nullable String weight,
      @Nullable BigDecimal amount) {}
}
