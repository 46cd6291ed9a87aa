package fr.cadran.e2e;

import static fr.cadran.e2e.RunningPlatform.anonymous;
import static fr.cadran.e2e.RunningPlatform.as;
import static fr.cadran.e2e.RunningPlatform.client;
import static fr.cadran.e2e.RunningPlatform.codes;
import static fr.cadran.e2e.RunningPlatform.etag;
import static fr.cadran.e2e.RunningPlatform.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import fr.cadran.client.ApiException;
import fr.cadran.client.api.CentresApi;
import fr.cadran.client.api.CentresApi.APIGetCentreRequest;
import fr.cadran.client.api.CentresApi.APIListCentresRequest;
import fr.cadran.client.api.CentresApi.APIRegisterCentreRequest;
import fr.cadran.client.api.FundingTablesApi;
import fr.cadran.client.api.GainsApi;
import fr.cadran.client.api.GainsApi.APIListPotentialGainsRequest;
import fr.cadran.client.api.IndicatorValuesApi;
import fr.cadran.client.api.IndicatorValuesApi.APIListIndicatorValuesRequest;
import fr.cadran.client.api.MandatsApi;
import fr.cadran.client.api.MandatsApi.APIGiveMandatRequest;
import fr.cadran.client.api.MandatsApi.APIRevokeMandatRequest;
import fr.cadran.client.api.QuarterlyDataApi;
import fr.cadran.client.api.QuarterlyDataApi.APIListQuarterlyDataVersionsRequest;
import fr.cadran.client.api.QuarterlyDataApi.APISaveQuarterlyDataRequest;
import fr.cadran.client.api.QuarterlyDataApi.APISubmitQuarterlyDataRequest;
import fr.cadran.client.model.ActivityRow;
import fr.cadran.client.model.AppointmentOutcomes;
import fr.cadran.client.model.CentreDeclaration;
import fr.cadran.client.model.CheckEntry;
import fr.cadran.client.model.Explanation;
import fr.cadran.client.model.Finance;
import fr.cadran.client.model.Gain;
import fr.cadran.client.model.GainCalculationRequest;
import fr.cadran.client.model.GainCalculationRow;
import fr.cadran.client.model.IndicatorValue;
import fr.cadran.client.model.IndicatorValues;
import fr.cadran.client.model.Invoices;
import fr.cadran.client.model.ManagerKind;
import fr.cadran.client.model.Mandat;
import fr.cadran.client.model.MandatWish;
import fr.cadran.client.model.Patients;
import fr.cadran.client.model.PotentialGain;
import fr.cadran.client.model.Problem;
import fr.cadran.client.model.ProblemEntry;
import fr.cadran.client.model.QuarterlyData;
import fr.cadran.client.model.QuarterlyRecord;
import fr.cadran.client.model.RecordState;
import fr.cadran.client.model.Submission;
import fr.cadran.client.model.Vacation;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Flow 1: an ARS registers a centre, its manager gives a mandat, an editor saves, is refused,
 * acknowledges, submits and corrects; indicators follow; the right agency reads them and the wrong
 * one finds nothing. Runs any number of times on the same state: each run takes a free quarter.
 *
 * <p>All calls are made by the client generated from the API document, except those that no such
 * client can make: malformed paths and parameters, bodies with unknown fields.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class QuarterlyDataFlowE2E {
  private static final String CENTRE = "930012345";
  private static final String DATA = "/v1/centres/" + CENTRE + "/quarterly-data/";
  private static final String EDITOR = "editor-demo";

  private String quarter = "";
  private String firstValue = "";
  private OffsetDateTime firstKnown = OffsetDateTime.MIN;

  private static CentresApi centres(String account) {
    return new CentresApi(client(account));
  }

  private static MandatsApi mandats(String account) {
    return new MandatsApi(client(account));
  }

  private static APIGetCentreRequest one(String finess) {
    return APIGetCentreRequest.newBuilder().finess(finess).build();
  }

  private static QuarterlyDataApi quarters(String account) {
    return new QuarterlyDataApi(client(account));
  }

  private static IndicatorValuesApi values(String account) {
    return new IndicatorValuesApi(client(account));
  }

  private static GainsApi gains(String account) {
    return new GainsApi(client(account));
  }

  private static QuarterlyData content(long passages, long ccamActs) {
    return new QuarterlyData()
        .patients(
            new Patients()
                .callsReceived(1000L)
                .callsAnswered(900L)
                .appointments(1410L)
                .passages(passages)
                .withoutAppointment(300L))
        .addActivityItem(
            new ActivityRow()
                .specialty("MEDECINE_GENERALE")
                .rooms(4L)
                .acts(1500L)
                .revenue(new BigDecimal("100000.00"))
                .ccamActs(ccamActs)
                .ccamRevenue(new BigDecimal("6000.00"))
                .addVacationsItem(new Vacation().practitioner("p1").perWeek(new BigDecimal(6)))
                .appointmentOutcomes(
                    new AppointmentOutcomes()
                        .honoured(1200L)
                        .withoutAppointment(300L)
                        .cancelled(110L)
                        .notHonoured(100L)))
        .finance(
            new Finance()
                .invoices(
                    new Invoices()
                        .sent(2000L)
                        .rejectedSecuriteSociale(60L)
                        .rejectedMutuelles(40L)));
  }

  private static APIRegisterCentreRequest registering(CentreDeclaration centre) {
    return APIRegisterCentreRequest.newBuilder().centreDeclaration(centre).build();
  }

  private static CentreDeclaration centre(String finess, String name) {
    return new CentreDeclaration()
        .finess(finess)
        .finessJuridique("930000001")
        .siret("35600000000048")
        .name(name)
        .managerKind(ManagerKind.ASSOCIATIF)
        .communeCode("93066")
        .addSpecialtiesItem("MEDECINE_GENERALE")
        .rooms(Map.of("multi", 1L, "MEDECINE_GENERALE", 2L));
  }

  @Test
  @Order(1)
  void an_agency_registers_a_centre_of_its_territory_and_no_other_agency_sees_it()
      throws ApiException {
    String finess = "93%07d".formatted(ThreadLocalRandom.current().nextInt(10_000_000));
    CentreDeclaration centre = centre(finess, "Centre d'essai (fictif)");
    assertThat(centres("ars-93").registerCentreWithHttpInfo(registering(centre)).getStatusCode())
        .isEqualTo(201);
    refused(409, () -> centres("ars-93").registerCentre(registering(centre)));
    assertThat(centres("ars-93").getCentre(one(finess)).getName()).isEqualTo(centre.getName());
    assertThat(centres("ars-idf").getCentre(one(finess)).getFiness()).isEqualTo(finess);
    for (String stranger : List.of("ars-75", "centre-demo", EDITOR)) {
      refused(404, () -> centres(stranger).getCentre(one(finess)));
    }
    refused(403, () -> centres("centre-demo").registerCentre(registering(centre)));
  }

  @ParameterizedTest
  @Order(2)
  @CsvSource({
    "finess, 12, /finess, FINESS_INVALID",
    "siret, 35600000000049, /siret, SIRET_INVALID",
    "communeCode, 93059, /communeCode, COMMUNE_UNKNOWN"
  })
  void a_centre_with_a_wrong_identifier_is_refused_at_its_place(
      String field, String value, String pointer, String code) {
    CentreDeclaration centre = centre("930099999", "Refus");
    switch (field) {
      case "finess" -> centre.finess(value);
      case "siret" -> centre.siret(value);
      default -> centre.communeCode(value);
    }
    Problem answer = refused(422, () -> centres("ars-93").registerCentre(registering(centre)));
    assertThat(answer.getErrors()).extracting(ProblemEntry::getPointer).contains(pointer);
    assertThat(codes(answer)).contains(code);
  }

  @Test
  @Order(3)
  void an_editor_sees_a_centre_only_while_its_mandat_lasts() throws ApiException {
    APIGiveMandatRequest wish =
        APIGiveMandatRequest.newBuilder()
            .finess(CENTRE)
            .mandatWish(
                new MandatWish()
                    .clientId("editor-other")
                    .addScopesItem("quarterly-data:write")
                    .validUntil(LocalDate.of(2027, 12, 31)))
            .build();
    refused(404, () -> centres("editor-other").getCentre(one(CENTRE)));
    Mandat mandat = mandats("centre-demo").giveMandat(wish);
    assertThat(centres("editor-other").getCentre(one(CENTRE)).getFiness()).isEqualTo(CENTRE);
    mandats("centre-demo")
        .revokeMandat(
            APIRevokeMandatRequest.newBuilder().finess(CENTRE).id(mandat.getId()).build());
    refused(404, () -> centres("editor-other").getCentre(one(CENTRE)));
    refused(403, () -> mandats("ars-93").giveMandat(wish));
  }

  @Test
  @Order(4)
  void a_submission_is_refused_until_it_is_mended_and_its_warnings_acknowledged()
      throws ApiException {
    quarter = freeQuarter();
    // 1410 appointments, 1800 passages, 300 without: a negative no-show, which only warns.
    assertThat(
            quarters(EDITOR)
                .saveQuarterlyDataWithHttpInfo(saving(content(1800, 1501)).build())
                .getStatusCode())
        .isEqualTo(201);

    Problem answer =
        refused(422, () -> quarters(EDITOR).submitQuarterlyData(submission(List.of())));
    assertThat(codes(answer)).contains("CCAM_ACTS_ABOVE_ACTS");
    assertThat(acknowledgements(answer)).anyMatch(code -> code.contains("NEGATIVE_NON_VENUE"));
    assertThat(answer.getCode()).isNotBlank();

    save(content(1800, 150));
    Problem warned =
        refused(422, () -> quarters(EDITOR).submitQuarterlyData(submission(List.of())));
    assertThat(warned.getErrors())
        .extracting(ProblemEntry::getAcknowledgement)
        .doesNotContainNull();
    assertThat(acknowledgements(warned)).anyMatch(code -> code.startsWith("NEGATIVE_NON_VENUE"));
    IndicatorValues none = read("ars-93", valueOf(quarter));
    assertThat(none.getItems()).isEmpty();
    assertThat(none.getNext()).isNull();

    submit(acknowledgements(warned), 1);
  }

  private static List<String> acknowledgements(Problem refusal) {
    return refusal.getErrors().stream()
        .map(ProblemEntry::getAcknowledgement)
        .filter(Objects::nonNull)
        .toList();
  }

  @Test
  @Order(5)
  void the_indicators_of_the_quarter_are_soon_readable_with_their_explanation()
      throws ApiException {
    IndicatorValue negative = awaitValue("ars-93", 1);
    assertThat(negative.getNumerator()).isEqualByComparingTo("-90");
    assertThat(negative.getFlags()).contains("NEGATIVE");
    firstValue = negative.getId().toString();
    firstKnown = negative.getComputedAt();

    Explanation explanation = values("ars-93").explainIndicatorValue(firstValue);
    assertThat(explanation.getFormula()).isEqualTo("(rdvPris − passages + sansRdv) ÷ rdvPris");
    assertThat(explanation.getSubstituted()).isEqualTo("(1410 − 1800 + 300) ÷ 1410");
    assertThat(explanation.getProvenance()).isEqualTo("PRINTED");
    for (String levier : List.of("NON_VENUE", "CODAGE", "IMPAYES", "ACHATS")) {
      assertThat(read("ars-idf", listing().quarter(quarter).levier(levier)).getItems())
          .hasSizeGreaterThan(2);
    }
  }

  @Test
  @Order(6)
  void another_territory_finds_nothing() throws ApiException {
    assertThat(read("ars-75", listing().quarter(quarter)).getItems()).isEmpty();
    refused(404, () -> values("ars-75").explainIndicatorValue(firstValue));
    refused(404, () -> quarters("ars-75").getQuarterlyData(CENTRE, quarter));
    refused(
        404,
        () ->
            gains("ars-75")
                .listPotentialGains(
                    APIListPotentialGainsRequest.newBuilder().finess(CENTRE).build()));
  }

  @Test
  @Order(7)
  void a_correction_restates_the_values_and_the_first_stay_readable() throws ApiException {
    save(content(1500, 150));
    List<String> warnings =
        quarters(EDITOR).checkQuarterlyData(CENTRE, quarter, new Submission()).getErrors().stream()
            .map(CheckEntry::getAcknowledgement)
            .filter(Objects::nonNull)
            .toList();
    submit(warnings, 2);

    IndicatorValue corrected = awaitValue("ars-93", 2);
    assertThat(corrected.getNumerator()).isEqualByComparingTo("210");
    assertThat(corrected.getDenominator()).isEqualByComparingTo("1410");
    assertThat(corrected.getValue().toPlainString()).startsWith("0.148936");
    Explanation explanation = values("ars-93").explainIndicatorValue(corrected.getId().toString());
    assertThat(explanation.getSubstituted()).isEqualTo("(1410 − 1500 + 300) ÷ 1410");
    assertThat(explanation.getUnrounded()).isEqualTo("7/47");

    IndicatorValue asOfThen =
        read("ars-93", valueOf(quarter).asOf(firstKnown.toString())).getItems().getFirst();
    assertThat(asOfThen.getId()).hasToString(firstValue);
    assertThat(asOfThen.getNumerator()).isEqualByComparingTo("-90");
    assertThat(values("ars-93").explainIndicatorValue(firstValue).getId()).hasToString(firstValue);
    assertThat(
            quarters("ars-93")
                .listQuarterlyDataVersions(
                    APIListQuarterlyDataVersionsRequest.newBuilder()
                        .finess(CENTRE)
                        .quarter(quarter)
                        .build())
                .getItems())
        .hasSize(2);
  }

  @Test
  @Order(8)
  void the_gain_of_the_quarter_stands_by_both_methods() throws ApiException {
    List<PotentialGain> both =
        gains("ars-93")
            .listPotentialGains(
                APIListPotentialGainsRequest.newBuilder().finess(CENTRE).quarter(quarter).build())
            .getItems();
    assertThat(both)
        .extracting(PotentialGain::getGain)
        .filteredOn(gain -> gain.getMethod().equals("bao-2014"))
        .singleElement()
        .satisfies(gain -> assertThat(gain.getTotal()).isEqualByComparingTo("82907.80"));
    assertThat(both)
        .extracting(PotentialGain::getGain)
        .filteredOn(gain -> gain.getMethod().equals("attendance-gap"))
        .singleElement()
        .satisfies(gain -> assertThat(gain.getTotal()).isEqualByComparingTo("0.00"));
  }

  @ParameterizedTest
  @Order(9)
  @CsvSource({
    "bao-2014, 100, 82907.80",
    "attendance-gap, 100, 0.00",
    "attendance-gap, 300, 10000.00"
  })
  void the_calculator_gives_the_printed_figures(String method, long notHonoured, String total)
      throws ApiException {
    Gain gain =
        gains("cpts-demo")
            .calculateGain(
                "NON_VENUE",
                new GainCalculationRequest()
                    .method(method)
                    .addRowsItem(
                        new GainCalculationRow()
                            .specialty("MEDECINE_GENERALE")
                            .honoured(1200L)
                            .withoutAppointment(300L)
                            .cancelled(110L)
                            .notHonoured(notHonoured)
                            .revenue(new BigDecimal("100000.00"))));
    // With its scale, since cents are part of the promise: 0.00, not 0.
    assertThat(gain.getTotal()).isEqualTo(new BigDecimal(total));
    assertThat(gain.getExplanation()).isNotNull();
  }

  @Test
  @Order(10)
  void bad_calls_get_a_clear_refusal_at_the_door() throws ApiException {
    anonymous().get("/v1/centres").then().statusCode(401).body("code", equalTo("UNAUTHENTICATED"));
    anonymous()
        .header("Authorization", "Bearer " + RunningPlatform.token("ars-93") + "x")
        .get("/v1/centres")
        .then()
        .statusCode(401);
    as("ars-93").get("/v1/centres/../../q/metrics").then().statusCode(400);
    as("ars-93").get("/v1/centres/%2e%2e/x").then().statusCode(400);
    as("ars-93").get("/v1/nothing").then().statusCode(404);
    as("ars-93").get("/v1/centres?departemnt=93").then().statusCode(400);
    as(EDITOR)
        .body("{\"patients\": {\"passages\": 1}, \"pad\": \"" + "x".repeat(5_000_000) + "\"}")
        .put(DATA + "2026-Q1")
        .then()
        .statusCode(413)
        .body("code", equalTo("BODY_TOO_LARGE"));
    refused(
        422,
        () ->
            quarters(EDITOR)
                .saveQuarterlyData(
                    APISaveQuarterlyDataRequest.newBuilder()
                        .finess(CENTRE)
                        .quarter("2050-Q1")
                        .quarterlyData(content(1, 1))
                        .build()));
    assertThat(new FundingTablesApi(client("ars-93")).getFundingTable("ACI-2019").getCode())
        .isEqualTo("ACI-2019");
  }

  @ParameterizedTest
  @Order(11)
  @ValueSource(strings = {"auditor", "cpam-93", "admin", "centre-demo", "cpts-demo"})
  void every_demo_account_can_read_its_own_list_of_centres(String account) throws ApiException {
    assertThat(
            centres(account)
                .listCentres(APIListCentresRequest.newBuilder().limit(500).build())
                .getItems())
        .isNotNull();
  }

  private APISaveQuarterlyDataRequest.Builder saving(QuarterlyData content) {
    return APISaveQuarterlyDataRequest.newBuilder()
        .finess(CENTRE)
        .quarter(quarter)
        .quarterlyData(content);
  }

  private APISubmitQuarterlyDataRequest submission(List<String> warnings) {
    return APISubmitQuarterlyDataRequest.newBuilder()
        .finess(CENTRE)
        .quarter(quarter)
        .submission(new Submission().acknowledgedWarnings(warnings))
        .build();
  }

  private void save(QuarterlyData content) throws ApiException {
    String tag = etag(quarters(EDITOR).getQuarterlyDataWithHttpInfo(CENTRE, quarter));
    refused(428, () -> quarters(EDITOR).saveQuarterlyData(saving(content).build()));
    quarters(EDITOR).saveQuarterlyData(saving(content).ifMatch(tag).build());
    refused(412, () -> quarters(EDITOR).saveQuarterlyData(saving(content).ifMatch(tag).build()));
  }

  private void submit(List<String> warnings, int version) throws ApiException {
    QuarterlyRecord submitted = quarters(EDITOR).submitQuarterlyData(submission(warnings));
    assertThat(submitted.getVersion()).isEqualTo(version);
    assertThat(submitted.getState()).isEqualTo(RecordState.SUBMITTED);
    assertThat(submitted.getQuarter()).isEqualTo(quarter);
  }

  private static APIListIndicatorValuesRequest.Builder listing() {
    return APIListIndicatorValuesRequest.newBuilder().centre(CENTRE);
  }

  private static APIListIndicatorValuesRequest.Builder valueOf(String quarter) {
    return listing().quarter(quarter).indicator("taux-non-venue");
  }

  private static IndicatorValues read(String account, APIListIndicatorValuesRequest.Builder what)
      throws ApiException {
    return values(account).listIndicatorValues(what.build());
  }

  private IndicatorValue awaitValue(String account, int version) {
    return await("values of version " + version)
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(50))
        .until(
            () -> read(account, valueOf(quarter)).getItems(),
            items ->
                items.size() == 1
                    && Objects.equals(
                        items.getFirst().getInputs().getFirst().getVersion(), version))
        .getFirst();
  }

  private static String freeQuarter() {
    return IntStream.range(2014 * 4, 2026 * 4)
        .mapToObj(index -> "%d-Q%d".formatted(index / 4, index % 4 + 1))
        .filter(quarter -> as(EDITOR).get(DATA + quarter).statusCode() == 404)
        .findFirst()
        .orElseThrow();
  }
}
