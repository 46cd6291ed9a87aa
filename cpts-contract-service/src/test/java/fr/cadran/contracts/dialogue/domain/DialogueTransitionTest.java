package fr.cadran.contracts.dialogue.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cadran.contracts.contract.domain.Party;
import fr.cadran.contracts.contract.domain.RefusedException;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DialogueTransitionTest {
  @Test
  void every_state_and_every_event_is_in_the_table_once() {
    Set<DialogueState> states = EnumSet.noneOf(DialogueState.class);
    Set<DialogueEvent> events = EnumSet.noneOf(DialogueEvent.class);
    Set<List<Object>> pairs = new HashSet<>();
    for (DialogueTransition move : DialogueTransition.values()) {
      states.add(move.from());
      states.add(move.to());
      events.add(move.event());
      assertThat(pairs.add(List.of(move.from(), move.event()))).as(move.name()).isTrue();
    }
    assertThat(states).containsExactlyInAnyOrder(DialogueState.values());
    assertThat(events).containsExactlyInAnyOrder(DialogueEvent.values());
  }

  /** Written by hand beside the table: what is legal, and for whom. */
  private static final Map<List<Object>, Set<Party>> LEGAL =
      Map.ofEntries(
          Map.entry(
              List.of(DialogueState.SCHEDULED, DialogueEvent.HOLD_AT_SIGNATURE),
              Set.of(Party.values())),
          Map.entry(
              List.of(DialogueState.SCHEDULED, DialogueEvent.PROPOSE_ANNEX),
              Set.of(Party.values())),
          Map.entry(
              List.of(DialogueState.REVIEW, DialogueEvent.PROPOSE_ANNEX), Set.of(Party.values())),
          Map.entry(
              List.of(DialogueState.SCHEDULED, DialogueEvent.ENTER_RESULTS), Set.of(Party.CPTS)),
          Map.entry(
              List.of(DialogueState.PREPARATION, DialogueEvent.ENTER_RESULTS), Set.of(Party.CPTS)),
          Map.entry(List.of(DialogueState.REVIEW, DialogueEvent.ENTER_RESULTS), Set.of(Party.CPTS)),
          Map.entry(List.of(DialogueState.AGREED, DialogueEvent.ENTER_RESULTS), Set.of(Party.CPTS)),
          Map.entry(List.of(DialogueState.PREPARATION, DialogueEvent.SUBMIT), Set.of(Party.CPTS)),
          Map.entry(
              List.of(DialogueState.REVIEW, DialogueEvent.DECIDE), Set.of(Party.CPAM, Party.ARS)),
          Map.entry(List.of(DialogueState.PREPARATION, DialogueEvent.SIGN), Set.of(Party.CPTS)),
          Map.entry(List.of(DialogueState.REVIEW, DialogueEvent.SIGN), Set.of(Party.values())),
          Map.entry(
              List.of(DialogueState.REVIEW, DialogueEvent.COMPLETE_SIGNATURES),
              Set.of(Party.values())),
          Map.entry(List.of(DialogueState.AGREED, DialogueEvent.CLOSE), Set.of(Party.values())),
          Map.entry(List.of(DialogueState.CLOSED, DialogueEvent.CORRECT), Set.of(Party.values())));

  static Stream<Arguments> triples() {
    return Stream.of(DialogueState.values())
        .flatMap(state ->
            Stream.of(DialogueEvent.values())
                .flatMap(event ->
                    Stream.of(Party.values()).map(party -> Arguments.of(state, event, party))));
  }

  @ParameterizedTest
  @MethodSource("triples")
  void a_move_is_legal_or_refused_by_name(DialogueState state, DialogueEvent event, Party party) {
    Set<Party> parties = LEGAL.get(List.of(state, event));
    if (parties != null && parties.contains(party)) {
      assertThat(DialogueTransition.of(state, event, party).from()).isEqualTo(state);
    } else {
      String code = parties == null ? "ILLEGAL_TRANSITION" : "NOT_FOR_THIS_PARTY";
      assertThatThrownBy(() -> DialogueTransition.of(state, event, party))
          .isInstanceOfSatisfying(
              RefusedException.class,
              refused -> {
                assertThat(refused.code()).isEqualTo(code);
                assertThat(refused.arguments())
                    .isEqualTo(
                        parties == null
                            ? List.of(state.name(), event.name())
                            : List.of(party.name()));
              });
    }
  }
}
