package fr.cadran.contracts.cpts.rest;

import static fr.cadran.contracts.CptsCalls.as;
import static fr.cadran.contracts.CptsCalls.asArs93;
import static fr.cadran.contracts.CptsCalls.asCoordinator;
import static fr.cadran.contracts.CptsCalls.draw;
import static fr.cadran.contracts.CptsCalls.newCpts;
import static fr.cadran.contracts.CptsCalls.register;
import static fr.cadran.contracts.CptsCalls.territory;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import fr.cadran.testing.contract.ContractChecked;
import fr.cadran.testing.infra.CadranTestResource;
import fr.cadran.testing.token.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(CadranTestResource.class)
@ContractChecked
class TerritoryResourceTest {
  @Inject DataSource database;

  @Test
  void population_size_and_vintage_come_from_the_dated_table() {
    String id = newCpts();

    asCoordinator(id)
        .body(territory("93066", "93027"))
        .put("/v1/cpts/{id}/territory", id)
        .then()
        .statusCode(200)
        .header("ETag", "\"1\"")
        .body("population", equalTo(149_077 + 47_167))
        .body("size", equalTo(4))
        .body("vintage", equalTo(2026))
        .body("communes.code", contains("93027", "93066"))
        .body("communes.name", contains("La Courneuve", "Saint-Denis"))
        .body("communes.population", contains(47_167, 149_077));
    asArs93()
        .get("/v1/cpts/" + id)
        .then()
        .header("ETag", "\"2\"")
        .body("population", equalTo(196_244))
        .body("size", equalTo(4))
        .body("vintage", equalTo(2026))
        .body("communes", contains("93027", "93066"));
  }

  @Test
  void each_computation_stays_in_the_history() {
    String id = newCpts();
    draw(id, "93066");

    asArs93().body(territory("93027")).put("/v1/cpts/{id}/territory", id).then().statusCode(428);
    asArs93()
        .header("If-Match", "\"1\"")
        .body(territory("93027"))
        .put("/v1/cpts/{id}/territory", id)
        .then()
        .statusCode(200)
        .header("ETag", "\"2\"")
        .body("size", equalTo(2))
        .body("warnings.code", contains("SEAT_OUTSIDE_TERRITORY"))
        .body("history", hasSize(2))
        .body("history[0].communes", contains("93066"))
        .body("history[0].vintage", equalTo(2026));
    asArs93()
        .header("If-Match", "\"1\"")
        .body(territory("93066"))
        .put("/v1/cpts/{id}/territory", id)
        .then()
        .statusCode(412);
    asArs93()
        .header("If-None-Match", "*")
        .body(territory("93066"))
        .put("/v1/cpts/{id}/territory", id)
        .then()
        .statusCode(412);
    asArs93()
        .queryParam("on", "2999-12-31")
        .get("/v1/cpts/{id}/territory", id)
        .then()
        .statusCode(200)
        .body("number", equalTo(2));
    asArs93()
        .queryParam("on", "2020-01-01")
        .get("/v1/cpts/{id}/territory", id)
        .then()
        .statusCode(404);
  }

  @Test
  void before_the_first_drawing_there_is_no_territory() {
    String id = newCpts();

    asArs93().get("/v1/cpts/{id}/territory", id).then().statusCode(404);
    asArs93()
        .header("If-Match", "\"1\"")
        .body(territory("93066"))
        .put("/v1/cpts/{id}/territory", id)
        .then()
        .statusCode(412);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"93999\" | /communes/0 | COMMUNE_UNKNOWN",
        "\"93066\", \"93066\" | /communes/1 | COMMUNE_TWICE",
        "\"75056\", \"75110\" | /communes/1 | CITY_COUNTED_TWICE",
        "\"55039\" | /communes | POPULATION_IS_ZERO",
        "\"98411\" | /communes/0 | POPULATION_UNKNOWN",
        "\"93-66\" | /communes/0 | COMMUNE_CODE_INVALID",
        "'' | /communes | REQUIRED",
      })
  void what_is_no_territory_is_refused_by_its_own_code(String codes, String at, String code) {
    String id = newCpts();

    asCoordinator(id)
        .body("{\"communes\": [" + codes + "]}")
        .put("/v1/cpts/{id}/territory", id)
        .then()
        .statusCode(422)
        .body("errors[0].pointer", equalTo(at))
        .body("errors[0].code", equalTo(code));
  }

  @Test
  void overlaps_are_reported_and_only_those_within_reach_are_named() {
    String mine = newCpts("CPTS Est");
    draw(mine, "93010", "93008");
    String neighbour = newCpts("CPTS Ouest");
    draw(neighbour, "93008");
    // Its seat is in Paris: another ARS and another caisse answer for it.
    String foreign =
        register(
            Tokens.arsAgent("departement:75"),
            """
            {"name": "CPTS Paris Est", "seatCommune": "75110", "communes": ["75110", "93010"]}
            """);

    asArs93()
        .get("/v1/cpts/{id}/territory", mine)
        .then()
        .statusCode(200)
        .body("overlaps.find { it.cpts == '" + neighbour + "' }.name", equalTo("CPTS Ouest"))
        .body("overlaps.find { it.cpts == '" + neighbour + "' }.communes", contains("93008"))
        .body("overlaps.cpts", not(hasItem(foreign)))
        .body("otherOverlaps", greaterThanOrEqualTo(1));
    as(Tokens.auditor())
        .get("/v1/cpts/{id}/territory", mine)
        .then()
        .body("overlaps.find { it.cpts == '" + foreign + "' }.communes", contains("93010"))
        .body("otherOverlaps", equalTo(0));
    asCoordinator(mine)
        .get("/v1/cpts/{id}/territory", mine)
        .then()
        .body("overlaps", hasSize(0))
        .body("otherOverlaps", greaterThanOrEqualTo(2));
  }

  @Test
  void a_city_and_its_arrondissement_overlap() {
    String whole =
        register(
            Tokens.arsAgent("departement:69"),
            "{\"name\": \"CPTS Lyon\", \"seatCommune\": \"69123\", \"communes\": [\"69123\"]}");
    String part =
        register(
            Tokens.arsAgent("departement:69"),
            "{\"name\": \"CPTS Lyon 1\", \"seatCommune\": \"69381\", \"communes\": [\"69381\"]}");

    as(Tokens.auditor())
        .get("/v1/cpts/{id}/territory", whole)
        .then()
        .body("overlaps.find { it.cpts == '" + part + "' }.communes", contains("69381"));
    as(Tokens.auditor())
        .get("/v1/cpts/{id}/territory", part)
        .then()
        .body("overlaps.find { it.cpts == '" + whole + "' }.communes", contains("69123"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update cpts_territory set population = 1 where cpts = '%s'",
        "delete from cpts_territory_commune where cpts = '%s'",
      })
  void the_database_itself_keeps_what_was_computed(String change) throws SQLException {
    String id = newCpts();
    draw(id, "93066");

    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.execute(change.formatted(id)))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("the history of a CPTS is immutable");
    }
  }
}
