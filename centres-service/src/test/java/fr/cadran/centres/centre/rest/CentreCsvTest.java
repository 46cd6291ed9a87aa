package fr.cadran.centres.centre.rest;

import static fr.cadran.centres.Calls.as;
import static fr.cadran.centres.Calls.asArs93;
import static fr.cadran.centres.Calls.centre;
import static fr.cadran.centres.Calls.newCentre;
import static fr.cadran.centres.Calls.newFiness;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;

import fr.cadran.testing.contract.ContractChecked;
import fr.cadran.testing.infra.CadranTestResource;
import fr.cadran.testing.token.Token;
import fr.cadran.testing.token.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(CadranTestResource.class)
@ContractChecked
class CentreCsvTest {
  private static final String HEADER =
      "finess;finessJuridique;name;managerKind;communeCode;specialties;rooms;openedOn\r\n";

  private static String row(String finess, String name) {
    return finess + ";930000001;" + name + ";MUNICIPAL;93066;DENTAIRE;multi=2;01/03/1950\r\n";
  }

  private static ValidatableResponse send(byte[] file, boolean dryRun) {
    return asArs93()
        .header("Accept-Language", "en")
        .contentType("text/csv")
        .body(file)
        .post("/v1/centres/imports?dryRun=" + dryRun)
        .then();
  }

  private static ValidatableResponse send(String file) {
    return send(file.getBytes(StandardCharsets.UTF_8), false);
  }

  private static String export(String query) {
    return asArs93()
        .accept("text/csv")
        .get("/v1/centres?" + query)
        .then()
        .statusCode(200)
        .header("Content-Disposition", containsString("centres.csv"))
        .extract()
        .asString();
  }

  @Test
  void a_dry_run_reports_what_the_real_run_does_and_the_same_file_twice_changes_nothing() {
    String known = newCentre();
    String fresh = newFiness();
    String file =
        HEADER
            + row(known, "Centre renommé")
            + row(fresh, "Centre nouveau")
            + row("12", "Sans numéro")
            + row(fresh, "Encore lui")
            + newFiness()
            + ";930000001;Ailleurs;ROYAL;75056;ASTROLOGIE;multi;1950\r\n"
            + "930000000;cut\r\n";

    Map<String, Object> dry =
        send(file.getBytes(StandardCharsets.UTF_8), true).statusCode(200).extract().path("");
    assertThat(dry).containsEntry("dryRun", true);
    asArs93().get("/v1/centres/" + fresh).then().statusCode(404);
    Map<String, Object> real =
        send(file)
            .statusCode(200)
            .body("created", equalTo(1))
            .body("changed", equalTo(1))
            .body("refused", equalTo(4))
            .body("rows.line", contains(2, 3, 4, 5, 6, 7))
            .body(
                "rows.outcome",
                contains("CHANGED", "CREATED", "REFUSED", "REFUSED", "REFUSED", "REFUSED"))
            .body("rows[2].errors.code", contains("FINESS_INVALID"))
            .body("rows[3].errors.code", contains("DUPLICATE_ROW"))
            .body(
                "rows[4].errors.column",
                containsInAnyOrder("managerKind", "rooms", "openedOn", "specialties"))
            .body("rows[5].errors.code", contains("WRONG_CELL_COUNT"))
            .extract()
            .path("");
    assertThat(real.get("rows")).isEqualTo(dry.get("rows"));

    asArs93()
        .get("/v1/centres/" + fresh)
        .then()
        .statusCode(200)
        .body("name", equalTo("Centre nouveau"))
        .body("openedOn", equalTo("1950-03-01"));
    asArs93()
        .get("/v1/centres/" + known)
        .then()
        .body("version", equalTo(2))
        .body("name", equalTo("Centre renommé"));
    send(file)
        .statusCode(200)
        .body("created", equalTo(0))
        .body("changed", equalTo(0))
        .body("unchanged", equalTo(2))
        .body("refused", equalTo(4));
    asArs93().get("/v1/centres/" + known).then().body("version", equalTo(2));
  }

  /** Rows of known and new centres, right and wrong, of now and of the past. */
  private static String rows(Random random, List<String> numbers) {
    StringBuilder file =
        new StringBuilder(
            "finess;finessJuridique;name;managerKind;communeCode;specialties;closedOn;effectiveFrom\n");
    for (int i = 0; i < 40; i++) {
      file.append(
          Stream.of(
                  numbers,
                  List.of("930000001", "930000001", "1"),
                  List.of("Un", "Deux", "=Trois", "\"Qua;tre\"", ""),
                  List.of("MUNICIPAL", "MUNICIPAL", "CPAM", "ROYAL"),
                  List.of("93066", "93066", "75056", "00000"),
                  List.of("DENTAIRE", "DENTAIRE|MEDECINE_GENERALE", "ASTROLOGIE"),
                  List.of("", "", "30/06/2020", "hier"),
                  List.of("", "", "2015-01-01", "2012-01-01", "2999-01-01", "32/01/2015"))
              .map(cells -> cells.get(random.nextInt(cells.size())))
              .collect(Collectors.joining(";", "", random.nextInt(15) == 0 ? ";\n" : "\n")));
    }
    return file.toString();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 20, 4000})
  void whatever_the_rows_a_dry_run_reports_what_the_real_run_does(long seed) {
    Random random = new Random(seed);
    List<String> numbers = new ArrayList<>(List.of("12", ""));
    for (int i = 0; i < 12; i++) {
      numbers.add(i % 3 == 0 ? newCentre() : newFiness());
    }
    for (int round = 0; round < 2; round++) {
      byte[] file = rows(random, numbers).getBytes(StandardCharsets.UTF_8);
      List<Map<String, Object>> dry = send(file, true).statusCode(200).extract().path("rows");
      List<Map<String, Object>> real = send(file, false).statusCode(200).extract().path("rows");
      assertThat(real).isEqualTo(dry).hasSize(40);
      List<Map<String, Object>> again = send(file, false).statusCode(200).extract().path("rows");
      for (int row = 0; row < real.size(); row++) {
        Object outcome = real.get(row).get("outcome");
        assertThat(again.get(row))
            .containsEntry("outcome", outcome.equals("REFUSED") ? "REFUSED" : "UNCHANGED")
            .containsEntry("errors", real.get(row).get("errors"));
      }
    }
  }

  @Test
  void a_row_about_the_past_leaves_what_was_said_then_in_columns_that_it_has_not() {
    String finess = newCentre();
    String header = "finess;finessJuridique;name;managerKind;communeCode;specialties;%s\n";
    String cells = finess + ";930000001;%s;MUNICIPAL;93066;DENTAIRE;%s\n";
    send(header.formatted("address;effectiveFrom") + cells.formatted("A", "1 rue A;2010-01-01"))
        .body("changed", equalTo(1));
    send(header.formatted("address;effectiveFrom") + cells.formatted("B", "2 rue B;2015-01-01"))
        .body("changed", equalTo(1));
    send(header.formatted("effectiveFrom") + cells.formatted("A′", "2012-01-01"))
        .body("changed", equalTo(1));

    String path = "/v1/centres/" + finess;
    asArs93()
        .get(path + "?on=2012-05-05")
        .then()
        .body("name", equalTo("A′"))
        .body("address", equalTo("1 rue A"));
    asArs93().get(path).then().body("name", equalTo("B")).body("address", equalTo("2 rue B"));
  }

  @Test
  void what_is_exported_comes_back_unchanged_and_holds_no_formula() {
    String finess = newFiness();
    asArs93()
        .body(
            centre(finess)
                .replace("Centre municipal de santé Les Moulins", "=HYPERLINK(\\\"x\\\");Œuvre")
                .replace(
                    "\"rooms\"",
                    "\"managerName\": \"'=1+1\", \"phone\": \"+33 1 49 33 00 00\", \"imaging\": true, \"rooms\""))
        .post("/v1/centres")
        .then()
        .statusCode(201);
    String csv = export("q=" + finess);

    assertThat(csv)
        .startsWith("\uFEFFfiness;")
        .contains("\"'=HYPERLINK")
        .contains(";'+33 1", ";''=1+1;");
    assertThat(csv.lines()).hasSize(2);
    send(csv).statusCode(200).body("rows.outcome", contains("UNCHANGED"));
    send(csv.replace(";true;", ";;")).statusCode(200).body("rows.outcome", contains("CHANGED"));
  }

  @Test
  void an_export_holds_every_centre_that_the_caller_may_read() {
    String one = newCentre();
    String two = newCentre();
    assertThat(export("departement=93&limit=1")).contains("\r\n" + one, "\r\n" + two);
    assertThat(export("departement=75").lines()).hasSize(1);
    asArs93().get("/v1/centres?departement=75").then().statusCode(200).body("items", empty());
  }

  @Test
  void who_takes_the_registry_away_is_on_record() {
    Token agent = Tokens.arsAgent("departement:66");
    as(agent).get("/v1/centres?limit=1").then().statusCode(200);
    as(agent).accept("text/csv").get("/v1/centres?departement=75").then().statusCode(200);

    as(Tokens.auditor())
        .queryParam("subject", agent.subject())
        .get("/v1/audit-entries/centres")
        .then()
        .statusCode(200)
        .body("items.operation", contains("listCentres"))
        .body("items.filters", contains("departement=75"));
  }

  @Test
  void a_centre_outside_the_territory_is_neither_registered_nor_changed() {
    String theirs = newCentre();
    as(Tokens.arsAgent("departement:75"))
        .contentType("text/csv")
        .body(
            (HEADER + row(theirs, "Pris") + row(newFiness(), "Ailleurs"))
                .getBytes(StandardCharsets.UTF_8))
        .post("/v1/centres/imports")
        .then()
        .statusCode(200)
        .body("rows.outcome", everyItem(equalTo("REFUSED")))
        .body("rows[0].errors.code", contains("CENTRE_EXISTS"))
        .body("rows[1].errors.code", contains("OUTSIDE_TERRITORY"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "NOT_UTF8        | windows-1252 | `finess;finessJuridique;name\n930012345;1;Santé\n` | Line 2, character 17",
        "DELIMITER_NOT_SEMICOLON | UTF-8 | `finess,finessJuridique,name\n`            | Line 1, character 7",
        "MISSING_COLUMN  | UTF-8        | `finess;finessJuridique;name\n`            | managerKind",
        "UNKNOWN_COLUMN  | UTF-8        | `finess;couleur\n`                         | Line 1, column 2",
        "FILE_CUT        | UTF-8        | `finess;finessJuridique;name;managerKind;communeCode;specialties\n930012345;9300` | Line 2",
        "FILE_CUT        | UTF-8        | `finess;finessJuridique;name;managerKind;communeCode;specialties\n930012345;\"93` | Line 2",
        "EMPTY_FILE      | UTF-8        | `\n\n`                                     | Line 1",
      })
  void a_file_that_is_none_is_refused_with_its_place(
      String code, String charset, String text, String place) {
    send(text.getBytes(Charset.forName(charset)), false)
        .statusCode(422)
        .body("code", equalTo("FILE_REFUSED"))
        .body("errors.code", contains(code))
        .body("errors[0].detail", containsString(place))
        .body("errors[0].line", greaterThan(0));
  }

  @Test
  void rows_without_end_are_refused() {
    send(HEADER + row("930012345", "x").repeat(5001))
        .statusCode(422)
        .body("errors.code", contains("TOO_MANY_ROWS"));
    send(HEADER + "\r\n".repeat(300_000)).statusCode(200).body("rows", empty());
    asArs93()
        .contentType("text/csv")
        .body(new byte[2 * 1024 * 1024 + 1])
        .post("/v1/centres/imports")
        .then()
        .statusCode(413);
    asArs93()
        .contentType("application/json")
        .body("{}")
        .post("/v1/centres/imports")
        .then()
        .statusCode(415);
  }
}
