package fr.cadran.indicators.edge;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import fr.cadran.testing.contract.ContractChecked;
import fr.cadran.testing.infra.CadranTestResource;
import fr.cadran.testing.token.Token;
import fr.cadran.testing.token.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Ten centres of two kinds in a quarter that no other test uses. */
@QuarkusTest
@QuarkusTestResource(CadranTestResource.class)
@ContractChecked
class BenchmarkTest {
  private static final String OCCUPIED = "2017-Q2";

  private static ValidatableResponse ask(Token token, String query) {
    return given()
        .auth()
        .oauth2(token.jwt())
        .get("/v1/benchmarks?indicator=part-actes-ccam&" + query)
        .then();
  }

  private static void ten_centres() {
    for (int i = 0; i < 10; i++) {
      String finess = "93000051" + i;
      CentreMessages.centre(
          finess, 1, i < 5 ? "MUNICIPAL" : "ASSOCIATIF", i < 8 ? "93" : "75", "11");
      CentreMessages.quarterlyData(
          finess,
          OCCUPIED,
          1,
          """
          {"activity": [{"specialty": "MEDECINE_GENERALE", "acts": 1000, "ccamActs": %d},
                        {"specialty": "ORL", "acts": %d, "ccamActs": 0}],
           "finance": {"purchases": {"basis": "QUARTER", "total": %d}, "revenue": {"total": 100000}}}
          """
              .formatted(100 * i, i < 5 ? 1000 : 9000, 10_000 + 1_000 * i));
    }
    await("ten values")
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(100))
        .untilAsserted(() ->
            ask(Tokens.auditor(), "quarter=" + OCCUPIED)
                .statusCode(200)
                .body("distribution.count", equalTo(10)));
  }

  @Test
  void a_centre_is_told_where_it_stands_and_nothing_of_few_others() {
    ten_centres();
    Token manager = Tokens.centreManager("930000511");
    String own = "quarter=" + OCCUPIED + "&centre=930000511";
    String tag =
        ask(manager, own + "&managerKind=MUNICIPAL")
            .statusCode(200)
            .body("method", equalTo("R-7"))
            .body("minimumCentres", equalTo(5))
            .body("unit", equalTo("ratio"))
            .body("population.managerKind", equalTo("MUNICIPAL"))
            .body("distribution.count", equalTo(5))
            .body("distribution.lowerExact", equalTo("1/20"))
            .body("distribution.medianExact", equalTo("1/10"))
            .body("distribution.upperExact", equalTo("3/20"))
            .body("distribution.suppressed", equalTo(false))
            .body("position.value", equalTo(0.05f))
            .body("position.rank", equalTo(4))
            .body("position.percentile", equalTo(0.3f))
            .body("trend", hasSize(8))
            .body("trend[7].quarter", equalTo(OCCUPIED))
            .body("trend[7].distribution.count", equalTo(5))
            .body("trend[6].distribution.suppressed", equalTo(true))
            .body("trend[6].position.missingReason", equalTo("NO_VALUE"))
            .extract()
            .header("ETag");
    given()
        .auth()
        .oauth2(manager.jwt())
        .header("If-None-Match", tag)
        .get("/v1/benchmarks?indicator=part-actes-ccam&managerKind=MUNICIPAL&" + own)
        .then()
        .statusCode(304);

    // Eight of ten in the département: the two others would be told by the difference.
    ask(manager, own + "&departement=93")
        .statusCode(200)
        .body("distribution.count", nullValue())
        .body("distribution.median", nullValue())
        .body("distribution.suppressionReason", equalTo("FEWER_THAN_MINIMUM"))
        .body("position.rank", nullValue())
        .body("position.missingReason", equalTo("SUPPRESSED"));
    ask(manager, own + "&managerKind=ASSOCIATIF")
        .body("distribution.count", equalTo(5))
        .body("position.missingReason", equalTo("NOT_IN_POPULATION"));
    // The five municipal ones are the small ones, too: the same five, hence nothing new.
    ask(manager, own + "&sizeBand=SMALL&region=11").body("distribution.count", equalTo(5));
    ask(manager, own + "&specialty=ORL")
        .body("distribution.count", equalTo(10))
        .body("distribution.upperExact", equalTo("0"));
    ask(Tokens.arsAgent("region:84"), "quarter=" + OCCUPIED)
        .statusCode(200)
        .body("distribution.count", equalTo(10))
        .body("position", nullValue());
    ask(Tokens.arsAgent("region:84"), own).statusCode(404);
    ask(Tokens.centreManager("930000512"), own).statusCode(404);
    ask(Tokens.cpamAgent("931"), "quarter=" + OCCUPIED).statusCode(404);
  }

  @Test
  void the_target_of_purchases_is_the_median_of_comparable_centres() {
    ten_centres();
    String token = Tokens.centreManager("930000514").jwt();
    // 14,000 of 100,000 beside 10, 11, 12, 13 and 14 %: 2 % above the median.
    given()
        .auth()
        .oauth2(token)
        .get("/v1/centres/930000514/potential-gains/" + OCCUPIED)
        .then()
        .statusCode(200)
        .body("leviersInTotal.find { it.levier == 'ACHATS' }.gain", equalTo(2000.00f));
    given()
        .auth()
        .oauth2(token)
        .get("/v1/centres/930000514/potential-gains?levier=ACHATS&quarter=" + OCCUPIED)
        .then()
        .statusCode(200)
        .body("items[0].gain.total", equalTo(2000.00f))
        .body(
            "items[0].gain.explanation.parameters[0].source",
            equalTo(
                "médiane de achats-ca, 2017-Q2, 5 centres comparables (MUNICIPAL, SMALL, région 11)"));
  }

  @Test
  void parameters_that_cannot_be_read_are_refused_all_at_once() {
    ask(
            Tokens.auditor(),
            "quarter=2013&centre=1&managerKind=x&sizeBand=UNKNOWN&region=R&departement=D&specialty=s")
        .statusCode(400)
        .body(
            "errors.pointer",
            contains(
                "region",
                "quarter",
                "centre",
                "managerKind",
                "sizeBand",
                "departement",
                "region",
                "specialty"));
    given()
        .auth()
        .oauth2(Tokens.auditor().jwt())
        .get("/v1/benchmarks")
        .then()
        .statusCode(400)
        .body("errors[0].code", equalTo("REQUIRED"));
    given()
        .auth()
        .oauth2(Tokens.auditor().jwt())
        .get("/v1/benchmarks?indicator=golf")
        .then()
        .statusCode(400)
        .body("errors[0].code", equalTo("INDICATOR_UNKNOWN"));
  }

  @Test
  void without_a_quarter_it_is_the_last_that_has_values() {
    ask(Tokens.auditor(), "").statusCode(200);
    given()
        .auth()
        .oauth2(Tokens.auditor().jwt())
        .get("/v1/benchmarks?indicator=delai-moyen-annulation&specialty=NONE")
        .then()
        .statusCode(200)
        .body("distribution.suppressed", equalTo(true));
  }
}
