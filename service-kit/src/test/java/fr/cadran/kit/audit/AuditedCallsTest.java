package fr.cadran.kit.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import fr.cadran.testing.infra.CadranTestResource;
import fr.cadran.testing.token.Token;
import fr.cadran.testing.token.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is on record of calls, over real HTTP and PostgreSQL. */
@QuarkusTest
@QuarkusTestResource(CadranTestResource.class)
class AuditedCallsTest {
  private static final String PAYMENT = "/v1/audited/c1/payments/7";
  private static final String BODY = "{\"name\": \"a\", \"count\": 1}";

  @Inject DataSource database;

  private final Token agent = Tokens.arsAgent("departement:93");
  private final String requestId = UUID.randomUUID().toString();
  private Audit audit;

  @BeforeEach
  void open() {
    audit = new Audit(database);
  }

  private RequestSpecification asAgent() {
    return as(agent.bearer());
  }

  private RequestSpecification as(String bearer) {
    return anonymous().header("Authorization", bearer);
  }

  private RequestSpecification anonymous() {
    return given().header("X-Request-Id", requestId).contentType("application/json");
  }

  @Test
  void a_write_is_on_record_before_it_runs_and_when_it_has_ended() throws Exception {
    asAgent().body(BODY).post(PAYMENT).then().statusCode(200);

    List<AuditEntry> entries = audit.of(requestId);
    assertThat(entries).hasSize(2);
    AuditEntry attempt = entries.getFirst();
    AuditEntry end = entries.getLast();
    assertThat(attempt.outcome()).isEqualTo(AuditOutcome.ATTEMPTED);
    assertThat(attempt.status()).isNull();
    assertThat(end.call()).isEqualTo(attempt.call());
    assertThat(end.outcome()).isEqualTo(AuditOutcome.ALLOWED);
    assertThat(end.status()).isEqualTo(200);
    assertThat(end.code()).isNull();
    assertThat(end.at()).isAfterOrEqualTo(attempt.at());
    for (AuditEntry entry : entries) {
      assertThat(entry.service()).isEqualTo("probe");
      assertThat(entry.subject()).isEqualTo(agent.subject());
      assertThat(entry.client()).isEqualTo("cadran-portal");
      assertThat(entry.roles()).isEqualTo("ars-agent");
      assertThat(entry.address()).isEqualTo("127.0.0.1");
      assertThat(entry.operation()).isEqualTo("pay");
      assertThat(entry.method()).isEqualTo("POST");
      assertThat(entry.route()).isEqualTo("/v1/audited/{contract}/payments/{number}");
      assertThat(entry.resource()).isEqualTo("c1/7");
      assertThat(entry.calls()).isEqualTo(1);
    }
    audit.assertSound("probe");
  }

  @Test
  void a_write_refused_for_its_scope_is_on_record_as_denied_and_never_attempted() throws Exception {
    as(agent.withoutScope("centres:write").bearer())
        .body(BODY)
        .post(PAYMENT)
        .then()
        .statusCode(403);

    assertThat(audit.of(requestId))
        .singleElement()
        .satisfies(entry -> {
          assertThat(entry.outcome()).isEqualTo(AuditOutcome.DENIED);
          assertThat(entry.status()).isEqualTo(403);
          assertThat(entry.code()).isEqualTo("FORBIDDEN");
          assertThat(entry.subject()).isEqualTo(agent.subject());
          assertThat(entry.resource()).isEqualTo("c1/7");
        });
  }

  @Test
  void what_is_out_of_reach_is_on_record_as_denied() throws Exception {
    asAgent().body(BODY).post("/v1/audited/elsewhere/payments/7").then().statusCode(404);

    AuditEntry end = audit.of(requestId).getLast();
    assertThat(end.outcome()).isEqualTo(AuditOutcome.DENIED);
    assertThat(end.code()).isEqualTo("NOT_FOUND");
    assertThat(end.resource()).isEqualTo("elsewhere/7");
  }

  @Test
  void what_a_rule_refuses_and_what_fails_is_on_record_as_failed() throws Exception {
    asAgent().body("{\"name\": \"a\", \"count\": -1}").post(PAYMENT).then().statusCode(422);
    asAgent().body(BODY).post("/v1/audited/broken/payments/7").then().statusCode(500);
    asAgent().body("{").post(PAYMENT).then().statusCode(400);

    assertThat(audit.of(requestId))
        .filteredOn(entry -> entry.outcome() != AuditOutcome.ATTEMPTED)
        .extracting(AuditEntry::outcome, AuditEntry::status, AuditEntry::code)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(AuditOutcome.FAILED, 422, "INVALID"),
            org.assertj.core.groups.Tuple.tuple(AuditOutcome.FAILED, 500, "INTERNAL"),
            org.assertj.core.groups.Tuple.tuple(AuditOutcome.FAILED, 400, "MALFORMED_JSON"));
  }

  @Test
  void a_read_that_is_not_declared_plain_is_on_record_once() throws Exception {
    asAgent()
        .queryParam("q", "Dupont")
        .queryParam("asOf", "2022-03-01T00:00:00Z")
        .get("/v1/audited/c1")
        .then()
        .statusCode(200)
        .header("ETag", "\"1\"");

    assertThat(audit.of(requestId))
        .singleElement()
        .satisfies(entry -> {
          assertThat(entry.outcome()).isEqualTo(AuditOutcome.ALLOWED);
          assertThat(entry.operation()).isEqualTo("money");
          assertThat(entry.filters()).isEqualTo("asOf=2022-03-01T00:00:00Z&q");
        });
  }

  @Test
  void a_plain_read_is_on_record_only_when_denied() throws Exception {
    asAgent().get("/v1/audited/c1/catalogue").then().statusCode(200);
    assertThat(audit.of(requestId)).isEmpty();

    as(agent.withoutScope("centres:read").bearer())
        .get("/v1/audited/c1/catalogue")
        .then()
        .statusCode(403);
    assertThat(audit.of(requestId))
        .extracting(AuditEntry::outcome)
        .containsExactly(AuditOutcome.DENIED);
  }

  @Test
  void a_call_without_a_valid_token_is_on_record_without_a_subject() throws Exception {
    anonymous().body(BODY).post(PAYMENT).then().statusCode(401);
    as(agent.wrongKey().bearer()).body(BODY).post(PAYMENT).then().statusCode(401);

    assertThat(audit.of(requestId))
        .hasSize(2)
        .allSatisfy(entry -> {
          assertThat(entry.outcome()).isEqualTo(AuditOutcome.DENIED);
          assertThat(entry.status()).isEqualTo(401);
          assertThat(entry.subject()).isNull();
          assertThat(entry.client()).isNull();
          assertThat(entry.roles()).isEmpty();
          assertThat(entry.operation()).isEqualTo("pay");
        });
  }

  @Test
  void a_path_that_leads_nowhere_is_on_record_without_the_path() throws Exception {
    asAgent().get("/v1/jean-dupont-1954").then().statusCode(404);

    assertThat(audit.of(requestId))
        .singleElement()
        .satisfies(entry -> {
          assertThat(entry.route()).isNull();
          assertThat(entry.resource()).isNull();
          assertThat(entry.subject()).isEqualTo(agent.subject());
        });
  }

  @Test
  void only_a_trusted_peer_says_where_a_call_comes_from() throws Exception {
    // The test calls from 127.0.0.1, which is trusted; what a stranger wrote before is not.
    asAgent()
        .header("X-Forwarded-For", "203.0.113.9, 198.51.100.7")
        .body(BODY)
        .post(PAYMENT)
        .then()
        .statusCode(200);

    assertThat(audit.of(requestId)).extracting(AuditEntry::address).containsOnly("198.51.100.7");
  }

  @Test
  void calls_at_the_same_time_make_one_sound_chain() throws Exception {
    int threads = 16;
    int calls = 20;
    List<Future<?>> running = new ArrayList<>();
    try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
      for (int i = 0; i < threads; i++) {
        running.add(
            executor.submit(() -> {
              for (int j = 0; j < calls; j++) {
                asAgent().body(BODY).post(PAYMENT).then().statusCode(200);
              }
            }));
      }
      for (Future<?> one : running) {
        one.get();
      }
    }

    assertThat(audit.of(requestId)).hasSize(threads * calls * 2);
    audit.assertSound("probe");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update audit_entry set subject = 'x'",
        "delete from audit_entry",
        "truncate audit_entry"
      })
  void the_database_refuses_to_change_the_audit(String change) throws Exception {
    asAgent().body(BODY).post(PAYMENT).then().statusCode(200);

    assertThatThrownBy(() -> audit.execute(change))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("append-only");
  }

  @Test
  void without_the_audit_no_write_is_done_and_no_money_is_shown() throws Exception {
    String name = UUID.randomUUID().toString();
    audit.execute("alter table audit_entry rename to audit_entry_away");
    try {
      asAgent()
          .body("{\"name\": \"" + name + "\", \"count\": 1}")
          .post(PAYMENT)
          .then()
          .statusCode(503)
          .contentType("application/problem+json")
          .header("Retry-After", notNullValue())
          .body("code", equalTo("AUDIT_UNAVAILABLE"));
      asAgent()
          .header("Accept-Language", "en")
          .get("/v1/audited/c1")
          .then()
          .statusCode(503)
          .contentType("application/problem+json")
          .header("ETag", nullValue())
          .body("code", equalTo("AUDIT_UNAVAILABLE"))
          .body("title", equalTo("Audit unavailable for a moment"))
          .body("amount", nullValue());
      asAgent().get("/v1/audited/c1/catalogue").then().statusCode(200);
      anonymous().get("/v1/audited/c1").then().statusCode(401);
    } finally {
      audit.execute("alter table audit_entry_away rename to audit_entry");
    }
    asAgent().body(BODY).post(PAYMENT).then().statusCode(200);
    assertThat(rows(name)).isZero();
    assertThat(audit.of(requestId)).extracting(AuditEntry::outcome).contains(AuditOutcome.ALLOWED);
    audit.assertSound("probe");
  }

  @Test
  void the_outcome_of_work_that_was_done_is_written_when_the_audit_is_back() throws Exception {
    audit.execute(
        "create function refuse_outcomes() returns trigger language plpgsql as $$ begin"
            + " if new.outcome <> 'ATTEMPTED' then raise exception 'away'; end if;"
            + " return new; end $$");
    audit.execute(
        "create trigger outcomes_away before insert on audit_entry for each row execute function"
            + " refuse_outcomes()");
    try {
      asAgent().body(BODY).post(PAYMENT).then().statusCode(503);
    } finally {
      audit.execute("drop trigger outcomes_away on audit_entry");
    }

    org.awaitility.Awaitility.await()
        .untilAsserted(() ->
            assertThat(audit.of(requestId))
                .extracting(AuditEntry::outcome)
                .containsExactly(AuditOutcome.ATTEMPTED, AuditOutcome.ALLOWED));
    audit.assertSound("probe");
  }

  @Test
  void nothing_secret_or_personal_ever_appears_in_the_audit() throws Exception {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    List<String> secrets = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      String inBody = secret(random, secrets);
      String inHeader = secret(random, secrets);
      String inQuery = secret(random, secrets);
      String inForwarded = secret(random, secrets);
      String password = secret(random, secrets);
      String bearer = random.nextBoolean() ? agent.bearer() : "Bearer " + password;
      secrets.add(bearer.substring("Bearer ".length()));
      RequestSpecification call =
          as(bearer)
              .header("X-Api-Key", inHeader)
              .header("Cookie", "session=" + inHeader)
              .header("User-Agent", inHeader)
              .header("Referer", "https://example.org/" + inHeader)
              .header("If-Match", '"' + inHeader + '"')
              .header("Idempotency-Key", inHeader)
              .header("Forwarded", "for=" + inForwarded)
              .header("X-Forwarded-For", inForwarded)
              .header("Accept-Language", "en")
              .queryParam("q", inQuery)
              .queryParam("cursor", inQuery)
              .queryParam(inQuery, "1");
      switch (random.nextInt(4)) {
        case 0 -> call.body("{\"name\": \"" + inBody + "\", \"count\": 1}").post(PAYMENT);
        case 1 -> call.body("{\"name\": \"" + inBody + "\", \"count\": -1}").post(PAYMENT);
        case 2 -> call.body(inBody).post("/v1/audited/broken/payments/7");
        default -> call.get("/v1/audited/c1");
      }
    }
    asAgent().queryParam("q", secret(random, secrets)).get("/v1/audited/c1").then().statusCode(200);

    String dump = audit.dump();
    assertThat(secrets).as("seed " + seed).noneMatch(dump::contains);
  }

  private static String secret(Random random, List<String> secrets) {
    byte[] bytes = new byte[18];
    random.nextBytes(bytes);
    String secret = "s" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    secrets.add(secret);
    return secret;
  }

  private long rows(String name) throws SQLException {
    try (var connection = database.getConnection();
        var select = connection.prepareStatement("select count(*) from probe where name = ?")) {
      select.setString(1, name);
      try (var row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  @Test
  void an_auditor_finds_entries_page_by_page() {
    for (int i = 0; i < 3; i++) {
      asAgent().body(BODY).post("/v1/audited/" + requestId + "/payments/" + i);
    }
    RequestSpecification auditor = given().header("Authorization", auditorToken().bearer());
    var page =
        auditor
            .queryParam("resource", requestId)
            .queryParam("outcome", "ALLOWED")
            .queryParam("subject", agent.subject())
            .queryParam("client", "cadran-portal")
            .queryParam("operation", "pay")
            .queryParam("from", "2020-01-01T00:00:00Z")
            .queryParam("to", "2200-01-01T00:00:00Z")
            .queryParam("limit", 2)
            .get("/v1/audit-entries/probe")
            .then()
            .statusCode(200)
            .body("items.size()", equalTo(2))
            .body("items[0].resource", equalTo(requestId + "/2"))
            .body("items[0].roles[0]", equalTo("ars-agent"))
            .body("emptyReason", nullValue())
            .extract();
    given()
        .header("Authorization", auditorToken().bearer())
        .urlEncodingEnabled(false)
        .get(page.path("next").toString())
        .then()
        .statusCode(200)
        .body("items.size()", equalTo(1))
        .body("items[0].resource", equalTo(requestId + "/0"))
        .body("next", nullValue());
  }

  @Test
  void an_empty_list_says_why_and_reading_it_is_on_record() throws Exception {
    given()
        .header("Authorization", auditorToken().bearer())
        .header("X-Request-Id", requestId)
        .queryParam("operation", "noSuchOperation")
        .get("/v1/audit-entries/probe")
        .then()
        .statusCode(200)
        .body("items.size()", equalTo(0))
        .body("emptyReason", equalTo("NO_ENTRY_MATCHES"));

    assertThat(audit.of(requestId))
        .singleElement()
        .satisfies(entry -> {
          assertThat(entry.operation()).isEqualTo("listAuditEntries");
          assertThat(entry.filters()).isEqualTo("operation=noSuchOperation");
        });
  }

  @Test
  void nobody_but_an_auditor_reads_the_audit_and_each_service_answers_for_its_own() {
    asAgent().get("/v1/audit-entries/probe").then().statusCode(403);
    as(agent.withScope("audit:read").bearer())
        .get("/v1/audit-entries/probe")
        .then()
        .statusCode(403);
    as(auditorToken().bearer()).get("/v1/audit-entries/centres").then().statusCode(404);
    as(auditorToken().bearer())
        .queryParam("outcome", "ODD")
        .get("/v1/audit-entries/probe")
        .then()
        .statusCode(400);
    as(auditorToken().bearer())
        .queryParam("cursor", "b2Rk")
        .get("/v1/audit-entries/probe")
        .then()
        .statusCode(400)
        .body("code", equalTo("INVALID_CURSOR"));
  }

  private static Token auditorToken() {
    return Tokens.auditor().withScope("audit:read");
  }
}
