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
import org.junit.jupiter.api.Test;

/** Who reads the values of a centre of Seine-Saint-Denis: role × endpoint × scope. */
@QuarkusTest
@QuarkusTestResource(CadranTestResource.class)
@ContractChecked
class IndicatorValuesAccessTest {

  private static int listed(Token token, String finess) {
    return given()
        .auth()
        .oauth2(token.jwt())
        .queryParam("centre", finess)
        .queryParam("indicator", "taux-decroche")
        .get("/v1/indicator-values")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList("items")
        .size();
  }

  private static int gains(Token token, String finess) {
    return given()
        .auth()
        .oauth2(token.jwt())
        .get("/v1/centres/{finess}/potential-gains", finess)
        .statusCode();
  }

  private static int explanation(Token token, String id) {
    return given()
        .auth()
        .oauth2(token.jwt())
        .get("/v1/indicator-values/{id}/explanation", id)
        .statusCode();
  }

  private static String centreWithValues(String finess, String departement, String region) {
    CentreMessages.centre(finess, 1, departement, region);
    CentreMessages.quarterlyData(
        finess, "2013-Q3", 1, "{\"patients\": {\"callsReceived\": 10, \"callsAnswered\": 9}}");
    await("values of " + finess)
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> listed(Tokens.auditor(), finess) == 1 && gains(Tokens.auditor(), finess) == 200);
    return given()
        .auth()
        .oauth2(Tokens.auditor().jwt())
        .queryParam("centre", finess)
        .queryParam("indicator", "taux-decroche")
        .get("/v1/indicator-values")
        .jsonPath()
        .getString("items[0].id");
  }

  private static void assertSees(Token token, String finess, String id) {
    assertThat(listed(token, finess)).isEqualTo(1);
    assertThat(explanation(token, id)).isEqualTo(200);
    assertThat(gains(token, finess)).isEqualTo(200);
  }

  private static void assertSeesNothing(Token token, String finess, String id) {
    assertThat(listed(token, finess)).isZero();
    assertThat(explanation(token, id)).isEqualTo(404);
    assertThat(gains(token, finess)).isEqualTo(404);
  }

  @Test
  void only_callers_of_the_territory_the_caisse_or_the_centre_see_it() {
    String id = centreWithValues("930000201", "93", "11");
    for (Token inside :
        List.of(
            Tokens.auditor(),
            Tokens.arsAgent("departement:93"),
            Tokens.arsAgent("region:11"),
            Tokens.cpamAgent("931"),
            Tokens.centreManager("930000201"))) {
      assertSees(inside, "930000201", id);
    }
    for (Token outside :
        List.of(
            Tokens.arsAgent("departement:75"),
            Tokens.arsAgent("departement:11"),
            Tokens.arsAgent("region:93"),
            Tokens.cpamAgent("751"),
            Tokens.centreManager("930000999"),
            Tokens.cptsCoordinator("cpts-1"),
            Tokens.editor("editor-demo"))) {
      assertSeesNothing(outside, "930000201", id);
    }
  }

  @Test
  void an_editor_sees_a_centre_while_its_mandat_holds() {
    String id = centreWithValues("930000202", "93", "11");
    Token editor = Tokens.editor("editor-demo");
    assertSeesNothing(editor, "930000202", id);

    CentreMessages.mandat("930000202", 1, "editor-demo", "2999-12-31", null);
    await().atMost(Duration.ofSeconds(30)).until(() -> listed(editor, "930000202") == 1);
    assertSees(editor, "930000202", id);
    assertSeesNothing(Tokens.editor("another-editor"), "930000202", id);

    CentreMessages.mandat("930000202", 2, "editor-demo", "2999-12-31", "2014-01-01T00:00:00Z");
    await().atMost(Duration.ofSeconds(30)).until(() -> listed(editor, "930000202") == 0);
    assertSeesNothing(editor, "930000202", id);

    CentreMessages.mandat("930000202", 3, "editor-demo", "2014-12-31", null);
    CentreMessages.mandat("930000202", 4, "editor-demo", null, null);
    await().atMost(Duration.ofSeconds(30)).until(() -> listed(editor, "930000202") == 1);
  }

  @Test
  void a_centre_that_moves_to_another_territory_is_seen_from_there() {
    String id = centreWithValues("930000203", "93", "11");
    CentreMessages.centre("930000203", 2, "75", "11");
    Token there = Tokens.arsAgent("departement:75");
    await().atMost(Duration.ofSeconds(30)).until(() -> listed(there, "930000203") == 1);
    assertSees(there, "930000203", id);
    assertSeesNothing(Tokens.arsAgent("departement:93"), "930000203", id);
  }

  @Test
  void reading_needs_the_scope() {
    String id = centreWithValues("930000204", "93", "11");
    for (Token without :
        List.of(
            Tokens.cptsCoordinator("cpts-1").withoutScope("indicators:read"),
            Tokens.administrator(),
            Tokens.auditor().withoutScope("indicators:read"))) {
      assertThat(explanation(without, id)).isEqualTo(403);
      assertThat(gains(without, "930000204")).isEqualTo(403);
      given().auth().oauth2(without.jwt()).get("/v1/indicator-values").then().statusCode(403);
    }
  }

  @Test
  void reading_needs_a_good_token() {
    for (Token bad :
        List.of(
            Tokens.auditor().expired(),
            Tokens.auditor().wrongAudience(),
            Tokens.auditor().foreignIssuer(),
            Tokens.auditor().wrongKey())) {
      assertThat(gains(bad, "930000204")).isEqualTo(401);
      assertThat(explanation(bad, "019a0000-0000-7000-8000-000000000000")).isEqualTo(401);
    }
    given().get("/v1/indicator-values").then().statusCode(401);
  }

  @Test
  void what_does_not_exist_is_not_found() {
    assertThat(explanation(Tokens.auditor(), "019a0000-0000-7000-8000-000000000000"))
        .isEqualTo(404);
    assertThat(explanation(Tokens.auditor(), "no-id")).isEqualTo(404);
    assertThat(gains(Tokens.auditor(), "939999999")).isEqualTo(404);
    assertThat(gains(Tokens.auditor(), "no-finess")).isEqualTo(404);
  }
}
