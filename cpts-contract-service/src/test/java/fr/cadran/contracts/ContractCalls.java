package fr.cadran.contracts;

import static io.restassured.RestAssured.given;

import fr.cadran.testing.token.Token;
import fr.cadran.testing.token.Tokens;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Objects;
import java.util.UUID;

/**
 * What the HTTP tests about contracts have in common: three parties, and contracts between them.
 */
public final class ContractCalls {
  private ContractCalls() {}

  public static Token ars() {
    return Tokens.arsAgent("departement:93");
  }

  public static Token cpam() {
    return Tokens.cpamAgent("931");
  }

  /** A caller with JSON in hand and a key of its own. */
  public static RequestSpecification as(Token token) {
    return given()
        .auth()
        .oauth2(token.jwt())
        .contentType("application/json")
        .header("Idempotency-Key", UUID.randomUUID().toString());
  }

  /** A CPTS of La Courneuve, of size 2, whose projet de santé is validated. */
  public static String newCpts() {
    return CptsCalls.register(
        ars(),
        """
        {"name": "CPTS des Quatre-Routes", "seatCommune": "93027", "communes": ["93027"],
         "stage": "PROJET_VALIDE", "stageSince": "2019-09-01"}
        """);
  }

  public static String wish(String cpts, String missions) {
    return """
    {"cpts": "%s", "fundingTable": "ACI-2019", "missions": [%s], "signedOn": "2022-03-01"}
    """
        .formatted(cpts, missions);
  }

  /** The id of a draft with these missions, signed on 1 March 2022 when it is. */
  public static String newDraft(String cpts, String missions) {
    return as(ars())
        .body(wish(cpts, missions))
        .post("/v1/contracts")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  public static String hash(String contract) {
    return as(ars())
        .get("/v1/contracts/{id}", contract)
        .then()
        .statusCode(200)
        .extract()
        .path("hash");
  }

  public static ValidatableResponse sign(Token token, String contract, String hash) {
    return as(token)
        .body("{\"hash\": \"" + hash + "\"}")
        .post("/v1/contracts/{id}/signatures", contract)
        .then();
  }

  /** A contract between the three parties, signed. */
  public record Signed(String cpts, String contract) {
    public Token coordinator() {
      return Tokens.cptsCoordinator(cpts);
    }

    /** Signs at a path as each of the three parties; the last answer. */
    public ValidatableResponse signAll(String path, String hash) {
      ValidatableResponse last = null;
      for (Token token : new Token[] {coordinator(), cpam(), ars()}) {
        last =
            as(token)
                .body("{\"hash\": \"" + hash + "\"}")
                .post("/v1/contracts/" + contract + path)
                .then()
                .statusCode(201);
      }
      return Objects.requireNonNull(last);
    }
  }

  public static Signed newSigned(String missions) {
    String cpts = newCpts();
    String contract = newDraft(cpts, missions);
    String hash = hash(contract);
    sign(Tokens.cptsCoordinator(cpts), contract, hash).statusCode(201);
    sign(cpam(), contract, hash).statusCode(201);
    sign(ars(), contract, hash).statusCode(201);
    return new Signed(cpts, contract);
  }
}
