package fr.cadran.contracts.cpts.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StageTransitionTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

  /** The table again, in words of its own: from, event, to. */
  private static final List<List<String>> LEGAL =
      List.of(
          List.of("PRE_PROJET", "SEND_LETTRE_INTENTION", "LETTRE_INTENTION"),
          List.of("LETTRE_INTENTION", "SUBMIT_PROJET_DE_SANTE", "PROJET_DE_SANTE"),
          List.of("PROJET_DE_SANTE", "VALIDATE_PROJET_DE_SANTE", "PROJET_VALIDE"),
          List.of("PROJET_DE_SANTE", "VALIDATE_BY_DEFAULT", "PROJET_VALIDE"),
          List.of("PROJET_DE_SANTE", "OBJECT_TO_PROJET_DE_SANTE", "LETTRE_INTENTION"),
          List.of("PROJET_VALIDE", "NEGOTIATION_OPENED", "NEGOCIATION_ACI"),
          List.of("NEGOCIATION_ACI", "NEGOTIATION_ABANDONED", "PROJET_VALIDE"),
          List.of("NEGOCIATION_ACI", "CONTRACT_SIGNED", "ACI_SIGNE"),
          List.of("PRE_PROJET", "CONTRACT_SIGNED", "ACI_SIGNE"),
          List.of("LETTRE_INTENTION", "CONTRACT_SIGNED", "ACI_SIGNE"),
          List.of("PROJET_DE_SANTE", "CONTRACT_SIGNED", "ACI_SIGNE"),
          List.of("PROJET_VALIDE", "CONTRACT_SIGNED", "ACI_SIGNE"),
          List.of("TERME", "CONTRACT_SIGNED", "ACI_SIGNE"),
          List.of("RESILIE", "CONTRACT_SIGNED", "ACI_SIGNE"),
          List.of("ACI_SIGNE", "CONTRACT_TERMINATED", "RESILIE"),
          List.of("ACI_SIGNE", "CONTRACT_ENDED", "TERME"));

  static Stream<Arguments> everyPair() {
    return Arrays.stream(CptsStage.values())
        .flatMap(stage -> Arrays.stream(StageEvent.values()).map(one -> Arguments.of(stage, one)));
  }

  @ParameterizedTest
  @MethodSource("everyPair")
  void a_move_is_made_when_the_table_has_it_and_refused_otherwise(
      CptsStage stage, StageEvent event) {
    Cpts cpts = Examples.cpts(stage);
    List<String> to =
        LEGAL.stream()
            .filter(move -> move.get(0).equals(stage.name()) && move.get(1).equals(event.name()))
            .map(move -> move.get(2))
            .toList();

    if (to.isEmpty()) {
      assertThatThrownBy(() -> cpts.move(event, DAY, NOW))
          .isInstanceOfSatisfying(
              IllegalTransitionException.class,
              illegal -> {
                assertThat(illegal.from()).isEqualTo(stage);
                assertThat(illegal.event()).isEqualTo(event);
              });
    } else {
      Cpts moved = cpts.move(event, DAY, NOW);
      assertThat(moved.stage().name()).isEqualTo(to.getFirst());
      assertThat(moved.stageSince()).isEqualTo(DAY);
      assertThat(moved.version()).isEqualTo(cpts.version() + 1);
    }
  }

  @Test
  void every_stage_and_every_event_is_in_the_table() {
    Set<CptsStage> stages = EnumSet.noneOf(CptsStage.class);
    Set<StageEvent> events = EnumSet.noneOf(StageEvent.class);
    for (StageTransition move : StageTransition.values()) {
      stages.add(move.from());
      stages.add(move.to());
      events.add(move.event());
    }
    assertThat(stages).containsExactlyInAnyOrder(CptsStage.values());
    assertThat(events).containsExactlyInAnyOrder(StageEvent.values());
    assertThat(StageTransition.values()).hasSize(LEGAL.size());
  }

  @Test
  void a_coordinator_sends_and_submits_and_never_validates() {
    assertThat(allowed(StageActor.CPTS))
        .containsExactlyInAnyOrder(
            StageEvent.SEND_LETTRE_INTENTION, StageEvent.SUBMIT_PROJET_DE_SANTE);
    assertThat(allowed(StageActor.ARS))
        .containsExactlyInAnyOrder(
            StageEvent.SEND_LETTRE_INTENTION,
            StageEvent.SUBMIT_PROJET_DE_SANTE,
            StageEvent.VALIDATE_PROJET_DE_SANTE,
            StageEvent.OBJECT_TO_PROJET_DE_SANTE);
    assertThat(allowed(StageActor.CALENDAR)).containsExactly(StageEvent.VALIDATE_BY_DEFAULT);
  }

  @Test
  void from_the_negotiation_on_only_the_contract_moves_a_cpts() {
    for (StageTransition move : StageTransition.values()) {
      boolean touchesContract = move.from().followsContract() || move.to().followsContract();
      assertThat(move.isMadeBy(StageActor.CONTRACT)).as(move.name()).isEqualTo(touchesContract);
    }
  }

  private static List<StageEvent> allowed(StageActor actor) {
    return Arrays.stream(StageEvent.values())
        .filter(event -> StageTransition.allows(actor, event))
        .toList();
  }
}
