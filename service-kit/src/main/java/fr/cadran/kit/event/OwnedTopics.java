package fr.cadran.kit.event;

import fr.cadran.events.EventType;
import java.util.List;

/**
 * The events that a service tells and those that it takes in; a service produces one bean of it.
 * The topics, and the dead-letter topics of those taken in, are created at start where missing; of
 * a topic of several types each type told or taken in is named.
 */
public record OwnedTopics(List<EventType<?>> told, List<EventType<?>> takenIn) {

  public OwnedTopics {
    told = List.copyOf(told);
    takenIn = List.copyOf(takenIn);
  }
}
