package fr.cadran.kit.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import fr.cadran.kit.failpoint.Failpoint;
import fr.cadran.kit.failpoint.Failpoints;
import fr.cadran.kit.id.IdSource;
import io.agroal.api.AgroalDataSource;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes events down in the transaction of the change that they tell: both are kept, or neither. The
 * relay publishes them after the commit.
 */
@ApplicationScoped
public class Outbox {

  /** Below the message size that a broker takes by default (1 MiB), headers included. */
  private static final int LARGEST_PAYLOAD = 900_000;

  private static final String INSERT =
      """
      INSERT INTO outbox_event (event_id, topic, event_key, type, source, subject, data_schema,
                                aggregate_version, occurred_at, trace_parent, payload)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private final AgroalDataSource dataSource;
  private final TransactionSynchronizationRegistry transactions;
  private final OutboxRelay relay;
  private final Failpoints failpoints;
  private final Clock clock;
  private final IdSource ids;
  private final String source;
  private final boolean silent;

  Outbox(
      AgroalDataSource dataSource,
      TransactionSynchronizationRegistry transactions,
      OutboxRelay relay,
      Failpoints failpoints,
      Clock clock,
      IdSource ids,
      EventsConfig config) {
    this.dataSource = dataSource;
    this.transactions = transactions;
    this.relay = relay;
    this.failpoints = failpoints;
    this.clock = clock;
    this.ids = ids;
    this.source = "urn:cadran:service:" + config.service();
    this.silent = config.rebuild();
  }

  /**
   * Adds an event to the caller's transaction. Call it after the aggregate is locked, or was read
   * in the version that the transaction replaces: the order of events of one aggregate rests on it.
   *
   * @throws jakarta.transaction.TransactionalException when there is no transaction
   * @throws IllegalArgumentException when the data are too large for a message
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void publish(OutgoingEvent<?> event) {
    String payload = json(event);
    if (payload.getBytes(StandardCharsets.UTF_8).length > LARGEST_PAYLOAD) {
      throw new IllegalArgumentException(
          event.type().type() + " has more than " + LARGEST_PAYLOAD + " bytes of data");
    }
    if (silent) {
      return; // It was told when it happened.
    }
    try (Connection connection = dataSource.getConnection();
        PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setObject(1, ids.next());
      insert.setString(2, event.type().topic());
      insert.setString(3, event.key());
      insert.setString(4, event.type().type());
      insert.setString(5, source);
      insert.setString(6, event.subject());
      insert.setString(7, event.type().schemaId());
      insert.setLong(8, event.aggregateVersion());
      insert.setObject(9, clock.instant().atOffset(ZoneOffset.UTC));
      insert.setString(10, traceParent());
      insert.setString(11, payload);
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("the outbox does not take " + event.type().type(), e);
    }
    wakeRelayAfterCommit();
  }

  private void wakeRelayAfterCommit() {
    if (transactions.getResource(WakeRelay.class) == null) {
      WakeRelay wake = new WakeRelay(relay, failpoints);
      transactions.putResource(WakeRelay.class, wake);
      transactions.registerInterposedSynchronization(wake);
    }
  }

  private static String json(OutgoingEvent<?> event) {
    try {
      return EventJson.MAPPER.writeValueAsString(event.data());
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(event.type().type() + " cannot be written as JSON", e);
    }
  }

  private static @Nullable String traceParent() {
    Map<String, String> headers = new HashMap<>();
    W3CTraceContextPropagator.getInstance()
        .inject(
            Context.current(),
            headers,
            (carrier, name, value) -> {
              if (carrier != null) {
                carrier.put(name, value);
              }
            });
    return headers.get("traceparent");
  }

  private record WakeRelay(OutboxRelay relay, Failpoints failpoints) implements Synchronization {

    @Override
    public void beforeCompletion() {
      failpoints.reach(Failpoint.OUTBOX_BEFORE_COMMIT);
    }

    @Override
    public void afterCompletion(int status) {
      if (status == Status.STATUS_COMMITTED) {
        failpoints.reach(Failpoint.OUTBOX_AFTER_COMMIT);
        relay.wake();
      }
    }
  }
}
