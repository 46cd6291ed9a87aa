package fr.cadran.kit.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AnonymousCallsTest {
  private Instant now = Instant.parse("2026-03-01T10:00:30Z");
  private final AnonymousCalls calls =
      new AnonymousCalls(defaults(), new Minutes(), () -> new UUID(0, 1), "probe");

  @Test
  void the_first_calls_of_a_minute_get_an_entry_and_the_others_are_counted() {
    assertThat(admitted("192.0.2.1", 100)).isEqualTo(20);
    assertThat(admitted("192.0.2.2", 5)).isEqualTo(5);
    assertThat(calls.counted(false)).isEmpty();

    now = now.plusSeconds(60);
    assertThat(calls.counted(false))
        .singleElement()
        .satisfies(entry -> {
          assertThat(entry.address()).isEqualTo("192.0.2.1");
          assertThat(entry.calls()).isEqualTo(80);
          assertThat(entry.outcome()).isEqualTo(AuditOutcome.DENIED);
        });
    assertThat(admitted("192.0.2.1", 1)).isEqualTo(1);
  }

  @Test
  void a_flood_from_a_million_addresses_costs_a_bounded_number_of_entries() {
    int admitted = 0;
    for (int i = 0; i < 1_000_000; i++) {
      admitted += admitted((i >> 16) + "." + ((i >> 8) & 255) + "." + (i & 255) + ".1", 1);
    }
    now = now.plusSeconds(60);
    List<AuditEntry> counted = calls.counted(false);

    assertThat(admitted).isEqualTo(600);
    assertThat(counted).hasSizeLessThanOrEqualTo(1_001);
    assertThat(counted.stream().mapToInt(AuditEntry::calls).sum()).isEqualTo(1_000_000 - 600);
  }

  @Test
  void addresses_of_one_ipv6_network_are_one() {
    int admitted = 0;
    for (int i = 0; i < 1_000; i++) {
      admitted += admitted("2001:db8:0:7:0:0:0:" + Integer.toHexString(i), 1);
    }
    now = now.plusSeconds(60);

    assertThat(admitted).isEqualTo(20);
    assertThat(calls.counted(false))
        .extracting(AuditEntry::address)
        .containsExactly("2001:db8:0:7::/64");
  }

  @Test
  void what_is_counted_when_the_process_stops_is_not_lost() {
    assertThat(admitted("192.0.2.1", 30)).isEqualTo(20);

    assertThat(calls.counted(true)).extracting(AuditEntry::calls).containsExactly(10);
  }

  private int admitted(String address, int times) {
    int admitted = 0;
    for (int i = 0; i < times; i++) {
      admitted += calls.admit(address) ? 1 : 0;
    }
    return admitted;
  }

  private final class Minutes extends Clock {
    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  private static AuditConfig defaults() {
    return new SmallRyeConfigBuilder()
        .withMapping(AuditConfig.class)
        .build()
        .getConfigMapping(AuditConfig.class);
  }
}
