package fr.cadran.kit.event;

import fr.cadran.kit.event.OutboxTable.Backlog;
import fr.cadran.kit.event.OutboxTable.Waiting;
import fr.cadran.kit.failpoint.Failpoint;
import fr.cadran.kit.failpoint.Failpoints;
import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Publishes the events of the outbox in the order of their ids, each at least once. Per database
 * one relay is at work, the one that holds the advisory lock; those of other processes stand by and
 * take over when its session ends. An event is marked when the broker has it and not before, so an
 * outage of the broker only delays. See {@code docs/adr/0001-outbox-relay.md}.
 */
@Singleton
public class OutboxRelay {

  private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
  private static final Duration MEASURE_EVERY = Duration.ofSeconds(5);
  private static final Duration FIRST_BACKOFF = Duration.ofMillis(250);
  private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(5);
  private static final Duration STOP = Duration.ofSeconds(15);

  private final AgroalDataSource dataSource;
  private final Map<String, Object> kafka;
  private final Clock clock;
  private final EventsConfig.Outbox config;
  private final Failpoints failpoints;
  private final MeterRegistry metrics;
  private final Semaphore woken = new Semaphore(0);
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "outbox-relay");

  private volatile Backlog backlog = new Backlog(0, null);
  private volatile Instant lastSign;
  private Instant nextMeasure;
  private Instant nextPurge;
  private Duration backoff = FIRST_BACKOFF;
  private boolean outage;
  private @Nullable KafkaProducer<byte[], byte[]> producer;

  OutboxRelay(
      AgroalDataSource dataSource,
      @Identifier("default-kafka-broker") Map<String, Object> kafka,
      Clock clock,
      MeterRegistry metrics,
      Failpoints failpoints,
      EventsConfig config) {
    this.dataSource = dataSource;
    this.kafka = kafka;
    this.clock = clock;
    this.config = config.outbox();
    this.failpoints = failpoints;
    this.lastSign = clock.instant();
    this.nextMeasure = lastSign;
    this.nextPurge = lastSign;
    this.metrics = metrics;
    metrics.gauge("cadran.outbox.depth", this, relay -> relay.backlog.depth());
    TimeGauge.builder(
            "cadran.outbox.oldest.age", this, TimeUnit.MILLISECONDS, OutboxRelay::oldestAgeMillis)
        .register(metrics);
  }

  /** What a service tells is what was done in it: its events by type are its business figures. */
  private Counter published(Waiting event) {
    return metrics.counter(
        "cadran.outbox.published",
        "topic",
        event.message().topic(),
        "type",
        CloudEventHeaders.typeOf(event.message()));
  }

  void start(@Observes StartupEvent event) {
    if (config.relay()) {
      thread.setDaemon(true);
      thread.start();
    }
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    stopped.countDown();
    wake();
    thread.join(STOP);
  }

  /** Says that events were committed. */
  void wake() {
    woken.release();
  }

  /** Whether the relay still turns; false means that the process should be replaced. */
  boolean alive() {
    // The longest a round may take is its wait for metadata, the delivery and a backoff.
    Duration patience = config.deliveryTimeout().multipliedBy(3).plus(Duration.ofSeconds(30));
    return !config.relay()
        || (thread.isAlive() && lastSign.plus(patience).isAfter(clock.instant()));
  }

  private void run() {
    while (running()) {
      try {
        standByOrPublish();
        pause(config.poll());
      } catch (SQLException | RuntimeException e) {
        report("the database of the outbox", e);
        backOff();
      }
    }
    closeProducer(Duration.ofSeconds(5));
  }

  private void standByOrPublish() throws SQLException {
    lastSign = clock.instant();
    // One connection for lock, reads and marks: without the lock there are no marks either.
    try (Connection connection = dataSource.getConnection()) {
      if (!OutboxTable.tryLock(connection)) {
        measure(connection);
        return;
      }
      try {
        publishUntilStopped(connection);
      } finally {
        OutboxTable.unlock(connection);
      }
    }
  }

  private void publishUntilStopped(Connection connection) throws SQLException {
    while (running()) {
      woken.drainPermits();
      List<Waiting> waiting = OutboxTable.read(connection, config.batch(), List.of());
      boolean complete = waiting.isEmpty() || publish(connection, waiting);
      lookAfter(connection);
      if (!complete) {
        backOff();
      } else {
        pause(config.poll());
      }
    }
  }

  private void lookAfter(Connection connection) throws SQLException {
    lastSign = clock.instant();
    measure(connection);
    purge(connection);
  }

  /** A batch that the producer has, and what will become of each event. */
  private record Sent(
      List<Waiting> events, List<Future<RecordMetadata>> answers, @Nullable Exception refused) {}

  /**
   * Publishes a batch and those behind it, until none is full. One batch is on its way at a time;
   * while it is, the one before it is marked and the one behind it is read. True when the broker
   * has all of them.
   */
  private boolean publish(Connection connection, List<Waiting> first) throws SQLException {
    List<Waiting> batch = first;
    List<Long> unmarked = List.of();
    try {
      while (true) {
        Sent sent = send(batch);
        mark(connection, unmarked);
        List<Long> ids = batch.stream().map(Waiting::id).toList();
        // Read after the marks: what is waiting still and not on its way is behind it.
        List<Waiting> next =
            batch.size() < config.batch() || !running()
                ? List.of()
                : OutboxTable.read(connection, config.batch(), ids);
        unmarked = acknowledged(sent);
        boolean complete = unmarked.size() == batch.size();
        if (!complete || next.isEmpty()) {
          mark(connection, unmarked);
          return complete;
        }
        lookAfter(connection);
        batch = next;
      }
    } catch (SQLException e) {
      // What is still on its way must not arrive behind what is sent again.
      closeProducer(Duration.ZERO);
      throw e;
    }
  }

  private Sent send(List<Waiting> batch) {
    List<Future<RecordMetadata>> answers = new ArrayList<>(batch.size());
    AtomicBoolean failed = new AtomicBoolean();
    try {
      KafkaProducer<byte[], byte[]> open = producer();
      for (Waiting event : batch) {
        if (failed.get()) {
          break;
        }
        answers.add(
            open.send(
                event.message(),
                (metadata, fault) -> {
                  if (fault != null) {
                    failed.set(true);
                  }
                }));
      }
      return new Sent(batch, answers, null);
    } catch (KafkaException e) {
      return new Sent(batch, answers, e);
    }
  }

  /** Waits for the broker's answers; the ids that it has, in an order that may be marked. */
  private List<Long> acknowledged(Sent sent) {
    @Nullable Exception cause = sent.refused();
    if (cause == null) {
      try {
        producer().flush();
      } catch (KafkaException e) {
        cause = e;
      }
    }
    List<Waiting> batch = sent.events();
    List<Long> acknowledged = new ArrayList<>(batch.size());
    Set<String> broken = new HashSet<>();
    for (int i = 0; i < sent.answers().size(); i++) {
      Waiting event = batch.get(i);
      Exception fault = faultOf(sent.answers().get(i));
      if (fault != null) {
        cause = fault;
        broken.add(event.key());
      } else if (!broken.contains(event.key())) {
        // What overtook a failed event of its key is sent again behind it.
        acknowledged.add(event.id());
        published(event).increment();
      }
    }
    if (cause != null || acknowledged.size() < batch.size()) {
      // A new producer: the old one might still deliver, behind our back, what it holds.
      closeProducer(Duration.ZERO);
      report("the broker", cause);
    } else {
      recovered();
    }
    return acknowledged;
  }

  private void mark(Connection connection, List<Long> acknowledged) throws SQLException {
    if (!acknowledged.isEmpty()) {
      failpoints.reach(Failpoint.RELAY_AFTER_PUBLISH);
      OutboxTable.markPublished(connection, acknowledged, clock.instant());
      failpoints.reach(Failpoint.RELAY_AFTER_MARK);
    }
  }

  private static @Nullable Exception faultOf(Future<RecordMetadata> future) {
    if (!future.isDone()) {
      return new IllegalStateException("not acknowledged when the flush ended");
    }
    try {
      future.get();
      return null;
    } catch (ExecutionException e) {
      return e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return e;
    }
  }

  private KafkaProducer<byte[], byte[]> producer() {
    KafkaProducer<byte[], byte[]> open = producer;
    if (open == null) {
      int delivery = Math.toIntExact(config.deliveryTimeout().toMillis());
      Map<String, Object> settings = new HashMap<>(kafka);
      settings.put(ProducerConfig.CLIENT_ID_CONFIG, "outbox-relay");
      settings.put(ProducerConfig.ACKS_CONFIG, "all");
      settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
      settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, delivery);
      settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, delivery / 2);
      settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, delivery / 2);
      settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
      open = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
      producer = open;
    }
    return open;
  }

  private void closeProducer(Duration patience) {
    KafkaProducer<byte[], byte[]> open = producer;
    if (open != null) {
      producer = null;
      open.close(patience);
    }
  }

  private void measure(Connection connection) throws SQLException {
    Instant now = clock.instant();
    if (!now.isBefore(nextMeasure)) {
      nextMeasure = now.plus(MEASURE_EVERY);
      backlog = OutboxTable.backlog(connection);
    }
  }

  private void purge(Connection connection) throws SQLException {
    Instant now = clock.instant();
    if (!now.isBefore(nextPurge)) {
      nextPurge = now.plus(config.purgeEvery());
      int purged = OutboxTable.purge(connection, now.minus(config.retention()));
      LOG.debugf("%d published events removed from the outbox", purged);
    }
  }

  private double oldestAgeMillis() {
    Instant oldest = backlog.oldest();
    return oldest == null ? 0 : Duration.between(oldest, clock.instant()).toMillis();
  }

  private void report(String part, @Nullable Exception cause) {
    if (!outage) {
      outage = true;
      LOG.warnf(cause, "events wait in the outbox: %s does not answer", part);
    }
  }

  private void recovered() {
    backoff = FIRST_BACKOFF;
    if (outage) {
      outage = false;
      LOG.info("events leave the outbox again");
    }
  }

  private boolean running() {
    return stopped.getCount() > 0;
  }

  /** Until somebody wakes the relay, or the time is over. */
  private void pause(Duration time) {
    try {
      boolean wokenUp = woken.tryAcquire(time.toMillis(), TimeUnit.MILLISECONDS);
      LOG.tracef("woken up: %s", wokenUp);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stopped.countDown();
    }
  }

  /** Until the time is over, even when there is more to publish. */
  private void backOff() {
    try {
      boolean stop = stopped.await(backoff.toMillis(), TimeUnit.MILLISECONDS);
      LOG.tracef("stopped while backing off: %s", stop);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stopped.countDown();
    }
    Duration doubled = backoff.multipliedBy(2);
    backoff = doubled.compareTo(LONGEST_BACKOFF) > 0 ? LONGEST_BACKOFF : doubled;
  }
}
