package fr.cadran.centres.quarterlydata.messaging;

import static fr.cadran.centres.Calls.QUARTER;
import static fr.cadran.centres.Calls.asEditor;
import static fr.cadran.centres.Calls.draft;
import static fr.cadran.centres.Calls.newCentreWithMandat;
import static fr.cadran.centres.Calls.passages;
import static fr.cadran.centres.Calls.quarter;
import static fr.cadran.centres.Calls.submit;
import static fr.cadran.centres.Calls.submitted;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.NumericNode;
import fr.cadran.testing.infra.CadranTestResource;
import fr.cadran.testing.infra.KafkaProbe;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(CadranTestResource.class)
class QuarterlyDataEventsTest {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  /** A grid in which every field is filled in. */
  private static final String FULL =
      """
      {"multiDisciplineRooms": 2,
       "openingHours": {%s},
       "patients": {"answerRate": 0.9, "callsReceived": 1000, "callsAnswered": 900,
         "appointments": 1410, "passages": 1500, "withoutAppointment": 300, "distinctPatients": 800,
         "newPatients": 90, "withMedecinTraitant": 400, "optionMemberships": 20, "optionRenewals": 10},
       "activity": [{"specialty": "MEDECINE_GENERALE", "rooms": 4, "acts": 1500, "revenue": 37500.00,
         "ccamActs": 150, "ccamRevenue": 6000.50,
         "vacations": [{"practitioner": "p1", "perWeek": 6.5}],
         "appointmentOutcomes": {"honoured": 1200, "withoutAppointment": 300, "cancelled": 110,
           "notHonoured": 100}}],
       "humanResources": {"medicalPayroll": {"medecineGenerale": 1.01, "specialites": 2.02,
           "dentaire": 3.03, "imagerie": 4.04}, "nonMedicalPayroll": 5.05, "tiersPayantPayroll": 6.06,
         "medicalFte": 7.5, "nonMedicalFte": 8.25, "nursingFteLastYear": 3.75},
       "finance": {"unpaidOrganisations": 10.10, "unpaidPatients": 11.11,
         "purchases": {"basis": "CUMULATIVE", "total": 100.00, "medecineGenerale": 10.00,
           "specialites": 20.00, "dentaire": 30.00, "imagerie": 40.00},
         "revenue": {"total": 60000.00, "medecineGenerale": 37500.00, "specialites": 1.00,
           "dentaire": 2.00, "imagerie": 3.00},
         "charges": {"imagerie": 12.12, "dentaire": 13.13},
         "invoices": {"sent": 500, "rejectedSecuriteSociale": 5, "rejectedMutuelles": 15},
         "collection": {"handedOver": 14.14, "recovered": 15.15},
         "sampling": {"files": 60, "subsidy": 288.00, "basis": "PER_FILE"}, "optionCoordinationReceived": 460.00},
       "serviceData": {"imagerieOpenHours": 520.5, "dentaireOpenHours": 480.25,
         "chairHoursOccupied": 900.75, "chairHoursAvailable": 960.00, "dentalCareActs": 700,
         "dentalProsthesisActs": 120, "imagingPrescriptions": 340, "imagingPrescriptionsInHouse": 250,
         "c": 1000, "c2": 40,
         "practitioners": [{"practitioner": "p1", "medicalHours": 310.5, "acts": 800,
           "patients": 420, "revenue": 18400.50}]}}
      """
          .formatted(
              String.join(
                  ", ",
                  List.of(
                          "monday",
                          "tuesday",
                          "wednesday",
                          "thursday",
                          "friday",
                          "saturday",
                          "publicHolidays")
                      .stream()
                      .map(day ->
                          "\""
                              + day
                              + "\": {\"morning\": {\"start\": \"08:30\", \"end\": \"12:00\"},"
                              + " \"afternoon\": {\"start\": \"13:15\", \"end\": \"18:45\"}}")
                      .toList()));

  @Test
  void every_field_that_is_submitted_leaves_as_it_was() throws IOException {
    String finess = newCentreWithMandat();
    submitted(finess, QUARTER, FULL);

    ConsumerRecord<byte[], byte[]> message = messages(finess, 1).getFirst();
    JsonNode event = JSON.readTree(message.value());
    assertThat(event.path("finess").asText()).isEqualTo(finess);
    assertThat(event.path("quarter").asText()).isEqualTo(QUARTER);
    assertThat(event.path("version").asInt()).isEqualTo(1);
    assertSame("", JSON.readTree(FULL), event.path("content"));
    assertThat(KafkaProbe.header(message, "ce_type"))
        .isEqualTo("fr.cadran.centres.quarterly-data-submitted.v1");

    JsonNode read =
        JSON.readTree(
            asEditor().get(quarter(finess, QUARTER)).then().statusCode(200).extract().asString());
    JSON.readTree(FULL)
        .properties()
        .forEach(section ->
            assertSame(section.getKey(), section.getValue(), read.path(section.getKey())));
  }

  /** The same tree; numbers by value, and times whether or not they show seconds. */
  private static void assertSame(String path, JsonNode expected, JsonNode actual) {
    if (expected.isObject()) {
      assertThat(actual.properties()).as(path).hasSameSizeAs(expected.properties());
      expected
          .properties()
          .forEach(entry ->
              assertSame(
                  path + "/" + entry.getKey(), entry.getValue(), actual.path(entry.getKey())));
    } else if (expected.isArray()) {
      assertThat(actual).as(path).hasSameSizeAs(expected);
      for (int i = 0; i < expected.size(); i++) {
        assertSame(path + "/" + i, expected.get(i), actual.path(i));
      }
    } else if (expected instanceof NumericNode) {
      assertThat(actual.decimalValue()).as(path).isEqualByComparingTo(expected.decimalValue());
    } else {
      assertThat(actual.asText()).as(path).startsWith(expected.asText());
    }
  }

  @Test
  void a_correction_leaves_as_the_next_version_after_the_first() throws IOException {
    String finess = newCentreWithMandat();
    String tag = submitted(finess, QUARTER, passages(1500));
    asEditor()
        .header("If-Match", tag)
        .body(passages(1400))
        .put(quarter(finess, QUARTER))
        .then()
        .statusCode(200);
    submit(finess, QUARTER);

    List<ConsumerRecord<byte[], byte[]>> messages = messages(finess, 2);
    assertThat(messages).hasSize(2);
    for (int i = 0; i < 2; i++) {
      assertThat(JSON.readTree(messages.get(i).value()).path("version").asInt()).isEqualTo(i + 1);
    }
  }

  @Test
  void what_is_refused_or_only_saved_does_not_leave() throws IOException {
    String finess = newCentreWithMandat();
    draft(finess, QUARTER, "{\"patients\": {\"callsReceived\": 1, \"callsAnswered\": 2}}");
    asEditor().body("{}").post(quarter(finess, QUARTER) + "/submission").then().statusCode(422);
    submitted(finess, "2013-Q2", passages(1));

    // The later submission of the same centre is behind on the same partition.
    List<ConsumerRecord<byte[], byte[]>> messages = messages(finess, 1);
    assertThat(messages).hasSize(1);
    assertThat(JSON.readTree(messages.getFirst().value()).path("quarter").asText())
        .isEqualTo("2013-Q2");
  }

  private static List<ConsumerRecord<byte[], byte[]>> messages(String finess, int count) {
    try (KafkaProbe probe = KafkaProbe.shared()) {
      return of(
          finess,
          probe.readUntil(
              "cadran.centres.quarterly-data.v1",
              records -> of(finess, records).size() >= count,
              Duration.ofSeconds(30)));
    }
  }

  private static List<ConsumerRecord<byte[], byte[]>> of(
      String finess, List<ConsumerRecord<byte[], byte[]>> records) {
    return records.stream()
        .filter(message -> new String(message.key(), StandardCharsets.UTF_8).equals(finess))
        .toList();
  }
}
