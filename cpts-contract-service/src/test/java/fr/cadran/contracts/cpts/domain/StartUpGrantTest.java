package fr.cadran.contracts.cpts.domain;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cadran.kit.type.Euros;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StartUpGrantTest {
  private static StartUpGrant granted(@Nullable LocalDate signBy) {
    return new StartUpGrant(
        new UUID(0, 1),
        new UUID(0, 2),
        signBy == null ? GrantKind.PROJET_DE_SANTE : GrantKind.ACTION_PRECOCE,
        Euros.of("8000.00"),
        LocalDate.of(2026, 1, 15),
        signBy,
        Instant.EPOCH,
        DoneBy.PLATFORM);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-15, , RUNNING",
    "2026-08-14, , RUNNING",
    "2026-08-15, , DEADLINE_NEAR",
    "2026-10-15, , DEADLINE_NEAR",
    "2026-10-16, , REPAYMENT_DUE",
    "2026-10-16, 2026-10-15, MET",
    "2026-12-01, 2026-03-01, MET",
    "2026-12-01, 2026-10-16, REPAYMENT_DUE",
  })
  void money_for_early_action_is_kept_by_signing_in_time(
      LocalDate today, @Nullable LocalDate signedOn, GrantState state) {
    assertThat(granted(LocalDate.of(2026, 10, 15)).stateOn(today, signedOn)).isEqualTo(state);
  }

  @ParameterizedTest
  @CsvSource({"2026-01-15", "2036-01-15"})
  void other_money_carries_no_commitment(LocalDate today) {
    assertThat(granted(null).stateOn(today, null)).isEqualTo(GrantState.GRANTED);
  }
}
