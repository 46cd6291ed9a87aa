package fr.cadran.e2e;

import static fr.cadran.e2e.RunningPlatform.client;
import static fr.cadran.e2e.RunningPlatform.codes;
import static fr.cadran.e2e.RunningPlatform.etag;
import static fr.cadran.e2e.RunningPlatform.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.cadran.client.ApiException;
import fr.cadran.client.api.AvenantsApi;
import fr.cadran.client.api.AvenantsApi.APIProposeAvenantRequest;
import fr.cadran.client.api.AvenantsApi.APISignAvenantRequest;
import fr.cadran.client.api.CalendarRunsApi;
import fr.cadran.client.api.ContractSimulationsApi;
import fr.cadran.client.api.ContractsApi;
import fr.cadran.client.api.ContractsApi.APIAbandonContractRequest;
import fr.cadran.client.api.ContractsApi.APICreateContractRequest;
import fr.cadran.client.api.ContractsApi.APIGetContractRequest;
import fr.cadran.client.api.ContractsApi.APIListContractsRequest;
import fr.cadran.client.api.ContractsApi.APIMakeOfferRequest;
import fr.cadran.client.api.ContractsApi.APISignContractRequest;
import fr.cadran.client.api.CptsApi;
import fr.cadran.client.api.CptsApi.APIDrawTerritoryRequest;
import fr.cadran.client.api.CptsApi.APIGetTerritoryRequest;
import fr.cadran.client.api.CptsApi.APIRegisterCptsRequest;
import fr.cadran.client.api.DialoguesDeGestionApi;
import fr.cadran.client.api.DialoguesDeGestionApi.APIAgreeOnDialogueRequest;
import fr.cadran.client.api.DialoguesDeGestionApi.APICloseDialogueRequest;
import fr.cadran.client.api.DialoguesDeGestionApi.APICorrectResultsRequest;
import fr.cadran.client.api.DialoguesDeGestionApi.APIDecideResultValueRequest;
import fr.cadran.client.api.DialoguesDeGestionApi.APIListDialoguesRequest;
import fr.cadran.client.api.DialoguesDeGestionApi.APISaveDialogueResultsRequest;
import fr.cadran.client.api.DialoguesDeGestionApi.APISubmitResultsRequest;
import fr.cadran.client.api.IndicatorValuesApi;
import fr.cadran.client.api.IndicatorValuesApi.APIListIndicatorValuesRequest;
import fr.cadran.client.api.LedgerApi;
import fr.cadran.client.api.LedgerApi.APIGetContractLedgerRequest;
import fr.cadran.client.api.MissionsApi;
import fr.cadran.client.api.MissionsApi.APIStartMissionRequest;
import fr.cadran.client.api.PaymentsApi;
import fr.cadran.client.api.TerminationApi;
import fr.cadran.client.api.TerminationApi.APITerminateContractRequest;
import fr.cadran.client.model.AbandonmentWish;
import fr.cadran.client.model.AchievementBand;
import fr.cadran.client.model.AchievementScale;
import fr.cadran.client.model.Avenant;
import fr.cadran.client.model.AvenantChangesWish;
import fr.cadran.client.model.AvenantWish;
import fr.cadran.client.model.Contract;
import fr.cadran.client.model.ContractIndicator;
import fr.cadran.client.model.ContractLedger;
import fr.cadran.client.model.ContractSimulationRequest;
import fr.cadran.client.model.ContractState;
import fr.cadran.client.model.ContractWish;
import fr.cadran.client.model.CorrectionWish;
import fr.cadran.client.model.Cpts;
import fr.cadran.client.model.CptsRegistration;
import fr.cadran.client.model.CptsStage;
import fr.cadran.client.model.DecisionVerdict;
import fr.cadran.client.model.DecisionWish;
import fr.cadran.client.model.DialogueDeGestion;
import fr.cadran.client.model.DialogueKind;
import fr.cadran.client.model.DialogueSignatureWish;
import fr.cadran.client.model.DialogueState;
import fr.cadran.client.model.Direction;
import fr.cadran.client.model.EvidenceItem;
import fr.cadran.client.model.FundingLine;
import fr.cadran.client.model.IndicatorSheet;
import fr.cadran.client.model.IndicatorValue;
import fr.cadran.client.model.LedgerLine;
import fr.cadran.client.model.ListedContract;
import fr.cadran.client.model.MeasuringMode;
import fr.cadran.client.model.MissionStartWish;
import fr.cadran.client.model.Offer;
import fr.cadran.client.model.OfferWish;
import fr.cadran.client.model.PaymentExplanation;
import fr.cadran.client.model.PaymentKind;
import fr.cadran.client.model.PlannedMissionOptions;
import fr.cadran.client.model.PlannedMissionWish;
import fr.cadran.client.model.Problem;
import fr.cadran.client.model.ResultValueWish;
import fr.cadran.client.model.ResultsWish;
import fr.cadran.client.model.ScaleKind;
import fr.cadran.client.model.SignatureWish;
import fr.cadran.client.model.SimulatedIndicator;
import fr.cadran.client.model.SimulatedLine;
import fr.cadran.client.model.SimulatedMission;
import fr.cadran.client.model.TerminationWish;
import fr.cadran.client.model.TermsDifference;
import fr.cadran.client.model.Territory;
import fr.cadran.client.model.TerritoryDeclaration;
import fr.cadran.client.model.Volet;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Flow 2: a CPTS, its territory, its contract, three signatures, missions, a yearly dialogue, its
 * closing, what is paid and why, an avenant, a correction of the closed year; the agency reads
 * centres and CPTS in one place. Runs any number of times on the same state: what an earlier run
 * left is ended first. All calls are made by the client generated from the API document.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DialogueDeGestionFlowE2E {
  private static final String ARS = "ars-93";
  private static final String CPAM = "cpam-93";
  private static final String COORDINATOR = "cpts-demo";
  private static final String PATIENTS = "patients-parcours";

  /** The CPTS that the demo coordinator answers for. */
  private static final UUID CPTS = UUID.fromString("5ecad2a0-0000-4000-8000-000000000093");

  private static final LocalDate SIGNED_ON = LocalDate.of(2022, 3, 1);

  private UUID contract = CPTS;
  private String firstHash = "";
  private int yearly;
  private @TempDir Path folder;

  private static ContractsApi contracts(String account) {
    return new ContractsApi(client(account));
  }

  private static DialoguesDeGestionApi dialogues(String account) {
    return new DialoguesDeGestionApi(client(account));
  }

  private static AvenantsApi avenants(String account) {
    return new AvenantsApi(client(account));
  }

  private static CptsApi cpts(String account) {
    return new CptsApi(client(account));
  }

  private static PaymentsApi payments(String account) {
    return new PaymentsApi(client(account));
  }

  private static IndicatorValuesApi values(String account) {
    return new IndicatorValuesApi(client(account));
  }

  private static String key() {
    return UUID.randomUUID().toString();
  }

  private static BigDecimal number(String text) {
    return new BigDecimal(text);
  }

  private static AchievementScale bands() {
    AchievementScale scale = new AchievementScale().kind(ScaleKind.BANDS);
    for (String share : List.of("0", "0.25", "0.50", "0.75", "1.00")) {
      scale.addBandsItem(
          new AchievementBand()
              .fromIncluded(share.equals("0"))
              .upTo(number(share))
              .pays(number(share)));
    }
    return scale;
  }

  private static PlannedMissionWish mission(PlannedMissionOptions options) {
    return new PlannedMissionWish(options);
  }

  private Contract contractOn(LocalDate day) throws ApiException {
    return contracts(ARS)
        .getContract(APIGetContractRequest.newBuilder().id(contract).on(day).build());
  }

  private Contract contractNow() throws ApiException {
    return contracts(ARS).getContract(APIGetContractRequest.newBuilder().id(contract).build());
  }

  private DialogueDeGestion dialogue(int number) throws ApiException {
    return dialogues(ARS).getDialogue(contract, number);
  }

  private void sign(String party, String hash) throws ApiException {
    contracts(party)
        .signContract(
            APISignContractRequest.newBuilder()
                .idempotencyKey(key())
                .id(contract)
                .signatureWish(new SignatureWish().hash(hash))
                .build());
  }

  private void agree(String party, int number, String hash) throws ApiException {
    dialogues(party)
        .agreeOnDialogue(
            APIAgreeOnDialogueRequest.newBuilder()
                .idempotencyKey(key())
                .id(contract)
                .number(number)
                .dialogueSignatureWish(new DialogueSignatureWish().hash(hash))
                .build());
  }

  private void allAgree(int number) throws ApiException {
    String hash = dialogue(number).getHash();
    for (String party : List.of(COORDINATOR, CPAM, ARS)) {
      agree(party, number, hash);
    }
  }

  private DialogueDeGestion close(String party) throws ApiException {
    return dialogues(party)
        .closeDialogue(
            APICloseDialogueRequest.newBuilder()
                .idempotencyKey(key())
                .id(contract)
                .number(yearly)
                .build());
  }

  private static ResultValueWish result(String value, String label) {
    return new ResultValueWish()
        .code(PATIENTS)
        .value(number(value))
        .addEvidenceItem(new EvidenceItem().link("https://cpts.example/bilan.pdf").label(label));
  }

  private DialogueDeGestion enter(String value) throws ApiException {
    String tag = etag(dialogues(COORDINATOR).getDialogueWithHttpInfo(contract, yearly));
    return dialogues(COORDINATOR)
        .saveDialogueResults(
            APISaveDialogueResultsRequest.newBuilder()
                .ifMatch(tag)
                .id(contract)
                .number(yearly)
                .resultsWish(
                    new ResultsWish()
                        .addValuesItem(result(value, "Bilan annuel"))
                        .orientationSpent(number("20000.00")))
                .build());
  }

  private APIGetContractLedgerRequest.Builder lines() {
    return APIGetContractLedgerRequest.newBuilder().id(contract);
  }

  private static ContractLedger ledger(APIGetContractLedgerRequest.Builder what)
      throws ApiException {
    return new LedgerApi(client(CPAM)).getContractLedger(what.build());
  }

  private static List<ListedContract> contractsOfCpts(ContractState... states) throws ApiException {
    return contracts(COORDINATOR)
        .listContracts(APIListContractsRequest.newBuilder().cpts(CPTS).build())
        .getItems()
        .stream()
        .filter(one -> List.of(states).contains(one.getState()))
        .toList();
  }

  private static void endWhatAnEarlierRunLeft() throws ApiException {
    for (ListedContract open : contractsOfCpts(ContractState.DRAFT, ContractState.NEGOTIATION)) {
      contracts(ARS)
          .abandonContract(
              APIAbandonContractRequest.newBuilder()
                  .idempotencyKey(key())
                  .id(open.getId())
                  .abandonmentWish(new AbandonmentWish().reason("essai"))
                  .build());
    }
    LocalDate letter = LocalDate.now(ZoneId.of("Europe/Paris")).minusMonths(3);
    for (ListedContract signed : contractsOfCpts(ContractState.SIGNED, ContractState.ACTIVE)) {
      new TerminationApi(client(ARS))
          .terminateContract(
              APITerminateContractRequest.newBuilder()
                  .idempotencyKey(key())
                  .id(signed.getId())
                  .terminationWish(
                      new TerminationWish().receivedOn(letter).reason("fin de l'essai"))
                  .build());
    }
    assertThat(new CalendarRunsApi(client("admin")).runCalendar().getFailed()).isZero();
  }

  @Test
  @Order(1)
  void a_simulation_says_what_a_target_is_worth_before_anything_is_signed() throws ApiException {
    ContractSimulationRequest wish =
        new ContractSimulationRequest()
            .fundingTable("ACI-2019")
            .size(2)
            .signedOn(SIGNED_ON)
            .years(5)
            .addMissionsItem(
                new SimulatedMission()
                    .mission(FundingLine.ACCES_SOINS)
                    .startedOn(LocalDate.of(2022, 9, 1))
                    .addIndicatorsItem(
                        new SimulatedIndicator()
                            .code(PATIENTS)
                            .weight(BigDecimal.ONE)
                            .direction(Direction.RISING)
                            .baseline(BigDecimal.ZERO)
                            .targets(Map.of("1", number("15")))
                            .values(Map.of("1", number("10")))
                            .mode(MeasuringMode.LEVEL)
                            .scale(bands())));
    assertThat(new ContractSimulationsApi(client(COORDINATOR)).simulateContract(wish).getLines())
        .extracting(SimulatedLine::getAmount)
        .contains(number("6508.56"), number("2169.52"));
  }

  @Test
  @Order(2)
  void an_agency_registers_a_cpts_and_its_territory_gives_its_size() throws ApiException {
    UUID fresh =
        cpts(ARS)
            .registerCpts(
                APIRegisterCptsRequest.newBuilder()
                    .idempotencyKey(key())
                    .cptsRegistration(
                        new CptsRegistration().name("CPTS d'essai").seatCommune("93066"))
                    .build())
            .getId();
    Territory drawn =
        cpts(ARS)
            .drawTerritory(
                APIDrawTerritoryRequest.newBuilder()
                    .id(fresh)
                    .territoryDeclaration(
                        new TerritoryDeclaration().communes(List.of("93066", "93027")))
                    .build());
    assertThat(drawn.getPopulation()).isGreaterThan(175_000);
    assertThat(drawn.getSize()).isEqualTo(4);
    assertThat(drawn.getVintage()).isGreaterThan(2020);
    String tag =
        etag(
            cpts(ARS)
                .getTerritoryWithHttpInfo(APIGetTerritoryRequest.newBuilder().id(fresh).build()));
    Map<List<String>, String> faults =
        Map.of(List.of("93066", "93066"), "COMMUNE_TWICE", List.of("99999"), "COMMUNE_UNKNOWN");
    faults.forEach((communes, code) -> {
      Problem refusal =
          refused(
              422,
              () ->
                  cpts(ARS)
                      .drawTerritory(
                          APIDrawTerritoryRequest.newBuilder()
                              .id(fresh)
                              .ifMatch(tag)
                              .territoryDeclaration(new TerritoryDeclaration().communes(communes))
                              .build()));
      assertThat(codes(refusal)).contains(code);
    });
    refused(404, () -> cpts("ars-75").getCpts(fresh));
    assertThat(cpts("ars-idf").getCpts(fresh)).extracting(Cpts::getId).isEqualTo(fresh);
  }

  @Test
  @Order(3)
  void offers_are_made_and_the_last_text_is_signed_by_three() throws ApiException {
    endWhatAnEarlierRunLeft();
    PlannedMissionWish access =
        mission(new PlannedMissionOptions().mission(FundingLine.ACCES_SOINS).snpOrientation(true));
    contract =
        contracts(ARS)
            .createContract(
                APICreateContractRequest.newBuilder()
                    .idempotencyKey(key())
                    .contractWish(
                        new ContractWish()
                            .cpts(CPTS)
                            .fundingTable("ACI-2019")
                            .size(2)
                            .signedOn(SIGNED_ON)
                            .addMissionsItem(access))
                    .build())
            .getId();
    firstHash = contractNow().getHash();
    Offer offer =
        contracts(COORDINATOR)
            .makeOffer(
                APIMakeOfferRequest.newBuilder()
                    .idempotencyKey(key())
                    .id(contract)
                    .offerWish(
                        new OfferWish()
                            .fundingTable("ACI-2019")
                            .size(2)
                            .signedOn(SIGNED_ON)
                            .addMissionsItem(access)
                            .addMissionsItem(
                                mission(
                                    new PlannedMissionOptions().mission(FundingLine.PREVENTION)))
                            .message("Nous ajoutons la prévention"))
                    .build());
    assertThat(offer.getNumber()).isEqualTo(2);
    assertThat(offer.getDifferences())
        .extracting(TermsDifference::getPointer)
        .contains("/missions/PREVENTION/mission");
    assertThat(refused(409, () -> sign(CPAM, firstHash)).getCode()).isEqualTo("HASH_OUT_OF_DATE");
    String hash = contractNow().getHash();
    refused(404, () -> sign("ars-75", hash));
    for (String party : List.of(COORDINATOR, CPAM, ARS)) {
      sign(party, hash);
    }
    assertThat(contractNow().getState()).isEqualTo(ContractState.SIGNED);
    assertThat(contractNow().getSignatures()).hasSize(3);
    assertThat(cpts(ARS).getCpts(CPTS).getStage()).isEqualTo(CptsStage.ACI_SIGNE);
    LedgerLine first = ledger(lines().contractYear(1)).getLines().getFirst();
    assertThat(first.getKind()).isEqualTo("FULL");
    assertThat(first.getAmount()).isEqualByComparingTo("60000");
  }

  private DialogueDeGestion start(FundingLine mission, LocalDate on, List<ContractIndicator> annex)
      throws ApiException {
    return new MissionsApi(client(COORDINATOR))
        .startMission(
            APIStartMissionRequest.newBuilder()
                .idempotencyKey(key())
                .id(contract)
                .mission(mission)
                .missionStartWish(new MissionStartWish().on(on).indicators(annex))
                .build());
  }

  @Test
  @Order(4)
  void a_mission_starts_with_the_signed_annex_of_its_indicators() throws ApiException {
    LocalDate on = LocalDate.of(2022, 9, 1);
    Problem early =
        refused(422, () -> start(FundingLine.ACCES_SOINS, LocalDate.of(2022, 2, 28), List.of()));
    assertThat(early.getCode()).isEqualTo("START_BEFORE_SIGNATURE");
    ContractIndicator light =
        new ContractIndicator()
            .code("a")
            .weight(number("0.9999"))
            .targets(Map.of("1", number("15")));
    Problem sum = refused(422, () -> start(FundingLine.ACCES_SOINS, on, List.of(light)));
    assertThat(codes(sum)).contains("WEIGHTS_DO_NOT_SUM");
    ContractIndicator patients =
        new ContractIndicator()
            .code(PATIENTS)
            .label("Patients inclus dans un parcours")
            .weight(BigDecimal.ONE)
            .baseline(BigDecimal.ZERO)
            .targets(Map.of("1", number("15"), "2", number("20"), "3", number("25")))
            .scale(bands())
            .sheet(
                new IndicatorSheet()
                    .evidence("Bilan annuel")
                    .unit("patients")
                    .dataSource("déclaré par la CPTS"));
    allAgree(start(FundingLine.ACCES_SOINS, on, List.of(patients)).getNumber());
    ContractIndicator actions =
        new ContractIndicator()
            .code("actions")
            .weight(BigDecimal.ONE)
            .targets(Map.of("2", number("4"), "3", number("5")));
    allAgree(start(FundingLine.PREVENTION, LocalDate.of(2023, 9, 1), List.of(actions)).getNumber());
    assertThat(contractNow().getState()).isEqualTo(ContractState.ACTIVE);
    assertThat(
            ledger(lines().volet(Volet.FIXE).kind(PaymentKind.ADVANCE).contractYear(1)).getLines())
        .extracting(LedgerLine::getAmount)
        .containsExactly(number("6508.56"));
  }

  @Test
  @Order(5)
  void a_value_is_refused_then_mended_and_new_data_void_the_accord() throws ApiException {
    DialogueDeGestion late =
        dialogues(ARS)
            .listDialogues(
                APIListDialoguesRequest.newBuilder()
                    .id(contract)
                    .kind(DialogueKind.YEARLY)
                    .contractYear(1)
                    .build())
            .getItems()
            .getFirst();
    assertThat(late.getLate()).isTrue();
    yearly = late.getNumber();
    enter("12");
    dialogues(COORDINATOR)
        .submitResults(
            APISubmitResultsRequest.newBuilder()
                .idempotencyKey(key())
                .id(contract)
                .number(yearly)
                .build());
    dialogues(ARS)
        .decideResultValue(
            APIDecideResultValueRequest.newBuilder()
                .id(contract)
                .number(yearly)
                .code(PATIENTS)
                .decisionWish(
                    new DecisionWish()
                        .decision(DecisionVerdict.REFUSED)
                        .comment("Deux patients hors du territoire"))
                .build());
    String refusedHash = dialogue(yearly).getHash();
    assertThat(refused(409, () -> agree(CPAM, yearly, refusedHash)).getCode())
        .isEqualTo("VALUES_NOT_ACCEPTED");
    enter("9");
    String old = dialogue(yearly).getHash();
    allAgree(yearly);
    assertThat(dialogue(yearly).getState()).isEqualTo(DialogueState.AGREED);
    assertThat(enter("10").getSignatures()).isEmpty();
    assertThat(refused(409, () -> agree(ARS, yearly, old)).getCode()).isEqualTo("HASH_OUT_OF_DATE");
    refused(409, () -> close(ARS));
    allAgree(yearly);
  }

  @Test
  @Order(6)
  void closing_pays_what_was_agreed_once() throws ApiException {
    assertThat(close(CPAM).getState()).isEqualTo(DialogueState.CLOSED);
    assertThat(refused(409, () -> close(CPAM)).getCode()).isEqualTo("ALREADY_CLOSED");
    assertThat(ledger(lines().contractYear(1).line(FundingLine.ACCES_SOINS)).getLines())
        .extracting(line -> line.getVolet() + " " + line.getKind() + " " + line.getAmount())
        .containsExactly(
            "FIXE ADVANCE 6508.56",
            "SNP_ORIENTATION ADVANCE 16736.30",
            "FIXE BALANCE 2169.52",
            "VARIABLE FULL 6508.56",
            "SNP_ORIENTATION BALANCE 5578.77");
    ContractLedger whole = ledger(lines());
    assertThat(whole.getBalance().getSettled()).isEqualTo(whole.getBalance().getEntitled());
    assertThat(whole.getBalance().getRecoverable()).isEqualTo(number("2315.07"));
  }

  @Test
  @Order(7)
  void a_payment_explains_itself_and_can_be_computed_again_by_anybody()
      throws ApiException, IOException, InterruptedException {
    UUID payment =
        ledger(lines().contractYear(1).volet(Volet.VARIABLE)).getLines().getFirst().getId();
    PaymentExplanation explanation = payments(COORDINATOR).explainPayment(payment);
    assertThat(explanation.getRule()).isEqualTo("VARIABLE_RESULTATS");
    assertThat(explanation.getSubstituted()).isEqualTo("17500.00 × 181 ÷ 365 × (1 × 0.75)");
    assertThat(explanation.getParts().getFirst().getSubstituted()).isEqualTo("10 ÷ 15");
    assertThat(explanation.getParts().getFirst().getReading())
        .isEqualTo("tranche ]0.5 ; 0.75] : 0.75");
    assertThat(explanation.getUnrounded()).isEqualTo("475125/73");
    refused(404, () -> payments("ars-75").explainPayment(payment));
    byte[] pack = Files.readAllBytes(payments("auditor").getPaymentPack(payment).toPath());
    assertThat(new String(pack, StandardCharsets.UTF_8)).contains("\"party\":\"CPAM\"");
    assertThat(recompute(pack)).isZero();
    pack[pack.length / 2] ^= 1;
    assertThat(recompute(pack)).isEqualTo(1);
  }

  private int recompute(byte[] pack) throws IOException, InterruptedException {
    Path root = Path.of(Objects.requireNonNull(System.getProperty("cadran.root"), "cadran.root"));
    Path file = Files.write(folder.resolve("payment.json"), pack);
    Process command =
        new ProcessBuilder(root.resolve("recompute-payment").toString(), file.toString())
            .inheritIO()
            .start();
    assertThat(command.waitFor(5, TimeUnit.MINUTES)).isTrue();
    return command.exitValue();
  }

  private Avenant propose(LocalDate effectiveOn, String reason) throws ApiException {
    return avenants(ARS)
        .proposeAvenant(
            APIProposeAvenantRequest.newBuilder()
                .idempotencyKey(key())
                .id(contract)
                .avenantWish(
                    new AvenantWish()
                        .effectiveOn(effectiveOn)
                        .changes(new AvenantChangesWish().size(3))
                        .reason(reason))
                .build());
  }

  @Test
  @Order(8)
  void an_avenant_changes_the_size_from_its_day_on() throws ApiException {
    LocalDate day = LocalDate.of(2024, 3, 1);
    assertThat(refused(409, () -> propose(LocalDate.of(2022, 12, 1), "x")).getCode())
        .isEqualTo("AVENANT_IN_CLOSED_YEAR");
    String hash = propose(day, "La population a crû").getHash();
    for (String party : List.of(COORDINATOR, CPAM, ARS)) {
      avenants(party)
          .signAvenant(
              APISignAvenantRequest.newBuilder()
                  .idempotencyKey(key())
                  .id(contract)
                  .number(1)
                  .signatureWish(new SignatureWish().hash(hash))
                  .build());
    }
    assertThat(contractOn(day.minusDays(1)).getTerms().getSize()).isEqualTo(2);
    assertThat(contractOn(day).getTerms().getSize()).isEqualTo(3);
  }

  @Test
  @Order(9)
  void a_closed_year_is_corrected_by_signed_lines_alone() throws ApiException {
    List<UUID> before = ledger(lines()).getLines().stream().map(LedgerLine::getId).toList();
    DialogueDeGestion corrected =
        dialogues(COORDINATOR)
            .correctResults(
                APICorrectResultsRequest.newBuilder()
                    .idempotencyKey(key())
                    .id(contract)
                    .number(yearly)
                    .correctionWish(
                        new CorrectionWish()
                            .addValuesItem(result("15", "Bilan corrigé"))
                            .orientationSpent(number("20000.00"))
                            .reason("Cinq patients oubliés"))
                    .build());
    assertThat(corrected.getResultsVersion()).isEqualTo(2);
    allAgree(yearly);
    close(ARS);
    ContractLedger after = ledger(lines());
    assertThat(after.getLines().subList(0, before.size()))
        .extracting(LedgerLine::getId)
        .isEqualTo(before);
    assertThat(after.getLines())
        .filteredOn(line -> line.getKind().equals("CORRECTION") && line.getContractYear() == 1)
        .extracting(LedgerLine::getAmount)
        .containsExactly(number("2169.52"));
    assertThat(after.getBalance().getSettled()).isEqualTo(after.getBalance().getEntitled());
  }

  private static List<IndicatorValue> indicatorValues(
      String account, APIListIndicatorValuesRequest.Builder what) throws ApiException {
    return values(account).listIndicatorValues(what.build()).getItems();
  }

  private static APIListIndicatorValuesRequest.Builder ofCpts() {
    return APIListIndicatorValuesRequest.newBuilder().cpts(CPTS.toString());
  }

  @Test
  @Order(10)
  void the_agency_reads_centres_and_cpts_in_one_place() throws ApiException {
    IndicatorValue value =
        await("the corrected value")
            .atMost(Duration.ofSeconds(30))
            .until(
                () ->
                    indicatorValues(ARS, ofCpts().contractYear("1")).stream()
                        .filter(one -> contract.equals(one.getContract()))
                        .toList(),
                found ->
                    found.size() == 1
                        && found.getFirst().getValue() != null
                        && found.getFirst().getValue().compareTo(number("15")) == 0)
            .getFirst();
    assertThat(value.getIndicator()).isEqualTo(PATIENTS);
    String id = value.getId().toString();
    assertThat(values(ARS).explainIndicatorValue(id).getProvenance()).isEqualTo("AGREED");
    List<IndicatorValue> all = everyValueOf("93");
    assertThat(all).extracting(IndicatorValue::getCpts).contains(CPTS);
    assertThat(all).extracting(IndicatorValue::getCentre).anyMatch(Objects::nonNull);
    refused(404, () -> values("ars-75").explainIndicatorValue(id));
    assertThat(indicatorValues("ars-75", ofCpts())).isEmpty();
  }

  /** Page after page: a département has more values than an answer holds. */
  private static List<IndicatorValue> everyValueOf(String departement) throws ApiException {
    List<IndicatorValue> all = new ArrayList<>();
    String cursor = null;
    do {
      var page =
          values(ARS)
              .listIndicatorValues(
                  APIListIndicatorValuesRequest.newBuilder()
                      .departement(departement)
                      .limit(500)
                      .cursor(cursor)
                      .build());
      all.addAll(page.getItems());
      String next = page.getNext();
      cursor = next == null ? null : next.substring(next.indexOf("cursor=") + "cursor=".length());
    } while (cursor != null);
    return all;
  }
}
