package fr.cadran.contracts.contract.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cadran.contracts.fundingtable.domain.FundingLine;
import fr.cadran.contracts.payment.domain.ContractFacts;
import fr.cadran.contracts.payment.domain.Tables;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CrisisRulesTest {
  private static final LocalDate SIGNED = LocalDate.of(2022, 4, 1);
  private static final LocalDate STARTED = LocalDate.of(2022, 6, 1);
  private static final LocalDate TODAY = LocalDate.of(2024, 1, 15);

  private static ContractFacts running(@Nullable LocalDate until) {
    return ContractFacts.signed(SIGNED, Tables.ACI_2022, 3)
        .withMission(
            new ContractFacts.StartedMission(
                FundingLine.CRISE_SANITAIRE, STARTED, until, false, false, List.of()));
  }

  private static void refused(LocalDate day, ContractFacts facts, String code) {
    assertThatThrownBy(() -> CrisisRules.check(day, TODAY, facts))
        .isInstanceOfSatisfying(
            RefusedException.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }

  private static void accepted(LocalDate day, ContractFacts facts) {
    assertThatCode(() -> CrisisRules.check(day, TODAY, facts)).doesNotThrowAnyException();
  }

  @Test
  void a_decision_is_not_later_than_today() {
    accepted(TODAY, running(null));
    refused(TODAY.plusDays(1), running(null), "CRISIS_IN_FUTURE");
  }

  @Test
  void the_contract_runs_on_the_day() {
    refused(SIGNED.minusDays(1), running(null), "CRISIS_OUTSIDE_CONTRACT");
    LocalDate end = LocalDate.of(2023, 1, 1);
    accepted(end.minusDays(1), running(null).endedOn(end));
    refused(end, running(null).endedOn(end), "CRISIS_OUTSIDE_CONTRACT");
  }

  @Test
  void the_mission_runs_on_the_day() {
    accepted(STARTED, running(null));
    refused(STARTED.minusDays(1), running(null), "CRISIS_MISSION_NOT_RUNNING");
    LocalDate until = LocalDate.of(2023, 6, 1);
    accepted(until.minusDays(1), running(until));
    refused(until, running(until), "CRISIS_MISSION_NOT_RUNNING");
    refused(
        STARTED, ContractFacts.signed(SIGNED, Tables.ACI_2022, 3), "CRISIS_MISSION_NOT_RUNNING");
  }

  @Test
  void a_closed_year_takes_no_crisis_any_more() {
    ContractFacts closed =
        running(null)
            .withClosing(1, new ContractFacts.Closing(LocalDate.of(2023, 5, 2), Map.of(), null));
    refused(SIGNED.plusYears(1).minusDays(1), closed, "CRISIS_IN_CLOSED_YEAR");
    accepted(SIGNED.plusYears(1), closed);
  }

  @Test
  void a_contract_year_pays_one_crisis() {
    ContractFacts once = running(null).withCrisis(LocalDate.of(2022, 7, 1));
    refused(LocalDate.of(2023, 3, 31), once, "CRISIS_RECOGNISED_BEFORE");
    refused(STARTED, once, "CRISIS_RECOGNISED_BEFORE");
    accepted(LocalDate.of(2023, 4, 1), once);
  }

  @Test
  void a_table_without_the_amount_makes_nothing_due() {
    ContractFacts other =
        ContractFacts.signed(SIGNED, Tables.ACI_2022, 2)
            .withMission(
                new ContractFacts.StartedMission(
                    FundingLine.CRISE_SANITAIRE, STARTED, null, false, false, List.of()));
    refused(STARTED, other, "CRISIS_NOT_FUNDED");
  }
}
