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
  void it_begins_with_nothing_done() {
    Recomputation asked = Recomputation.requested(ID, ASKED, true, new Finess("930000001"), 1);
    assertThat(asked)
        .isEqualTo(
            new Recomputation(
                ID,
                ASKED,
                true,
                new Finess("930000001"),
                State.PENDING,
                1,
                new Progress(0, 0, 0, 0, 0, 0),
                null));
  }
}
