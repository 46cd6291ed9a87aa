package fr.cadran.centres.mandat.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cadran.kit.type.FieldError;
import fr.cadran.kit.type.Finess;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MandatTest {
  private static final LocalDate FIRST = LocalDate.of(2014, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2014, 6, 30);
  private static final Instant WITHIN = Instant.parse("2014-03-01T10:00:00Z");

  private static Mandat mandat(MandatScope... scopes) {
    return new Mandat(
        new UUID(0, 1),
        new Finess("930012345"),
        "editor-demo",
        Set.of(scopes),
        FIRST,
        LAST,
        WITHIN,
        "account-1",
        null,
        null);
  }

  @Test
  void it_begins_and_ends_at_midnight_in_paris() {
    Mandat mandat = mandat(MandatScope.QUARTERLY_DATA_WRITE);

    assertThat(mandat.stateAt(Instant.parse("2013-12-31T22:59:59Z")))
        .isEqualTo(MandatState.PENDING);
    assertThat(mandat.stateAt(Instant.parse("2013-12-31T23:00:00Z"))).isEqualTo(MandatState.ACTIVE);
    assertThat(mandat.stateAt(Instant.parse("2014-06-30T21:59:59Z"))).isEqualTo(MandatState.ACTIVE);
    assertThat(mandat.stateAt(Instant.parse("2014-06-30T22:00:00Z")))
        .isEqualTo(MandatState.EXPIRED);
  }

  @Test
  void its_days_are_those_of_paris_when_the_clocks_change_too() {
    Mandat oneDay = lasting(LocalDate.of(2014, 3, 30), LocalDate.of(2014, 3, 30));
    // 30 March 2014 has 23 hours in Paris, 26 October has 25.
    assertThat(oneDay.stateAt(Instant.parse("2014-03-29T22:59:59Z")))
        .isEqualTo(MandatState.PENDING);
    assertThat(oneDay.stateAt(Instant.parse("2014-03-29T23:00:00Z"))).isEqualTo(MandatState.ACTIVE);
    assertThat(oneDay.stateAt(Instant.parse("2014-03-30T21:59:59Z"))).isEqualTo(MandatState.ACTIVE);
    assertThat(oneDay.stateAt(Instant.parse("2014-03-30T22:00:00Z")))
        .isEqualTo(MandatState.EXPIRED);

    Mandat autumn = lasting(LocalDate.of(2014, 10, 26), LocalDate.of(2014, 10, 26));
    assertThat(autumn.stateAt(Instant.parse("2014-10-25T22:00:00Z"))).isEqualTo(MandatState.ACTIVE);
    assertThat(autumn.stateAt(Instant.parse("2014-10-26T22:59:59Z"))).isEqualTo(MandatState.ACTIVE);
    assertThat(autumn.stateAt(Instant.parse("2014-10-26T23:00:00Z")))
        .isEqualTo(MandatState.EXPIRED);
  }

  private static Mandat lasting(LocalDate first, LocalDate last) {
    return new Mandat(
        new UUID(0, 2),
        new Finess("930012345"),
        "editor-demo",
        Set.of(MandatScope.QUARTERLY_DATA_WRITE),
        first,
        last,
        WITHIN,
        null,
        null,
        null);
  }

  @Test
  void a_revoked_mandat_allows_nothing_from_that_instant() {
    Mandat revoked = mandat(MandatScope.QUARTERLY_DATA_WRITE).revoke(WITHIN, "account-2");

    assertThat(revoked.allows(MandatScope.QUARTERLY_DATA_WRITE, WITHIN.minusMillis(1))).isTrue();
    assertThat(revoked.allows(MandatScope.QUARTERLY_DATA_WRITE, WITHIN)).isFalse();
    assertThat(revoked.stateAt(WITHIN)).isEqualTo(MandatState.REVOKED);
    assertThat(revoked.givenBy()).isEqualTo("account-1");
    assertThat(revoked.revokedBy()).isEqualTo("account-2");
    assertThatThrownBy(() -> revoked.revoke(WITHIN, "account-2"))
        .isInstanceOf(MandatAlreadyRevokedException.class);
  }

  @Test
  void writing_implies_reading_and_not_the_other_way_round() {
    Mandat writes = mandat(MandatScope.QUARTERLY_DATA_WRITE);
    Mandat reads = mandat(MandatScope.QUARTERLY_DATA_READ);

    assertThat(writes.allows(MandatScope.QUARTERLY_DATA_READ, WITHIN)).isTrue();
    assertThat(reads.allows(MandatScope.QUARTERLY_DATA_WRITE, WITHIN)).isFalse();
    assertThat(writes.allows(MandatScope.APPOINTMENTS_WRITE, WITHIN)).isFalse();
  }

  @Test
  void everything_wrong_is_told_at_once() {
    assertThat(
            MandatRules.errorsOf(
                "not a client",
                List.of("quarterly-data:write", "centres:write"),
                FIRST,
                FIRST.minusDays(1),
                FIRST))
        .containsExactly(
            new FieldError("/clientId", "CLIENT_ID_INVALID"),
            new FieldError("/scopes/1", "SCOPE_UNKNOWN"),
            new FieldError("/validUntil", "ENDS_BEFORE_IT_STARTS"));
    assertThat(MandatRules.errorsOf(null, List.of(), FIRST, null, FIRST))
        .extracting(FieldError::code)
        .containsOnly("REQUIRED")
        .hasSize(3);
    assertThat(
            MandatRules.errorsOf(
                "editor-demo", List.of("quarterly-data:write"), FIRST, LAST, LAST.plusDays(1)))
        .containsExactly(new FieldError("/validUntil", "ALREADY_OVER"));
    assertThat(
            MandatRules.errorsOf("editor-demo", List.of("quarterly-data:write"), FIRST, LAST, LAST))
        .isEmpty();
  }
}
