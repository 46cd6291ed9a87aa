package fr.cadran.centres;

import static io.restassured.RestAssured.given;

import fr.cadran.testing.token.Token;
import fr.cadran.testing.token.Tokens;
import io.restassured.specification.RequestSpecification;
import java.util.concurrent.atomic.AtomicInteger;

/** What the HTTP tests have in common: who calls, and centres to call about. */
public final class Calls {
  public static final String EDITOR = "editor-demo";
  public static final String QUARTER = "2013-Q3";

  private static final AtomicInteger LAST = new AtomicInteger();

  private Calls() {}

  /** A FINESS number of Seine-Saint-Denis that no other test uses. */
  public static String newFiness() {
    return "93%07d".formatted(LAST.incrementAndGet());
  }

  public static RequestSpecification as(Token token) {
    return given().auth().oauth2(token.jwt()).contentType("application/json");
  }

  public static RequestSpecification asArs93() {
    return as(Tokens.arsAgent("departement:93"));
  }

  public static RequestSpecification asManager(String finess) {
    return as(Tokens.centreManager(finess));
  }

  public static RequestSpecification asEditor() {
    return as(Tokens.editor(EDITOR));
  }

  public static String centre(String finess) {
    return """
    {"finess": "%s", "finessJuridique": "930000001", "name": "Centre municipal de santé Les Moulins",
     "managerKind": "MUNICIPAL", "communeCode": "93066",
     "specialties": ["MEDECINE_GENERALE", "DENTAIRE"], "rooms": {"multi": 2, "MEDECINE_GENERALE": 4}}
    """
        .formatted(finess);
  }

  /** A registered centre. */
  public static String newCentre() {
    String finess = newFiness();
    asArs93().body(centre(finess)).post("/v1/centres").then().statusCode(201);
    return finess;
  }

  public static String mandat(String client, String... scopes) {
    return """
    {"clientId": "%s", "scopes": ["%s"], "validUntil": "2099-12-31"}
    """
        .formatted(client, String.join("\", \"", scopes));
  }

  /** A registered centre for which the demo editor may write quarterly data. */
  public static String newCentreWithMandat() {
    String finess = newCentre();
    giveMandat(finess, EDITOR, "quarterly-data:write");
    return finess;
  }

  /** The id of a mandat that a centre has just given. */
  public static String giveMandat(String finess, String client, String... scopes) {
    return asManager(finess)
        .body(mandat(client, scopes))
        .post("/v1/centres/{finess}/mandats", finess)
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  public static String quarter(String finess, String quarter) {
    return "/v1/centres/" + finess + "/quarterly-data/" + quarter;
  }

  public static String passages(long passages) {
    return "{\"patients\": {\"passages\": %d}}".formatted(passages);
  }

  /** Saves the first draft of a quarter; its tag. */
  public static String draft(String finess, String quarter, String body) {
    return asEditor()
        .body(body)
        .put(quarter(finess, quarter))
        .then()
        .statusCode(201)
        .extract()
        .header("ETag");
  }

  /** Saves and submits a quarter; the tag of the submitted record. */
  public static String submitted(String finess, String quarter, String body) {
    draft(finess, quarter, body);
    return submit(finess, quarter);
  }

  public static String submit(String finess, String quarter) {
    return asEditor()
        .body("{}")
        .post(quarter(finess, quarter) + "/submission")
        .then()
        .statusCode(200)
        .extract()
        .header("ETag");
  }
}
