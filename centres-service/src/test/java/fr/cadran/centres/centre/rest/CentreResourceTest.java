package fr.cadran.centres.centre.rest;

import static fr.cadran.centres.Calls.asArs93;
import static fr.cadran.centres.Calls.centre;
import static fr.cadran.centres.Calls.newCentre;
import static fr.cadran.centres.Calls.newFiness;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.cadran.testing.contract.ContractChecked;
import fr.cadran.testing.infra.CadranTestResource;
import fr.cadran.testing.infra.KafkaProbe;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(CadranTestResource.class)
@ContractChecked
class CentreResourceTest {
  @Test
  void a_registered_centre_can_be_read_where_the_answer_says() {
    String finess = newFiness();
    String location =
        asArs93()
            .body(centre(finess))
            .post("/v1/centres")
            .then()
            .statusCode(201)
            .header("ETag", "\"1\"")
            .header("Location", endsWith("/v1/centres/" + finess))
            .body("departement", equalTo("93"))
            .body("region", equalTo("11"))
            .body("communeName", equalTo("Saint-Denis"))
            .body("warnings.pointer", hasItem("/finessJuridique"))
            .body("warnings.code", everyItem(equalTo("FINESS_CHECK_DIGIT")))
            .extract()
            .header("Location");

    asArs93()
        .get(location)
        .then()
        .statusCode(200)
        .body("finess", equalTo(finess))
        .body("rooms.multi", equalTo(2))
        .body("specialties", contains("MEDECINE_GENERALE", "DENTAIRE"))
        .body("warnings", nullValue());
    asArs93().header("If-None-Match", "\"1\"").get(location).then().statusCode(304);
  }

  @Test
  void a_number_is_registered_once() {
    String finess = newCentre();

    asArs93()
        .body(centre(finess))
        .post("/v1/centres")
        .then()
        .statusCode(409)
        .body("code", equalTo("CENTRE_EXISTS"));
  }

  @Test
  void every_wrong_field_is_told_at_once() {
    String body =
        """
        {"finess": "12", "finessJuridique": "930000001", "siret": "35600000000049", "name": " ",
         "managerKind": "MUNICIPAL", "communeCode": "93999", "specialties": ["ASTROLOGIE"],
         "rooms": {"MEDECINE_GENERALE": -1}}
        """;

    asArs93()
        .header("Accept-Language", "en")
        .body(body)
        .post("/v1/centres")
        .then()
        .statusCode(422)
        .body("code", equalTo("INVALID"))
        .body(
            "errors.pointer",
            containsInAnyOrder(
                "/finess",
                "/siret",
                "/name",
                "/communeCode",
                "/specialties/0",
                "/rooms/MEDECINE_GENERALE"))
        .body("errors.find { it.pointer == '/communeCode' }.code", equalTo("COMMUNE_UNKNOWN"))
        .body(
            "errors.find { it.pointer == '/communeCode' }.detail",
            equalTo("No commune of today has this INSEE code."));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"finess\":                     | 400 | MALFORMED_JSON |",
        "{\"finess\": \"930012345\", \"colour\": \"red\"} | 400 | UNKNOWN_FIELD | /colour",
        "{\"managerKind\": \"ROYAL\"}     | 400 | WRONG_TYPE     | /managerKind",
        "{\"rooms\": {\"multi\": 1.5}}    | 400 | WRONG_TYPE     | /rooms/multi",
        "{\"openedOn\": \"01/03/1950\"}   | 400 | WRONG_TYPE     | /openedOn",
      })
  void a_body_of_another_shape_is_refused(String body, int status, String code, String pointer) {
    var answer =
        asArs93()
            .body(body)
            .post("/v1/centres")
            .then()
            .statusCode(status)
            .body("code", equalTo(code));
    if (pointer != null) {
      answer.body("errors[0].pointer", equalTo(pointer));
    }
  }

  @Test
  void a_revision_names_the_version_it_replaces() {
    String finess = newCentre();
    String revised = centre(finess).replace("Les Moulins", "Les Tilleuls");

    asArs93().body(revised).put("/v1/centres/" + finess).then().statusCode(428);
    asArs93()
        .header("If-Match", "\"1\"")
        .body(revised)
        .put("/v1/centres/" + finess)
        .then()
        .statusCode(200)
        .header("ETag", "\"2\"")
        .body("version", equalTo(2))
        .body("name", containsString("Les Tilleuls"));
    asArs93()
        .header("If-Match", "\"1\"")
        .body(revised)
        .put("/v1/centres/" + finess)
        .then()
        .statusCode(412)
        .body("code", equalTo("STALE_ETAG"));
  }

  @Test
  void a_revision_keeps_to_its_centre_and_its_rules() {
    String finess = newCentre();

    asArs93()
        .header("If-Match", "\"1\"")
        .body(centre("930099999"))
        .put("/v1/centres/" + finess)
        .then()
        .statusCode(422)
        .body("errors[0].code", equalTo("FINESS_DIFFERS"));
    asArs93()
        .header("If-Match", "\"1\"")
        .body(centre(finess).replace("\"DENTAIRE\"", "\"MEDECINE_GENERALE\""))
        .put("/v1/centres/" + finess)
        .then()
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/specialties/1"));
    asArs93().get("/v1/centres/" + finess).then().body("version", equalTo(1));
  }

  @Test
  void the_list_goes_on_where_the_page_before_ended() {
    String name = "Cursor " + UUID.randomUUID();
    List<String> registered = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      String finess = newFiness();
      registered.add(finess);
      asArs93()
          .body(centre(finess).replace("Centre municipal de santé Les Moulins", name))
          .post("/v1/centres")
          .then()
          .statusCode(201);
    }

    List<String> seen = new ArrayList<>();
    var page = asArs93().queryParam("q", name).queryParam("limit", 2).get("/v1/centres");
    seen.addAll(
        page.then().statusCode(200).header("Link", notNullValue()).extract().path("items.finess"));
    String next = page.path("next");
    while (next != null) {
      page = asArs93().urlEncodingEnabled(false).get(next);
      seen.addAll(page.then().statusCode(200).extract().path("items.finess"));
      next = page.path("next");
    }

    assertThat(seen).isEqualTo(registered);
  }

  @Test
  void filters_narrow_the_list() {
    String name = "Filter 100%_ " + UUID.randomUUID();
    String finess = newFiness();
    asArs93()
        .body(centre(finess).replace("Centre municipal de santé Les Moulins", name))
        .post("/v1/centres")
        .then()
        .statusCode(201);

    for (String query :
        List.of("departement=93", "region=11", "managerKind=MUNICIPAL", "specialty=DENTAIRE")) {
      asArs93()
          .queryParam("q", name)
          .get("/v1/centres?" + query)
          .then()
          .statusCode(200)
          .body("items.finess", contains(finess));
    }
    for (String query :
        List.of("departement=75", "region=93", "managerKind=CPAM", "specialty=ORL")) {
      asArs93()
          .queryParam("q", name)
          .get("/v1/centres?" + query)
          .then()
          .statusCode(200)
          .body("items.size()", equalTo(0))
          .body("next", nullValue());
    }
  }

  @Test
  void parameters_that_are_none_are_refused() {
    asArs93().get("/v1/centres?limit=0").then().statusCode(400);
    asArs93().get("/v1/centres?cursor=x!").then().statusCode(400);
    asArs93()
        .noFilters()
        .get("/v1/centres?department=93")
        .then()
        .statusCode(400)
        .body("code", equalTo("UNKNOWN_PARAMETER"));
  }

  @Test
  void a_repeated_registration_is_answered_once_more_and_not_done_again() {
    String finess = newFiness();
    String key = UUID.randomUUID().toString();
    for (int i = 0; i < 2; i++) {
      asArs93()
          .header("Idempotency-Key", key)
          .body(centre(finess))
          .post("/v1/centres")
          .then()
          .statusCode(201)
          .header("ETag", "\"1\"")
          .body("finess", equalTo(finess));
    }
    asArs93()
        .header("Idempotency-Key", key)
        .body(centre(newFiness()))
        .post("/v1/centres")
        .then()
        .statusCode(422)
        .body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
  }

  @Test
  void the_state_of_a_centre_leaves_without_the_names_of_people() throws IOException {
    String finess = newFiness();
    asArs93()
        .body(centre(finess).replace("\"rooms\"", "\"director\": \"Camille Exemple\", \"rooms\""))
        .post("/v1/centres")
        .then()
        .statusCode(201);
    asArs93()
        .header("If-Match", "\"1\"")
        .body(centre(finess))
        .put("/v1/centres/" + finess)
        .then()
        .statusCode(200);

    List<JsonNode> states = states(finess, 2);
    assertThat(states).hasSize(2);
    assertThat(states.getFirst().path("version").asInt()).isEqualTo(1);
    assertThat(states.getLast().path("version").asInt()).isEqualTo(2);
    assertThat(states.getLast().path("departement").asText()).isEqualTo("93");
    assertThat(states.getLast().path("rooms").path("MEDECINE_GENERALE").asInt()).isEqualTo(4);
    assertThat(states.toString()).doesNotContain("Camille");
  }

  private static List<JsonNode> states(String finess, int count) throws IOException {
    List<JsonNode> states = new ArrayList<>();
    try (KafkaProbe probe = KafkaProbe.shared()) {
      List<ConsumerRecord<byte[], byte[]>> read =
          probe.readUntil(
              "cadran.centres.centres.v1",
              records -> of(finess, records).size() >= count,
              Duration.ofSeconds(30));
      for (ConsumerRecord<byte[], byte[]> message : of(finess, read)) {
        states.add(new ObjectMapper().readTree(message.value()));
      }
    }
    return states;
  }

  private static List<ConsumerRecord<byte[], byte[]>> of(
      String finess, List<ConsumerRecord<byte[], byte[]>> records) {
    return records.stream()
        .filter(message -> new String(message.key(), StandardCharsets.UTF_8).equals(finess))
        .toList();
  }
}
