package fr.cadran.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cadran.gateway.Configs;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RouteTableTest {
  private final RouteTable table =
      new RouteTable(
          Configs.of(
              "upstream.a", "http://127.0.0.1:1",
              "upstream.b", "http://127.0.0.1:2",
              "routes[0].path", "/v1/centres/**",
              "routes[0].service", "a",
              "routes[1].path", "/v1/centres/*/potential-gains",
              "routes[1].service", "b",
              "routes[1].max-body", "64M",
              "routes[1].timeout", "5M",
              "routes[1].encodings", "gzip",
              "routes[2].path", "/v1/problems/a/*",
              "routes[2].service", "a",
              "routes[2].open", "true"));

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
  void a_route_may_have_its_own_limits() {
    RouteTable.Route usual = table.find("/v1/centres").orElseThrow();
    assertThat(usual.maxBody()).isEqualTo(2 * 1024 * 1024);
    assertThat(usual.timeout()).isEqualTo(Duration.ofSeconds(30));
    assertThat(usual.encodings()).isEmpty();
    RouteTable.Route own = table.find("/v1/centres/1/potential-gains").orElseThrow();
    assertThat(own.maxBody()).isEqualTo(64 * 1024 * 1024);
    assertThat(own.timeout()).isEqualTo(Duration.ofMinutes(5));
    assertThat(own.encodings()).containsExactly("gzip");
  }

  @Test
  void a_route_to_a_service_without_address_stops_the_start() {
    assertThatThrownBy(() ->
            new RouteTable(
                Configs.of(
                    "upstream.a", "http://127.0.0.1:1",
                    "routes[0].path", "/v1/x",
                    "routes[0].service", "c")))
        .hasMessageContaining("service c");
  }
}
