package fr.cadran.indicators.recomputation.domain;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cadran.indicators.recomputation.domain.Recomputation.Progress;
import fr.cadran.indicators.recomputation.domain.Recomputation.State;
import fr.cadran.kit.type.Finess;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RecomputationTest {
  private static final Instant ASKED = Instant.parse("2014-01-01T00:00:00Z");
  private static final UUID ID = UUID.fromString("019a0000-0000-7000-8000-000000000000");

  @Test
  void it_runs_from_centre_to_centre_and_adds_up_what_was_done() {
    Recomputation asked = Recomputation.requested(ID, ASKED, true, null, 2);
    assertThat(asked.state()).isEqualTo(State.PENDING);
    assertThat(asked.progress()).isEqualTo(Progress.NONE);
    assertThat(asked.lastCentre()).isNull();
    Recomputation running =
        asked
            .after(new Finess("930000001"), new Progress(1, 0, 10, 1, 5, 2))
            .after(new Finess("930000002"), new Progress(0, 1, 20, 2, 6, 3));
    assertThat(running.state()).isEqualTo(State.RUNNING);
    assertThat(running.lastCentre()).isEqualTo(new Finess("930000002"));
    assertThat(running.progress()).isEqualTo(new Progress(1, 1, 30, 3, 11, 5));
    assertThat(running.finishedAt()).isNull();
    Recomputation done = running.finished(ASKED.plusSeconds(1));
    assertThat(done.state()).isEqualTo(State.DONE);
    assertThat(done.finishedAt()).isEqualTo(ASKED.plusSeconds(1));
    assertThat(done.lastCentre()).isEqualTo(new Finess("930000002"));
    assertThat(done.progress()).isEqualTo(running.progress());
    assertThat(done.id()).isEqualTo(ID);
    assertThat(done.requestedAt()).isEqualTo(ASKED);
    assertThat(done.dryRun()).isTrue();
    assertThat(done.centres()).isEqualTo(2);
  }
}
