package fr.cadran.gateway.quota;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import fr.cadran.gateway.Upstream;
import fr.cadran.testing.infra.CadranTestResource;
import fr.cadran.testing.token.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Quotas with the ledger that several gateways share. */
@QuarkusTest
@TestProfile(SharedQuotaTest.Small.class)
@QuarkusTestResource(
    value = CadranTestResource.class,
    initArgs = @ResourceArg(name = "with", value = "PostgreSQL"))
@QuarkusTestResource(Upstream.class)
class SharedQuotaTest {
  /** Quotas small enough to be used up, in periods long enough not to end during a test. */
  public static class Small implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "cadran.gateway.quota.groups.default", "40",
          "cadran.gateway.quota.groups.open", "200",
          "cadran.gateway.quota.period", "1H");
    }
  }

  @Inject DataSource database;
  @Inject QuotaLedger ledger;

  private static Response call(String client) {
    return given().header("Authorization", Tokens.editor(client).bearer()).get("/v1/centres");
  }

  private static int remaining(Response answer) {
    return Integer.parseInt(answer.header("RateLimit-Remaining"));
  }

  @Test
  void a_quota_is_used_up_exactly_and_each_answer_tells_what_is_left() {
    for (int i = 1; i <= 40; i++) {
      Response answer = call("editor-a");
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().getValues("RateLimit-Limit")).isEqualTo(List.of("40"));
      assertThat(remaining(answer)).isEqualTo(40 - i);
      assertThat(Long.parseLong(answer.header("RateLimit-Reset")))
          .isGreaterThan(Instant.now().getEpochSecond());
    }
    Response refused = call("editor-a");
    refused
        .then()
        .statusCode(429)
        .contentType("application/problem+json")
        .body("code", equalTo("RATE_LIMITED"))
        .header("RateLimit-Remaining", "0");
    assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 3600);
    // One caller's flood is not another's.
    assertThat(call("editor-b").statusCode()).isEqualTo(200);
  }

  @Test
  void what_another_gateway_holds_is_not_given_again() throws Exception {
    long window = Instant.now().getEpochSecond() / 3600 * 3600;
    String subject = Tokens.editor("editor-c").subject();
    // Another gateway has leased all but six of the forty.
    ledger.lease(List.of(new QuotaLedger.Wish("editor-c/" + subject, "default", window, 34, 40)));
    int allowed = 0;
    while (allowed < 40 && call("editor-c").statusCode() == 200) {
      allowed++;
    }
    assertThat(allowed).isEqualTo(6);
    assertThat(leased("editor-c/" + subject)).isEqualTo(40);
  }

  @Test
  void the_ledger_never_leases_more_than_there_is() throws Exception {
    QuotaLedger.Wish wish = new QuotaLedger.Wish("x", "default", 0, 30, 40);
    assertThat(ledger.lease(List.of(wish, wish, wish)))
        .containsExactly(
            new QuotaLedger.Lease(30, 10),
            new QuotaLedger.Lease(10, 0),
            new QuotaLedger.Lease(0, 0));
  }

  @Test
  void answers_to_nobody_are_counted_by_address() {
    Response open = given().get("/v1/problems/centres/CENTRE_EXISTS");
    assertThat(open.statusCode()).isEqualTo(200);
    assertThat(open.header("RateLimit-Limit")).isEqualTo("200");
    Response own = given().get("/v1/problems/gateway/PATH_REFUSED");
    assertThat(remaining(own)).isLessThan(remaining(open));
    Response refused = given().get("/v1/centres");
    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(refused.header("RateLimit-Limit")).isEqualTo("200");
  }

  @Test
  void a_shared_quota_is_told_in_the_health() {
    call("editor-d");
    await()
        .untilAsserted(() ->
            given()
                .get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.data.kept", hasItem("by all gateways together")));
  }

  private long leased(String caller) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement query =
            connection.prepareStatement("select leased from quota_lease where caller = ?")) {
      query.setString(1, caller);
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }
}
