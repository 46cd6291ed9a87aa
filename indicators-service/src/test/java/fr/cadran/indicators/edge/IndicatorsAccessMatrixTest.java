package fr.cadran.indicators.edge;

import static fr.cadran.testing.access.Role.ARS_AGENT;
import static fr.cadran.testing.access.Role.AUDITOR;
import static fr.cadran.testing.access.Role.CENTRE_MANAGER;
import static fr.cadran.testing.access.Role.CPAM_AGENT;
import static fr.cadran.testing.access.Role.CPTS_COORDINATOR;
import static fr.cadran.testing.access.Role.EDITOR;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import fr.cadran.testing.access.AccessMatrix;
import fr.cadran.testing.access.AccessRow;
import fr.cadran.testing.access.Call;
import fr.cadran.testing.access.Place;
import fr.cadran.testing.access.Role;
import fr.cadran.testing.infra.CadranTestResource;
import fr.cadran.testing.token.Token;
import fr.cadran.testing.token.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

@QuarkusTest
@QuarkusTestResource(CadranTestResource.class)
class IndicatorsAccessMatrixTest extends AccessMatrix {
  private static final String CENTRE = "930000301";
  private static final String ELSEWHERE = "930000302";
  private static final UUID CPTS = UUID.randomUUID();
  private static final UUID PROGRAMME = UUID.randomUUID();
  private static final Place PLACE = new Place("93", "931", CENTRE, CPTS.toString());
  private static final String VALUES = "/v1/indicator-values";
  private static final String UNKNOWN = "019a0000-0000-7000-8000-000000000000";

  private static final Role[] READERS = {
    ARS_AGENT, CPAM_AGENT, CENTRE_MANAGER, CPTS_COORDINATOR, EDITOR, AUDITOR
  };

  private String ofCentre = "";
  private String ofCpts = "";

  IndicatorsAccessMatrixTest() {
    super("indicators-service");
  }

  @Override
  protected List<AccessRow> rows() {
    fill();
    return List.of(
        AccessRow.of("listLeviers")
            .openToEveryRole()
            .succeedsWith(200, () -> Call.to("/v1/leviers")),
        AccessRow.of("listIndicators")
            .openToEveryRole()
            .succeedsWith(200, () -> Call.to("/v1/indicators")),
        AccessRow.of("getIndicator")
            .openToEveryRole()
            .succeedsWith(200, () -> Call.to("/v1/indicators/taux-decroche")),
        AccessRow.of("listGainMethods")
            .openToEveryRole()
            .succeedsWith(200, () -> Call.to("/v1/gain-calculations/OCCUPATION")),
        AccessRow.of("listAuditEntries")
            .reachedBy(AUDITOR)
            .refusesWith(403)
            .succeedsWith(200, () -> Call.to("/v1/audit-entries/indicators")),
        AccessRow.of("calculateGain")
            .openToEveryRole()
            .succeedsWith(
                200,
                () ->
                    Call.to("/v1/gain-calculations/NON_VENUE")
                        .with(
                            """
                            {"rows": [{"specialty": "MEDECINE_GENERALE", "honoured": 1200,
                              "withoutAppointment": 300, "cancelled": 110, "notHonoured": 100,
                              "revenue": 100000.00}]}
                            """)),
        AccessRow.of("listIndicatorValues")
            .reachedBy(READERS)
            .leavesOut()
            .succeedsWith(
                200,
                role ->
                    role == CPTS_COORDINATOR
                        ? Call.to(VALUES + "?cpts=" + CPTS, PLACE).shows(ofCpts)
                        : Call.to(VALUES + "?centre=" + CENTRE, PLACE).shows(ofCentre)),
        AccessRow.of("explainIndicatorValue")
            .reachedBy(READERS)
            .succeedsWith(200, role -> explanation(role == CPTS_COORDINATOR ? ofCpts : ofCentre)),
        AccessRow.of("listPotentialGains")
            .reachedBy(ARS_AGENT, CPAM_AGENT, CENTRE_MANAGER, EDITOR, AUDITOR)
            .succeedsWith(
                200,
                () ->
                    Call.to("/v1/centres/" + CENTRE + "/potential-gains", PLACE)
                        .absentFor(CENTRE, "939999999")),
        AccessRow.of("totalPotentialGains")
            .reachedBy(ARS_AGENT, CPAM_AGENT, CENTRE_MANAGER, EDITOR, AUDITOR)
            .succeedsWith(
                200,
                () ->
                    Call.to("/v1/centres/" + CENTRE + "/potential-gains/2013-Q3", PLACE)
                        .absentFor(CENTRE, "939999999")),
        AccessRow.of("getProgrammeSynthesis")
            .reachedBy(ARS_AGENT, CENTRE_MANAGER, AUDITOR)
            .succeedsWith(200, () -> synthesis("")),
        AccessRow.of("explainProgrammeSynthesis")
            .reachedBy(ARS_AGENT, CENTRE_MANAGER, AUDITOR)
            .succeedsWith(200, () -> synthesis("/explanation")),
        AccessRow.of("getSynthesisMatrix")
            .reachedBy(ARS_AGENT, CENTRE_MANAGER, AUDITOR)
            .succeedsWith(200, () -> synthesis("/matrix")),
        AccessRow.of("getBenchmark")
            .reachedBy(ARS_AGENT, CENTRE_MANAGER, AUDITOR)
            .succeedsWith(
                200,
                () ->
                    Call.to("/v1/benchmarks?indicator=taux-decroche&centre=" + CENTRE, PLACE)
                        .absentFor(CENTRE, "939999999")),
        AccessRow.of("drawDistribution")
            .reachedBy(ARS_AGENT, CENTRE_MANAGER, AUDITOR)
            .succeedsWith(200, () -> chart("distribution?indicator=taux-decroche&centre=")),
        AccessRow.of("drawTimeSeries")
            .reachedBy(ARS_AGENT, CPAM_AGENT, CENTRE_MANAGER, EDITOR, AUDITOR)
            .succeedsWith(200, () -> chart("time-series?indicator=taux-decroche&centre=")),
        AccessRow.of("drawLevierMatrix")
            .reachedBy(ARS_AGENT, CENTRE_MANAGER, AUDITOR)
            .succeedsWith(
                200,
                () ->
                    Call.to("/v1/charts/levier-matrix?programme=" + PROGRAMME, PLACE)
                        .absentFor(PROGRAMME.toString(), UNKNOWN)));
  }

  private static Call chart(String query) {
    return Call.to("/v1/charts/" + query + CENTRE, PLACE).absentFor(CENTRE, "939999999");
  }

  private static Call synthesis(String part) {
    return Call.to("/v1/programmes/" + PROGRAMME + "/synthesis" + part, PLACE)
        .absentFor(PROGRAMME.toString(), UNKNOWN);
  }

  private static Call explanation(String id) {
    return Call.to(VALUES + "/" + id + "/explanation", PLACE).absentFor(id, UNKNOWN);
  }

  /** A centre and a CPTS of one place, with values, and mandats of every kind. */
  private void fill() {
    CentreMessages.centre(CENTRE, 1, "93", "11");
    CentreMessages.centre(ELSEWHERE, 1, "93", "11");
    CentreMessages.mandats(
        CENTRE,
        1,
        CentreMessages.given("m-1", Place.EDITOR, "2999-12-31", null),
        CentreMessages.given("m-2", Place.EDITOR_EXPIRED, "2014-12-31", null),
        CentreMessages.given("m-3", Place.EDITOR_REVOKED, "2999-12-31", "2014-01-01T00:00:00Z"));
    CentreMessages.mandats(
        ELSEWHERE, 1, CentreMessages.given("m-4", Place.EDITOR_ELSEWHERE, "2999-12-31", null));
    for (String finess : new String[] {CENTRE, ELSEWHERE}) {
      CentreMessages.quarterlyData(
          finess, "2013-Q3", 1, "{\"patients\": {\"callsReceived\": 10, \"callsAnswered\": 9}}");
    }
    CptsMessages.cpts(CPTS, 1, "93", "11", "931");
    CptsMessages.results(
        CPTS,
        UUID.randomUUID(),
        1,
        1,
        5,
        """
        [{"mission": "PREVENTION", "envelope": 15000.00, "paid": 15000.00, "indicators": [
           {"code": "actions-de-prevention", "label": "Actions", "type": "RESULT",
            "direction": "RISING", "target": 3, "value": 3, "achievement": 1, "paidRate": 1,
            "weight": "1", "amount": 15000.00}]}]
        """);
    ProgrammeMessages.programme(
        PROGRAMME.toString(),
        1,
        "\"NON_VENUE\"",
        ProgrammeMessages.participation(CENTRE, 1, ProgrammeMessages.activated("NON_VENUE")));
    await("the programme")
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                given()
                    .auth()
                    .oauth2(Tokens.auditor().jwt())
                    .get(synthesis("").path())
                    .statusCode(),
            status -> status == 200);
    ofCentre = awaited(Tokens.editor(Place.EDITOR), "centre=" + CENTRE);
    awaited(Tokens.editor(Place.EDITOR_ELSEWHERE), "centre=" + ELSEWHERE);
    awaited(Tokens.arsAgent("departement:93"), "centre=" + CENTRE);
    ofCpts = awaited(Tokens.arsAgent("departement:93"), "cpts=" + CPTS);
  }

  private static String awaited(Token reader, String query) {
    return await("values of " + query)
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                given()
                    .auth()
                    .oauth2(reader.jwt())
                    .get(VALUES + "?" + query)
                    .then()
                    .statusCode(200)
                    .extract()
                    .<String>path("items[0].id"),
            id -> id != null);
  }
}
