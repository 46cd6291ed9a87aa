package fr.cadran.local.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cadran.local.LaunchFailure;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortsTest {
  @Test
  void without_any_wish_the_documented_ports_are_used() {
    Ports ports = Ports.choose(Map.of(), new Properties());

    assertThat(ports.of(PartName.GATEWAY)).isEqualTo(8080);
    assertThat(ports.of(PartName.CENTRES)).isEqualTo(8081);
    assertThat(ports.of(PartName.INDICATORS)).isEqualTo(8082);
    assertThat(ports.of(PartName.CONTRACTS)).isEqualTo(8083);
    assertThat(ports.of(PartName.IDENTITY)).isEqualTo(8090);
    assertThat(ports.of(PartName.BROKER)).isEqualTo(9092);
    assertThat(ports.controller()).isEqualTo(9093);
    assertThat(ports.of(PartName.DATABASE)).isEqualTo(5433);
    assertThat(ports.management()).isEqualTo(9080);
  }

  @Test
  void a_gateway_that_moves_takes_its_metrics_along() {
    Properties last = Ports.choose(Map.of(), new Properties()).asProperties();

    assertThat(Ports.choose(Map.of("CADRAN_PORT_GATEWAY", "18080"), last).management())
        .isEqualTo(19080);
    assertThat(Ports.choose(Map.of("CADRAN_PORT_GATEWAY", "65000"), last).management())
        .isEqualTo(64000);
    assertThatThrownBy(() -> Ports.choose(Map.of("CADRAN_PORT_MANAGEMENT", "8081"), last))
        .isInstanceOf(LaunchFailure.class);
  }

  @Test
  void an_environment_variable_wins_over_what_was_used_last() {
    Properties last = new Properties();
    last.setProperty("gateway", "18080");
    last.setProperty("centres", "18081");

    Ports ports = Ports.choose(Map.of("CADRAN_PORT_GATEWAY", " 28080 "), last);

    assertThat(ports.of(PartName.GATEWAY)).isEqualTo(28080);
    assertThat(ports.of(PartName.CENTRES)).isEqualTo(18081);
  }

  @Test
  void ports_once_chosen_are_kept_for_the_next_run() {
    Ports first =
        Ports.choose(
            Map.of("CADRAN_PORT_BROKER", "19092", "CADRAN_PORT_DATABASE", "15433"),
            new Properties());

    Ports second = Ports.choose(Map.of(), first.asProperties());

    assertThat(second.of(PartName.BROKER)).isEqualTo(19092);
    assertThat(second.controller()).isEqualTo(19093);
    assertThat(second.of(PartName.DATABASE)).isEqualTo(15433);
  }

  @Test
  void a_broker_that_moves_takes_its_controller_along() {
    Properties last = Ports.choose(Map.of(), new Properties()).asProperties();

    Ports ports = Ports.choose(Map.of("CADRAN_PORT_BROKER", "19092"), last);

    assertThat(ports.controller()).isEqualTo(19093);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "65536", "-1", "http", "80 80"})
  void what_is_not_a_port_is_refused_with_the_variable_and_the_value(String value) {
    assertThatThrownBy(() -> Ports.choose(Map.of("CADRAN_PORT_IDENTITY", value), new Properties()))
        .isInstanceOf(LaunchFailure.class)
        .hasMessage("CADRAN_PORT_IDENTITY='" + value + "' is not a port number (1 to 65535).");
  }

  @Test
  void two_parts_cannot_share_a_port() {
    assertThatThrownBy(() -> Ports.choose(Map.of("CADRAN_PORT_IDENTITY", "8080"), new Properties()))
        .isInstanceOf(LaunchFailure.class)
        .hasMessage("port 8080 is given to both identity and gateway.");
  }

  @Test
  void a_part_is_reached_on_its_port_unless_the_environment_says_where_it_is() {
    Ports ports =
        Ports.choose(
            Map.of(
                "CADRAN_PORT_IDENTITY", "18090",
                "CADRAN_ADDRESS_IDENTITY", "http://identity:8080",
                "CADRAN_ADDRESS_GATEWAY", " "),
            new Properties());

    assertThat(ports.address(PartName.IDENTITY)).isEqualTo("http://identity:8080");
    // Tokens go on naming the address that their users know.
    assertThat(ports.url(PartName.IDENTITY)).isEqualTo("http://127.0.0.1:18090");
    assertThat(ports.address(PartName.GATEWAY)).isEqualTo("http://127.0.0.1:8080");
  }
}
