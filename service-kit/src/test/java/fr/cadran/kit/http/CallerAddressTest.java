package fr.cadran.kit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallerAddressTest {
  private final CallerAddress addresses =
      new CallerAddress(List.of("127.0.0.0/8", "::1", "10.2.0.0/16"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      quoteCharacter = '`',
      value = {
        "203.0.113.9 | -                                          | 198.51.100.7          | 203.0.113.9",
        "127.0.0.1   | -                                          | -                     | 127.0.0.1",
        "127.0.0.1   | -                                          | 198.51.100.7          | 198.51.100.7",
        "127.0.0.1   | -                                          | 6.6.6.6, 198.51.100.7 | 198.51.100.7",
        "127.0.0.1   | -                                          | 198.51.100.7, 10.2.0.4 | 198.51.100.7",
        "10.2.3.4    | -                                          | 198.51.100.7:4711     | 198.51.100.7",
        "10.3.3.4    | -                                          | 198.51.100.7          | 10.3.3.4",
        "127.0.0.1   | for=198.51.100.7;proto=https               | 6.6.6.6               | 198.51.100.7",
        "127.0.0.1   | `for=6.6.6.6, for=\"[2001:db8::1]:4711\"`  | -                     | 2001:db8:0:0:0:0:0:1",
        "127.0.0.1   | for=unknown                                | -                     | 127.0.0.1",
        "127.0.0.1   | for=_hidden                                | -                     | 127.0.0.1",
        "127.0.0.1   | -                                          | Jean Dupont           | 127.0.0.1",
        "127.0.0.1   | -                                          | 127.0.0.1             | 127.0.0.1",
        "-           | -                                          | 198.51.100.7          | -",
      })
  void a_header_counts_only_as_far_as_trusted_peers_wrote_it(
      String peer, String forwarded, String forwardedFor, String address) {
    assertThat(addresses.of(peer, forwarded, forwardedFor)).isEqualTo(address);
  }

  @Test
  void a_network_that_is_none_stops_the_start() {
    assertThatThrownBy(() -> new CallerAddress(List.of("10.0.0.0/33")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
