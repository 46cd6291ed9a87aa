package fr.cadran.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RouteTableTest {
  private record Entry(String path, String service, boolean open) implements GatewayConfig.Entry {}

  private record Config(Map<String, URI> upstream, List<GatewayConfig.Entry> routes)
      implements GatewayConfig {
    @Override
    public Duration timeout() {
      return Duration.ofSeconds(1);
    }
  }

  private static final Map<String, URI> UPSTREAM =
      Map.of("a", URI.create("http://127.0.0.1:1"), "b", URI.create("http://127.0.0.1:2"));

  private final RouteTable table =
      new RouteTable(
          new Config(
              UPSTREAM,
              List.of(
                  new Entry("/v1/centres/**", "a", false),
                  new Entry("/v1/centres/*/potential-gains", "b", false),
                  new Entry("/v1/problems/a/*", "a", true))));

  private String service(String path) {
    return table.find(path).map(RouteTable.Route::service).orElse("-");
  }

  @Test
  void the_most_exact_route_wins() {
    assertThat(service("/v1/centres")).isEqualTo("a");
    assertThat(service("/v1/centres/1/mandats")).isEqualTo("a");
    assertThat(service("/v1/centres/1/potential-gains")).isEqualTo("b");
    assertThat(service("/v1/centres/1/potential-gains/2")).isEqualTo("a");
    assertThat(service("/v1/centresx")).isEqualTo("-");
    assertThat(service("/v1/problems/a")).isEqualTo("-");
  }

  @Test
  void a_route_to_a_service_without_address_stops_the_start() {
    Config config = new Config(UPSTREAM, List.of(new Entry("/v1/x", "c", false)));
    assertThatThrownBy(() -> new RouteTable(config)).hasMessageContaining("service c");
  }
}
