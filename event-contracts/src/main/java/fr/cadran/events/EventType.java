package fr.cadran.events;

import fr.cadran.events.audit.AuditHeadAnchored;
import fr.cadran.events.audit.EventReceived;
import fr.cadran.events.centres.CentreState;
import fr.cadran.events.centres.MandatsState;
import fr.cadran.events.centres.ProgrammeState;
import fr.cadran.events.centres.QuarterlyDataSubmitted;
import fr.cadran.events.cpts.AvenantSigned;
import fr.cadran.events.cpts.ContractSigned;
import fr.cadran.events.cpts.ContractStateChanged;
import fr.cadran.events.cpts.CptsStageChanged;
import fr.cadran.events.cpts.CptsState;
import fr.cadran.events.cpts.DialogueResultsSubmitted;
import fr.cadran.events.cpts.MissionStarted;
import fr.cadran.events.cpts.PaymentOrdered;
import fr.cadran.events.indicators.IndicatorValuesComputed;
import java.util.List;

/**
 * One kind of event, in one version: where it travels, what CloudEvents calls it, what its data
 * look like. A change that is not additive is a new type with the next version and its own schema.
 * Types whose order matters travel on one topic; its consumers dispatch by the type.
 *
 * @param topic the Kafka topic, whose key is the FINESS number of the centre, the id of the CPTS or
 *     of the programme or, for what a service tells of itself, its name
 * @param type the CloudEvents attribute {@code type}
 * @param schema path of the JSON Schema (2020-12) of the data on the class path
 * @param data the record that the data bind to
 * @param compacted true for state topics: the broker keeps the last message of each key, which is
 *     the whole public state; false for events, which are kept for ever
 */
public record EventType<T>(
    String topic, String type, String schema, Class<T> data, boolean compacted) {

  /** What happens to CPTS and their contracts: one topic, so that the order per CPTS holds. */
  private static final String CONTRACTS = "cadran.cpts.contracts.v1";

  /** The public state of a centre de santé in the registry. */
  public static final EventType<CentreState> CENTRE_STATE =
      new EventType<>(
          "cadran.centres.centres.v1",
          "fr.cadran.centres.centre-state.v1",
          "cadran-events/schemas/centres.centre-state.v1.json",
          CentreState.class,
          true);

  /** All mandats that a centre has given to software editors. */
  public static final EventType<MandatsState> MANDATS_STATE =
      new EventType<>(
          "cadran.centres.mandats.v1",
          "fr.cadran.centres.mandats-state.v1",
          "cadran-events/schemas/centres.mandats-state.v1.json",
          MandatsState.class,
          true);

  /**
   * The public state of a programme d'accompagnement, with its cohort and levier statuses. Kept for
   * ever although each message is the whole state: a synthesis is asked for as it stood, so who is
   * built anew needs every state (ADR 25).
   */
  public static final EventType<ProgrammeState> PROGRAMME_STATE =
      new EventType<>(
          "cadran.centres.programmes.v1",
          "fr.cadran.centres.programme-state.v1",
          "cadran-events/schemas/centres.programme-state.v1.json",
          ProgrammeState.class,
          false);

  /** A centre submitted the data of a quarter, for the first time or as a correction. */
  public static final EventType<QuarterlyDataSubmitted> QUARTERLY_DATA_SUBMITTED =
      new EventType<>(
          "cadran.centres.quarterly-data.v1",
          "fr.cadran.centres.quarterly-data-submitted.v1",
          "cadran-events/schemas/centres.quarterly-data-submitted.v1.json",
          QuarterlyDataSubmitted.class,
          false);

  /** The indicators of a centre for a quarter were computed or restated. */
  public static final EventType<IndicatorValuesComputed> INDICATOR_VALUES_COMPUTED =
      new EventType<>(
          "cadran.indicators.values.v1",
          "fr.cadran.indicators.indicator-values-computed.v1",
          "cadran-events/schemas/indicators.indicator-values-computed.v1.json",
          IndicatorValuesComputed.class,
          false);

  /** The public state of a CPTS. */
  public static final EventType<CptsState> CPTS_STATE =
      new EventType<>(
          "cadran.cpts.cpts.v1",
          "fr.cadran.cpts.cpts-state.v1",
          "cadran-events/schemas/cpts.cpts-state.v1.json",
          CptsState.class,
          true);

  /** A CPTS passed from one stage of its lifecycle to the next. */
  public static final EventType<CptsStageChanged> CPTS_STAGE_CHANGED =
      new EventType<>(
          CONTRACTS,
          "fr.cadran.cpts.cpts-stage-changed.v1",
          "cadran-events/schemas/cpts.cpts-stage-changed.v1.json",
          CptsStageChanged.class,
          false);

  /** The three parties have signed an ACI contract. */
  public static final EventType<ContractSigned> CONTRACT_SIGNED =
      new EventType<>(
          CONTRACTS,
          "fr.cadran.cpts.contract-signed.v1",
          "cadran-events/schemas/cpts.contract-signed.v1.json",
          ContractSigned.class,
          false);

  /** A mission of an ACI contract started. */
  public static final EventType<MissionStarted> MISSION_STARTED =
      new EventType<>(
          CONTRACTS,
          "fr.cadran.cpts.mission-started.v1",
          "cadran-events/schemas/cpts.mission-started.v1.json",
          MissionStarted.class,
          false);

  /** The three parties have signed an avenant. */
  public static final EventType<AvenantSigned> AVENANT_SIGNED =
      new EventType<>(
          CONTRACTS,
          "fr.cadran.cpts.avenant-signed.v1",
          "cadran-events/schemas/cpts.avenant-signed.v1.json",
          AvenantSigned.class,
          false);

  /** A dialogue de gestion was closed with its results, or these were corrected. */
  public static final EventType<DialogueResultsSubmitted> DIALOGUE_RESULTS_SUBMITTED =
      new EventType<>(
          CONTRACTS,
          "fr.cadran.cpts.dialogue-results-submitted.v1",
          "cadran-events/schemas/cpts.dialogue-results-submitted.v1.json",
          DialogueResultsSubmitted.class,
          false);

  /** A line of the ledger of an ACI contract is to be paid, or recovered. */
  public static final EventType<PaymentOrdered> PAYMENT_ORDERED =
      new EventType<>(
          CONTRACTS,
          "fr.cadran.cpts.payment-ordered.v1",
          "cadran-events/schemas/cpts.payment-ordered.v1.json",
          PaymentOrdered.class,
          false);

  /** An ACI contract passed from one state to another. */
  public static final EventType<ContractStateChanged> CONTRACT_STATE_CHANGED =
      new EventType<>(
          CONTRACTS,
          "fr.cadran.cpts.contract-state-changed.v1",
          "cadran-events/schemas/cpts.contract-state-changed.v1.json",
          ContractStateChanged.class,
          false);

  /** How far the audit chain of a service had come; the key is the name of the service. */
  public static final EventType<AuditHeadAnchored> AUDIT_HEAD_ANCHORED =
      new EventType<>(
          "cadran.audit.heads.v1",
          "fr.cadran.audit.head-anchored.v1",
          "cadran-events/schemas/audit.head-anchored.v1.json",
          AuditHeadAnchored.class,
          false);

  /** A service took an event in; the key is the name of the service. */
  public static final EventType<EventReceived> EVENT_RECEIVED =
      new EventType<>(
          "cadran.audit.receptions.v1",
          "fr.cadran.audit.event-received.v1",
          "cadran-events/schemas/audit.event-received.v1.json",
          EventReceived.class,
          false);

  private static final List<EventType<?>> ALL =
      List.of(
          CENTRE_STATE,
          MANDATS_STATE,
          PROGRAMME_STATE,
          QUARTERLY_DATA_SUBMITTED,
          INDICATOR_VALUES_COMPUTED,
          CPTS_STATE,
          CPTS_STAGE_CHANGED,
          CONTRACT_SIGNED,
          MISSION_STARTED,
          AVENANT_SIGNED,
          DIALOGUE_RESULTS_SUBMITTED,
          PAYMENT_ORDERED,
          CONTRACT_STATE_CHANGED,
          AUDIT_HEAD_ANCHORED,
          EVENT_RECEIVED);

  /** Every event type of the platform. */
  public static List<EventType<?>> all() {
    return ALL;
  }

  /** The {@code $id} of the schema, which is also the CloudEvents attribute {@code dataschema}. */
  public String schemaId() {
    return "urn:cadran:event-schema:" + type.substring("fr.cadran.".length());
  }

  /**
   * The topic to which a consumer moves the messages that it cannot handle.
   *
   * @param service short name of the consuming service, e.g. {@code indicators}
   */
  public String deadLetterTopic(String service) {
    return topic + ".dead-letter." + service;
  }
}
