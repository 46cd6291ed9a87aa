package fr.cadran.testing.contract;

import fr.cadran.testing.token.Tokens;
import io.restassured.RestAssured;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Sends to every documented operation the requests that it must refuse, and checks that each
 * refusal has the one form of the house: no token (401), a token of another scope (403), an unknown
 * query parameter (400), and for JSON bodies a wrong media type (415), malformed JSON and an
 * unknown field (400), a body over the limit (413).
 *
 * <p>The requests are made from the document's examples. A service subclasses it with {@code
 * QuarkusTest}.
 */
@ContractChecked
public abstract class UniformRefusals {

  // The limit of the kit's configuration (cadran.http.max-body-size).
  private static final int BODY_LIMIT_IN_BYTES = 2 * 1024 * 1024;

  @TestFactory
  Stream<DynamicTest> the_service_refuses() {
    String json =
        RestAssured.given().noFilters().queryParam("format", "json").get("/q/openapi").asString();
    RefusalRequests requests =
        new RefusalRequests(
            ApiDocument.parse(json),
            RestAssured::given,
            scopes -> Tokens.granting(scopes).jwt(),
            BODY_LIMIT_IN_BYTES);
    return requests.all().stream()
        .map(one -> DynamicTest.dynamicTest(one.name(), one.check()::run));
  }
}
