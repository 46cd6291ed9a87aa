package fr.cadran.testing.contract;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import fr.cadran.testing.token.Tokens;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What the audit of every service has in common, over HTTP. A service subclasses it with {@code
 * QuarkusTest}.
 */
@ContractChecked
public abstract class AuditContract {
  private static final String PLAIN_READS = "audit/plain-reads.properties";

  private final String path;

  /**
   * @param service short name of the service under test
   */
  protected AuditContract(String service) {
    this.path = "/v1/audit-entries/" + service;
  }

  @Test
  void a_refused_reader_is_found_by_an_auditor() {
    String client = "stranger-" + UUID.randomUUID();
    given()
        .header("Authorization", Tokens.editor(client).bearer())
        .get(path)
        .then()
        .statusCode(403);

    given()
        .header("Authorization", Tokens.auditor().bearer())
        .queryParam("client", client)
        .queryParam("outcome", "DENIED")
        .get(path)
        .then()
        .statusCode(200)
        .body("items.size()", equalTo(1))
        .body("items[0].operation", equalTo("listAuditEntries"))
        .body("items[0].status", equalTo(403))
        .body("items[0].code", equalTo("FORBIDDEN"))
        .body("next", nullValue())
        .body("emptyReason", nullValue());
  }

  @Test
  void nobody_but_an_auditor_reads_the_audit() {
    given()
        .header("Authorization", Tokens.arsAgent("region:11").withScope("audit:read").bearer())
        .get(path)
        .then()
        .statusCode(403);
  }

  @Test
  void the_audit_of_another_service_is_not_here() {
    given()
        .header("Authorization", Tokens.auditor().bearer())
        .get("/v1/audit-entries/elsewhere")
        .then()
        .statusCode(404)
        .body("code", equalTo("NOT_FOUND"));
  }

  @Test
  void an_empty_page_says_why() {
    given()
        .header("Authorization", Tokens.auditor().bearer())
        .queryParam("subject", "nobody")
        .queryParam("from", "2020-01-01T00:00:00Z")
        .get(path)
        .then()
        .statusCode(200)
        .body("items.size()", equalTo(0))
        .body("emptyReason", equalTo("NO_ENTRY_MATCHES"));
  }

  @Test
  void what_is_not_on_record_is_an_operation_that_changes_nothing() throws IOException {
    String json =
        RestAssured.given().noFilters().queryParam("format", "json").get("/q/openapi").asString();
    // PUT, PATCH and DELETE always change something; a POST may be a calculator or a dry run.
    Set<String> eligible =
        ApiDocument.parse(json).operations().stream()
            .filter(operation -> Set.of("GET", "POST").contains(operation.method()))
            .map(ApiOperation::operationId)
            .collect(Collectors.toCollection(TreeSet::new));

    Set<String> declared = new TreeSet<>();
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    for (URL file : Collections.list(loader.getResources(PLAIN_READS))) {
      Properties one = new Properties();
      try (InputStream in = file.openStream()) {
        one.load(in);
      }
      assertThat(one.values()).as("a reason for each").doesNotContain("");
      declared.addAll(one.stringPropertyNames());
    }

    assertThat(declared).isNotEmpty().isSubsetOf(eligible);
  }
}
