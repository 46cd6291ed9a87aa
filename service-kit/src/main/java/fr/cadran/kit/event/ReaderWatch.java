package fr.cadran.kit.event;

import fr.cadran.events.EventType;
import fr.cadran.kit.event.UnreadTopics.BrokerSilentException;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Liveness;
import org.jboss.logging.Logger;

/**
 * Watches that somebody reads what the service takes in. A reader can stop without an end and
 * without a word (seen after a broker came back); then messages wait and no member of the group
 * owns their partition. Where that lasts, the process is not alive and, unless it is told to stay,
 * ends: whoever keeps services running starts it anew, and it reads on from the last committed
 * offset. A broker that does not answer is no fault of this process and starts the count again.
 */
@Liveness
@Singleton
class ReaderWatch implements HealthCheck {

  /** Exit code of a process that ended because it had stopped reading. */
  static final int EXIT_CODE = 70;

  private static final Logger LOG = Logger.getLogger(ReaderWatch.class);

  private final UnreadTopics unread;
  private final EventsConfig.Readers config;
  private final LongSupplier nanoTime;
  private final Runnable end;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Map<String, Long> unreadSince = new HashMap<>();

  private boolean watches;
  private volatile Set<String> stalled = Set.of();

  @Inject
  ReaderWatch(
      @Identifier("default-kafka-broker") Map<String, Object> kafka,
      Instance<OwnedTopics> owned,
      EventsConfig config) {
    this(
        new UnreadTopics(kafka, config.service(), takenIn(owned)),
        config.readers(),
        System::nanoTime,
        () -> Quarkus.asyncExit(EXIT_CODE));
    this.watches = !config.rebuild() && !takenIn(owned).isEmpty();
  }

  ReaderWatch(
      UnreadTopics unread, EventsConfig.Readers config, LongSupplier nanoTime, Runnable end) {
    this.unread = unread;
    this.config = config;
    this.nanoTime = nanoTime;
    this.end = end;
    this.watches = true;
  }

  private static Set<String> takenIn(Instance<OwnedTopics> owned) {
    return owned.stream()
        .flatMap(own -> own.takenIn().stream())
        .map(EventType::topic)
        .collect(Collectors.toSet());
  }

  void start(@Observes StartupEvent event) {
    if (watches) {
      Thread.ofVirtual().name("reader-watch").start(this::watch);
    }
  }

  void stop(@Observes ShutdownEvent event) {
    stopped.countDown();
  }

  @Override
  public HealthCheckResponse call() {
    Set<String> topics = stalled;
    HealthCheckResponseBuilder response =
        HealthCheckResponse.named("event-readers").status(topics.isEmpty());
    if (!topics.isEmpty()) {
      response.withData("unread", String.join(",", topics));
    }
    return response.build();
  }

  private void watch() {
    try {
      while (!stopped.await(config.watchEvery().toMillis(), TimeUnit.MILLISECONDS)) {
        try {
          look();
        } catch (RuntimeException e) {
          // Who watches that nothing stops without a word must not do so.
          LOG.error("whether all topics are read could not be looked at; it is tried again", e);
        }
        if (!stalled.isEmpty() && config.endWhenStalled()) {
          LOG.errorf("the process ends, to be started anew and read on (exit code %d)", EXIT_CODE);
          end.run();
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Looks once; afterwards {@link #call()} says what is known. */
  void look() throws InterruptedException {
    try {
      Set<String> now = unread.now();
      unreadSince.keySet().retainAll(now);
      now.forEach(topic -> unreadSince.putIfAbsent(topic, nanoTime.getAsLong()));
      Set<String> forLong = new TreeSet<>();
      unreadSince.forEach((topic, since) -> {
        if (Duration.ofNanos(nanoTime.getAsLong() - since).compareTo(config.stalledAfter()) >= 0) {
          forLong.add(topic);
        }
      });
      if (!forLong.isEmpty() && stalled.isEmpty()) {
        LOG.errorf("messages wait and nobody reads them: %s", forLong);
      }
      stalled = forLong;
    } catch (BrokerSilentException e) {
      LOG.debug("whether all topics are read is not known", e);
      unreadSince.clear();
      stalled = Set.of();
    }
  }
}
