package fr.cadran.contracts;

import fr.cadran.events.EventType;
import fr.cadran.kit.event.OwnedTopics;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/** What this service tells: the state of CPTS, and what happens to them. It takes in nothing. */
final class ContractsTopics {
  private ContractsTopics() {}

  @Produces
  @Singleton
  static OwnedTopics topics() {
    return new OwnedTopics(List.of(EventType.CPTS_STATE, EventType.CPTS_STAGE_CHANGED), List.of());
  }
}
