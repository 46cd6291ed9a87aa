package fr.cadran.kit.event;

import fr.cadran.events.EventType;
import fr.cadran.events.audit.EventReceived;
import fr.cadran.kit.database.DatabaseOutage;
import fr.cadran.kit.failpoint.Failpoint;
import fr.cadran.kit.failpoint.Failpoints;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.faulttolerance.api.Guard;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/**
 * Gives a message its effect, once. What a service writes is the channel and the use case:
 *
 * <pre>{@code
 * @Incoming("quarterly-data")
 * @Blocking
 * void quarterlyData(ConsumerRecord<byte[], byte[]> message) {
 *   events.handle(message, EventType.QUARTERLY_DATA_SUBMITTED, computeIndicators::of);
 * }
 * }</pre>
 *
 * <p>Inbox and effect share one transaction; the offset is committed after it. A fault is tried
 * again a few times; while the database cannot be reached, again until it can. What remains is
 * thrown, and the channel moves the message to the dead-letter topic.
 */
@ApplicationScoped
public class EventConsumer {

  private static final Logger LOG = Logger.getLogger(EventConsumer.class);
  private static final int FOR_EVER = -1;
  private static final long LONGEST_DELAY_SECONDS = 5;

  private final Inbox inbox;
  private final Outbox outbox;
  private final Clock clock;
  private final Rebuild rebuild;
  private final Failpoints failpoints;
  private final String consumer;
  private final boolean tellsReceptions;
  private final MeterRegistry metrics;
  private final Guard aFewTimes;
  private final Guard untilTheDatabaseAnswers;

  EventConsumer(
      Inbox inbox,
      Outbox outbox,
      Clock clock,
      Rebuild rebuild,
      Failpoints failpoints,
      Instance<OwnedTopics> topics,
      EventsConfig config,
      MeterRegistry metrics) {
    this.inbox = inbox;
    this.outbox = outbox;
    this.clock = clock;
    this.rebuild = rebuild;
    this.failpoints = failpoints;
    this.metrics = metrics;
    this.consumer = config.service();
    this.tellsReceptions =
        topics.stream().anyMatch(own -> own.told().contains(EventType.EVENT_RECEIVED));
    this.aFewTimes =
        Guard.create()
            .withRetry()
            .maxRetries(config.retries())
            .delay(config.retryDelay().toMillis(), ChronoUnit.MILLIS)
            .whenException(fault ->
                !(fault instanceof UnreadableEventException) && !DatabaseOutage.isCauseOf(fault))
            .withExponentialBackoff()
            .maxDelay(LONGEST_DELAY_SECONDS, ChronoUnit.SECONDS)
            .done()
            .done()
            .build();
    this.untilTheDatabaseAnswers =
        Guard.create()
            .withRetry()
            .maxRetries(FOR_EVER)
            .maxDuration(0, ChronoUnit.MILLIS)
            .delay(config.retryDelay().toMillis(), ChronoUnit.MILLIS)
            .whenException(DatabaseOutage::isCauseOf)
            .withExponentialBackoff()
            .maxDelay(LONGEST_DELAY_SECONDS, ChronoUnit.SECONDS)
            .done()
            .done()
            .build();
  }

  /**
   * Reads a message of a topic of one type; otherwise like {@link #handle(ConsumerRecord,
   * EventEffects)}.
   *
   * @throws UnreadableEventException when the message is not a readable event
   * @throws EventNotHandledException when the effect failed and went on failing
   */
  public <T> Receipt handle(
      ConsumerRecord<byte[], byte[]> message,
      EventType<T> type,
      Consumer<IncomingEvent<T>> effect) {
    return handle(message, EventEffects.of(type, effect));
  }

  /**
   * Reads the message and, unless it is a duplicate or out of date, gives it to the effect of its
   * type, which runs in the transaction of the inbox and may run again after a fault. A message of
   * a type without an effect here is passed over.
   *
   * @throws UnreadableEventException when the message is not a readable event of its type, or of a
   *     type that has no place on the topic
   * @throws EventNotHandledException when the effect failed and went on failing
   */
  public Receipt handle(ConsumerRecord<byte[], byte[]> message, EventEffects effects) {
    return rebuild.isOn()
        ? handleAgain(message, effects)
        : handle(message, effects, () -> clock.instant().truncatedTo(ChronoUnit.MICROS));
  }

  private Receipt handleAgain(ConsumerRecord<byte[], byte[]> message, EventEffects effects) {
    try {
      Optional<Instant> receivedAt = rebuild.receivedAt(message);
      Receipt receipt =
          receivedAt.isPresent() ? handle(message, effects, receivedAt::get) : Receipt.PASSED_OVER;
      rebuild.done(message);
      return receipt;
    } catch (UnreadableEventException | EventNotHandledException fault) {
      rebuild.failed(message, fault);
      throw fault;
    }
  }

  private Receipt handle(
      ConsumerRecord<byte[], byte[]> message, EventEffects effects, Supplier<Instant> moment) {
    String type = IncomingEvent.typeOf(message);
    Optional<EventEffects.Effect<?>> effect = effects.of(type);
    return effect.isPresent()
        ? handle(message, effect.get(), moment)
        : passOver(message, type, effects);
  }

  private static Receipt passOver(
      ConsumerRecord<byte[], byte[]> message, String type, EventEffects effects) {
    if (effects.leavesToOthers(type)) {
      return Receipt.PASSED_OVER;
    }
    if (!effects.mayBeNewer(type)) {
      throw new UnreadableEventException("UNKNOWN_TYPE: no place on this topic");
    }
    IncomingEvent.requireCloudEvent(message);
    LOG.infof(
        "%s passed over at %s-%d@%d: a type that this version does not know",
        type, message.topic(), message.partition(), message.offset());
    return Receipt.PASSED_OVER;
  }

  private <T> Receipt handle(
      ConsumerRecord<byte[], byte[]> message,
      EventEffects.Effect<T> effect,
      Supplier<Instant> moment) {
    String outcome = "DEAD_LETTER";
    try {
      IncomingEvent<T> event = IncomingEvent.parse(message, effect.type());
      Receipt receipt = handle(event, effect, moment);
      outcome = receipt.name();
      return receipt;
    } finally {
      metrics
          .counter("cadran.events.received", "type", effect.type().type(), "outcome", outcome)
          .increment();
    }
  }

  private <T> Receipt handle(
      IncomingEvent<T> event, EventEffects.Effect<T> effect, Supplier<Instant> moment) {
    try {
      Receipt receipt =
          untilTheDatabaseAnswers.get(
              () ->
                  aFewTimes.get(
                      () -> once(event.takenInAt(moment.get()), effect.consumer()), Receipt.class),
              Receipt.class);
      failpoints.reach(Failpoint.CONSUMER_AFTER_COMMIT);
      if (receipt != Receipt.NEW) {
        LOG.infof("%s %s without effect: %s", event.type().type(), event.id(), receipt);
      }
      return receipt;
    } catch (UnreadableEventException e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.errorf(e, "%s %s goes to the dead letters", event.type().type(), event.id());
      throw new EventNotHandledException(e);
    }
  }

  private <T> Receipt once(IncomingEvent<T> event, Consumer<IncomingEvent<T>> effect) {
    return QuarkusTransaction.requiringNew()
        .call(() -> {
          Receipt receipt = inbox.receive(consumer, event);
          if (receipt == Receipt.NEW) {
            effect.accept(event);
          }
          if (tellsReceptions && receipt != Receipt.DUPLICATE) {
            outbox.publish(
                new OutgoingEvent<>(
                    EventType.EVENT_RECEIVED,
                    consumer,
                    event.id(),
                    1,
                    new EventReceived(consumer, event.id(), event.receivedAt())));
          }
          failpoints.reach(Failpoint.CONSUMER_BEFORE_COMMIT);
          return receipt;
        });
  }
}
