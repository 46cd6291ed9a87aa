package fr.cadran.centres;

import static fr.cadran.centres.Calls.as;
import static fr.cadran.centres.Calls.asManager;
import static fr.cadran.centres.Calls.centre;
import static fr.cadran.centres.Calls.giveMandat;
import static fr.cadran.centres.Calls.newCentre;
import static fr.cadran.centres.Calls.newFiness;
import static fr.cadran.centres.Calls.passages;
import static fr.cadran.centres.Calls.quarter;
import static fr.cadran.testing.access.Role.ADMINISTRATOR;
import static fr.cadran.testing.access.Role.ARS_AGENT;
import static fr.cadran.testing.access.Role.AUDITOR;
import static fr.cadran.testing.access.Role.CENTRE_MANAGER;
import static fr.cadran.testing.access.Role.CPAM_AGENT;
import static fr.cadran.testing.access.Role.EDITOR;

import fr.cadran.testing.access.AccessMatrix;
import fr.cadran.testing.access.AccessRow;
import fr.cadran.testing.access.Call;
import fr.cadran.testing.access.Place;
import fr.cadran.testing.access.Role;
import fr.cadran.testing.infra.CadranTestResource;
import fr.cadran.testing.token.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;

@QuarkusTest
@QuarkusTestResource(CadranTestResource.class)
class CentresAccessMatrixTest extends AccessMatrix {
  private static final String UNKNOWN = "939999999";
  private static final String UNKNOWN_PROGRAMME = "019a0000-0000-7000-8000-00000000dead";
  private static final String PROGRAMMES = "/v1/programmes";
  private static final String ACTIVATED =
      """
      {"leviers": [{"levier": "NON_VENUE", "status": "ACTIVATED", "validatedOn": "2013-01-15",
                    "activatedOn": "2013-03-01"}]}
      """;
  private static final String OVERRULE = "{\"positive\": true, \"reason\": \"Travaux\"}";
  private static final String WRITE = "quarterly-data:write";

  private static final String DATES =
      """
      {"opensOn": "2900-01-01", "dueOn": "2900-02-15"}
      """;

  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private static final Role[] READERS_OF_DATA = {ARS_AGENT, CENTRE_MANAGER, EDITOR, AUDITOR};
  private static final Role[] READERS_OF_PROGRAMMES = {ARS_AGENT, CENTRE_MANAGER, AUDITOR};
  private static final Role[] OWN_SIDE = {CENTRE_MANAGER, EDITOR};

  @Inject DataSource database;

  private final AtomicInteger quarters = new AtomicInteger();
  private String centre = "";
  private String mandat = "";
  private String programme = "";
  private String member = "";

  CentresAccessMatrixTest() {
    super("centres-service");
  }

  @Override
  protected List<AccessRow> rows() {
    centre = newCentre();
    mandat = trustEditors(centre);
    programme = newProgramme();
    firstBatch();
    member = newMember();
    asManager(centre)
        .body("{\"sentOn\": \"2014-03-01\"}")
        .put(ofCentre("/coordination-application"))
        .then()
        .statusCode(200);
    String submitted = submitted();
    return Stream.of(ownRows(submitted), optionRows()).flatMap(List::stream).toList();
  }

  private List<AccessRow> ownRows(String submitted) {
    return List.of(
        AccessRow.of("listSpecialties")
            .openToEveryRole()
            .succeedsWith(200, () -> Call.to("/v1/specialties")),
        AccessRow.of("listAuditEntries")
            .reachedBy(AUDITOR)
            .refusesWith(403)
            .succeedsWith(200, () -> Call.to("/v1/audit-entries/centres")),
        AccessRow.of("registerCentre")
            .reachedBy(ARS_AGENT)
            .refusesWith(422)
            .succeedsWith(201, () -> Call.to("/v1/centres").with(centre(newFiness()))),
        AccessRow.of("listCentres")
            .reachedBy(ARS_AGENT, CPAM_AGENT, CENTRE_MANAGER, EDITOR, AUDITOR)
            .leavesOut()
            .succeedsWith(200, () -> here("/v1/centres?q=" + centre).shows(centre)),
        AccessRow.of("getCentre")
            .reachedBy(ARS_AGENT, CPAM_AGENT, CENTRE_MANAGER, EDITOR, AUDITOR)
            .succeedsWith(200, () -> here("/v1/centres/" + centre)),
        AccessRow.of("reviseCentre")
            .reachedBy(ARS_AGENT)
            .succeedsWith(
                200,
                () -> here("/v1/centres/" + centre).with(centre(centre)).header("If-Match", "*")),
        AccessRow.of("listCentreHistory")
            .reachedBy(ARS_AGENT, CPAM_AGENT, CENTRE_MANAGER, EDITOR, AUDITOR)
            .succeedsWith(200, () -> here("/v1/centres/" + centre + "/history").shows(centre)),
        AccessRow.of("closeCentre")
            .reachedBy(ARS_AGENT)
            .succeedsWith(200, () -> end(newCentre(), "closure", "{\"closedOn\": \"2014-06-30\"}")),
        AccessRow.of("mergeCentre")
            .reachedBy(ARS_AGENT)
            .succeedsWith(
                200,
                () ->
                    end(
                        newCentre(),
                        "merger",
                        "{\"successor\": \"%s\", \"closedOn\": \"2014-06-30\"}".formatted(centre))),
        AccessRow.of("importCentres")
            .reachedBy(ARS_AGENT)
            .leavesOut()
            .succeedsWith(
                200,
                () ->
                    Call.to("/v1/centres/imports")
                        .with(
                            "text/csv",
                            """
                            finess;finessJuridique;name;managerKind;communeCode;specialties
                            %s;930000001;Importé;MUNICIPAL;93066;DENTAIRE
                            """
                                .formatted(newFiness()))
                        .shows("\"CREATED\"")),
        AccessRow.of("giveMandat")
            .reachedBy(CENTRE_MANAGER)
            .succeedsWith(201, () -> here(mandats()).with(Calls.mandat("editor-new", WRITE))),
        AccessRow.of("listMandats")
            .reachedBy(READERS_OF_DATA)
            .succeedsWith(200, () -> here(mandats()).shows(mandat)),
        AccessRow.of("getMandat")
            .reachedBy(READERS_OF_DATA)
            .succeedsWith(200, () -> here(mandats() + "/" + mandat)),
        AccessRow.of("getMandatHistory")
            .reachedBy(CENTRE_MANAGER, AUDITOR)
            .succeedsWith(200, () -> here(mandats() + "/" + mandat + "/history")),
        AccessRow.of("listReachedMandats")
            .reachedBy(READERS_OF_DATA)
            .leavesOut()
            .succeedsWith(200, () -> here("/v1/mandats?client=" + Place.EDITOR).shows(mandat)),
        AccessRow.of("revokeMandat")
            .reachedBy(CENTRE_MANAGER)
            .succeedsWith(
                200,
                () ->
                    here(
                        mandats() + "/" + giveMandat(centre, "editor-new", WRITE) + "/revocation")),
        AccessRow.of("listQuarterlyData")
            .reachedBy(READERS_OF_DATA)
            .succeedsWith(
                200, () -> here("/v1/centres/" + centre + "/quarterly-data").shows(submitted)),
        AccessRow.of("getQuarterlyData")
            .reachedBy(READERS_OF_DATA)
            .succeedsWith(200, () -> here(quarter(centre, submitted))),
        AccessRow.of("saveQuarterlyData")
            .reachedBy(OWN_SIDE)
            .succeedsWith(201, () -> here(quarter(centre, newQuarter())).with(passages(1500))),
        AccessRow.of("getQuarterlyDataTemplate")
            .openToEveryRole()
            .succeedsWith(200, () -> Call.to("/v1/quarterly-data/template.xlsx")),
        AccessRow.of("getQuarterlyDataXlsx")
            .reachedBy(READERS_OF_DATA)
            .succeedsWith(200, () -> here(quarter(centre, submitted) + ".xlsx")),
        AccessRow.of("saveQuarterlyDataXlsx")
            .reachedBy(OWN_SIDE)
            .succeedsWith(
                201, () -> here(quarter(centre, newQuarter()) + ".xlsx").with(XLSX, template())),
        AccessRow.of("getQuarterlyDataCsv")
            .reachedBy(READERS_OF_DATA)
            .succeedsWith(200, () -> here(quarter(centre, submitted) + ".csv")),
        AccessRow.of("saveQuarterlyDataCsv")
            .reachedBy(OWN_SIDE)
            .succeedsWith(
                201,
                () ->
                    here(quarter(centre, newQuarter()) + ".csv")
                        .with("text/csv", "champ;valeur\npatients.passages;1500\nfin;\n")),
        AccessRow.of("submitQuarterlyData")
            .reachedBy(OWN_SIDE)
            .succeedsWith(200, () -> here(quarter(centre, drafted()) + "/submission").with("{}")),
        AccessRow.of("validateQuarterlyData")
            .reachedBy(ARS_AGENT)
            .succeedsWith(200, () -> here(quarter(centre, submitted()) + "/validation")),
        AccessRow.of("returnQuarterlyData")
            .reachedBy(ARS_AGENT)
            .succeedsWith(
                200,
                () ->
                    here(quarter(centre, submitted()) + "/return")
                        .with("{\"comment\": \"À corriger\"}")),
        AccessRow.of("checkQuarterlyData")
            .reachedBy(OWN_SIDE)
            .succeedsWith(200, () -> here(quarter(centre, drafted()) + "/checks").with("{}")),
        AccessRow.of("getQuarter")
            .openToEveryRole()
            .succeedsWith(200, () -> Call.to("/v1/quarters/2013-Q3?departement=93")),
        AccessRow.of("setQuarter")
            .reachedBy(ARS_AGENT, ADMINISTRATOR)
            .refusesWith(403)
            .succeedsWith(
                200,
                () -> Call.to("/v1/quarters/" + futureQuarter() + "?departement=93").with(DATES)),
        AccessRow.of("listQuarterExceptions")
            .reachedBy(READERS_OF_DATA)
            .leavesOut()
            .succeedsWith(
                200, () -> here("/v1/quarters/" + granted() + "/exceptions").shows(centre)),
        AccessRow.of("getQuarterException")
            .reachedBy(READERS_OF_DATA)
            .succeedsWith(200, () -> here("/v1/quarters/" + granted() + "/exceptions/" + centre)),
        AccessRow.of("setQuarterException")
            .reachedBy(ARS_AGENT, ADMINISTRATOR)
            .succeedsWith(
                201,
                () ->
                    here("/v1/quarters/" + newQuarter() + "/exceptions/" + centre)
                        .with("{\"dueOn\": \"2099-12-31\", \"reason\": \"Essai\"}")),
        AccessRow.of("getCompleteness")
            .reachedBy(ARS_AGENT, AUDITOR)
            .leavesOut()
            .succeedsWith(
                200,
                () ->
                    here("/v1/completeness?limit=500&quarter=" + newQuarter())
                        .shows("\"" + centre + "\"")),
        AccessRow.of("listQuarterlyDataVersions")
            .reachedBy(READERS_OF_DATA)
            .succeedsWith(200, () -> here(quarter(centre, submitted) + "/versions")),
        AccessRow.of("getQuarterlyDataVersion")
            .reachedBy(READERS_OF_DATA)
            .succeedsWith(200, () -> here(quarter(centre, submitted) + "/versions/1")),
        AccessRow.of("compareQuarterlyDataVersions")
            .reachedBy(READERS_OF_DATA)
            .succeedsWith(
                200, () -> here(quarter(centre, submitted) + "/versions/1/diff?against=1")),
        AccessRow.of("createProgramme")
            .reachedBy(ARS_AGENT)
            .refusesWith(422)
            .succeedsWith(
                201,
                () -> Call.to(PROGRAMMES, Place.SEINE_SAINT_DENIS.ofAgency("11")).with(outline())),
        AccessRow.of("listProgrammes")
            .reachedBy(READERS_OF_PROGRAMMES)
            .leavesOut()
            .succeedsWith(200, () -> agency(PROGRAMMES).shows(programme)),
        AccessRow.of("getProgramme")
            .reachedBy(READERS_OF_PROGRAMMES)
            .succeedsWith(200, () -> agency(ofProgramme(""))),
        AccessRow.of("reviseProgramme")
            .reachedBy(ARS_AGENT)
            .succeedsWith(
                200, () -> agency(ofProgramme("")).with(outline()).header("If-Match", "*")),
        AccessRow.of("listLevierStatuses")
            .reachedBy(READERS_OF_PROGRAMMES)
            .succeedsWith(200, () -> agency(ofProgramme("/leviers"))),
        AccessRow.of("joinProgramme")
            .reachedBy(ARS_AGENT)
            .succeedsWith(201, () -> agency(ofProgramme("/centres")).with(joining(newCentre()))),
        AccessRow.of("listParticipations")
            .reachedBy(READERS_OF_PROGRAMMES)
            .succeedsWith(200, () -> agency(ofProgramme("/centres")).shows(centre)),
        AccessRow.of("getParticipation")
            .reachedBy(READERS_OF_PROGRAMMES)
            .succeedsWith(200, () -> agency(ofProgramme("/centres/" + centre))),
        AccessRow.of("dateParticipation")
            .reachedBy(ARS_AGENT)
            .succeedsWith(
                200,
                () ->
                    agency(ofProgramme("/centres/" + centre))
                        .with("{\"joinedOn\": \"2013-01-01\"}")
                        .header("If-Match", "*")),
        AccessRow.of("retainLeviers")
            .reachedBy(ARS_AGENT)
            .succeedsWith(
                200,
                () ->
                    agency(ofProgramme("/centres/" + centre + "/leviers"))
                        .with(ACTIVATED)
                        .header("If-Match", "*")),
        AccessRow.of("overruleResult")
            .reachedBy(ARS_AGENT)
            .succeedsWith(200, () -> agency(overrule()).with(OVERRULE).header("If-Match", "*")),
        AccessRow.of("liftOverrule")
            .reachedBy(ARS_AGENT)
            .succeedsWith(
                200,
                () -> {
                  asAgency()
                      .header("If-Match", "*")
                      .body(OVERRULE)
                      .put(overrule())
                      .then()
                      .statusCode(200);
                  return agency(overrule());
                }));
  }

  private List<AccessRow> optionRows() {
    return List.of(
        AccessRow.of("registerMembership")
            .reachedBy(CENTRE_MANAGER)
            .succeedsWith(
                201, () -> here(ofCentre("/coordination-memberships")).with(membership())),
        AccessRow.of("listMemberships")
            .reachedBy(CENTRE_MANAGER, AUDITOR)
            .succeedsWith(200, () -> here(ofCentre("/coordination-memberships")).shows(member)),
        AccessRow.of("getMembership")
            .reachedBy(CENTRE_MANAGER, AUDITOR)
            .succeedsWith(200, () -> here(ofCentre("/coordination-memberships/" + member))),
        AccessRow.of("endMembership")
            .reachedBy(CENTRE_MANAGER)
            .succeedsWith(
                200,
                () ->
                    here(ofCentre("/coordination-memberships/" + newMember() + "/end"))
                        .with("{\"endedOn\": \"2015-01-01\"}")),
        AccessRow.of("sendBatch")
            .reachedBy(CENTRE_MANAGER)
            .succeedsWith(
                201,
                () -> {
                  newMember();
                  return here(ofCentre("/coordination-batches")).with("{\"volet\": \"MEDICAL\"}");
                }),
        AccessRow.of("listBatches")
            .reachedBy(ARS_AGENT, CPAM_AGENT, CENTRE_MANAGER, AUDITOR)
            .succeedsWith(200, () -> here(ofCentre("/coordination-batches"))),
        AccessRow.of("getOptionSummary")
            .reachedBy(ARS_AGENT, CPAM_AGENT, CENTRE_MANAGER, AUDITOR)
            .succeedsWith(200, () -> here(ofCentre("/coordination-summary"))),
        AccessRow.of("recordOptionApplication")
            .reachedBy(CENTRE_MANAGER)
            .succeedsWith(
                200,
                () -> {
                  String finess = newCentre();
                  return at(finess, "/coordination-application")
                      .with("{\"sentOn\": \"2014-03-01\"}");
                }),
        AccessRow.of("getOptionApplication")
            .reachedBy(ARS_AGENT, CPAM_AGENT, CENTRE_MANAGER, AUDITOR)
            .succeedsWith(200, () -> here(ofCentre("/coordination-application"))),
        AccessRow.of("tellCommitments")
            .reachedBy(CENTRE_MANAGER)
            .succeedsWith(
                200,
                () -> {
                  String finess = newCentre();
                  return at(finess, "/coordination-commitments/2014").with("{\"items\": []}");
                }),
        AccessRow.of("getCommitments")
            .reachedBy(ARS_AGENT, CPAM_AGENT, CENTRE_MANAGER, AUDITOR)
            .succeedsWith(200, () -> here(ofCentre("/coordination-commitments/2014"))),
        AccessRow.of("listOptionParameters")
            .openToEveryRole()
            .succeedsWith(200, () -> Call.to("/v1/coordination-option/parameters")),
        AccessRow.of("addOptionParameter")
            .reachedBy(ADMINISTRATOR)
            .refusesWith(403)
            .succeedsWith(
                201,
                () ->
                    Call.to("/v1/coordination-option/parameters")
                        .with(
                            """
                            {"code": "DAYS_UNTIL_DEEMED_ACCEPTED", "validFrom": "2990-01-01",
                             "value": 20, "source": "a test"}
                            """)),
        AccessRow.of("listOptionAmounts")
            .openToEveryRole()
            .succeedsWith(200, () -> Call.to("/v1/coordination-option/amounts")),
        AccessRow.of("addOptionAmount")
            .reachedBy(ADMINISTRATOR)
            .refusesWith(403)
            .succeedsWith(
                201,
                () ->
                    Call.to("/v1/coordination-option/amounts")
                        .with(
                            """
                            {"volet": "DENTAL", "validFrom": "2990-01-01", "amount": 1,
                             "source": "a test"}
                            """)));
  }

  private String ofCentre(String rest) {
    return "/v1/centres/" + centre + rest;
  }

  private String membership() {
    return """
    {"volet": "MEDICAL", "reference": "m%06d-x", "coordinatingDoctor": "p1",
     "startedOn": "2014-01-01"}
    """
        .formatted(quarters.incrementAndGet());
  }

  private String newMember() {
    return asManager(centre)
        .body(membership())
        .post(ofCentre("/coordination-memberships"))
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  /** What lets any number of files be in a batch: the first needs 150, which would take long. */
  private void firstBatch() {
    execute(
        """
        insert into coordination_batch (id, centre, volet, number, sent_on, files, created_at)
        values (gen_random_uuid(), '%s', 'MEDICAL', 1, date '2014-06-30', 150, now())
        """
            .formatted(centre));
  }

  private static RequestSpecification asAgency() {
    return as(Tokens.arsAgent("region:11"));
  }

  private static String outline() {
    return """
    {"name": "Matrix %s", "region": "11", "leviers": ["NON_VENUE"], "baselineQuarter": "2012-Q4",
     "startsOn": "2013-01-01"}
    """
        .formatted(UUID.randomUUID());
  }

  private static String joining(String finess) {
    return "{\"finess\": \"%s\", \"joinedOn\": \"2013-01-01\"}".formatted(finess);
  }

  private String newProgramme() {
    String id =
        asAgency().body(outline()).post(PROGRAMMES).then().statusCode(201).extract().path("id");
    String cohort = PROGRAMMES + "/" + id + "/centres";
    asAgency().body(joining(centre)).post(cohort).then().statusCode(201);
    asAgency()
        .header("If-Match", "*")
        .body(ACTIVATED)
        .put(cohort + "/" + centre + "/leviers")
        .then()
        .statusCode(200);
    return id;
  }

  private String ofProgramme(String rest) {
    return PROGRAMMES + "/" + programme + rest;
  }

  private String overrule() {
    return ofProgramme("/centres/" + centre + "/leviers/NON_VENUE/overrule");
  }

  /** Something of the programme, which only the agency of the whole région writes. */
  private Call agency(String path) {
    return Call.to(path, Place.ofCentre(centre).ofAgency("11"))
        .absentFor(programme, UNKNOWN_PROGRAMME);
  }

  private Call here(String path) {
    return Call.to(path, Place.ofCentre(centre)).absentFor(centre, UNKNOWN);
  }

  private static Call end(String finess, String how, String body) {
    return at(finess, "/" + how).with(body);
  }

  private static Call at(String finess, String rest) {
    return Call.to("/v1/centres/" + finess + rest, Place.ofCentre(finess))
        .absentFor(finess, UNKNOWN);
  }

  private String mandats() {
    return "/v1/centres/" + centre + "/mandats";
  }

  /** The mandats of every kind; the id of the one that holds. */
  private String trustEditors(String finess) {
    String holding = giveMandat(finess, Place.EDITOR, WRITE);
    giveMandat(newCentre(), Place.EDITOR_ELSEWHERE, WRITE);
    String revoked = giveMandat(finess, Place.EDITOR_REVOKED, WRITE);
    asManager(finess)
        .post("/v1/centres/{finess}/mandats/{id}/revocation", finess, revoked)
        .then()
        .statusCode(200);
    // Nobody can give a mandat that is over: the last day is moved where the platform keeps it.
    expire(giveMandat(finess, Place.EDITOR_EXPIRED, WRITE));
    return holding;
  }

  private void expire(String id) {
    execute(
        """
        alter table mandat disable trigger mandat_is_kept;
        update mandat set valid_from = date '2024-01-01', valid_until = date '2024-12-31'
        where id = '%s';
        alter table mandat enable trigger mandat_is_kept;
        """
            .formatted(id));
  }

  private void execute(String sql) {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private String newQuarter() {
    int number = quarters.getAndIncrement();
    return (1950 + number / 4) + "-Q" + (number % 4 + 1);
  }

  /** A quarter in which no test submits anything: dates count for every centre of a territory. */
  private String futureQuarter() {
    int number = quarters.getAndIncrement();
    return (2100 + number / 4) + "-Q" + (number % 4 + 1);
  }

  private static byte[] template() {
    return as(Tokens.administrator()).get("/v1/quarterly-data/template.xlsx").asByteArray();
  }

  private String granted() {
    String quarter = newQuarter();
    as(Tokens.arsAgent("departement:93"))
        .body("{\"dueOn\": \"2099-12-31\", \"reason\": \"Essai\"}")
        .put("/v1/quarters/" + quarter + "/exceptions/" + centre)
        .then()
        .statusCode(201);
    return quarter;
  }

  private String drafted() {
    String quarter = newQuarter();
    asManager(centre).body(passages(1500)).put(quarter(centre, quarter)).then().statusCode(201);
    return quarter;
  }

  private String submitted() {
    String quarter = drafted();
    asManager(centre)
        .body("{}")
        .post(quarter(centre, quarter) + "/submission")
        .then()
        .statusCode(200);
    return quarter;
  }
}
