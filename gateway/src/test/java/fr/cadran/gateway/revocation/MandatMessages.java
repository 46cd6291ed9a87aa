package fr.cadran.gateway.revocation;

import fr.cadran.events.EventType;
import fr.cadran.testing.infra.KafkaProbe;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** State messages of mandats as centres-service tells them. */
final class MandatMessages {
  static final String TOPIC = EventType.MANDATS_STATE.topic();

  private MandatMessages() {}

  /** One mandat in JSON; dates as JSON texts, or null. */
  static String mandat(String client, String scope, String validUntil, String revokedAt) {
    return """
    {"id": "%s", "clientId": "%s", "scopes": ["%s"], "validFrom": "2026-01-01T00:00:00Z",
     "validUntil": %s, "revokedAt": %s}
    """
        .formatted(UUID.randomUUID(), client, scope, quoted(validUntil), quoted(revokedAt));
  }

  static String active(String client) {
    return mandat(client, "quarterly-data:write", null, null);
  }

  static String revoked(String client) {
    return mandat(client, "quarterly-data:write", null, Instant.now().toString());
  }

  /** Tells all mandats of a centre. */
  static void tell(KafkaProbe broker, String finess, long version, String... mandats) {
    String state =
        """
        {"finess": "%s", "version": %d, "mandats": [%s]}
        """
            .formatted(finess, version, String.join(",", mandats));
    send(broker, finess, version, state.getBytes(StandardCharsets.UTF_8));
  }

  static void send(KafkaProbe broker, String finess, long version, byte[] state) {
    broker.send(
        TOPIC,
        finess,
        state,
        Map.of(
            "content-type",
            "application/json",
            "ce_specversion",
            "1.0",
            "ce_id",
            UUID.randomUUID().toString(),
            "ce_source",
            "urn:cadran:centres",
            "ce_type",
            EventType.MANDATS_STATE.type(),
            "ce_subject",
            finess,
            "ce_time",
            Instant.now().toString(),
            "ce_aggregateversion",
            Long.toString(version)));
  }

  private static String quoted(String text) {
    return text == null ? "null" : "\"" + text + "\"";
  }
}
