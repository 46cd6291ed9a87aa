package fr.cadran.contracts.contract.domain;

import fr.cadran.contracts.fundingtable.domain.FundingLine;
import fr.cadran.contracts.fundingtable.domain.RuleName;
import fr.cadran.contracts.fundingtable.domain.RuleParameters;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * By when a mission is to start and to be fully deployed (cpts.md §4). Late missions are flagged,
 * never refused.
 *
 * @param startBy last day, null for options
 * @param deployedBy last day, null for options
 */
public record MissionCalendar(@Nullable LocalDate startBy, @Nullable LocalDate deployedBy) {

  /** The limits of a mission. */
  public static MissionCalendar of(
      FundingLine mission, LocalDate signedOn, RuleParameters parameters) {
    return switch (mission) {
      case ACCES_SOINS, CRISE_SANITAIRE ->
          of(signedOn, parameters, RuleName.START_MONTHS_ACCESS, RuleName.DEPLOYMENT_MONTHS_ACCESS);
      case PARCOURS, PREVENTION ->
          of(
              signedOn,
              parameters,
              RuleName.START_MONTHS_PATHWAYS,
              RuleName.DEPLOYMENT_MONTHS_PATHWAYS);
      case FONCTIONNEMENT, QUALITE, ACCOMPAGNEMENT -> new MissionCalendar(null, null);
    };
  }

  private static MissionCalendar of(
      LocalDate signedOn, RuleParameters parameters, RuleName start, RuleName deployment) {
    return new MissionCalendar(
        signedOn.plusMonths(parameters.count(start)),
        signedOn.plusMonths(parameters.count(deployment)));
  }

  /**
   * Whether a start is late.
   *
   * @param startedOn null while it has not started
   * @param today counts while it has not started
   */
  public boolean isLate(@Nullable LocalDate startedOn, LocalDate today) {
    return startBy != null && (startedOn == null ? today : startedOn).isAfter(startBy);
  }
}
