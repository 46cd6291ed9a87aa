package fr.cadran.contracts;

import fr.cadran.events.EventType;
import fr.cadran.kit.event.OwnedTopics;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * What this service tells: the state of CPTS, and what happens to them and to their contracts. It
 * takes in nothing.
 */
final class ContractsTopics {
  private ContractsTopics() {}

  @Produces
  @Singleton
  static OwnedTopics topics() {
    return new OwnedTopics(
        List.of(
            EventType.CPTS_STATE,
            EventType.CPTS_STAGE_CHANGED,
            EventType.CONTRACT_STATE_CHANGED,
            EventType.CONTRACT_SIGNED,
            EventType.AVENANT_SIGNED,
            EventType.MISSION_STARTED,
            EventType.DIALOGUE_RESULTS_SUBMITTED,
            EventType.PAYMENT_ORDERED),
        List.of());
  }
}
