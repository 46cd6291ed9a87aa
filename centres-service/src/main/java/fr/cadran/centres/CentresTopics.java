package fr.cadran.centres;

import fr.cadran.events.EventType;
import fr.cadran.kit.event.OwnedTopics;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/** What this service tells: its four topics. It takes in none. */
final class CentresTopics {
  private CentresTopics() {}

  @Produces
  @Singleton
  static OwnedTopics topics() {
    return new OwnedTopics(
        List.of(
            EventType.CENTRE_STATE,
            EventType.MANDATS_STATE,
            EventType.QUARTERLY_DATA_SUBMITTED,
            EventType.PROGRAMME_STATE),
        List.of());
  }
}
