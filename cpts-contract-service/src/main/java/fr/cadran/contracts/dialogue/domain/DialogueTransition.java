package fr.cadran.contracts.dialogue.domain;

import static fr.cadran.contracts.dialogue.domain.DialogueEvent.CLOSE;
import static fr.cadran.contracts.dialogue.domain.DialogueEvent.COMPLETE_SIGNATURES;
import static fr.cadran.contracts.dialogue.domain.DialogueEvent.CORRECT;
import static fr.cadran.contracts.dialogue.domain.DialogueEvent.DECIDE;
import static fr.cadran.contracts.dialogue.domain.DialogueEvent.ENTER_RESULTS;
import static fr.cadran.contracts.dialogue.domain.DialogueEvent.HOLD_AT_SIGNATURE;
import static fr.cadran.contracts.dialogue.domain.DialogueEvent.PROPOSE_ANNEX;
import static fr.cadran.contracts.dialogue.domain.DialogueEvent.SIGN;
import static fr.cadran.contracts.dialogue.domain.DialogueEvent.SUBMIT;
import static fr.cadran.contracts.dialogue.domain.DialogueState.AGREED;
import static fr.cadran.contracts.dialogue.domain.DialogueState.CLOSED;
import static fr.cadran.contracts.dialogue.domain.DialogueState.PREPARATION;
import static fr.cadran.contracts.dialogue.domain.DialogueState.REVIEW;
import static fr.cadran.contracts.dialogue.domain.DialogueState.SCHEDULED;

import fr.cadran.contracts.contract.domain.Party;
import fr.cadran.contracts.contract.domain.RefusedException;
import java.util.stream.Stream;

/**
 * The whole life of a dialogue, one line per legal move (cpts.md §8): from where, what happens, who
 * may make it happen, what must hold besides, to where.
 */
public enum DialogueTransition {
  HELD(SCHEDULED, HOLD_AT_SIGNATURE, Actor.THREE_PARTIES, Guard.NONE, CLOSED),
  FIRST_ANNEX(SCHEDULED, PROPOSE_ANNEX, Actor.ANY_PARTY, Guard.MISSION_CAN_START, REVIEW),
  NEXT_ANNEX(REVIEW, PROPOSE_ANNEX, Actor.ANY_PARTY, Guard.MISSION_CAN_START, REVIEW),
  FIRST_RESULTS(SCHEDULED, ENTER_RESULTS, Actor.CPTS, Guard.NONE, PREPARATION),
  MORE_RESULTS(PREPARATION, ENTER_RESULTS, Actor.CPTS, Guard.NONE, PREPARATION),
  OTHER_RESULTS(REVIEW, ENTER_RESULTS, Actor.CPTS, Guard.NONE, REVIEW),
  REOPENED(AGREED, ENTER_RESULTS, Actor.CPTS, Guard.NONE, REVIEW),
  SUBMITTED(PREPARATION, SUBMIT, Actor.CPTS, Guard.EVIDENCE_THERE, REVIEW),
  DECIDED(REVIEW, DECIDE, Actor.CPAM_OR_ARS, Guard.VALUE_THERE, REVIEW),
  SUBMITTED_BY_SIGNATURE(PREPARATION, SIGN, Actor.CPTS, Guard.VALUES_ACCEPTED, REVIEW),
  SIGNED(REVIEW, SIGN, Actor.ANY_PARTY, Guard.VALUES_ACCEPTED, REVIEW),
  AGREED_ON(REVIEW, COMPLETE_SIGNATURES, Actor.ANY_PARTY, Guard.VALUES_ACCEPTED, AGREED),
  CLOSED_UP(AGREED, CLOSE, Actor.ANY_PARTY, Guard.YEAR_OVER, CLOSED),
  CORRECTED(CLOSED, CORRECT, Actor.ANY_PARTY, Guard.NONE, REVIEW);

  /** Who may make something happen. */
  public enum Actor {
    ANY_PARTY,
    THREE_PARTIES,
    CPTS,
    CPAM_OR_ARS;

    boolean includes(Party party) {
      return switch (this) {
        case ANY_PARTY, THREE_PARTIES -> true;
        case CPTS -> party == Party.CPTS;
        case CPAM_OR_ARS -> party != Party.CPTS;
      };
    }
  }

  /** What must hold besides the state. */
  public enum Guard {
    NONE,
    MISSION_CAN_START,
    EVIDENCE_THERE,
    VALUE_THERE,
    VALUES_ACCEPTED,
    YEAR_OVER
  }

  private final DialogueState from;
  private final DialogueEvent event;
  private final Actor actor;
  private final Guard guard;
  private final DialogueState to;

  DialogueTransition(
      DialogueState from, DialogueEvent event, Actor actor, Guard guard, DialogueState to) {
    this.from = from;
    this.event = event;
    this.actor = actor;
    this.guard = guard;
    this.to = to;
  }

  /**
   * The move that a party makes.
   *
   * @throws RefusedException {@code ILLEGAL_TRANSITION} when the table has none, {@code
   *     NOT_FOR_THIS_PARTY} when it is another party's
   */
  public static DialogueTransition of(DialogueState from, DialogueEvent event, Party party) {
    DialogueTransition move =
        Stream.of(values())
            .filter(one -> one.from == from && one.event == event)
            .findFirst()
            .orElseThrow(
                () -> new RefusedException("ILLEGAL_TRANSITION", from.name(), event.name()));
    if (!move.actor.includes(party)) {
      throw new RefusedException("NOT_FOR_THIS_PARTY", party.name());
    }
    return move;
  }

  public DialogueState from() {
    return from;
  }

  public DialogueEvent event() {
    return event;
  }

  public Actor actor() {
    return actor;
  }

  public Guard guard() {
    return guard;
  }

  public DialogueState to() {
    return to;
  }
}
