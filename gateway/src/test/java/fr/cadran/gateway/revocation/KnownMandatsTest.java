package fr.cadran.gateway.revocation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cadran.events.centres.MandatsState;
import fr.cadran.gateway.revocation.KnownMandats.Right;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class KnownMandatsTest {
  private static final String CENTRE = "930000011";
  private static final String WRITE = "quarterly-data:write";
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant NOW = Instant.parse("2026-06-30T12:00:00Z");

  private final KnownMandats mandats = new KnownMandats();

  @Test
  void nothing_is_said_before_everything_was_read() {
    mandats.learn(state(1, mandat(LocalDate.parse("2026-12-31"), null)));
    assertThat(right(NOW)).isEqualTo(Right.UNKNOWN);

    mandats.isComplete();
    assertThat(right(NOW)).isEqualTo(Right.HOLDS);
  }

  @Test
  void a_mandat_holds_its_last_day_in_paris_whole_and_not_a_moment_longer() {
    mandats.isComplete();
    mandats.learn(state(1, mandat(LocalDate.parse("2026-06-30"), null)));

    assertThat(right(Instant.parse("2026-06-30T21:59:59Z"))).isEqualTo(Right.HOLDS);
    assertThat(right(Instant.parse("2026-06-30T22:00:00Z"))).isEqualTo(Right.ENDED);
    assertThat(right(START.minusSeconds(1))).isEqualTo(Right.ENDED);
  }

  @Test
  void a_revocation_counts_even_when_the_clock_of_who_noted_it_is_ahead() {
    mandats.isComplete();
    mandats.learn(state(1, mandat(null, NOW.plusSeconds(60))));

    assertThat(right(NOW)).isEqualTo(Right.ENDED);
  }

  @Test
  void another_mandat_of_the_same_client_carries_on() {
    mandats.isComplete();
    mandats.learn(state(1, mandat(null, NOW), mandat(null, null)));

    assertThat(right(NOW)).isEqualTo(Right.HOLDS);
  }

  @Test
  void an_older_list_that_arrives_late_changes_nothing() {
    mandats.isComplete();
    mandats.learn(state(2, mandat(null, NOW)));
    mandats.learn(state(1, mandat(null, null)));

    assertThat(right(NOW)).isEqualTo(Right.ENDED);
  }

  @Test
  void other_clients_scopes_and_centres_have_no_right() {
    mandats.isComplete();
    mandats.learn(state(1, mandat(null, null)));

    assertThat(mandats.right(CENTRE, "other", WRITE, NOW)).isEqualTo(Right.NEVER);
    assertThat(mandats.right(CENTRE, "editor", "appointments:write", NOW)).isEqualTo(Right.NEVER);
    assertThat(mandats.right("930000012", "editor", WRITE, NOW)).isEqualTo(Right.NEVER);
  }

  private Right right(Instant when) {
    return mandats.right(CENTRE, "editor", WRITE, when);
  }

  private static MandatsState state(long version, MandatsState.Mandat... all) {
    return new MandatsState(CENTRE, version, List.of(all));
  }

  private static MandatsState.Mandat mandat(LocalDate until, Instant revokedAt) {
    return new MandatsState.Mandat("m", "editor", List.of(WRITE), START, until, revokedAt);
  }
}
