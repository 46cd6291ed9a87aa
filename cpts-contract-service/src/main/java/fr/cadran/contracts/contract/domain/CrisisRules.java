package fr.cadran.contracts.contract.domain;

import fr.cadran.contracts.fundingtable.domain.FundingLine;
import fr.cadran.contracts.fundingtable.domain.Volet;
import fr.cadran.contracts.payment.domain.ContractFacts;
import java.time.LocalDate;

/**
 * When a recognised health crisis makes its amount due (avenant 2 to the ACI, cpts.md §2): the
 * mission runs that day, and the amount of the year is not due already. That it is paid once a
 * contract year, whatever the number of crises, no text found says (assumption).
 */
public final class CrisisRules {
  private CrisisRules() {}

  /**
   * Refuses a recognition that cannot be.
   *
   * @param recognisedOn day of the decision of the ARS
   * @param today no decision is later
   * @throws RefusedException with the code of the reason
   */
  public static void check(LocalDate recognisedOn, LocalDate today, ContractFacts facts) {
    if (recognisedOn.isAfter(today)) {
      throw new RefusedException("CRISIS_IN_FUTURE");
    }
    if (recognisedOn.isBefore(facts.signedOn()) || !recognisedOn.isBefore(facts.end())) {
      throw new RefusedException("CRISIS_OUTSIDE_CONTRACT");
    }
    boolean running =
        facts
            .mission(FundingLine.CRISE_SANITAIRE)
            .filter(mission -> !mission.startedOn().isAfter(recognisedOn))
            .filter(mission -> mission.endsOn() == null || recognisedOn.isBefore(mission.endsOn()))
            .isPresent();
    if (!running) {
      throw new RefusedException("CRISIS_MISSION_NOT_RUNNING");
    }
    int year = facts.calendar().yearOf(recognisedOn);
    if (facts.closings().keySet().stream().anyMatch(closed -> closed >= year)) {
      throw new RefusedException("CRISIS_IN_CLOSED_YEAR", year);
    }
    if (facts.crises().stream().anyMatch(day -> facts.calendar().yearOf(day) == year)) {
      throw new RefusedException("CRISIS_RECOGNISED_BEFORE", year);
    }
    ContractFacts.Terms terms = facts.termsOn(recognisedOn);
    if (terms.table().amount(FundingLine.CRISE_SANITAIRE, Volet.CRISE, terms.size()).isEmpty()) {
      throw new RefusedException("CRISIS_NOT_FUNDED", terms.table().code(), terms.size());
    }
  }
}
