package fr.cadran.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.cadran.local.LaunchFailure;
import fr.cadran.local.http.Http;
import fr.cadran.local.installation.Installation;
import fr.cadran.local.installation.PartName;
import fr.cadran.local.installation.Ports;
import fr.cadran.local.installation.Secrets;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * Fictional centres with three quarters of data and a CPTS, made through the public API by the
 * accounts that would make them in life: an ARS registers the centre, its manager mandates an
 * editor, the editor submits. What exists already is left as it is, so loading twice changes
 * nothing.
 */
public final class DemoData {
  private static final String CENTRE = "930012345";
  private static final String EDITOR = "editor-demo";

  /** The claim {@code cpts} of the account cpts-demo. */
  static final String CPTS = "5ecad2a0-0000-4000-8000-000000000093";

  private static final String REGISTRATION =
      """
      {"id": "%s", "name": "CPTS de démonstration (fictive)", "seatCommune": "93066",
       "legalForm": "Association loi 1901", "communes": ["93066", "93027"],
       "stage": "PROJET_VALIDE", "stageSince": "2021-12-01"}
      """
          .formatted(CPTS);

  private static final Duration INDICATOR_PATIENCE = Duration.ofSeconds(20);

  private final ObjectMapper json = new ObjectMapper();
  private final Installation installation;
  private final GatewayCalls calls;

  public DemoData(Installation installation, Ports ports, Secrets secrets) {
    this.installation = installation;
    this.calls = new GatewayCalls(installation, ports, secrets);
  }

  /**
   * One quarter of the demo centre; the figures agree with each other, so that no check warns.
   *
   * @param quarter for example {@code 2013-Q3}
   */
  record Figures(
      String quarter,
      int callsReceived,
      int callsAnswered,
      int appointments,
      int passages,
      int withoutAppointment,
      int distinctPatients,
      int newPatients,
      int withMedecinTraitant,
      int optionMemberships,
      int optionRenewals,
      String money) {}

  /** Staff and finance, cumulative since 1 January where the grid asks it so. */
  private static String money(
      int tiersPayantPayroll,
      int unpaidPatients,
      int unpaidOrganisations,
      int purchases,
      int sent) {
    return """
    "humanResources": {"tiersPayantPayroll": %d.00},
    "finance": {"unpaidPatients": %d.00, "unpaidOrganisations": %d.00,
                "purchases": {"basis": "CUMULATIVE", "total": %d.00},
                "revenue": {"total": 182000.00},
                "invoices": {"sent": %d, "rejectedSecuriteSociale": 164, "rejectedMutuelles": 121}}
    """
        .formatted(tiersPayantPayroll, unpaidPatients, unpaidOrganisations, purchases, sent);
  }

  /** The quarters in order of time; the last one is the worked example of ANNEXE I (seed 000). */
  static final List<Figures> QUARTERS =
      List.of(
          new Figures(
              "2013-Q1",
              1000,
              820,
              1380,
              1460,
              310,
              790,
              118,
              402,
              20,
              0,
              money(9_200, 2_900, 5_100, 12_400, 4_210)),
          new Figures(
              "2013-Q2",
              1000,
              860,
              1395,
              1480,
              305,
              801,
              109,
              415,
              18,
              6,
              money(18_300, 5_200, 9_600, 24_100, 4_180)),
          new Figures(
              "2013-Q3",
              1000,
              900,
              1410,
              1500,
              300,
              812,
              97,
              431,
              15,
              9,
              money(27_500, 6_900, 13_200, 35_800, 4_260)));

  /**
   * Loads everything that is not there.
   *
   * @throws LaunchFailure when the gateway does not answer or refuses a step
   */
  public void load(Consumer<String> tell) {
    try {
      centre(
          tell,
          "ars-93",
          """
          {"finess": "930012345", "finessJuridique": "930000001", "siret": "99930012200010",
           "name": "Centre de santé de démonstration (fictif)", "managerKind": "MUNICIPAL",
           "communeCode": "93066", "specialties": ["MEDECINE_GENERALE"],
           "rooms": {"multi": 2, "MEDECINE_GENERALE": 4}}
          """);
      centre(
          tell,
          "ars-75",
          """
          {"finess": "750012344", "finessJuridique": "750000001", "siret": "99975001100010",
           "name": "Centre de santé du canal (fictif)", "managerKind": "ASSOCIATIF",
           "communeCode": "75110", "specialties": ["MEDECINE_GENERALE"],
           "rooms": {"multi": 1, "MEDECINE_GENERALE": 3}}
          """);
      mandat(tell);
      for (Figures figures : QUARTERS) {
        quarter(tell, figures);
      }
      cpts(tell);
      awaitIndicators(tell);
      new CohortLoading(calls).load(tell);
    } catch (IOException e) {
      throw new LaunchFailure(
          "the demo data could not be loaded: the gateway does not answer at "
              + calls.address()
              + " ("
              + Installation.reason(e)
              + "); its log: "
              + installation.log(PartName.GATEWAY),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw LaunchFailure.interrupted();
    }
  }

  private void centre(Consumer<String> tell, String account, String body) throws IOException {
    String finess = json.readTree(body).path("finess").asText();
    if (calls.call("GET", "/v1/centres/" + finess, account, null, null).ok()) {
      tell.accept("centre " + finess + " is there");
      return;
    }
    Http.Answer answer = calls.call("POST", "/v1/centres", account, body, null);
    if (answer.status() != 409) {
      calls.expect(answer, "create centre " + finess, PartName.CENTRES);
    }
    tell.accept("centre " + finess + " created by " + account);
  }

  /** The id is the agency's choice, so that the account of the coordinator can name it before. */
  private void cpts(Consumer<String> tell) throws IOException {
    if (calls.call("GET", "/v1/cpts/" + CPTS, "ars-93", null, null).ok()) {
      tell.accept("cpts " + CPTS + " is there");
      return;
    }
    Http.Answer answer = calls.call("POST", "/v1/cpts", "ars-93", REGISTRATION, null);
    if (answer.status() != 409) {
      calls.expect(answer, "register cpts " + CPTS, PartName.CONTRACTS);
    }
    tell.accept("cpts " + CPTS + " registered by ars-93, for cpts-demo");
  }

  private void mandat(Consumer<String> tell) throws IOException {
    String path = "/v1/centres/" + CENTRE + "/mandats";
    Http.Answer present = calls.call("GET", path, "centre-demo", null, null);
    calls.expect(present, "read the mandats of " + CENTRE, PartName.CENTRES);
    for (JsonNode mandat : calls.read(present).path("items")) {
      // One that was revoked or has expired is no use to the editor.
      if (mandat.path("clientId").asText().equals(EDITOR)
          && mandat.path("state").asText().equals("ACTIVE")) {
        tell.accept("mandat of " + EDITOR + " is there");
        return;
      }
    }
    Http.Answer answer =
        calls.call(
            "POST",
            path,
            "centre-demo",
            """
            {"clientId": "editor-demo", "scopes": ["quarterly-data:write", "appointments:write"],
             "validUntil": "2027-12-31"}
            """,
            null);
    if (answer.status() != 409) {
      calls.expect(answer, "give the mandat", PartName.CENTRES);
    }
    tell.accept("mandat given to " + EDITOR + " by centre-demo");
  }

  private void quarter(Consumer<String> tell, Figures figures) throws IOException {
    String path = "/v1/centres/" + CENTRE + "/quarterly-data/" + figures.quarter();
    Http.Answer present = calls.call("GET", path, EDITOR, null, null);
    if (present.ok()) {
      String state = calls.read(present).path("state").asText();
      if (!state.equals("DRAFT")) {
        tell.accept("quarter " + figures.quarter() + " is there");
        return;
      }
    }
    Http.Answer saved =
        calls.call("PUT", path, EDITOR, body(figures), present.ok() ? present.etag() : null);
    calls.expect(saved, "save " + figures.quarter(), PartName.CENTRES);
    Http.Answer submitted =
        calls.call("POST", path + "/submission", EDITOR, "{\"acknowledgedWarnings\": []}", null);
    if (submitted.status() != 409) {
      calls.expect(submitted, "submit " + figures.quarter(), PartName.CENTRES);
    }
    tell.accept("quarter " + figures.quarter() + " submitted by " + EDITOR);
  }

  private void awaitIndicators(Consumer<String> tell) throws IOException, InterruptedException {
    String path =
        "/v1/indicator-values?centre=" + CENTRE + "&quarter=2013-Q3&indicator=taux-non-venue";
    long begin = System.nanoTime();
    while (System.nanoTime() - begin < INDICATOR_PATIENCE.toNanos()) {
      Http.Answer answer = calls.call("GET", path, "ars-93", null, null);
      calls.expect(answer, "read the indicators", PartName.INDICATORS);
      JsonNode items = calls.read(answer).path("items");
      if (!items.isEmpty()) {
        tell.accept("taux-non-venue of 2013-Q3: " + items.path(0).path("value").asText());
        return;
      }
      Thread.sleep(Duration.ofMillis(200));
    }
    throw new LaunchFailure(
        "the demo data are in, but their indicators were not readable after "
            + INDICATOR_PATIENCE.toSeconds()
            + " s; log of the indicators part: "
            + installation.log(PartName.INDICATORS));
  }

  /** The record as an editor sends it; what a centre does not know stays out. */
  static String body(Figures figures) {
    return """
    {"patients": {"callsReceived": %d, "callsAnswered": %d, "appointments": %d, "passages": %d,
                  "withoutAppointment": %d, "distinctPatients": %d, "newPatients": %d,
                  "withMedecinTraitant": %d, "optionMemberships": %d, "optionRenewals": %d},
     "activity": [{"specialty": "MEDECINE_GENERALE", "rooms": 4, "acts": %d, "revenue": %d.00,
                   "ccamActs": 150, "ccamRevenue": 6000.00,
                   "vacations": [{"practitioner": "p1", "perWeek": 6},
                                 {"practitioner": "p2", "perWeek": 5}],
                   "appointmentOutcomes": {"honoured": %d, "withoutAppointment": %d,
                                           "cancelled": 110, "notHonoured": 100}}],
     %s}
    """
        .formatted(
            figures.callsReceived(),
            figures.callsAnswered(),
            figures.appointments(),
            figures.passages(),
            figures.withoutAppointment(),
            figures.distinctPatients(),
            figures.newPatients(),
            figures.withMedecinTraitant(),
            figures.optionMemberships(),
            figures.optionRenewals(),
            figures.passages(),
            // 25 euros an act, the fee of a general practitioner's consultation.
            figures.passages() * 25,
            figures.passages() - figures.withoutAppointment(),
            figures.withoutAppointment(),
            figures.money());
  }
}
