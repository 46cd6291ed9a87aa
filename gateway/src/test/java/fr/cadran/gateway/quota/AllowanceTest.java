package fr.cadran.gateway.quota;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AllowanceTest {
  private static final Duration PERIOD = Duration.ofHours(1);

  private static Allowance allowance(long limit, int slices) {
    long now = Instant.now().getEpochSecond();
    return new Allowance("a", "default", now / 3600 * 3600, PERIOD, limit, slices);
  }

  @Test
  void the_first_slice_is_on_credit_and_paid_back_by_the_first_lease() {
    Allowance allowance = allowance(100, 10);
    for (int i = 0; i < 10; i++) {
      assertThat(allowance.take().allowed()).isTrue();
    }
    assertThat(allowance.take().undecided()).isTrue();
    assertThat(allowance.shouldAsk()).isTrue();
    assertThat(allowance.shouldAsk()).as("one question at a time").isFalse();
    assertThat(allowance.wish().calls()).isEqualTo(20);

    allowance.receive(new QuotaLedger.Lease(20, 80));
    assertThat(allowance.remaining()).isEqualTo(90);
    for (int i = 0; i < 10; i++) {
      assertThat(allowance.take().allowed()).isTrue();
    }
    assertThat(allowance.wish().calls()).isEqualTo(10);
  }

  @Test
  void nothing_is_left_when_others_hold_the_rest() {
    Allowance allowance = allowance(100, 10);
    assertThat(allowance.take().remaining()).isEqualTo(99);
    allowance.shouldAsk();
    allowance.receive(new QuotaLedger.Lease(4, 0));
    // Ten were given on credit and four leased: six too many are owed.
    assertThat(allowance.remaining()).isEqualTo(3);
    assertThat(allowance.take().allowed()).isTrue();
    assertThat(allowance.take().allowed()).isTrue();
    assertThat(allowance.take().allowed()).isTrue();
    Allowance.Verdict last = allowance.take();
    assertThat(last.allowed()).isFalse();
    assertThat(last.undecided()).isFalse();
    assertThat(last.remaining()).isZero();
    assertThat(allowance.shouldAsk()).isFalse();
  }

  @Test
  void alone_a_gateway_gives_its_share_and_no_more() {
    Allowance allowance = allowance(100, 10);
    int allowed = 0;
    for (int i = 0; i < 300; i++) {
      if (allowance.shouldAsk()) {
        allowance.receive(allowance.alone(0.5));
      }
      allowed += allowance.take().allowed() ? 1 : 0;
    }
    assertThat(allowed).isEqualTo(50);
  }

  @Test
  void an_ipv6_network_is_one_caller_and_an_ipv4_address_is_one() {
    assertThat(AddressQuotaStep.network("2001:db8:1:2::7"))
        .isEqualTo(AddressQuotaStep.network("2001:db8:1:2:ffff::1"))
        .isNotEqualTo(AddressQuotaStep.network("2001:db8:1:3::7"));
    assertThat(AddressQuotaStep.network("192.0.2.1")).isEqualTo("192.0.2.1");
  }
}
