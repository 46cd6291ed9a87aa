package fr.cadran.indicators.edge;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import fr.cadran.testing.contract.ContractChecked;
import fr.cadran.testing.infra.CadranTestResource;
import fr.cadran.testing.token.Token;
import fr.cadran.testing.token.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(CadranTestResource.class)
@ContractChecked
class ChartsTest {
  private static final String CENTRE = "930000601";
  private static final Token MANAGER = Tokens.centreManager(CENTRE);

  private static Response draw(Token token, String chart, String accept) {
    return given().auth().oauth2(token.jwt()).accept(accept).get("/v1/charts/" + chart);
  }

  private static String drawn() {
    String programme = UUID.randomUUID().toString();
    CentreMessages.centre(CENTRE, 1, "93", "11");
    CentreMessages.quarterlyData(
        CENTRE,
        "2013-Q3",
        1,
        """
        {"patients": {"appointments": 100, "passages": 90, "withoutAppointment": 0}}
        """);
    ProgrammeMessages.programme(
        programme,
        1,
        "\"NON_VENUE\"",
        ProgrammeMessages.participation(CENTRE, 1, ProgrammeMessages.activated("NON_VENUE")));
    await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(100))
        .until(() ->
            draw(MANAGER, "levier-matrix?programme=" + programme, "image/svg+xml").statusCode()
                == 200);
    await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(100))
        .until(() ->
            given()
                    .auth()
                    .oauth2(MANAGER.jwt())
                    .get("/v1/indicator-values?indicator=taux-non-venue&centre=" + CENTRE)
                    .jsonPath()
                    .getList("items")
                    .size()
                > 0);
    return programme;
  }

  @Test
  void every_chart_comes_as_svg_and_as_png_and_is_not_sent_twice() throws IOException {
    String programme = drawn();
    for (String chart :
        List.of(
            "time-series?indicator=taux-non-venue&centre=" + CENTRE,
            "distribution?indicator=taux-non-venue&quarter=2013-Q3&centre=" + CENTRE,
            "levier-matrix?programme=" + programme)) {
      Response svg = draw(MANAGER, chart, "image/svg+xml");
      assertThat(svg.statusCode()).isEqualTo(200);
      assertThat(svg.contentType()).startsWith("image/svg+xml");
      assertThat(svg.asString()).contains("<svg").contains("<title>");
      Response png = draw(MANAGER, chart, "image/png");
      assertThat(png.contentType()).startsWith("image/png");
      assertThat(ImageIO.read(new ByteArrayInputStream(png.asByteArray()))).isNotNull();
      assertThat(png.header("ETag")).isNotEqualTo(svg.header("ETag"));
      given()
          .auth()
          .oauth2(MANAGER.jwt())
          .accept("image/png")
          .header("If-None-Match", png.header("ETag"))
          .get("/v1/charts/" + chart)
          .then()
          .statusCode(304);
      Token stranger = Tokens.centreManager("930000999");
      assertThat(draw(stranger, chart, "image/png").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void parameters_that_cannot_be_read_are_refused() {
    draw(MANAGER, "time-series", "image/png")
        .then()
        .statusCode(400)
        .body("errors.pointer", hasItems("centre", "indicator"));
    draw(
            MANAGER,
            "time-series?centre=1&indicator=golf&specialty=x&from=2014-Q1&to=2013-Q1",
            "image/png")
        .then()
        .statusCode(400)
        .body("errors.pointer", hasItems("centre", "indicator", "specialty", "from"));
    draw(MANAGER, "levier-matrix", "image/png")
        .then()
        .statusCode(400)
        .body("errors[0].code", equalTo("REQUIRED"));
    draw(MANAGER, "distribution", "image/svg+xml").then().statusCode(400);
  }
}
