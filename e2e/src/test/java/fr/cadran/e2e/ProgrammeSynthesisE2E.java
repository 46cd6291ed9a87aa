package fr.cadran.e2e;

import static fr.cadran.e2e.RunningPlatform.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The figures of the programme that Cadran comes from (seed 000, §2.1, figures 4 to 6), from the
 * demo data: 28 fictional centres and what each declared over eight quarters.
 */
class ProgrammeSynthesisE2E {
  private static final String AGENCY = "ars-idf";
  private static final int CENTRES = 28;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static String programme = "";
  private static JsonPath synthesis = new JsonPath("{}");

  @BeforeAll
  static void await_the_last_value() {
    programme =
        as(AGENCY)
            .get("/v1/programmes")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath()
            .getString("items.find { it.fictional }.id");
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(500))
        .untilAsserted(() -> {
          synthesis = read("?quarter=2014-Q4");
          assertThat(synthesis.getInt("total.undecidable")).isZero();
        });
  }

  private static JsonPath read(String rest) {
    return as(AGENCY)
        .get("/v1/programmes/" + programme + "/synthesis" + rest)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static Map<String, Object> levier(String code) {
    return synthesis.getMap("leviers.find { it.levier == '" + code + "' }");
  }

  private static long percent(Object rate) {
    return new BigDecimal(String.valueOf(rate))
        .movePointRight(2)
        .setScale(0, RoundingMode.HALF_UP)
        .longValueExact();
  }

  @ParameterizedTest
  @CsvSource({
    "NON_VENUE, 26, 26, 100, 19, 73",
    "CODAGE, 28, 21, 75, 9, 43",
    "OCCUPATION, 27, 26, 96, 21, 81",
    "IMAGERIE, 19, 10, 53, 7, 70",
    "DENTAIRE, 24, 20, 83, 17, 85",
    "IMPAYES, 27, 22, 81, 13, 59",
    "PRELEVEMENTS, 12, 10, 83, 9, 90",
    "COORDINATION, 25, 11, 44, 9, 82",
    "ACHATS, 26, 12, 46, 6, 50"
  })
  void each_levier_has_the_figures_of_the_report(
      String code, int validated, int activated, long activatedShare, int positive, long share) {
    Map<String, Object> figures = levier(code);

    assertThat(figures)
        .containsEntry("validated", validated)
        .containsEntry("activated", activated)
        .containsEntry("positive", positive);
    assertThat(percent(figures.get("activationRate"))).isEqualTo(activatedShare);
    assertThat(percent(figures.get("positiveRate"))).isEqualTo(share);
  }

  @Test
  void the_totals_are_those_of_the_report() {
    assertThat(synthesis.getInt("centres")).isEqualTo(CENTRES);
    assertThat(synthesis.getInt("total.validated")).isEqualTo(214);
    assertThat(synthesis.getInt("total.activated")).isEqualTo(158);
    assertThat(synthesis.getInt("total.positive")).isEqualTo(110);
    assertThat(percent(synthesis.get("total.activationRate"))).isEqualTo(74);
    assertThat(percent(synthesis.get("total.positiveRate"))).isEqualTo(70);
    assertThat(synthesis.getBoolean("fictional")).isTrue();
  }

  @Test
  void an_agency_reads_the_names_of_its_own_departement_and_numbers_of_the_others() {
    JsonPath matrix =
        as("ars-93")
            .get("/v1/programmes/" + programme + "/synthesis/matrix?quarter=2014-Q4")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();

    assertThat(matrix.<Object>getList("leviers")).hasSize(9);
    assertThat(matrix.<Object>getList("rows")).hasSize(CENTRES);
    assertThat(matrix.<String>getList("rows.centre"))
        .filteredOn(Objects::nonNull)
        .isNotEmpty()
        .allMatch(finess -> finess.startsWith("93"));
    assertThat(matrix.<Object>getList("rows.findAll { it.centre == null && it.name != null }"))
        .isEmpty();
  }

  @Test
  void an_account_of_another_kind_sees_no_programme() {
    as("cpam-93").get("/v1/programmes/" + programme + "/synthesis").then().statusCode(404);
  }
}
