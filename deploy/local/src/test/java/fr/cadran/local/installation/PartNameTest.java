package fr.cadran.local.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cadran.local.LaunchFailure;
import java.util.List;
import org.junit.jupiter.api.Test;

class PartNameTest {
  @Test
  void asking_for_a_part_asks_for_all_it_needs() {
    assertThat(PartName.closure(List.of("centres")))
        .containsExactly(PartName.DATABASE, PartName.BROKER, PartName.IDENTITY, PartName.CENTRES);
    assertThat(PartName.closure(List.of("gateway"))).containsExactly(PartName.values());
  }

  @Test
  void every_part_comes_after_those_it_needs() {
    List<PartName> order = List.of(PartName.values());

    for (PartName name : order) {
      assertThat(order.subList(0, order.indexOf(name))).containsAll(name.needs());
    }
  }

  @Test
  void an_unknown_part_is_refused_with_the_known_ones() {
    assertThatThrownBy(() -> PartName.of("kafka"))
        .isInstanceOf(LaunchFailure.class)
        .hasMessageContaining("'kafka'")
        .hasMessageContaining("database, broker, identity");
  }
}
