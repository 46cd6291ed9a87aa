package fr.cadran.kit.failpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.StartupEvent;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailpointsTest {
  private final AtomicInteger deaths = new AtomicInteger();

  private Failpoints failpoints(String asked, String profile) {
    return new Failpoints(Optional.ofNullable(asked), List.of(profile), deaths::incrementAndGet);
  }

  @Test
  void without_a_word_nobody_dies() {
    Failpoints none = failpoints(null, "prod");
    none.start(new StartupEvent());
    for (Failpoint place : Failpoint.values()) {
      none.reach(place);
    }
    assertThat(deaths).hasValue(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"prod", "production", "dev", "test", "rebuild"})
  void under_any_other_profile_a_process_that_is_told_to_die_does_not_start(String profile) {
    assertThatThrownBy(() ->
            failpoints("RELAY_AFTER_PUBLISH", profile).start(new StartupEvent()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("not started");
  }

  @Test
  void it_dies_at_its_place_and_at_its_time_only() {
    Failpoints armed = failpoints("RELAY_AFTER_PUBLISH@3", Failpoints.PROFILE);
    armed.start(new StartupEvent());

    armed.reach(Failpoint.CONSUMER_AFTER_COMMIT);
    armed.reach(Failpoint.RELAY_AFTER_PUBLISH);
    armed.reach(Failpoint.RELAY_AFTER_PUBLISH);
    assertThat(deaths).hasValue(0);
    armed.reach(Failpoint.RELAY_AFTER_PUBLISH);
    armed.reach(Failpoint.RELAY_AFTER_PUBLISH);
    assertThat(deaths).hasValue(1);
  }

  @Test
  void a_place_that_is_none_is_refused() {
    assertThatThrownBy(() -> failpoints("NOWHERE", Failpoints.PROFILE).start(new StartupEvent()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
