package fr.cadran.kit.audit;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Appends entries to the chain. One thread writes for all calls of this process: what comes in
 * while a commit is under way is in the next one, so that calls share the flush to disk and not
 * each pays its own. It keeps one connection of the pool, so that a pool that is used up does not
 * silence the audit.
 *
 * <p>Behind a proxy, because filters are made before there is a database.
 */
@ApplicationScoped
@IfBuildProperty(name = AuditLog.SWITCH, stringValue = "true", enableIfMissing = true)
public class AuditLog {
  /** False, when building, for the one process without a database: the gateway. */
  static final String SWITCH = "cadran.audit.kept";

  private static final Logger LOG = Logger.getLogger(AuditLog.class);
  private static final Duration IDLE = Duration.ofMillis(500);
  private static final Duration BACKOFF = Duration.ofMillis(500);
  private static final Duration STOP = Duration.ofSeconds(10);

  /** Our commits are on disk when they return, even where a server is set to be quicker. */
  private static final String DURABLE =
      "select set_config('synchronous_commit', 'on', false)"
          + " where current_setting('synchronous_commit') in ('off', 'local')";

  private final AgroalDataSource dataSource;
  private final AuditAnchor anchor;
  private final AnonymousCalls anonymous;
  private final AuditConfig config;
  private final Clock clock;
  private final String service;
  private final Counter written;
  private final Timer commits;
  private final BlockingQueue<Pending> queue;
  // Ends of calls whose work is done: never given up while this process lives.
  private final Deque<AuditEntry> owed = new ArrayDeque<>();
  private final Thread thread = new Thread(this::run, "audit-writer");

  private volatile boolean stopping;
  private boolean outage;
  private Instant nextTry = Instant.MIN;
  private @Nullable Connection connection;

  AuditLog(
      AgroalDataSource dataSource,
      AuditAnchor anchor,
      AnonymousCalls anonymous,
      AuditConfig config,
      Clock clock,
      MeterRegistry metrics,
      @ConfigProperty(name = "cadran.service") String service) {
    this.dataSource = dataSource;
    this.anchor = anchor;
    this.anonymous = anonymous;
    this.config = config;
    this.clock = clock;
    this.service = service;
    this.queue = new ArrayBlockingQueue<>(config.queue());
    this.written = metrics.counter("cadran.audit.entries");
    this.commits = metrics.timer("cadran.audit.commit");
    metrics.gauge("cadran.audit.waiting", queue, BlockingQueue::size);
  }

  /** Whether an entry may be dropped when its call gave up waiting. */
  enum Keep {
    /** Nothing was done yet, or nothing was given out: without the entry the call is refused. */
    WHILE_AWAITED,
    /** The work is done, whatever the caller is told: the entry is written when it can be. */
    ALWAYS
  }

  void start(@Observes StartupEvent event) {
    thread.setDaemon(true);
    thread.start();
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    stopping = true;
    thread.join(STOP);
  }

  /** Completes when the entry is committed; fails when that took too long or cannot be. */
  Uni<Void> append(AuditEntry entry, Keep keep) {
    Pending pending = new Pending(entry, keep);
    if (!queue.offer(pending)) {
      if (keep == Keep.ALWAYS) {
        // The attempt is on record; only its outcome is lost.
        LOG.errorf(
            "the audit cannot keep up: the outcome of call %s is lost, its attempt is on record",
            entry.call());
      }
      return Uni.createFrom().failure(new AuditUnavailableException());
    }
    return Uni.createFrom()
        .completionStage(pending.done)
        .ifNoItem()
        .after(config.patience())
        .failWith(AuditUnavailableException::new)
        .onFailure()
        .invoke(pending::giveUp);
  }

  boolean alive() {
    return thread.isAlive();
  }

  private void run() {
    List<Pending> batch = new ArrayList<>();
    while (true) {
      boolean last = stopping && queue.isEmpty();
      try {
        collect(batch);
        anonymous.counted(last).forEach(this::owe);
        if (!batch.isEmpty() || owedIsDue()) {
          write(batch);
        }
        if (connection != null) {
          anchor.tellWhenDue(connection, last);
        } else if (!outage) {
          reconnect();
        }
      } catch (SQLException | RuntimeException failure) {
        refuse(batch, failure);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        stopping = true;
      }
      batch.clear();
      if (last) {
        break;
      }
    }
    close();
  }

  private void collect(List<Pending> batch) throws InterruptedException {
    Pending first = queue.poll(IDLE.toMillis(), TimeUnit.MILLISECONDS);
    if (first != null) {
      batch.add(first);
      queue.drainTo(batch, config.batch() - 1);
      batch.removeIf(pending -> !pending.take());
    }
  }

  private boolean owedIsDue() {
    return !owed.isEmpty() && !clock.instant().isBefore(nextTry);
  }

  private void write(List<Pending> batch) throws SQLException {
    List<AuditEntry> entries = new ArrayList<>(owed);
    batch.forEach(pending -> entries.add(pending.entry));
    long begun = System.nanoTime();
    try {
      commit(entries);
    } catch (SQLException broken) {
      // The connection may have died of old age; a second, fresh one tells.
      LOG.debugf("the audit's connection is replaced (SQL state %s)", broken.getSQLState());
      reconnect();
      commit(entries);
    }
    commits.record(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
    written.increment(entries.size());
    owed.clear();
    batch.forEach(pending -> pending.done.complete(null));
    if (outage) {
      outage = false;
      LOG.info("the audit is written again");
    }
  }

  private void commit(List<AuditEntry> entries) throws SQLException {
    Connection open = connection;
    if (open == null) {
      reconnect();
      open = connection;
    }
    if (open == null) {
      throw new SQLException("no connection");
    }
    AuditTable.Head head = AuditTable.append(open, service, entries);
    open.commit();
    anchor.grown(head);
  }

  private void reconnect() throws SQLException {
    close();
    Connection fresh = dataSource.getConnection();
    try (Statement settings = fresh.createStatement()) {
      settings.execute(DURABLE);
    }
    fresh.setAutoCommit(false);
    connection = fresh;
  }

  private void close() {
    Connection old = connection;
    connection = null;
    if (old != null) {
      try (old) {
        old.rollback();
      } catch (SQLException broken) {
        LOG.debug("the audit's connection was broken", broken);
      }
    }
  }

  private void refuse(List<Pending> batch, Exception failure) {
    close();
    if (!outage) {
      outage = true;
      // The driver's message quotes the entry, so it stays out of the log.
      LOG.errorf(
          "the audit cannot be written: writes are refused until it can (%s, SQL state %s)",
          failure.getClass().getSimpleName(),
          failure instanceof SQLException sql ? sql.getSQLState() : "none");
    }
    nextTry = clock.instant().plus(BACKOFF);
    for (Pending pending : batch) {
      if (pending.keep == Keep.ALWAYS) {
        owe(pending.entry);
      }
      pending.done.completeExceptionally(new AuditUnavailableException());
    }
  }

  private void owe(AuditEntry entry) {
    if (owed.size() >= config.queue()) {
      AuditEntry lost = owed.removeFirst();
      LOG.errorf("the outcome of call %s is lost, its attempt is on record", lost.call());
    }
    owed.addLast(entry);
  }

  private static final class Pending {
    private final AuditEntry entry;
    private final Keep keep;
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private final AtomicBoolean claimed = new AtomicBoolean();

    Pending(AuditEntry entry, Keep keep) {
      this.entry = entry;
      this.keep = keep;
    }

    /** By the writer: false when nobody waits for it any more. */
    boolean take() {
      return claimed.compareAndSet(false, true);
    }

    /** By the call, when it waited too long. */
    void giveUp() {
      if (keep == Keep.WHILE_AWAITED) {
        // When the writer was faster, the entry stands: the call was attempted and refused.
        claimed.set(true);
      }
    }
  }
}
