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
import io.restassured.config.JsonConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import io.restassured.specification.RequestSpecification;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(CadranTestResource.class)
@ContractChecked
class PractitionerRecapTest {
  private static final String RECAPS = "/v1/centres/930000501/practitioner-recaps/{year}";
  private static final RestAssuredConfig EXACT =
      RestAssuredConfig.config()
          .jsonConfig(JsonConfig.jsonConfig().numberReturnType(NumberReturnType.BIG_DECIMAL));

  private static RequestSpecification as(Token token) {
    return given().config(EXACT).auth().oauth2(token.jwt());
  }

  @Test
  void the_recap_of_a_year_sums_what_was_reported_and_names_what_was_not() {
    CentreMessages.centre("930000501", 1, "93", "11");
    CentreMessages.quarterlyData(
        "930000501",
        "2013-Q1",
        1,
        """
        {"serviceData": {"practitioners": [
          {"practitioner": "p2", "medicalHours": 10, "acts": 20, "patients": 15, "revenue": 500.00},
          {"practitioner": "p1", "medicalHours": 100, "acts": 300, "patients": 200,
           "revenue": 9000.00}]}}
        """);
    CentreMessages.quarterlyData(
        "930000501",
        "2013-Q3",
        2,
        """
        {"serviceData": {"practitioners": [
          {"practitioner": "p1", "medicalHours": 50, "acts": null, "patients": 120,
           "revenue": 3000.00}]}}
        """);
    CentreMessages.quarterlyData("930000501", "2013-Q4", 1, "{}");
    Token direction = Tokens.centreManager("930000501");
    await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(100))
        .until(() ->
            as(Tokens.auditor()).get("/v1/centres/930000501/potential-gains/2013-Q4").statusCode()
                == 200);
    String tag =
        as(direction)
            .get(RECAPS, "2013")
            .then()
            .statusCode(200)
            .body("centre", equalTo("930000501"))
            .body("missingQuarters", contains("2013-Q2"))
            .body("practitioners.practitioner", contains("p1", "p2"))
            .body("practitioners[0].quarters.quarter", contains("2013-Q1", "2013-Q3"))
            .body("practitioners[0].quarters.version", contains(1, 2))
            .body(
                "practitioners[0].quarters.patients",
                contains(new BigDecimal("200.00"), new BigDecimal("120.00")))
            .body("practitioners[0].missingQuarters", contains("2013-Q2", "2013-Q4"))
            .body("practitioners[0].medicalHours.value", equalTo(new BigDecimal("150.00")))
            .body("practitioners[0].acts.value", nullValue())
            .body("practitioners[0].acts.missingReason", equalTo("MISSING_INPUT: acts 2013-Q3"))
            .body("practitioners[0].revenue.value", equalTo(new BigDecimal("12000.00")))
            .body("practitioners[0].revenuePerHour.value", equalTo(new BigDecimal("80.00")))
            .body(
                "practitioners[0].actsPerHour.missingReason",
                equalTo("MISSING_INPUT: acts 2013-Q3"))
            .body("practitioners[0].ccamShare.value", nullValue())
            .body("practitioners[0].ccamShare.missingReason", equalTo("NOT_COLLECTED"))
            .body("practitioners[0].quarters[0].actsPerHour.value", equalTo(new BigDecimal("3.00")))
            .extract()
            .header("ETag");
    as(direction).header("If-None-Match", tag).get(RECAPS, "2013").then().statusCode(304);
    as(direction)
        .get(RECAPS, "2012")
        .then()
        .statusCode(200)
        .body("missingQuarters", hasSize(4))
        .body("practitioners", hasSize(0));
    as(direction).get(RECAPS, "hier").then().statusCode(404);
    as(direction).get("/v1/centres/no-finess/practitioner-recaps/2013").then().statusCode(404);
    // What concerns single practitioners is not for agencies.
    as(Tokens.arsAgent("departement:93")).get(RECAPS, "2013").then().statusCode(404);
  }
}
