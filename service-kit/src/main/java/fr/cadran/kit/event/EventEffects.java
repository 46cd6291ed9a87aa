package fr.cadran.kit.event;

import fr.cadran.events.EventType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * What a consumer does with each type of a topic that carries several:
 *
 * <pre>{@code
 * EventEffects.of(EventType.DIALOGUE_RESULTS_SUBMITTED, this::keepResults)
 *     .and(EventType.PAYMENT_ORDERED, this::keepSums)
 * }</pre>
 *
 * <p>The other types of the topic are none of its business, and neither are types that it does not
 * know yet: both are passed over. A type that travels on another topic, or that is none of the
 * platform, has no place there.
 */
public final class EventEffects {

  private static final Pattern OF_THE_PLATFORM =
      Pattern.compile("fr\\.cadran\\.[a-z0-9-]+\\.[a-z0-9-]+\\.v[0-9]+");

  private final String topic;
  private final Map<String, Effect<?>> effects;

  private EventEffects(String topic, Map<String, Effect<?>> effects) {
    this.topic = topic;
    this.effects = effects;
  }

  /** What is done with one type. */
  record Effect<T>(EventType<T> type, Consumer<IncomingEvent<T>> consumer) {}

  /** The first type. */
  public static <T> EventEffects of(EventType<T> type, Consumer<IncomingEvent<T>> effect) {
    return new EventEffects(type.topic(), Map.of(type.type(), new Effect<>(type, effect)));
  }

  /**
   * One more type of the same topic.
   *
   * @throws IllegalArgumentException when it travels on another topic, or has its effect already
   */
  public <T> EventEffects and(EventType<T> type, Consumer<IncomingEvent<T>> effect) {
    if (!type.topic().equals(topic)) {
      throw new IllegalArgumentException(type.type() + " does not travel on " + topic);
    }
    Map<String, Effect<?>> more = new LinkedHashMap<>(effects);
    if (more.put(type.type(), new Effect<>(type, effect)) != null) {
      throw new IllegalArgumentException(type.type() + " has its effect already");
    }
    return new EventEffects(topic, more);
  }

  Optional<Effect<?>> of(String type) {
    return Optional.ofNullable(effects.get(type));
  }

  /** Whether this consumer knows the type and leaves it to others. */
  boolean leavesToOthers(String type) {
    return EventType.all().stream()
        .anyMatch(known -> known.type().equals(type) && known.topic().equals(topic));
  }

  /** Whether a newer producer may have put a message of this type on the topic. */
  boolean mayBeNewer(String type) {
    return OF_THE_PLATFORM.matcher(type).matches()
        && EventType.all().stream().noneMatch(known -> known.type().equals(type));
  }
}
