package fr.cadran.contracts.indicatorcatalogue;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.cadran.contracts.ContractCalls;
import fr.cadran.testing.contract.ContractChecked;
import fr.cadran.testing.infra.CadranTestResource;
import fr.cadran.testing.token.Token;
import fr.cadran.testing.token.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@QuarkusTestResource(CadranTestResource.class)
@ContractChecked
class ContractIndicatorResourceTest {
  private static final String PATH = "/v1/contract-indicators";

  @Inject IndicatorCatalogue catalogue;

  static Stream<Token> everyRole() {
    return Stream.of(
        Tokens.arsAgent("departement:93"),
        Tokens.cpamAgent("931"),
        Tokens.centreManager("930000001"),
        Tokens.cptsCoordinator("1"),
        Tokens.editor("editor"),
        Tokens.auditor(),
        Tokens.administrator());
  }

  private static RequestSpecification asAnyone() {
    return given().header("Authorization", Tokens.cptsCoordinator("1").bearer());
  }

  @ParameterizedTest
  @MethodSource("everyRole")
  void every_role_reads_the_catalogue(Token token) {
    given().header("Authorization", token.bearer()).get(PATH).then().statusCode(200);
  }

  @Test
  void the_national_list_of_2019_is_that_of_the_agreement() {
    asAnyone()
        .get(PATH + "?level=NATIONAL&on=2019-08-25")
        .then()
        .statusCode(200)
        .body(
            "items.code",
            contains(
                "patients-avec-medecin-traitant",
                "patients-prioritaires-sans-medecin-traitant",
                "passages-urgences-sans-hospitalisation-2019",
                "admissions-directes-medecine-2019",
                "consultations-regulation-territoriale"))
        .body("items.direction", contains("RISING", "FALLING", "FALLING", "RISING", "RISING"))
        .body("items.missions.flatten()", everyItem(equalTo("ACCES_SOINS")))
        .body("next", nullValue());
  }

  @Test
  void the_national_list_of_december_2021_takes_over_on_its_first_day() {
    asAnyone()
        .get(PATH + "?level=NATIONAL&on=2021-11-30")
        .then()
        .body("items.code", hasItem("consultations-regulation-territoriale"))
        .body("items.code", not(hasItem("medecins-participant-au-sas")));
    asAnyone()
        .get(PATH + "?level=NATIONAL&on=2021-12-01")
        .then()
        .statusCode(200)
        .body(
            "items.code",
            contains(
                "patients-avec-medecin-traitant",
                "patients-prioritaires-sans-medecin-traitant",
                "passages-urgences-sans-hospitalisation-2021",
                "admissions-directes-ville-2021",
                "medecins-participant-au-sas",
                "demandes-sas-avec-rendez-vous"));
    asAnyone()
        .get(PATH + "?level=NATIONAL&on=2019-08-24")
        .then()
        .statusCode(200)
        .body("items.size()", equalTo(0));
  }

  @Test
  void local_examples_are_found_by_mission() {
    asAnyone()
        .get(PATH + "?mission=PREVENTION")
        .then()
        .statusCode(200)
        .body(
            "items.code",
            containsInAnyOrder(
                "actions-prevention-deployees",
                "patients-actions-prevention",
                "satisfaction-actions-prevention"))
        .body("items.level", everyItem(equalTo("LOCAL")))
        .body("items.validFrom", everyItem(nullValue()));
    asAnyone()
        .get(PATH + "?mission=ACCES_SOINS&level=LOCAL")
        .then()
        .body("items.code", hasItem("patients-orientes-mediateur"))
        .body("items.level", everyItem(equalTo("LOCAL")));
  }

  @Test
  void every_entry_is_told_in_full_and_in_both_languages() {
    for (String part :
        new String[] {"label", "unit", "definition", "calculation", "dataSource", "suppliedBy"}) {
      asAnyone()
          .get(PATH)
          .then()
          .body("items." + part + ".fr", everyItem(notNullValue()))
          .body("items." + part + ".en", everyItem(notNullValue()))
          .body("items.source", everyItem(notNullValue()));
    }
  }

  @ParameterizedTest
  @CsvSource({"level=REGIONAL", "mission=VACANCES", "on=yesterday"})
  void a_filter_that_does_not_exist_is_refused(String filter) {
    asAnyone()
        .get(PATH + "?" + filter)
        .then()
        .statusCode(400)
        .body("code", equalTo("INVALID_PARAMETER"));
  }

  @Test
  void an_entry_is_read_by_its_code_and_not_sent_twice() {
    String tag =
        asAnyone()
            .get(PATH + "/passages-urgences-sans-hospitalisation-2019")
            .then()
            .statusCode(200)
            .body("validFrom", equalTo("2019-08-25"))
            .body("validUntil", equalTo("2021-12-01"))
            .body("terms.code", equalTo("passages-urgences-sans-hospitalisation-2019"))
            .body("terms.sheet.dataSource", equalTo("PMSI"))
            .extract()
            .header("ETag");
    asAnyone()
        .header("If-None-Match", tag)
        .get(PATH + "/passages-urgences-sans-hospitalisation-2019")
        .then()
        .statusCode(304);
    asAnyone().get(PATH + "/nobody-knows-it").then().statusCode(404);
  }

  @ParameterizedTest
  @CsvSource({"ACCES_SOINS", "PARCOURS", "PREVENTION"})
  void a_mission_starts_with_the_terms_as_they_are_given(String mission) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    JsonNode items =
        mapper
            .readTree(asAnyone().get(PATH + "?on=2022-09-01&mission=" + mission).asString())
            .path("items");
    ArrayNode indicators = mapper.createArrayNode();
    boolean paid = false;
    for (JsonNode item : items) {
      // Each example takes the whole envelope: one of them is enough for a mission.
      boolean weighs = item.path("terms").path("weight").isNumber();
      if (!weighs || !paid) {
        indicators.add(item.path("terms"));
      }
      paid = paid || weighs;
    }
    assertThat(paid).isTrue();
    assertThat(indicators.size()).isGreaterThan(1);
    ContractCalls.Signed signed = ContractCalls.newSigned("\"" + mission + "\"");
    ContractCalls.as(signed.coordinator())
        .body("{\"on\": \"2022-09-01\", \"indicators\": " + indicators + "}")
        .post("/v1/contracts/" + signed.contract() + "/missions/" + mission + "/start")
        .then()
        .statusCode(201)
        .body("kind", equalTo("MISSION_START"));
  }

  private String changed(Consumer<ObjectNode> change) throws IOException {
    try (InputStream shipped =
        Objects.requireNonNull(
            IndicatorCatalogue.class.getResourceAsStream("contract-indicators.json"))) {
      ArrayNode rows = (ArrayNode) new ObjectMapper().readTree(shipped);
      change.accept((ObjectNode) rows.get(1));
      return rows.toString();
    }
  }

  @Test
  void the_shipped_catalogue_is_read_whole() throws IOException {
    assertThat(catalogue.read(changed(row -> {}))).isEqualTo(catalogue.entries()).hasSize(24);
  }

  @Test
  void a_malformed_row_stops_the_start_and_is_named() throws IOException {
    refused(row -> row.remove("calculation"), "row 2", "calculation");
    refused(row -> row.withObject("/label").put("en", " "), "row 2", "label.en");
    refused(row -> row.put("levle", "NATIONAL"), "row 2");
    refused(row -> row.put("level", "REGIONAL"), "row 2");
    refused(row -> row.put("code", "Pas un code"), "row 2", "code");
    refused(row -> row.put("code", "patients-avec-medecin-traitant"), "row 2", "twice");
    refused(row -> row.put("validUntil", "2019-08-25"), "row 2", "ENDS_BEFORE_IT_STARTS");
    refused(row -> row.putNull("validFrom"), "row 2", "/validFrom REQUIRED");
    refused(row -> row.putArray("missions"), "row 2", "missions");
    refused(row -> row.putArray("missions").add("FONCTIONNEMENT"), "row 2", "LINE_UNKNOWN");
    refused(row -> row.withObject("/unit").put("fr", "x".repeat(61)), "row 2", "unit");
    refused(row -> row.withObject("/example").remove("baseline"), "row 2", "BASELINE_MISSING");
    assertThatThrownBy(() -> catalogue.read("[]")).isInstanceOf(MalformedCatalogueException.class);
    assertThatThrownBy(() -> catalogue.read("[null]"))
        .isInstanceOf(MalformedCatalogueException.class);
    assertThatThrownBy(() -> catalogue.read("{")).isInstanceOf(MalformedCatalogueException.class);
  }

  private void refused(Consumer<ObjectNode> change, String... why) throws IOException {
    String rows = changed(change);
    assertThatThrownBy(() -> catalogue.read(rows))
        .isInstanceOf(MalformedCatalogueException.class)
        .hasMessageContainingAll(why);
  }
}
