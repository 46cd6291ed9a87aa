package fr.cadran.contracts.contract.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ContractTransitionTest {
  @Test
  void every_state_and_every_event_is_in_the_table() {
    Set<ContractState> states = EnumSet.noneOf(ContractState.class);
    Set<ContractEvent> events = EnumSet.noneOf(ContractEvent.class);
    for (ContractTransition move : ContractTransition.values()) {
      states.add(move.from());
      states.add(move.to());
      events.add(move.event());
    }
    assertThat(states).containsExactlyInAnyOrder(ContractState.values());
    assertThat(events).containsExactlyInAnyOrder(ContractEvent.values());
  }

  @Test
  void no_line_leaves_a_state_that_is_over_and_every_change_of_state_is_told() {
    for (ContractTransition move : ContractTransition.values()) {
      assertThat(move.from().isOver()).as(move.name()).isFalse();
      assertThat(move.from() == move.to() || move.told() != ContractTransition.Told.NOTHING)
          .as(move.name())
          .isTrue();
    }
  }

  @Test
  void the_same_state_and_event_lead_to_one_place_for_each_guard() {
    Set<List<Object>> seen = new HashSet<>();
    for (ContractTransition move : ContractTransition.values()) {
      assertThat(seen.add(List.of(move.from(), move.event(), move.guard())))
          .as(move.name())
          .isTrue();
    }
  }

  /** Written by hand beside the table, so that a line slipped into it is seen. */
  private static final Set<List<Object>> LEGAL =
      Set.of(
          List.of(ContractState.DRAFT, ContractEvent.MAKE_OFFER),
          List.of(ContractState.DRAFT, ContractEvent.SIGN),
          List.of(ContractState.DRAFT, ContractEvent.ABANDON),
          List.of(ContractState.NEGOTIATION, ContractEvent.MAKE_OFFER),
          List.of(ContractState.NEGOTIATION, ContractEvent.SIGN),
          List.of(ContractState.NEGOTIATION, ContractEvent.COMPLETE_SIGNATURES),
          List.of(ContractState.NEGOTIATION, ContractEvent.ABANDON),
          List.of(ContractState.SIGNED, ContractEvent.START_MISSION),
          List.of(ContractState.SIGNED, ContractEvent.AMEND),
          List.of(ContractState.SIGNED, ContractEvent.NOTIFY_TERMINATION),
          List.of(ContractState.SIGNED, ContractEvent.REACH_TERM),
          List.of(ContractState.ACTIVE, ContractEvent.START_MISSION),
          List.of(ContractState.ACTIVE, ContractEvent.AMEND),
          List.of(ContractState.ACTIVE, ContractEvent.NOTIFY_TERMINATION),
          List.of(ContractState.ACTIVE, ContractEvent.REACH_TERM),
          List.of(ContractState.ACTIVE, ContractEvent.RECOGNISE_CRISIS),
          List.of(ContractState.TERMINATION_NOTIFIED, ContractEvent.RECOGNISE_CRISIS),
          List.of(ContractState.TERMINATION_SUSPENDED, ContractEvent.RECOGNISE_CRISIS),
          List.of(ContractState.TERMINATION_NOTIFIED, ContractEvent.REFER_TERMINATION),
          List.of(ContractState.TERMINATION_NOTIFIED, ContractEvent.TAKE_EFFECT),
          List.of(ContractState.TERMINATION_NOTIFIED, ContractEvent.REACH_TERM),
          List.of(ContractState.TERMINATION_SUSPENDED, ContractEvent.UPHOLD_TERMINATION),
          List.of(ContractState.TERMINATION_SUSPENDED, ContractEvent.LIFT_TERMINATION),
          List.of(ContractState.TERMINATION_SUSPENDED, ContractEvent.REACH_TERM));

  static Stream<Arguments> pairs() {
    return Stream.of(ContractState.values())
        .flatMap(
            state -> Stream.of(ContractEvent.values()).map(event -> Arguments.of(state, event)));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void a_pair_is_legal_or_refused_by_name(ContractState state, ContractEvent event) {
    for (boolean started : new boolean[] {false, true}) {
      if (LEGAL.contains(List.of(state, event))) {
        assertThat(ContractTransition.of(state, event, started).from()).isEqualTo(state);
      } else {
        assertThatThrownBy(() -> ContractTransition.of(state, event, started))
            .isInstanceOfSatisfying(
                RefusedException.class,
                refused -> {
                  assertThat(refused.code()).isEqualTo("ILLEGAL_TRANSITION");
                  assertThat(refused.arguments()).containsExactly(state.name(), event.name());
                });
      }
    }
  }

  @Test
  void every_state_can_be_reached() {
    assertThat(Sample.inEveryState().keySet()).containsExactlyInAnyOrder(ContractState.values());
  }
}
