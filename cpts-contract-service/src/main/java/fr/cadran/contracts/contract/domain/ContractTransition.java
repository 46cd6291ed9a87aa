package fr.cadran.contracts.contract.domain;

import static fr.cadran.contracts.contract.domain.ContractEvent.ABANDON;
import static fr.cadran.contracts.contract.domain.ContractEvent.AMEND;
import static fr.cadran.contracts.contract.domain.ContractEvent.COMPLETE_SIGNATURES;
import static fr.cadran.contracts.contract.domain.ContractEvent.LIFT_TERMINATION;
import static fr.cadran.contracts.contract.domain.ContractEvent.MAKE_OFFER;
import static fr.cadran.contracts.contract.domain.ContractEvent.NOTIFY_TERMINATION;
import static fr.cadran.contracts.contract.domain.ContractEvent.REACH_TERM;
import static fr.cadran.contracts.contract.domain.ContractEvent.RECOGNISE_CRISIS;
import static fr.cadran.contracts.contract.domain.ContractEvent.REFER_TERMINATION;
import static fr.cadran.contracts.contract.domain.ContractEvent.SIGN;
import static fr.cadran.contracts.contract.domain.ContractEvent.START_MISSION;
import static fr.cadran.contracts.contract.domain.ContractEvent.TAKE_EFFECT;
import static fr.cadran.contracts.contract.domain.ContractEvent.UPHOLD_TERMINATION;
import static fr.cadran.contracts.contract.domain.ContractState.ABANDONED;
import static fr.cadran.contracts.contract.domain.ContractState.ACTIVE;
import static fr.cadran.contracts.contract.domain.ContractState.DRAFT;
import static fr.cadran.contracts.contract.domain.ContractState.ENDED;
import static fr.cadran.contracts.contract.domain.ContractState.NEGOTIATION;
import static fr.cadran.contracts.contract.domain.ContractState.SIGNED;
import static fr.cadran.contracts.contract.domain.ContractState.TERMINATED;
import static fr.cadran.contracts.contract.domain.ContractState.TERMINATION_NOTIFIED;
import static fr.cadran.contracts.contract.domain.ContractState.TERMINATION_SUSPENDED;

import java.util.stream.Stream;

/**
 * The whole life of a contract, one line per legal move (cpts.md §9): from where, what happens, who
 * may make it happen, what must hold besides, to where, what leaves the service. That a notified
 * contract takes neither missions nor avenants but still answers for a crisis, and that the CPTS
 * may terminate, no text settles (assumptions).
 */
public enum ContractTransition {
  FIRST_OFFER(DRAFT, MAKE_OFFER, Actor.ANY_PARTY, Guard.NONE, NEGOTIATION, Told.STATE),
  NEXT_OFFER(NEGOTIATION, MAKE_OFFER, Actor.ANY_PARTY, Guard.NONE, NEGOTIATION, Told.NOTHING),
  FIRST_SIGNATURE(DRAFT, SIGN, Actor.ANY_PARTY, Guard.LATEST_HASH, NEGOTIATION, Told.STATE),
  NEXT_SIGNATURE(NEGOTIATION, SIGN, Actor.ANY_PARTY, Guard.LATEST_HASH, NEGOTIATION, Told.NOTHING),
  LAST_SIGNATURE(
      NEGOTIATION, COMPLETE_SIGNATURES, Actor.ANY_PARTY, Guard.LATEST_HASH, SIGNED, Told.SIGNED),
  GIVE_UP_DRAFT(DRAFT, ABANDON, Actor.ANY_PARTY, Guard.NONE, ABANDONED, Told.STATE),
  GIVE_UP(NEGOTIATION, ABANDON, Actor.ANY_PARTY, Guard.NONE, ABANDONED, Told.STATE),
  FIRST_MISSION(
      SIGNED, START_MISSION, Actor.THREE_PARTIES, Guard.ANNEX_SIGNED, ACTIVE, Told.MISSION),
  NEXT_MISSION(
      ACTIVE, START_MISSION, Actor.THREE_PARTIES, Guard.ANNEX_SIGNED, ACTIVE, Told.MISSION),
  AMEND_SIGNED(SIGNED, AMEND, Actor.ANY_PARTY, Guard.OPEN_YEAR, SIGNED, Told.AVENANT),
  AMEND_ACTIVE(ACTIVE, AMEND, Actor.ANY_PARTY, Guard.OPEN_YEAR, ACTIVE, Told.AVENANT),
  CRISIS(ACTIVE, RECOGNISE_CRISIS, Actor.ARS, Guard.CRISIS_MISSION_RUNS, ACTIVE, Told.NOTHING),
  CRISIS_WHILE_NOTIFIED(
      TERMINATION_NOTIFIED,
      RECOGNISE_CRISIS,
      Actor.ARS,
      Guard.CRISIS_MISSION_RUNS,
      TERMINATION_NOTIFIED,
      Told.NOTHING),
  CRISIS_WHILE_SUSPENDED(
      TERMINATION_SUSPENDED,
      RECOGNISE_CRISIS,
      Actor.ARS,
      Guard.CRISIS_MISSION_RUNS,
      TERMINATION_SUSPENDED,
      Told.NOTHING),
  NOTIFY_SIGNED(
      SIGNED,
      NOTIFY_TERMINATION,
      Actor.ANY_PARTY,
      Guard.RECEIVED_BY_TODAY,
      TERMINATION_NOTIFIED,
      Told.STATE),
  NOTIFY_ACTIVE(
      ACTIVE,
      NOTIFY_TERMINATION,
      Actor.ANY_PARTY,
      Guard.RECEIVED_BY_TODAY,
      TERMINATION_NOTIFIED,
      Told.STATE),
  REFER(
      TERMINATION_NOTIFIED,
      REFER_TERMINATION,
      Actor.CPTS,
      Guard.WITHIN_THE_DELAY,
      TERMINATION_SUSPENDED,
      Told.STATE),
  UPHOLD(
      TERMINATION_SUSPENDED,
      UPHOLD_TERMINATION,
      Actor.CPAM_OR_ARS,
      Guard.NONE,
      TERMINATION_NOTIFIED,
      Told.STATE),
  LIFT(
      TERMINATION_SUSPENDED,
      LIFT_TERMINATION,
      Actor.CPAM_OR_ARS,
      Guard.MISSION_STARTED,
      ACTIVE,
      Told.STATE),
  LIFT_BEFORE_MISSIONS(
      TERMINATION_SUSPENDED,
      LIFT_TERMINATION,
      Actor.CPAM_OR_ARS,
      Guard.NO_MISSION_STARTED,
      SIGNED,
      Told.STATE),
  TERMINATE(
      TERMINATION_NOTIFIED, TAKE_EFFECT, Actor.CALENDAR, Guard.DELAY_OVER, TERMINATED, Told.STATE),
  END_SIGNED(SIGNED, REACH_TERM, Actor.CALENDAR, Guard.TERM_REACHED, ENDED, Told.STATE),
  END_ACTIVE(ACTIVE, REACH_TERM, Actor.CALENDAR, Guard.TERM_REACHED, ENDED, Told.STATE),
  END_NOTIFIED(
      TERMINATION_NOTIFIED, REACH_TERM, Actor.CALENDAR, Guard.TERM_REACHED, ENDED, Told.STATE),
  END_SUSPENDED(
      TERMINATION_SUSPENDED, REACH_TERM, Actor.CALENDAR, Guard.TERM_REACHED, ENDED, Told.STATE);

  /** Who may make something happen. */
  public enum Actor {
    ANY_PARTY,
    THREE_PARTIES,
    CPTS,
    ARS,
    CPAM_OR_ARS,
    CALENDAR;

    /** Whether one party alone may. */
    public boolean includes(Party party) {
      return switch (this) {
        case ANY_PARTY -> true;
        case CPTS -> party == Party.CPTS;
        case ARS -> party == Party.ARS;
        case CPAM_OR_ARS -> party != Party.CPTS;
        case THREE_PARTIES, CALENDAR -> false;
      };
    }
  }

  /** What must hold besides the state. */
  public enum Guard {
    NONE,
    LATEST_HASH,
    ANNEX_SIGNED,
    OPEN_YEAR,
    CRISIS_MISSION_RUNS,
    RECEIVED_BY_TODAY,
    WITHIN_THE_DELAY,
    MISSION_STARTED,
    NO_MISSION_STARTED,
    DELAY_OVER,
    TERM_REACHED
  }

  /** What leaves the service with a move, beside a change of state. */
  public enum Told {
    NOTHING,
    STATE,
    SIGNED,
    MISSION,
    AVENANT
  }

  private final ContractState from;
  private final ContractEvent event;
  private final Actor actor;
  private final Guard guard;
  private final ContractState to;
  private final Told told;

  ContractTransition(
      ContractState from,
      ContractEvent event,
      Actor actor,
      Guard guard,
      ContractState to,
      Told told) {
    this.from = from;
    this.event = event;
    this.actor = actor;
    this.guard = guard;
    this.to = to;
    this.told = told;
  }

  /**
   * The move that an event makes.
   *
   * @param started whether a mission has started, on which two moves depend
   * @throws RefusedException {@code ILLEGAL_TRANSITION} when the table has none
   */
  public static ContractTransition of(ContractState from, ContractEvent event, boolean started) {
    return Stream.of(values())
        .filter(move -> move.from == from && move.event == event)
        .filter(move -> started ? move.guard != Guard.NO_MISSION_STARTED : true)
        .filter(move -> started ? true : move.guard != Guard.MISSION_STARTED)
        .findFirst()
        .orElseThrow(() -> new RefusedException("ILLEGAL_TRANSITION", from.name(), event.name()));
  }

  public ContractState from() {
    return from;
  }

  public ContractEvent event() {
    return event;
  }

  public Actor actor() {
    return actor;
  }

  public Guard guard() {
    return guard;
  }

  public ContractState to() {
    return to;
  }

  public Told told() {
    return told;
  }
}
