package fr.cadran.indicators.edge;

import fr.cadran.testing.infra.KafkaProbe;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Sends what cpts-contract-service sends, as CloudEvents on the real broker. */
final class CptsMessages {
  static final String CONTRACTS = "cadran.cpts.contracts.v1";
  static final String HASH = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

  private CptsMessages() {}

  static void cpts(UUID cpts, long version, String departement, String region, String caisse) {
    send(
        "cadran.cpts.cpts.v1",
        "fr.cadran.cpts.cpts-state.v1",
        cpts,
        cpts,
        version,
        """
        {"cpts": "%s", "name": "CPTS d'essai", "stage": "ACI_SIGNE", "seatCommune": "93066",
         "departement": "%s", "region": "%s", "caisse": "%s", "communes": ["93066"],
         "population": 112091, "size": 3, "vintage": 2026, "contract": null,
         "contractState": null, "version": %d, "changedAt": "2022-03-01T08:00:00Z"}
        """
            .formatted(cpts, departement, region, caisse, version));
  }

  static void results(
      UUID cpts,
      UUID contract,
      int contractYear,
      int resultsVersion,
      long version,
      String missions) {
    send(
        CONTRACTS,
        "fr.cadran.cpts.dialogue-results-submitted.v1",
        cpts,
        contract,
        version,
        """
        {"contract": "%s", "cpts": "%s", "dialogue": %d, "contractYear": %d,
         "yearFrom": "%d-03-01", "yearUntil": "%d-03-01", "resultsVersion": %d,
         "closedAt": "2023-04-20T14:03:07Z", "hash": "%s", "missions": %s, "version": %d}
        """
            .formatted(
                contract,
                cpts,
                contractYear + 2,
                contractYear,
                2021 + contractYear,
                2022 + contractYear,
                resultsVersion,
                HASH,
                missions,
                version));
  }

  static void other(String type, UUID cpts, UUID contract, long version, String data) {
    send(CONTRACTS, type, cpts, contract, version, data);
  }

  private static void send(
      String topic, String type, UUID cpts, UUID subject, long version, String data) {
    Map<String, String> headers = new HashMap<>();
    headers.put("ce_specversion", "1.0");
    headers.put("ce_id", UUID.randomUUID().toString());
    headers.put("ce_type", type);
    headers.put("ce_source", "urn:cadran:service:contracts");
    headers.put("ce_subject", subject.toString());
    headers.put("ce_time", "2023-04-20T14:03:07Z");
    headers.put("ce_aggregateversion", Long.toString(version));
    headers.put("content-type", "application/json");
    try (KafkaProbe probe = KafkaProbe.shared()) {
      probe.createTopic(topic, 3);
      probe.send(topic, cpts.toString(), data.getBytes(StandardCharsets.UTF_8), headers);
    }
  }
}
