package fr.cadran.kit.audit;

import fr.cadran.events.EventType;
import fr.cadran.events.audit.AuditHeadAnchored;
import fr.cadran.kit.event.Outbox;
import fr.cadran.kit.event.OutgoingEvent;
import fr.cadran.kit.event.OwnedTopics;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Tells the head of the chain to the broker, at start, once a minute while the chain grows, and at
 * the end. Who cuts the chain, or writes it anew with right hashes, would have to change the topic
 * as well, which others keep.
 */
@Singleton
@IfBuildProperty(name = AuditLog.SWITCH, stringValue = "true", enableIfMissing = true)
class AuditAnchor {
  private static final Logger LOG = Logger.getLogger(AuditAnchor.class);

  private final Outbox outbox;
  private final AuditConfig config;
  private final Clock clock;
  private final String service;

  private long told;
  private AuditTable.Head head;
  private boolean headKnown;
  private Instant due;
  private boolean reported;

  AuditAnchor(
      Outbox outbox,
      AuditConfig config,
      Clock clock,
      @ConfigProperty(name = "cadran.service") String service) {
    this.outbox = outbox;
    this.config = config;
    this.clock = clock;
    this.service = service;
    this.head = new AuditTable.Head(0, AuditChain.beginning(service));
    this.due = clock.instant();
  }

  /** Another topic of every service that keeps a chain. */
  @Produces
  @Singleton
  static OwnedTopics topics() {
    return new OwnedTopics(List.of(EventType.AUDIT_HEAD_ANCHORED), List.of());
  }

  void grown(AuditTable.Head to) {
    head = to;
    headKnown = true;
  }

  /** Called by the writer, on its connection, between commits. */
  void tellWhenDue(Connection connection, boolean stopping) throws SQLException {
    Instant now = clock.instant();
    if (!config.anchored() || (now.isBefore(due) && !stopping)) {
      return;
    }
    if (!headKnown) {
      grown(AuditTable.head(connection, service));
      connection.rollback();
    }
    if (head.sequence() > told) {
      due = now.plus(config.anchorEvery());
      tell(now);
    }
  }

  private void tell(Instant now) {
    AuditTable.Head telling = head;
    try {
      QuarkusTransaction.requiringNew()
          .run(() ->
              outbox.publish(
                  new OutgoingEvent<>(
                      EventType.AUDIT_HEAD_ANCHORED,
                      service,
                      service,
                      telling.sequence(),
                      new AuditHeadAnchored(service, telling.sequence(), telling.hash(), now))));
      told = telling.sequence();
      reported = false;
    } catch (RuntimeException unavailable) {
      if (!reported) {
        reported = true;
        LOG.warn("the head of the audit chain is not told now; tried again", unavailable);
      }
    }
  }
}
