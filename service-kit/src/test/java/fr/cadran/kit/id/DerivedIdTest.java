package fr.cadran.kit.id;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DerivedIdTest {
  private static final Instant AT = Instant.parse("2026-03-01T10:00:00.123456Z");

  @Test
  void the_same_row_has_the_same_id_wherever_it_is_derived() {
    // Written down: an id that changes with the software would not be found again.
    assertThat(DerivedId.of(AT, "930012345", "2013-Q3", "taux-non-venue"))
        .isEqualTo(DerivedId.of(AT, "930012345", "2013-Q3", "taux-non-venue"))
        .hasToString("019ca8d7-2d7b-8457-8902-133628619c29");
  }

  @Test
  void another_row_or_another_moment_has_another_id() {
    UUID id = DerivedId.of(AT, "ab", "c");

    assertThat(DerivedId.of(AT, "a", "bc")).isNotEqualTo(id);
    assertThat(DerivedId.of(AT, "ab", "c", "")).isNotEqualTo(id);
    assertThat(DerivedId.of(AT.plusNanos(1_000), "ab", "c")).isNotEqualTo(id);
  }

  @Test
  void it_is_a_uuid_version_8_that_grows_with_time() {
    UUID id = DerivedId.of(AT, "x");

    assertThat(id.version()).isEqualTo(8);
    assertThat(id.variant()).isEqualTo(2);
    assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(AT.toEpochMilli());
    assertThat(DerivedId.of(AT.plusMillis(1), "x").toString()).isGreaterThan(id.toString());
  }
}
