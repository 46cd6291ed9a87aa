package fr.cadran.contracts;

import static io.restassured.RestAssured.given;

import fr.cadran.testing.token.Token;
import fr.cadran.testing.token.Tokens;
import io.restassured.specification.RequestSpecification;

/** What the HTTP tests about CPTS have in common: who calls, and CPTS to call about. */
public final class CptsCalls {
  private CptsCalls() {}

  public static RequestSpecification as(Token token) {
    return given().auth().oauth2(token.jwt()).contentType("application/json");
  }

  public static RequestSpecification asArs93() {
    return as(Tokens.arsAgent("departement:93"));
  }

  public static RequestSpecification asCoordinator(String cpts) {
    return as(Tokens.cptsCoordinator(cpts));
  }

  public static String cpts(String name, String seat) {
    return """
    {"name": "%s", "seatCommune": "%s"}
    """
        .formatted(name, seat);
  }

  /** The id of a CPTS registered in Saint-Denis by the ARS of Seine-Saint-Denis. */
  public static String newCpts() {
    return newCpts("CPTS de la Plaine");
  }

  public static String newCpts(String name) {
    return register(Tokens.arsAgent("departement:93"), cpts(name, "93066"));
  }

  /** The id of a CPTS registered with this body. */
  public static String register(Token token, String body) {
    return as(token).body(body).post("/v1/cpts").then().statusCode(201).extract().path("id");
  }

  /** Draws the first territory of a CPTS. */
  public static void draw(String cpts, String... communes) {
    asCoordinator(cpts)
        .body(territory(communes))
        .put("/v1/cpts/{id}/territory", cpts)
        .then()
        .statusCode(200);
  }

  public static String territory(String... communes) {
    return "{\"communes\": [\"" + String.join("\", \"", communes) + "\"]}";
  }

  /** Makes an event happen, as the ARS of Seine-Saint-Denis. */
  public static void move(String cpts, String... events) {
    for (String event : events) {
      asArs93()
          .body("{\"event\": \"" + event + "\"}")
          .post("/v1/cpts/{id}/stage", cpts)
          .then()
          .statusCode(200);
    }
  }
}
