package fr.cadran.testing.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cadran.testing.access.GuardedService.Mistake;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessMatrixBiteTest {
  private static final String DESCRIPTION =
      """
      {"openapi": "3.1.0", "paths": {"/v1/visits/{id}": {"get": {
        "operationId": "getVisit", "security": [{"oidc": ["cpts:read"]}],
        "responses": {"200": {"description": "x"}}}}}}
      """;

  private final int port = RestAssured.port;

  @AfterEach
  void the_port_is_that_of_before() {
    RestAssured.port = port;
  }

  /** The matrix of the one operation, with the rows that a test gives. */
  private static final class OneOperation extends AccessMatrix {
    private final List<AccessRow> rows;

    OneOperation(AccessRow... rows) {
      super("visits");
      this.rows = List.of(rows);
    }

    @Override
    protected List<AccessRow> rows() {
      return rows;
    }

    @Override
    protected List<AccessRow> rowsOfTheKit() {
      return List.of();
    }

    @Override
    protected String description() {
      return DESCRIPTION;
    }
  }

  private static AccessRow row() {
    return AccessRow.of("getVisit")
        .reachedBy(Role.ARS_AGENT)
        .succeedsWith(
            200, () -> Call.to(GuardedService.PATH).absentAt("/v1/visits/2").shows("visit"));
  }

  private static List<String> findings(Mistake mistake) throws IOException {
    try (GuardedService service = new GuardedService(mistake)) {
      RestAssured.port = service.port();
      OneOperation matrix = new OneOperation(row());
      List<String> findings = new ArrayList<>();
      matrix.every_role_in_every_situation().forEach(test -> collect(test, findings));
      matrix
          .what_is_out_of_reach_answers_as_what_does_not_exist()
          .forEach(test -> collect(test, findings));
      matrix.say_how_large_the_matrix_is();
      return findings;
    }
  }

  private static void collect(DynamicTest test, List<String> findings) {
    try {
      test.getExecutable().execute();
    } catch (AssertionError found) {
      findings.add(String.valueOf(found.getMessage()));
    } catch (Throwable broken) {
      throw new IllegalStateException(broken);
    }
  }

  @Test
  void a_service_that_keeps_to_its_rows_is_found_in_order() throws IOException {
    assertThat(findings(Mistake.NONE)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "READS_WITHOUT_TOKEN, editor × NO_TOKEN",
    "FORGETS_THE_SCOPE, ars-agent × MISSING_SCOPE",
    "FORGETS_EXPIRY, ars-agent × EXPIRED_TOKEN",
    "FORGETS_THE_ISSUER, ars-agent × FOREIGN_ISSUER",
    "FORGETS_THE_AUDIENCE, ars-agent × WRONG_AUDIENCE",
    "FORGETS_THE_TERRITORY, ars-agent × OUT_OF_SCOPE",
    "LETS_THE_AUDITOR_IN, auditor × IN_SCOPE",
    "REFUSES_EVERYBODY, ars-agent × IN_SCOPE (SUCCESS)",
    "TELLS_THAT_IT_EXISTS, out of reach 404",
    "READS_THE_TAG_FIRST, If-Match"
  })
  void a_service_that_is_wrong_is_found_out(Mistake mistake, String cell) throws IOException {
    assertThat(findings(mistake)).anySatisfy(finding -> assertThat(finding).contains(cell));
  }

  @Test
  void an_operation_without_a_row_fails_and_so_does_a_row_without_an_operation() {
    OneOperation sound = new OneOperation(row());
    sound.matchRows();
    sound.matchScopes();

    OneOperation missing = new OneOperation();
    assertThatThrownBy(missing::matchRows)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("getVisit");
    OneOperation stale = new OneOperation(row(), AccessRow.of("gone").openToEveryRole());
    assertThatThrownBy(stale::matchRows)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("gone");
    OneOperation unscoped =
        new OneOperation(AccessRow.of("getVisit").reachedBy(Role.CENTRE_MANAGER));
    assertThatThrownBy(unscoped::matchScopes)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("centre-manager");
  }

  @Test
  void a_page_that_says_something_else_fails(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("access.md");
    String section =
        AccessPage.section("visits", new MatrixSize(1, 70, 50, 1), List.of("| `GET /v1/visits` |"));
    Files.writeString(
        file,
        "<!-- total: generated -->\n\nTogether: "
            + new MatrixSize(1, 70, 50, 1)
            + ".\n<!-- /total -->\n<!-- visits: generated -->\n"
            + section
            + "<!-- /visits -->\n");
    AccessPage page = new AccessPage(file, false);

    page.settle("visits", section);
    assertThatThrownBy(() -> page.settle("visits", section.replace("/v1/visits", "/v1/other")))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("docs/access.md");
    Files.writeString(file, Files.readString(file).replace("70 cells", "71 cells"));
    assertThatThrownBy(() -> page.settle("visits", section)).isInstanceOf(AssertionError.class);
    new AccessPage(file, true).settle("visits", section);
    page.settle("visits", section);
  }
}
