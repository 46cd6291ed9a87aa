package fr.cadran.indicators.edge;

import static fr.cadran.indicators.edge.ProgrammeMessages.activated;
import static fr.cadran.indicators.edge.ProgrammeMessages.participation;
import static fr.cadran.indicators.edge.ProgrammeMessages.validated;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import fr.cadran.testing.contract.ContractChecked;
import fr.cadran.testing.infra.CadranTestResource;
import fr.cadran.testing.infra.KafkaProbe;
import fr.cadran.testing.token.Token;
import fr.cadran.testing.token.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** A programme arrives, its centres' data arrive, and the synthesis follows both. */
@QuarkusTest
@QuarkusTestResource(CadranTestResource.class)
@ContractChecked
class ProgrammeSynthesisTest {
  private static final Token ARS_IDF = Tokens.arsAgent("region:11");

  private static ValidatableResponse read(Token token, String path) {
    return given().auth().oauth2(token.jwt()).get("/v1/programmes/" + path).then();
  }

  private static void awaited(String path, String jsonPath, Object expected) {
    await(path + " has " + jsonPath + " " + expected)
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(100))
        .untilAsserted(
            () -> read(Tokens.auditor(), path).statusCode(200).body(jsonPath, equalTo(expected)));
  }

  private static void noShows(String finess, String quarter, int version, String passages) {
    CentreMessages.quarterlyData(
        finess,
        quarter,
        version,
        """
        {"patients": {"appointments": 100, "passages": %s, "withoutAppointment": 0}}
        """
            .formatted(passages));
  }

  private static String programme() {
    return "0199d0a0-" + UUID.randomUUID().toString().substring(9);
  }

  @Test
  void the_synthesis_follows_statuses_and_values() {
    String id = programme();
    CentreMessages.centre("930000401", 1, "93", "11");
    CentreMessages.centre("750000402", 1, "75", "11");
    for (String finess : new String[] {"930000401", "750000402"}) {
      noShows(finess, "2012-Q4", 1, "80");
      noShows(finess, "2013-Q3", 1, finess.startsWith("93") ? "90" : "80");
    }
    String overrule =
        """
        {"positive": true, "reason": "Travaux au trimestre de référence",
         "decidedAt": "2014-01-10T09:00:00Z"}
        """;
    String[] cohort = {
      participation("930000401", 1, activated("NON_VENUE"), validated("CODAGE")),
      participation("750000402", 2, activated("NON_VENUE")),
      participation("750000499", 3, activated("NON_VENUE"))
    };
    ProgrammeMessages.programme(id, 1, "\"NON_VENUE\", \"CODAGE\"", cohort);
    awaited(id + "/synthesis", "leviers[0].positive", 1);
    Instant first = Instant.now();

    String tag =
        read(ARS_IDF, id + "/synthesis")
            .statusCode(200)
            .body("programme", equalTo(id))
            .body("quarter", equalTo("2013-Q3"))
            .body("baselineQuarter", equalTo("2012-Q4"))
            .body("centres", equalTo(3))
            .body("leviers.levier", contains("NON_VENUE", "CODAGE"))
            .body("leviers[0].validated", equalTo(3))
            .body("leviers[0].activated", equalTo(3))
            .body("leviers[0].activationRate", equalTo(1))
            .body("leviers[0].positiveRate", equalTo(0.33333334f))
            .body("leviers[0].undecidable", equalTo(1))
            .body(
                "leviers[0].undecidableReasons[0].reason",
                equalTo("MISSING_BASELINE: taux-non-venue 2012-Q4 (NO_QUARTERLY_DATA)"))
            .body("leviers[1].positiveRate", nullValue())
            .body("leviers[1].positiveRateMissingReason", equalTo("NOTHING_ACTIVATED"))
            .body("total.validated", equalTo(4))
            .body("total.activated", equalTo(3))
            .body("total.positive", equalTo(1))
            .extract()
            .header("ETag");
    for (String part : new String[] {"", "/explanation", "/matrix"}) {
      String own = read(ARS_IDF, id + "/synthesis" + part).statusCode(200).extract().header("ETag");
      given()
          .auth()
          .oauth2(ARS_IDF.jwt())
          .header("If-None-Match", own)
          .get("/v1/programmes/" + id + "/synthesis" + part)
          .then()
          .statusCode(304);
    }

    // Moving one centre's primary indicator moves the count, and the tag with it.
    noShows("750000402", "2013-Q3", 2, "81");
    awaited(id + "/synthesis", "leviers[0].positive", 2);
    assertThat(read(ARS_IDF, id + "/synthesis").extract().header("ETag")).isNotEqualTo(tag);
    read(ARS_IDF, id + "/synthesis?quarter=2013-Q3&asOf=" + first)
        .statusCode(200)
        .body("leviers[0].positive", equalTo(1));

    cohort[2] = participation("750000499", 3, activated("NON_VENUE", overrule));
    ProgrammeMessages.programme(id, 3, "\"NON_VENUE\", \"CODAGE\"", cohort);
    awaited(id + "/synthesis", "leviers[0].overruled", 1);
    read(ARS_IDF, id + "/synthesis").body("leviers[0].positive", equalTo(3));
    read(ARS_IDF, id + "/synthesis?asOf=" + first).body("leviers[0].overruled", equalTo(0));

    // A state that comes late changes nothing; the next one shows that it was passed.
    ProgrammeMessages.programme(id, 2, "\"CODAGE\"");
    ProgrammeMessages.programme(
        id, 4, "\"NON_VENUE\", \"CODAGE\", \"ACHATS\"", cohort[0], cohort[1], cohort[2]);
    awaited(id + "/synthesis", "leviers.size()", 3);
    read(ARS_IDF, id + "/synthesis").body("leviers[0].overruled", equalTo(1));

    names(id);
  }

  private static void names(String id) {
    read(ARS_IDF, id + "/synthesis/matrix")
        .statusCode(200)
        .body("rows.anonymousNumber", contains(1, 2, 3))
        .body("rows.centre", contains("930000401", "750000402", null))
        .body("rows[0].name", equalTo("Centre d'essai"))
        .body("rows[0].cells.state", contains("POSITIVE", "VALIDATED", "NEITHER"))
        .body("leviers[0].flags", hasSize(3))
        .body("leviers[1].flags", hasSize(0))
        .body("leviers[1].validationRate", equalTo(0.33333334f));
    Token agency93 = Tokens.arsAgent("departement:93");
    read(agency93, id + "/synthesis").statusCode(200).body("leviers[0].positive", equalTo(3));
    read(agency93, id + "/synthesis/matrix").body("rows.centre", contains("930000401", null, null));
    Token manager = Tokens.centreManager("750000402");
    read(manager, id + "/synthesis/explanation?levier=NON_VENUE")
        .statusCode(200)
        .body("leviers", hasSize(1))
        .body("leviers[0].rules", contains("taux-non-venue 2013-Q3 < taux-non-venue 2012-Q4"))
        .body("leviers[0].centres.centre", contains(null, "750000402", null))
        .body("leviers[0].centres[0].baselineExact", equalTo("1/5"))
        .body("leviers[0].centres[0].currentExact", equalTo("1/10"))
        .body("leviers[0].centres[0].outcome", equalTo("POSITIVE"))
        .body("leviers[0].centres[2].overruled", equalTo(true))
        .body("leviers[0].centres[2].overruleReason", nullValue());
    read(Tokens.auditor(), id + "/synthesis/explanation")
        .body("leviers", hasSize(3))
        .body("leviers[2].centres", hasSize(0));
    read(Tokens.centreManager("930000999"), id + "/synthesis").statusCode(404);
  }

  @Test
  void parameters_that_cannot_be_read_are_refused() {
    String path = programme() + "/synthesis";
    read(ARS_IDF, path + "?quarter=2013")
        .statusCode(400)
        .body("code", equalTo("INVALID_PARAMETER"));
    read(ARS_IDF, path + "?asOf=hier").statusCode(400);
    read(ARS_IDF, path + "/explanation?levier=GOLF").statusCode(400);
    read(ARS_IDF, path + "/matrix?region=11").statusCode(400);
    read(ARS_IDF, path).statusCode(404);
    read(ARS_IDF, path + "/explanation").statusCode(404);
    read(ARS_IDF, path + "/matrix").statusCode(404);
  }

  @Test
  void a_programme_that_cannot_be_read_goes_to_the_dead_letters() {
    String id = programme();
    ProgrammeMessages.programme(id, 1, "\"GOLF\"");
    try (KafkaProbe probe = KafkaProbe.shared()) {
      assertThat(
              probe.readUntil(
                  ProgrammeMessages.TOPIC + ".dead-letter.indicators",
                  records -> records.stream().anyMatch(message -> key(message).equals(id)),
                  Duration.ofSeconds(30)))
          .anyMatch(message -> key(message).equals(id));
    }
  }

  private static String key(ConsumerRecord<byte[], byte[]> message) {
    return new String(message.key(), StandardCharsets.UTF_8);
  }
}
