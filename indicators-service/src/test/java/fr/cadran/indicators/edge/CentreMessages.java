package fr.cadran.indicators.edge;

import fr.cadran.testing.infra.KafkaProbe;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Sends what centres-service sends: states and submissions, as CloudEvents on the real broker. */
final class CentreMessages {
  static final String QUARTERLY_DATA = "cadran.centres.quarterly-data.v1";

  private CentreMessages() {}

  static void centre(String finess, long version, String departement, String region) {
    centre(finess, version, "MUNICIPAL", departement, region);
  }

  static void centre(
      String finess, long version, String managerKind, String departement, String region) {
    send(
        "cadran.centres.centres.v1",
        "fr.cadran.centres.centre-state.v1",
        finess,
        finess,
        version,
        """
        {"finess": "%s", "version": %d, "finessJuridique": "930000001", "siret": null,
         "name": "Centre d'essai", "managerKind": "%s", "communeCode": "93066",
         "departement": "%s", "region": "%s", "specialties": ["MEDECINE_GENERALE"],
         "rooms": {"MEDECINE_GENERALE": 4}, "openedOn": null, "closedOn": null}
        """
            .formatted(finess, version, managerKind, departement, region));
  }

  static void mandat(
      String finess, long version, String client, String validUntil, String revokedAt) {
    mandats(finess, version, given("m-1", client, validUntil, revokedAt));
  }

  /** One mandat as the state of a centre tells it. */
  static String given(String id, String client, String validUntil, String revokedAt) {
    return given(id, client, "2013-01-01T00:00:00Z", validUntil, revokedAt);
  }

  /** One mandat as the state of a centre tells it, from an instant on. */
  static String given(
      String id, String client, String validFrom, String validUntil, String revokedAt) {
    return """
    {"id": "%s", "clientId": "%s", "scopes": ["quarterly-data:write"],
     "validFrom": "%s", "validUntil": %s, "revokedAt": %s}
    """
        .formatted(id, client, validFrom, quoted(validUntil), quoted(revokedAt));
  }

  /** The whole list of the mandats of a centre. */
  static void mandats(String finess, long version, String... given) {
    send(
        "cadran.centres.mandats.v1",
        "fr.cadran.centres.mandats-state.v1",
        finess,
        finess,
        version,
        """
        {"finess": "%s", "version": %d, "mandats": [%s]}
        """
            .formatted(finess, version, String.join(",", given)));
  }

  static void quarterlyData(String finess, String quarter, int version, String content) {
    send(
        QUARTERLY_DATA,
        "fr.cadran.centres.quarterly-data-submitted.v1",
        finess,
        finess + "/" + quarter,
        version,
        """
        {"finess": "%s", "quarter": "%s", "version": %d,
         "submittedAt": "2014-01-31T08:00:00Z", "content": %s}
        """
            .formatted(finess, quarter, version, content));
  }

  /** Something that no producer of the platform would send. */
  static void raw(String topic, String key, String text) {
    try (KafkaProbe probe = KafkaProbe.shared()) {
      probe.createTopic(topic, 3);
      probe.send(topic, key, text.getBytes(StandardCharsets.UTF_8), Map.of());
    }
  }

  static void send(
      String topic, String type, String finess, String subject, long version, String data) {
    Map<String, String> headers = new HashMap<>();
    headers.put("ce_specversion", "1.0");
    headers.put("ce_id", UUID.randomUUID().toString());
    headers.put("ce_type", type);
    headers.put("ce_source", "urn:cadran:service:centres");
    headers.put("ce_subject", subject);
    headers.put("ce_time", "2014-01-31T08:00:00Z");
    headers.put("ce_aggregateversion", Long.toString(version));
    headers.put("content-type", "application/json");
    try (KafkaProbe probe = KafkaProbe.shared()) {
      probe.createTopic(topic, 3);
      probe.send(topic, finess, data.getBytes(StandardCharsets.UTF_8), headers);
    }
  }

  private static String quoted(String text) {
    return text == null ? "null" : '"' + text + '"';
  }
}
