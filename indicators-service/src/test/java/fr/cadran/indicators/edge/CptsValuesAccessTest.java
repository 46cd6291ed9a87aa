package fr.cadran.indicators.edge;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.cadran.testing.contract.ContractChecked;
import fr.cadran.testing.infra.CadranTestResource;
import fr.cadran.testing.token.Token;
import fr.cadran.testing.token.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who reads the values of a CPTS of Seine-Saint-Denis: role × endpoint × scope. */
@QuarkusTest
@QuarkusTestResource(CadranTestResource.class)
@ContractChecked
class CptsValuesAccessTest {
  private static final String MISSIONS =
      """
      [{"mission": "PREVENTION", "envelope": 15000.00, "paid": 15000.00, "indicators": [
         {"code": "actions-de-prevention", "label": "Actions", "type": "RESULT",
          "direction": "RISING", "target": 3, "value": 3, "achievement": 1, "paidRate": 1,
          "weight": "1", "amount": 15000.00}]}]
      """;

  private static int listed(Token token, UUID cpts) {
    return given()
        .auth()
        .oauth2(token.jwt())
        .queryParam("cpts", cpts)
        .get("/v1/indicator-values")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList("items")
        .size();
  }

  private static List<String> everything(Token token) {
    return given()
        .auth()
        .oauth2(token.jwt())
        .queryParam("contractYear", 1)
        .queryParam("limit", 500)
        .get("/v1/indicator-values")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList("items.cpts", String.class);
  }

  private static int explanation(Token token, String id) {
    return given()
        .auth()
        .oauth2(token.jwt())
        .get("/v1/indicator-values/{id}/explanation", id)
        .statusCode();
  }

  private static String results(UUID cpts) {
    CptsMessages.results(cpts, UUID.randomUUID(), 1, 1, 5, MISSIONS);
    await("values of " + cpts)
        .atMost(Duration.ofSeconds(30))
        .until(() -> listed(Tokens.auditor(), cpts) == 1);
    return given()
        .auth()
        .oauth2(Tokens.auditor().jwt())
        .queryParam("cpts", cpts)
        .get("/v1/indicator-values")
        .jsonPath()
        .getString("items[0].id");
  }

  private static void awaitSeen(Token token, UUID cpts) {
    await().atMost(Duration.ofSeconds(30)).until(() -> listed(token, cpts) == 1);
  }

  private static void assertSees(Token token, UUID cpts, String id) {
    assertThat(listed(token, cpts)).isEqualTo(1);
    assertThat(everything(token)).contains(cpts.toString());
    assertThat(explanation(token, id)).isEqualTo(200);
  }

  private static void assertSeesNothing(Token token, UUID cpts, String id) {
    assertThat(listed(token, cpts)).isZero();
    assertThat(everything(token)).doesNotContain(cpts.toString());
    assertThat(explanation(token, id)).isEqualTo(404);
  }

  @Test
  void only_callers_of_the_territory_the_caisse_or_the_cpts_see_it() {
    UUID cpts = UUID.randomUUID();
    CptsMessages.cpts(cpts, 1, "93", "11", "931");
    String id = results(cpts);
    awaitSeen(Tokens.arsAgent("departement:93"), cpts);
    for (Token inside :
        List.of(
            Tokens.auditor(),
            Tokens.arsAgent("departement:93"),
            Tokens.arsAgent("region:11"),
            Tokens.cpamAgent("931"),
            Tokens.cptsCoordinator(cpts.toString()))) {
      assertSees(inside, cpts, id);
    }
    for (Token outside :
        List.of(
            Tokens.arsAgent("departement:75"),
            Tokens.arsAgent("departement:11"),
            Tokens.arsAgent("region:93"),
            Tokens.cpamAgent("751"),
            Tokens.cpamAgent("932"),
            Tokens.cptsCoordinator(UUID.randomUUID().toString()),
            Tokens.cptsCoordinator("cpts-1"),
            Tokens.centreManager("930000201"),
            Tokens.editor("editor-demo"))) {
      assertSeesNothing(outside, cpts, id);
    }
  }

  @Test
  void a_cpts_whose_place_is_not_known_is_seen_by_nobody_of_a_territory() {
    UUID cpts = UUID.randomUUID();
    String id = results(cpts);

    assertSeesNothing(Tokens.arsAgent("departement:93"), cpts, id);
    assertSeesNothing(Tokens.cpamAgent("931"), cpts, id);
    assertSees(Tokens.cptsCoordinator(cpts.toString()), cpts, id);
  }

  @Test
  void a_cpts_whose_seat_moves_is_seen_from_there() {
    UUID cpts = UUID.randomUUID();
    CptsMessages.cpts(cpts, 1, "93", "11", "931");
    String id = results(cpts);
    awaitSeen(Tokens.arsAgent("departement:93"), cpts);
    CptsMessages.cpts(cpts, 3, "75", "11", "751");
    awaitSeen(Tokens.arsAgent("departement:75"), cpts);
    // An older state that arrives late moves nothing back.
    CptsMessages.cpts(cpts, 2, "93", "11", "931");
    CptsMessages.cpts(cpts, 4, "75", "11", "752");
    awaitSeen(Tokens.cpamAgent("752"), cpts);

    assertSees(Tokens.arsAgent("departement:75"), cpts, id);
    assertSeesNothing(Tokens.arsAgent("departement:93"), cpts, id);
    assertSeesNothing(Tokens.cpamAgent("931"), cpts, id);
  }

  @Test
  void reading_needs_the_scope_and_a_good_token() {
    UUID cpts = UUID.randomUUID();
    String id = results(cpts);
    for (Token without :
        List.of(
            Tokens.administrator(),
            Tokens.cptsCoordinator(cpts.toString()).withoutScope("indicators:read"),
            Tokens.auditor().withoutScope("indicators:read"))) {
      assertThat(explanation(without, id)).isEqualTo(403);
      given()
          .auth()
          .oauth2(without.jwt())
          .queryParam("cpts", cpts)
          .get("/v1/indicator-values")
          .then()
          .statusCode(403);
    }
    assertThat(explanation(Tokens.auditor().expired(), id)).isEqualTo(401);
    assertThat(explanation(Tokens.auditor().wrongKey(), id)).isEqualTo(401);
  }
}
