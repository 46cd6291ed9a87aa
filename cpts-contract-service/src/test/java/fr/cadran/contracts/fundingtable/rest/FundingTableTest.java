package fr.cadran.contracts.fundingtable.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import fr.cadran.testing.contract.ContractChecked;
import fr.cadran.testing.infra.CadranTestResource;
import fr.cadran.testing.token.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every sub-total and total of cpts.md §3, out of the database and over HTTP. */
@QuarkusTest
@QuarkusTestResource(CadranTestResource.class)
@ContractChecked
class FundingTableTest {
  private static RequestSpecification asAnyone() {
    return given().header("Authorization", Tokens.cptsCoordinator("1").bearer());
  }

  private static FundingTableResponse table(String code) {
    return asAnyone()
        .get("/v1/funding-tables/" + code)
        .then()
        .statusCode(200)
        .extract()
        .as(FundingTableResponse.class);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 220000.00, 185000.00",
    "2, 287000.00, 242000.00",
    "3, 370000.00, 315000.00",
    "4, 450000.00, 380000.00"
  })
  void the_totals_of_2019_are_those_of_the_text(
      int size, BigDecimal total, BigDecimal withoutEarmarked) {
    assertThat(table("ACI-2019").totals())
        .contains(new FundingTableResponse.Total(size, total, withoutEarmarked));
  }

  @ParameterizedTest
  @CsvSource({"1, 75000", "2, 92000", "3, 120000", "4, 150000"})
  void the_access_mission_adds_up_to_the_printed_totals(int size, BigDecimal total) {
    BigDecimal sum =
        table("ACI-2019").amounts().stream()
            .filter(amount -> amount.line().equals("ACCES_SOINS") && amount.size() == size)
            .map(FundingTableResponse.Amount::amount)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(sum).isEqualByComparingTo(total);
  }

  @Test
  void only_the_orientation_of_unscheduled_care_is_earmarked() {
    assertThat(table("ACI-2019").amounts())
        .filteredOn(FundingTableResponse.Amount::earmarked)
        .extracting(FundingTableResponse.Amount::volet)
        .containsOnly("SNP_ORIENTATION")
        .hasSize(4);
  }

  @Test
  void every_amount_of_2022_is_for_size_3_and_to_verify() {
    assertThat(table("ACI-2022").amounts())
        .allSatisfy(amount -> {
          assertThat(amount.size()).isEqualTo(3);
          assertThat(amount.verification()).isEqualTo("to-verify");
        });
  }

  @Test
  void the_variable_parts_of_2022_are_those_of_a_real_contract_year() {
    Map<String, BigDecimal> expected =
        Map.of(
            "ACCES_SOINS", new BigDecimal("35000.00"),
            "PARCOURS", new BigDecimal("45000.00"),
            "PREVENTION", new BigDecimal("17500.00"),
            "QUALITE", new BigDecimal("15000.00"),
            "ACCOMPAGNEMENT", new BigDecimal("10000.00"));
    List<FundingTableResponse.Amount> variable =
        table("ACI-2022").amounts().stream()
            .filter(amount -> amount.volet().equals("VARIABLE"))
            .toList();
    assertThat(variable)
        .hasSize(5)
        .allSatisfy(amount ->
            assertThat(amount.amount()).isEqualByComparingTo(expected.get(amount.line())));
    assertThat(
            variable.stream()
                .map(FundingTableResponse.Amount::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo("122500");
  }

  @Test
  void the_tables_leave_no_gap_and_one_is_in_force_on_a_day() {
    asAnyone()
        .get("/v1/funding-tables?on=2022-03-30")
        .then()
        .statusCode(200)
        .body("items.code", contains("ACI-2019"));
    asAnyone()
        .get("/v1/funding-tables?on=2022-03-31")
        .then()
        .body("items.code", contains("ACI-2022"));
    asAnyone().get("/v1/funding-tables?on=2019-08-24").then().body("items", empty());
    asAnyone()
        .get("/v1/funding-tables")
        .then()
        .body("items.code", contains("ACI-2019", "ACI-2022"));
  }

  @Test
  void a_table_is_sent_once_and_an_unknown_one_not_found() {
    String tag = asAnyone().get("/v1/funding-tables/ACI-2019").getHeader("ETag");
    asAnyone()
        .header("If-None-Match", tag)
        .get("/v1/funding-tables/ACI-2019")
        .then()
        .statusCode(304);
    asAnyone()
        .get("/v1/funding-tables/ACI-1999")
        .then()
        .statusCode(404)
        .body("code", equalTo("NOT_FOUND"));
    asAnyone().get("/v1/funding-tables?on=yesterday").then().statusCode(400);
  }

  @Test
  void a_refusal_is_documented_by_its_type() {
    given().get("/v1/problems/common/NOT_FOUND").then().statusCode(200);
    given().get("/v1/problems/contracts/NO_SUCH").then().statusCode(404);
  }
}
