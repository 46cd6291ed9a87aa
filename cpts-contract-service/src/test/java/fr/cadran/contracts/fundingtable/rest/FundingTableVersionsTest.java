package fr.cadran.contracts.fundingtable.rest;

import static fr.cadran.contracts.CptsCalls.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.cadran.testing.contract.ContractChecked;
import fr.cadran.testing.infra.CadranTestResource;
import fr.cadran.testing.token.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(CadranTestResource.class)
@ContractChecked
class FundingTableVersionsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TABLES = "/v1/funding-tables";

  @Inject DataSource database;

  private static RequestSpecification asAdmin() {
    return as(Tokens.administrator());
  }

  private static RequestSpecification asReader() {
    return as(Tokens.arsAgent("departement:93"));
  }

  /** Other tests count on the tables that are shipped; what is frozen is thawed for this alone. */
  @AfterEach
  void only_the_shipped_tables_are_left() throws SQLException {
    execute(
        """
        alter table funding_table disable trigger user;
        alter table funding_amount disable trigger user;
        alter table funding_parameter disable trigger user;
        delete from funding_amount where table_code like 'T-%' or table_version > 1;
        delete from funding_parameter where table_code like 'T-%' or table_version > 1;
        delete from funding_table where code like 'T-%' or version > 1;
        alter table funding_table enable trigger user;
        alter table funding_amount enable trigger user;
        alter table funding_parameter enable trigger user;
        """);
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** What a published version says, ready to be written as a draft. */
  private static ObjectNode content(String code) throws IOException {
    JsonNode read = JSON.readTree(asAdmin().get(TABLES + "/" + code).asString());
    ObjectNode content = JSON.createObjectNode();
    for (String field : new String[] {"label", "validFrom", "validUntil", "source"}) {
      content.set(field, read.get(field));
    }
    content.set("amounts", read.get("amounts"));
    ArrayNode parameters = content.putArray("parameters");
    read.get("parameters")
        .forEach(parameter -> parameters.add(((ObjectNode) parameter.deepCopy()).without("unit")));
    return content;
  }

  private static ObjectNode newTable(String code, String from, String until) throws IOException {
    ObjectNode table = content("ACI-2022");
    table.put("code", code).put("validFrom", from).put("validUntil", until);
    return table;
  }

  private static String newCode() {
    return "T-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT);
  }

  @Test
  void the_shipped_tables_are_version_1_with_every_parameter() {
    asReader()
        .get(TABLES + "/ACI-2019")
        .then()
        .statusCode(200)
        .body("version", equalTo(1))
        .body("state", equalTo("PUBLISHED"))
        .body("parameters", hasSize(22))
        .body("parameters.find { it.name == 'advanceRate' }.value", equalTo("0.75"))
        .body("parameters.find { it.name == 'advanceRate' }.unit", equalTo("ratio"))
        .body("parameters.find { it.name == 'size2UpTo' }.verification", equalTo("assumption"));
    asReader()
        .get(TABLES + "/ACI-2019/versions")
        .then()
        .statusCode(200)
        .body("items.version", contains(1))
        .body("items.state", contains("PUBLISHED"));
    asReader().get(TABLES + "/NONE/versions").then().statusCode(404);
  }

  @Test
  void a_draft_is_a_copy_that_only_an_administrator_sees() throws IOException {
    String location =
        asAdmin()
            .post(TABLES + "/ACI-2019/versions")
            .then()
            .statusCode(201)
            .header("Location", endsWith(TABLES + "/ACI-2019/versions/2"))
            .body("version", equalTo(2))
            .body("state", equalTo("DRAFT"))
            .body("publishedAt", nullValue())
            .body("totals[1].total", equalTo(287000.00f))
            .extract()
            .header("Location");

    asReader().get(location).then().statusCode(404);
    asReader().get(TABLES + "/ACI-2019/versions").then().body("items.version", contains(1));
    asReader().get(TABLES + "/ACI-2019").then().body("version", equalTo(1));
    asReader().get(TABLES + "/ACI-2019/versions/2/diff?with=1").then().statusCode(404);
    asAdmin().get(TABLES + "/ACI-2019/versions").then().body("items.version", contains(1, 2));
    String tag = asAdmin().get(location).then().statusCode(200).extract().header("ETag");
    asAdmin().header("If-None-Match", tag).get(location).then().statusCode(304);
    asAdmin()
        .post(TABLES + "/ACI-2019/versions")
        .then()
        .statusCode(409)
        .body("code", equalTo("DRAFT_EXISTS"));
    asAdmin().post(TABLES + "/NONE/versions").then().statusCode(404);
  }

  @Test
  void a_rewritten_draft_differs_line_by_line() throws IOException {
    String draft = TABLES + "/ACI-2019/versions/2";
    String tag = asAdmin().post(TABLES + "/ACI-2019/versions").then().extract().header("ETag");
    ObjectNode content = content("ACI-2019");
    ArrayNode amounts = (ArrayNode) content.get("amounts");
    ((ObjectNode) amounts.get(0)).put("amount", 51000).put("source", "Avenant");
    amounts.remove(1);
    ((ObjectNode) content.get("parameters").get(0)).put("verification", "to-verify");

    asAdmin().body(content.toString()).put(draft).then().statusCode(428);
    asAdmin()
        .header("If-Match", tag)
        .body(content.toString())
        .put(draft)
        .then()
        .statusCode(200)
        .body("totals[0].total", equalTo(221000.00f));
    asAdmin().header("If-Match", tag).body(content.toString()).put(draft).then().statusCode(412);
    asAdmin()
        .header("If-Match", "*")
        .body(content.put("source", " ").toString())
        .put(draft)
        .then()
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/source"));

    asAdmin()
        .get(draft + "/diff?with=1")
        .then()
        .statusCode(200)
        .body("amounts.change", contains("CHANGED", "REMOVED"))
        .body("amounts[0].before.amount", equalTo(50000.00f))
        .body("amounts[0].after.amount", equalTo(51000.00f))
        .body("amounts[0].after.source", equalTo("Avenant"))
        .body("amounts[1].before.size", equalTo(2))
        .body("amounts[1].after", nullValue())
        .body("parameters", hasSize(1));
    asAdmin().get(TABLES + "/ACI-2019/versions/1/diff?with=1").then().body("amounts", empty());
    asAdmin().get(TABLES + "/ACI-2019/versions/1/diff").then().statusCode(400);
    asAdmin()
        .header("If-Match", "*")
        .body(content("ACI-2019").toString())
        .put(TABLES + "/ACI-2019/versions/9")
        .then()
        .statusCode(404);
  }

  @Test
  void a_published_version_is_frozen() throws IOException {
    asAdmin()
        .header("If-Match", "*")
        .body(content("ACI-2019").toString())
        .put(TABLES + "/ACI-2019/versions/1")
        .then()
        .statusCode(409)
        .body("code", equalTo("PUBLISHED_IS_FROZEN"));
    asAdmin()
        .post(TABLES + "/ACI-2019/versions/1/publication")
        .then()
        .statusCode(409)
        .body("code", equalTo("PUBLISHED_IS_FROZEN"));
    asAdmin().post(TABLES + "/ACI-2019/versions/9/publication").then().statusCode(404);
  }

  @Test
  void a_table_that_leaves_a_gap_or_an_overlap_is_not_published() throws IOException {
    String early = newCode();
    asAdmin()
        .body(newTable(early, "2018-01-01", "2019-08-24").toString())
        .post(TABLES)
        .then()
        .statusCode(201);
    asAdmin()
        .post(TABLES + "/" + early + "/versions/1/publication")
        .then()
        .statusCode(422)
        .body("code", equalTo("PUBLICATION_REFUSED"))
        .body("errors.code", contains("GAP_IN_TIME"));

    String late = newCode();
    asAdmin()
        .body(newTable(late, "2027-01-01", null).toString())
        .post(TABLES)
        .then()
        .statusCode(201);
    asAdmin()
        .post(TABLES + "/" + late + "/versions/1/publication")
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/validFrom"))
        .body("errors.code", contains("OVERLAP_IN_TIME"));
  }

  @Test
  void an_incomplete_table_is_kept_as_a_draft_and_not_published() throws IOException {
    String code = newCode();
    ObjectNode table = newTable(code, "2018-01-01", "2019-08-25");
    table.putArray("amounts");
    ((ArrayNode) table.get("parameters")).remove(0);

    asAdmin().body(table.toString()).post(TABLES).then().statusCode(201);
    asAdmin()
        .post(TABLES + "/" + code + "/versions/1/publication")
        .then()
        .statusCode(422)
        .body("errors.code", containsInAnyOrder("EMPTY_TABLE", "PARAMETER_MISSING"));
  }

  @Test
  void what_is_published_is_served_and_replaces_nothing() throws IOException {
    String code = newCode();
    String tag =
        asAdmin()
            .body(newTable(code, before(earliest()), earliest()).toString())
            .post(TABLES)
            .then()
            .statusCode(201)
            .extract()
            .header("ETag");
    String from = earliest();
    ObjectNode fitting = newTable(code, before(from), from);
    fitting.remove("code");
    asAdmin()
        .header("If-Match", tag)
        .body(fitting.toString())
        .put(TABLES + "/" + code + "/versions/1")
        .then()
        .statusCode(200);
    asReader().get(TABLES + "/" + code).then().statusCode(404);
    asAdmin()
        .header("If-Match", tag)
        .post(TABLES + "/" + code + "/versions/1/publication")
        .then()
        .statusCode(412);

    asAdmin()
        .post(TABLES + "/" + code + "/versions/1/publication")
        .then()
        .statusCode(200)
        .body("state", equalTo("PUBLISHED"));

    asReader().get(TABLES + "/" + code).then().statusCode(200).body("version", equalTo(1));
    asReader().queryParam("on", before(from)).get(TABLES).then().body("items.code", contains(code));
    asReader().get(TABLES + "/ACI-2019").then().body("version", equalTo(1));
  }

  /** First day of the tables in force, so that a table published by a test goes before them. */
  private static String earliest() throws IOException {
    return JSON.readTree(asReader().get(TABLES).asString())
        .path("items")
        .path(0)
        .path("validFrom")
        .asText();
  }

  private static String before(String day) {
    return java.time.LocalDate.parse(day).minusYears(1).toString();
  }

  @Test
  void a_code_is_given_once_and_has_a_form() throws IOException {
    asAdmin()
        .body(newTable("ACI-2019", "2018-01-01", "2019-08-25").toString())
        .post(TABLES)
        .then()
        .statusCode(409)
        .body("code", equalTo("FUNDING_TABLE_EXISTS"));
    asAdmin()
        .body(newTable("aci 2027", "2018-01-01", "2019-08-25").toString())
        .post(TABLES)
        .then()
        .statusCode(422)
        .body("errors[0].code", equalTo("TABLE_CODE_INVALID"));
  }

  @Test
  void a_key_is_not_used_for_another_demand() {
    String key = UUID.randomUUID().toString();
    asAdmin()
        .header("Idempotency-Key", key)
        .post(TABLES + "/ACI-2019/versions")
        .then()
        .statusCode(201);
    asAdmin()
        .header("Idempotency-Key", key)
        .post(TABLES + "/ACI-2022/versions")
        .then()
        .statusCode(422)
        .body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
  }

  @Test
  void only_an_administrator_writes() {
    for (var token :
        new fr.cadran.testing.token.Token[] {
          Tokens.arsAgent("region:11"), Tokens.auditor(), Tokens.cpamAgent("931")
        }) {
      as(token).post(TABLES + "/ACI-2019/versions").then().statusCode(403);
    }
    asReader().get(TABLES).then().body("items.state", not(hasItem("DRAFT")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update funding_table set label = 'x' where code = 'ACI-2019'",
        "delete from funding_table where code = 'ACI-2019'",
        "update funding_amount set amount = 1 where table_code = 'ACI-2019'",
        "delete from funding_parameter where table_code = 'ACI-2019'",
        "insert into funding_parameter values ('ACI-2019', 1, 'x', 'x', 'x', 'verified')",
      })
  void the_database_itself_refuses_to_change_what_is_published(String change) {
    assertThatThrownBy(() -> execute(change))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("frozen");
  }

  @Test
  void every_shipped_version_is_published() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select count(*) from funding_table where code like 'ACI-%' and published_at is null")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getInt(1)).isZero();
    }
  }
}
