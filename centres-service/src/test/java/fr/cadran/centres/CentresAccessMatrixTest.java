package fr.cadran.centres;

import static fr.cadran.centres.Calls.asManager;
import static fr.cadran.centres.Calls.centre;
import static fr.cadran.centres.Calls.giveMandat;
import static fr.cadran.centres.Calls.newCentre;
import static fr.cadran.centres.Calls.newFiness;
import static fr.cadran.centres.Calls.passages;
import static fr.cadran.centres.Calls.quarter;
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
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

@QuarkusTest
@QuarkusTestResource(CadranTestResource.class)
class CentresAccessMatrixTest extends AccessMatrix {
  private static final String UNKNOWN = "939999999";
  private static final String WRITE = "quarterly-data:write";

  private static final Role[] READERS_OF_DATA = {ARS_AGENT, CENTRE_MANAGER, EDITOR, AUDITOR};
  private static final Role[] OWN_SIDE = {CENTRE_MANAGER, EDITOR};

  @Inject DataSource database;

  private final AtomicInteger quarters = new AtomicInteger();
  private String centre = "";
  private String mandat = "";

  CentresAccessMatrixTest() {
    super("centres-service");
  }

  @Override
  protected List<AccessRow> rows() {
    centre = newCentre();
    mandat = trustEditors(centre);
    String submitted = submitted();
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
        AccessRow.of("submitQuarterlyData")
            .reachedBy(OWN_SIDE)
            .succeedsWith(200, () -> here(quarter(centre, drafted()) + "/submission").with("{}")),
        AccessRow.of("checkQuarterlyData")
            .reachedBy(OWN_SIDE)
            .succeedsWith(200, () -> here(quarter(centre, drafted()) + "/checks").with("{}")),
        AccessRow.of("listQuarterlyDataVersions")
            .reachedBy(READERS_OF_DATA)
            .succeedsWith(200, () -> here(quarter(centre, submitted) + "/versions")),
        AccessRow.of("getQuarterlyDataVersion")
            .reachedBy(READERS_OF_DATA)
            .succeedsWith(200, () -> here(quarter(centre, submitted) + "/versions/1")),
        AccessRow.of("compareQuarterlyDataVersions")
            .reachedBy(READERS_OF_DATA)
            .succeedsWith(
                200, () -> here(quarter(centre, submitted) + "/versions/1/diff?against=1")));
  }

  private Call here(String path) {
    return Call.to(path, Place.ofCentre(centre)).absentFor(centre, UNKNOWN);
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
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          alter table mandat disable trigger mandat_is_kept;
          update mandat set valid_from = date '2024-01-01', valid_until = date '2024-12-31'
          where id = '%s';
          alter table mandat enable trigger mandat_is_kept;
          """
              .formatted(id));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private String newQuarter() {
    int number = quarters.getAndIncrement();
    return (1950 + number / 4) + "-Q" + (number % 4 + 1);
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
