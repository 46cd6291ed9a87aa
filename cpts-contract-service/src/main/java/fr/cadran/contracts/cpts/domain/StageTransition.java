package fr.cadran.contracts.cpts.domain;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The whole lifecycle of a CPTS, one line per legal move (cpts.md §1): from where, what happens, to
 * where, who may make it. Every move emits the same event, {@link #PUBLISHED}, beside the state of
 * the CPTS. {@code OBJECT} and {@code ABANDON_NEGOTIATION} lead back; no text settles them
 * (assumption).
 */
public enum StageTransition {
  SEND_LETTRE(
      CptsStage.PRE_PROJET,
      StageEvent.SEND_LETTRE_INTENTION,
      CptsStage.LETTRE_INTENTION,
      StageActor.CPTS,
      StageActor.ARS),
  SUBMIT_PROJET(
      CptsStage.LETTRE_INTENTION,
      StageEvent.SUBMIT_PROJET_DE_SANTE,
      CptsStage.PROJET_DE_SANTE,
      StageActor.CPTS,
      StageActor.ARS),
  VALIDATE_PROJET(
      CptsStage.PROJET_DE_SANTE,
      StageEvent.VALIDATE_PROJET_DE_SANTE,
      CptsStage.PROJET_VALIDE,
      StageActor.ARS),
  DEEM_VALIDATED(
      CptsStage.PROJET_DE_SANTE,
      StageEvent.VALIDATE_BY_DEFAULT,
      CptsStage.PROJET_VALIDE,
      StageActor.CALENDAR),
  OBJECT(
      CptsStage.PROJET_DE_SANTE,
      StageEvent.OBJECT_TO_PROJET_DE_SANTE,
      CptsStage.LETTRE_INTENTION,
      StageActor.ARS),
  OPEN_NEGOTIATION(
      CptsStage.PROJET_VALIDE,
      StageEvent.NEGOTIATION_OPENED,
      CptsStage.NEGOCIATION_ACI,
      StageActor.CONTRACT),
  ABANDON_NEGOTIATION(
      CptsStage.NEGOCIATION_ACI,
      StageEvent.NEGOTIATION_ABANDONED,
      CptsStage.PROJET_VALIDE,
      StageActor.CONTRACT),
  SIGN_CONTRACT(
      CptsStage.NEGOCIATION_ACI,
      StageEvent.CONTRACT_SIGNED,
      CptsStage.ACI_SIGNE,
      StageActor.CONTRACT),
  /** The ARS is a party: its signature stands for the validation that was not recorded. */
  SIGN_FROM_PRE_PROJET(
      CptsStage.PRE_PROJET, StageEvent.CONTRACT_SIGNED, CptsStage.ACI_SIGNE, StageActor.CONTRACT),
  SIGN_FROM_LETTRE(
      CptsStage.LETTRE_INTENTION,
      StageEvent.CONTRACT_SIGNED,
      CptsStage.ACI_SIGNE,
      StageActor.CONTRACT),
  SIGN_FROM_PROJET(
      CptsStage.PROJET_DE_SANTE,
      StageEvent.CONTRACT_SIGNED,
      CptsStage.ACI_SIGNE,
      StageActor.CONTRACT),
  SIGN_FROM_PROJET_VALIDE(
      CptsStage.PROJET_VALIDE,
      StageEvent.CONTRACT_SIGNED,
      CptsStage.ACI_SIGNE,
      StageActor.CONTRACT),
  /** A CPTS whose contract has come to its end may sign another. */
  SIGN_AFTER_TERM(
      CptsStage.TERME, StageEvent.CONTRACT_SIGNED, CptsStage.ACI_SIGNE, StageActor.CONTRACT),
  SIGN_AFTER_TERMINATION(
      CptsStage.RESILIE, StageEvent.CONTRACT_SIGNED, CptsStage.ACI_SIGNE, StageActor.CONTRACT),
  TERMINATE_CONTRACT(
      CptsStage.ACI_SIGNE, StageEvent.CONTRACT_TERMINATED, CptsStage.RESILIE, StageActor.CONTRACT),
  END_CONTRACT(
      CptsStage.ACI_SIGNE, StageEvent.CONTRACT_ENDED, CptsStage.TERME, StageActor.CONTRACT);

  /** Type of the event that leaves the service with every move. */
  public static final String PUBLISHED = "CptsStageChanged";

  private final CptsStage from;
  private final StageEvent event;
  private final CptsStage to;

  // An EnumSet that nobody changes: it leaves this class only as an answer about one member.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Set<StageActor> actors;

  StageTransition(CptsStage from, StageEvent event, CptsStage to, StageActor... actors) {
    this.from = from;
    this.event = event;
    this.to = to;
    this.actors = EnumSet.of(actors[0], actors);
  }

  /** The move that an event makes, empty when it is illegal in this stage. */
  public static Optional<StageTransition> of(CptsStage from, StageEvent event) {
    return Stream.of(values()).filter(move -> move.from == from && move.event == event).findFirst();
  }

  /** Whether somebody may ever make an event happen, whatever the stage. */
  public static boolean allows(StageActor actor, StageEvent event) {
    return Stream.of(values()).anyMatch(move -> move.event == event && move.actors.contains(actor));
  }

  public CptsStage from() {
    return from;
  }

  public StageEvent event() {
    return event;
  }

  public CptsStage to() {
    return to;
  }

  public boolean isMadeBy(StageActor actor) {
    return actors.contains(actor);
  }
}
