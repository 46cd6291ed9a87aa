package fr.cadran.contracts;

import static fr.cadran.contracts.ContractCalls.ars;
import static fr.cadran.contracts.ContractCalls.as;
import static fr.cadran.contracts.ContractCalls.cpam;
import static fr.cadran.contracts.ContractCalls.hash;
import static fr.cadran.contracts.ContractCalls.newDraft;
import static fr.cadran.contracts.ContractCalls.newSigned;
import static fr.cadran.contracts.ContractCalls.wish;
import static fr.cadran.testing.access.Role.ADMINISTRATOR;
import static fr.cadran.testing.access.Role.ARS_AGENT;
import static fr.cadran.testing.access.Role.AUDITOR;
import static fr.cadran.testing.access.Role.CPAM_AGENT;
import static fr.cadran.testing.access.Role.CPTS_COORDINATOR;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.cadran.contracts.ContractCalls.Signed;
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
import jakarta.inject.Inject;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;

@QuarkusTest
@QuarkusTestResource(CadranTestResource.class)
class ContractsAccessMatrixTest extends AccessMatrix {
  private static final String UNKNOWN = "019a0000-0000-7000-8000-000000000000";
  private static final String TABLES = "/v1/funding-tables";
  private static final String NAME = "CPTS-" + UUID.randomUUID();
  private static final String PDF = "%PDF-1.7 bilan";
  private static final String INDICATORS =
      """
      [{"code": "patients-parcours", "weight": 1, "baseline": 0, "targets": {"1": 15}}]
      """;
  private static final String VALUE =
      """
      {"values": [{"code": "patients-parcours", "value": 10,
                   "evidence": [{"link": "https://cpts.example/bilan.pdf"}]}]}
      """;
  private static final String AVENANT =
      "{\"effectiveOn\": \"2023-03-01\", \"changes\": {\"size\": 3}, \"reason\": \"x\"}";
  private static final String SIMULATION =
      """
      {"fundingTable": "ACI-2019", "size": 2, "signedOn": "2022-03-01", "years": 1, "missions": []}
      """;

  private static final Role[] READERS = {ARS_AGENT, CPAM_AGENT, CPTS_COORDINATOR, AUDITOR};
  private static final Role[] PARTIES = {ARS_AGENT, CPAM_AGENT, CPTS_COORDINATOR};

  @Inject DataSource database;

  private String cpts = "";
  private Signed closed = new Signed("", "");
  private String evidence = "";
  private String payment = "";

  ContractsAccessMatrixTest() {
    super("cpts-contract-service");
  }

  /** Drafts of funding tables stand in the way of other tests, and published ones more so. */
  @AfterAll
  void only_the_shipped_tables_are_left() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
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
  }

  @Override
  protected List<AccessRow> rows() {
    cpts =
        CptsCalls.register(
            ars(),
            """
            {"name": "%s", "seatCommune": "93027", "communes": ["93027"]}
            """
                .formatted(NAME));
    closed = newClosed();
    evidence =
        as(closed.coordinator())
            .contentType("text/csv")
            .body("patients;10\n")
            .post(dialogue(closed, 3) + "/evidence?label=Bilan")
            .then()
            .statusCode(201)
            .extract()
            .path("hash");
    as(ars()).body(AVENANT).post(contract(closed) + "/avenants").then().statusCode(201);
    payment = as(ars()).get(contract(closed) + "/ledger").path("lines[0].id");
    return Stream.of(cptsRows(), contractRows(), dialogueRows(), paymentRows(), referenceRows())
        .flatMap(List::stream)
        .toList();
  }

  // ---- CPTS

  private List<AccessRow> cptsRows() {
    return List.of(
        AccessRow.of("listAuditEntries")
            .reachedBy(AUDITOR)
            .refusesWith(403)
            .succeedsWith(200, () -> Call.to("/v1/audit-entries/contracts")),
        AccessRow.of("registerCpts")
            .reachedBy(ARS_AGENT)
            .refusesWith(422)
            .succeedsWith(201, () -> Call.to("/v1/cpts").with(CptsCalls.cpts("CPTS", "93066"))),
        AccessRow.of("listCpts")
            .reachedBy(READERS)
            .leavesOut()
            .succeedsWith(200, () -> ofCpts(cpts, "?q=" + NAME).shows(cpts)),
        AccessRow.of("countCptsStages")
            .reachedBy(READERS)
            .leavesOut()
            .succeedsWith(
                200,
                () ->
                    Call.to("/v1/cpts/stages?departement=93", Place.ofCpts(cpts))
                        .shows(answer -> !answer.replaceAll("\\s", "").contains("\"total\":0,"))),
        AccessRow.of("getCpts").reachedBy(READERS).succeedsWith(200, () -> ofCpts(cpts, "")),
        AccessRow.of("reviseCpts")
            .reachedBy(ARS_AGENT)
            .succeedsWith(
                200,
                () ->
                    ofCpts(CptsCalls.newCpts(), "")
                        .with(CptsCalls.cpts("CPTS", "93066"))
                        .header("If-Match", "*")),
        AccessRow.of("moveCptsStage")
            .reachedBy(ARS_AGENT, CPTS_COORDINATOR)
            .succeedsWith(
                200,
                () ->
                    ofCpts(CptsCalls.newCpts(), "/stage")
                        .with("{\"event\": \"SEND_LETTRE_INTENTION\"}")),
        AccessRow.of("getCptsStage")
            .reachedBy(READERS)
            .succeedsWith(200, () -> ofCpts(cpts, "/stage")),
        AccessRow.of("deemProjetsValidated")
            .reachedBy(ARS_AGENT)
            .leavesOut()
            .succeedsWith(200, this::overdue),
        AccessRow.of("drawTerritory")
            .reachedBy(ARS_AGENT, CPTS_COORDINATOR)
            .succeedsWith(
                200,
                () -> ofCpts(CptsCalls.newCpts(), "/territory").with(CptsCalls.territory("93066"))),
        AccessRow.of("getTerritory")
            .reachedBy(READERS)
            .succeedsWith(200, () -> ofCpts(cpts, "/territory")),
        AccessRow.of("giveStartUpGrant")
            .reachedBy(ARS_AGENT)
            .succeedsWith(
                201,
                () ->
                    ofCpts(CptsCalls.newCpts(), "/start-up-grants")
                        .with(
                            "{\"kind\": \"ACTION_PRECOCE\", \"amount\": 8000.00, \"grantedOn\": \"%s\"}"
                                .formatted(today()))),
        AccessRow.of("listStartUpGrants")
            .reachedBy(READERS)
            .succeedsWith(200, () -> ofCpts(cpts, "/start-up-grants")),
        AccessRow.of("getPartners")
            .reachedBy(READERS)
            .succeedsWith(200, () -> ofCpts(cpts, "/partners")),
        AccessRow.of("namePartners")
            .reachedBy(ARS_AGENT, CPTS_COORDINATOR)
            .succeedsWith(
                200,
                () ->
                    ofCpts(CptsCalls.newCpts(), "/partners")
                        .with("{\"partners\": [{\"role\": \"MSA\", \"name\": \"MSA\"}]}")));
  }

  private static Call ofCpts(String id, String part) {
    return part.startsWith("?")
        ? Call.to("/v1/cpts" + part, Place.ofCpts(id))
        : Call.to("/v1/cpts/" + id + part, Place.ofCpts(id)).absentFor(id, UNKNOWN);
  }

  /** A projet that waits since long before those of other tests. */
  private Call overdue() {
    String id =
        CptsCalls.register(
            ars(),
            """
            {"name": "CPTS", "seatCommune": "93066", "stage": "PROJET_DE_SANTE",
             "stageSince": "2020-01-15"}
            """);
    return Call.to("/v1/cpts/deemed-validations", Place.ofCpts(id))
        .with("{\"asOf\": \"2020-04-30\"}")
        .shows(id);
  }

  // ---- Contracts

  private List<AccessRow> contractRows() {
    return List.of(
        AccessRow.of("createContract")
            .reachedBy(PARTIES)
            .refusesWith(422)
            .succeedsWith(
                201,
                () -> {
                  String id = ContractCalls.newCpts();
                  return Call.to("/v1/contracts", Place.ofCpts(id))
                      .with(wish(id, "\"ACCES_SOINS\""));
                }),
        AccessRow.of("listContracts")
            .reachedBy(READERS)
            .leavesOut()
            .succeedsWith(
                200,
                () ->
                    Call.to("/v1/contracts?cpts=" + closed.cpts(), Place.ofCpts(closed.cpts()))
                        .shows(closed.contract())),
        read("getContract", ""),
        read("listContractMissions", "/missions"),
        read("listContractIndicators", "/indicators"),
        read("getContractHistory", "/history"),
        read("listOffers", "/offers"),
        read("getOffer", "/offers/1"),
        read("listSignatures", "/signatures"),
        read("listAvenants", "/avenants"),
        read("getAvenant", "/avenants/1"),
        read("getTermination", "/termination"),
        read("listCrises", "/crises"),
        AccessRow.of("recogniseCrisis")
            .reachedBy(ARS_AGENT)
            .notFor(CPAM_AGENT, CPTS_COORDINATOR)
            .succeedsWith(
                201,
                () ->
                    of(newCrisisMission(), "/crises")
                        .with(
                            "{\"recognisedOn\": \"%s\", \"decision\": \"Arrêté ARS 2026-118\"}"
                                .formatted(today().minusDays(10)))),
        AccessRow.of("makeOffer")
            .reachedBy(PARTIES)
            .succeedsWith(
                201,
                () ->
                    ofDraft("/offers")
                        .with(
                            "{\"fundingTable\": \"ACI-2019\", \"missions\": [\"ACCES_SOINS\","
                                + " \"PREVENTION\"], \"signedOn\": \"2022-03-01\"}")),
        AccessRow.of("signContract")
            .reachedBy(PARTIES)
            .succeedsWith(
                201,
                () -> {
                  String id = ContractCalls.newCpts();
                  String contract = newDraft(id, "\"ACCES_SOINS\"");
                  return of(new Signed(id, contract), "/signatures").with(hashed(hash(contract)));
                }),
        AccessRow.of("abandonContract")
            .reachedBy(PARTIES)
            .succeedsWith(200, () -> ofDraft("/abandonment").with("{\"reason\": \"x\"}")),
        AccessRow.of("proposeAvenant")
            .reachedBy(PARTIES)
            .succeedsWith(201, () -> of(newSigned("\"ACCES_SOINS\""), "/avenants").with(AVENANT)),
        AccessRow.of("signAvenant")
            .reachedBy(PARTIES)
            .succeedsWith(
                201,
                () -> {
                  Signed signed = newSigned("\"ACCES_SOINS\"");
                  String hash =
                      as(ars()).body(AVENANT).post(contract(signed) + "/avenants").path("hash");
                  return of(signed, "/avenants/1/signatures").with(hashed(hash));
                }),
        AccessRow.of("terminateContract")
            .reachedBy(PARTIES)
            .succeedsWith(
                200, () -> of(newSigned("\"ACCES_SOINS\""), "/termination").with(letter())),
        AccessRow.of("referTermination")
            .reachedBy(CPTS_COORDINATOR)
            .notFor(ARS_AGENT, CPAM_AGENT)
            .succeedsWith(200, () -> of(newTerminated(), "/termination/referral")),
        AccessRow.of("hearCommission")
            .reachedBy(ARS_AGENT, CPAM_AGENT)
            .notFor(CPTS_COORDINATOR)
            .succeedsWith(
                200,
                () -> {
                  Signed signed = newTerminated();
                  as(signed.coordinator())
                      .post(contract(signed) + "/termination/referral")
                      .then()
                      .statusCode(200);
                  return of(signed, "/termination/opinion")
                      .with(
                          "{\"body\": \"CPL\", \"opinion\": \"LIFTED\", \"on\": \"%s\"}"
                              .formatted(today()));
                }));
  }

  private AccessRow read(String operation, String part) {
    return AccessRow.of(operation).reachedBy(READERS).succeedsWith(200, () -> of(closed, part));
  }

  private static Call of(Signed signed, String part) {
    return Call.to(contract(signed) + part, Place.ofCpts(signed.cpts()))
        .absentFor(signed.contract(), UNKNOWN);
  }

  private static Call ofDraft(String part) {
    String id = ContractCalls.newCpts();
    return of(new Signed(id, newDraft(id, "\"ACCES_SOINS\"")), part);
  }

  private static String contract(Signed signed) {
    return "/v1/contracts/" + signed.contract();
  }

  private static String hashed(String hash) {
    return "{\"hash\": \"" + hash + "\"}";
  }

  private static String letter() {
    return "{\"receivedOn\": \"%s\", \"reason\": \"Missions non démarrées\"}".formatted(today());
  }

  private static LocalDate today() {
    return LocalDate.now(ZoneId.of("Europe/Paris"));
  }

  private static Signed newCrisisMission() {
    String id = ContractCalls.newCpts();
    String contract =
        as(ars())
            .body(
                """
                {"cpts": "%s", "fundingTable": "ACI-2022", "size": 3,
                 "missions": ["CRISE_SANITAIRE"], "signedOn": "%s"}
                """
                    .formatted(id, today().minusMonths(6)))
            .post("/v1/contracts")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    Signed signed = new Signed(id, contract);
    signed.signAll("/signatures", hash(contract));
    int number =
        as(ars())
            .body("{\"on\": \"%s\", \"indicators\": []}".formatted(today().minusMonths(5)))
            .post(contract(signed) + "/missions/CRISE_SANITAIRE/start")
            .then()
            .statusCode(201)
            .extract()
            .path("number");
    agreeAll(signed, number);
    return signed;
  }

  private static Signed newTerminated() {
    Signed signed = newSigned("\"ACCES_SOINS\"");
    as(ars()).body(letter()).post(contract(signed) + "/termination").then().statusCode(200);
    return signed;
  }

  // ---- Dialogues

  private List<AccessRow> dialogueRows() {
    return List.of(
        AccessRow.of("startMission")
            .reachedBy(PARTIES)
            .succeedsWith(
                201,
                () ->
                    of(newSigned("\"ACCES_SOINS\""), "/missions/ACCES_SOINS/start")
                        .with(starting())),
        read("listDialogues", "/dialogues-de-gestion"),
        read("getDialogue", "/dialogues-de-gestion/2"),
        read("listFrozenResults", "/dialogues-de-gestion/2/versions"),
        read("listEvidence", "/dialogues-de-gestion/3/evidence"),
        AccessRow.of("getEvidence")
            .reachedBy(READERS)
            .succeedsWith(200, () -> of(closed, "/dialogues-de-gestion/3/evidence/" + evidence)),
        AccessRow.of("uploadEvidence")
            .reachedBy(CPTS_COORDINATOR)
            .notFor(ARS_AGENT, CPAM_AGENT)
            .succeedsWith(
                201,
                () ->
                    of(closed, "/dialogues-de-gestion/3/evidence?label=Bilan")
                        .with("application/pdf", PDF + UUID.randomUUID())),
        AccessRow.of("saveDialogueResults")
            .reachedBy(CPTS_COORDINATOR)
            .notFor(ARS_AGENT, CPAM_AGENT)
            .succeedsWith(
                200,
                () -> inDialogue(ContractsAccessMatrixTest::newStarted, "/results").with(VALUE)),
        AccessRow.of("submitResults")
            .reachedBy(CPTS_COORDINATOR)
            .notFor(ARS_AGENT, CPAM_AGENT)
            .succeedsWith(
                200, () -> inDialogue(ContractsAccessMatrixTest::newEntered, "/submission")),
        AccessRow.of("decideResultValue")
            .reachedBy(ARS_AGENT, CPAM_AGENT)
            .notFor(CPTS_COORDINATOR)
            .succeedsWith(
                200,
                () ->
                    inDialogue(
                            ContractsAccessMatrixTest::newSubmitted,
                            "/results/patients-parcours/decision")
                        .with("{\"decision\": \"ACCEPTED\"}")),
        AccessRow.of("agreeOnDialogue")
            .reachedBy(PARTIES)
            .succeedsWith(
                201,
                () -> {
                  Signed signed = newSubmitted();
                  return of(signed, "/dialogues-de-gestion/2/agreement")
                      .with(hashed(dialogueHash(signed, 2)));
                }),
        AccessRow.of("closeDialogue")
            .reachedBy(PARTIES)
            .succeedsWith(200, () -> inDialogue(ContractsAccessMatrixTest::newAgreed, "/closing")),
        AccessRow.of("correctResults")
            .reachedBy(PARTIES)
            .succeedsWith(
                201,
                () ->
                    inDialogue(ContractsAccessMatrixTest::newClosed, "/corrections")
                        .with(
                            """
                            {"values": [{"code": "patients-parcours", "value": 12,
                              "evidence": [{"link": "https://cpts.example/bilan-2.pdf"}]}],
                             "reason": "Deux patients oubliés"}
                            """)));
  }

  private static Call inDialogue(Supplier<Signed> made, String part) {
    return of(made.get(), "/dialogues-de-gestion/2" + part);
  }

  private static String starting() {
    return "{\"on\": \"2022-09-01\", \"indicators\": %s}".formatted(INDICATORS);
  }

  private static String dialogue(Signed signed, int number) {
    return contract(signed) + "/dialogues-de-gestion/" + number;
  }

  private static String dialogueHash(Signed signed, int number) {
    return as(ars()).get(dialogue(signed, number)).then().statusCode(200).extract().path("hash");
  }

  private static void agreeAll(Signed signed, int number) {
    String hash = dialogueHash(signed, number);
    for (Token token : List.of(signed.coordinator(), cpam(), ars())) {
      as(token)
          .body(hashed(hash))
          .post(dialogue(signed, number) + "/agreement")
          .then()
          .statusCode(201);
    }
  }

  private static Signed newStarted() {
    Signed signed = newSigned("\"ACCES_SOINS\"");
    int number =
        as(signed.coordinator())
            .body(starting())
            .post(contract(signed) + "/missions/ACCES_SOINS/start")
            .then()
            .statusCode(201)
            .extract()
            .path("number");
    agreeAll(signed, number);
    return signed;
  }

  private static Signed newEntered() {
    Signed signed = newStarted();
    as(signed.coordinator())
        .body(VALUE)
        .put(dialogue(signed, 2) + "/results")
        .then()
        .statusCode(200);
    return signed;
  }

  private static Signed newSubmitted() {
    Signed signed = newEntered();
    as(signed.coordinator()).post(dialogue(signed, 2) + "/submission").then().statusCode(200);
    return signed;
  }

  private static Signed newAgreed() {
    Signed signed = newEntered();
    agreeAll(signed, 2);
    return signed;
  }

  private static Signed newClosed() {
    Signed signed = newAgreed();
    as(ars()).post(dialogue(signed, 2) + "/closing").then().statusCode(200);
    return signed;
  }

  // ---- Money

  private List<AccessRow> paymentRows() {
    Function<String, Call> ofPayment =
        part ->
            Call.to("/v1/payments/" + payment + part, Place.ofCpts(closed.cpts()))
                .absentFor(payment, UNKNOWN);
    return List.of(
        read("getContractLedger", "/ledger"),
        AccessRow.of("getPayment").reachedBy(READERS).succeedsWith(200, () -> ofPayment.apply("")),
        AccessRow.of("explainPayment")
            .reachedBy(READERS)
            .succeedsWith(200, () -> ofPayment.apply("/explanation")),
        AccessRow.of("getPaymentPack")
            .reachedBy(READERS)
            .succeedsWith(200, () -> ofPayment.apply("/pack")),
        AccessRow.of("runCalendar")
            .reachedBy(ADMINISTRATOR)
            .refusesWith(403)
            .succeedsWith(200, () -> Call.to("/v1/calendar-runs")),
        AccessRow.of("simulateContract")
            .openToEveryRole()
            .succeedsWith(200, () -> Call.to("/v1/contract-simulations").with(SIMULATION)),
        AccessRow.of("compareSimulations")
            .openToEveryRole()
            .succeedsWith(
                200,
                () ->
                    Call.to("/v1/contract-simulations/comparison")
                        .with("{\"from\": " + SIMULATION + ", \"to\": " + SIMULATION + "}")));
  }

  // ---- Reference data

  private List<AccessRow> referenceRows() {
    return List.of(
        open("listFundingTables", TABLES),
        open("getFundingTable", TABLES + "/ACI-2019"),
        open("listFundingTableVersions", TABLES + "/ACI-2019/versions"),
        open("getFundingTableVersion", TABLES + "/ACI-2019/versions/1"),
        open("compareFundingTableVersions", TABLES + "/ACI-2019/versions/1/diff?with=1"),
        open("listCatalogueIndicators", "/v1/contract-indicators"),
        open("getCatalogueIndicator", "/v1/contract-indicators/patients-avec-medecin-traitant"),
        AccessRow.of("draftFundingTable")
            .reachedBy(ADMINISTRATOR)
            .refusesWith(403)
            .succeedsWith(201, () -> Call.to(TABLES).with(table(newCode()).toString())),
        AccessRow.of("draftFundingTableVersion")
            .reachedBy(ADMINISTRATOR)
            .refusesWith(403)
            .succeedsWith(201, () -> Call.to(TABLES + "/ACI-2019/versions")),
        AccessRow.of("rewriteFundingTableVersion")
            .reachedBy(ADMINISTRATOR)
            .refusesWith(403)
            .succeedsWith(
                200,
                () -> {
                  String code = drafted();
                  ObjectNode content = table(code);
                  content.remove("code");
                  return Call.to(TABLES + "/" + code + "/versions/1")
                      .with(content.toString())
                      .header("If-Match", "*");
                }),
        AccessRow.of("publishFundingTableVersion")
            .reachedBy(ADMINISTRATOR)
            .refusesWith(403)
            .succeedsWith(
                200, () -> Call.to(TABLES + "/" + drafted() + "/versions/1/publication")));
  }

  private static AccessRow open(String operation, String path) {
    return AccessRow.of(operation).openToEveryRole().succeedsWith(200, () -> Call.to(path));
  }

  private static String newCode() {
    return "T-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
  }

  private static String drafted() {
    String code = newCode();
    as(Tokens.administrator()).body(table(code).toString()).post(TABLES).then().statusCode(201);
    return code;
  }

  /** A table that ends where the first one that is shipped begins. */
  private static ObjectNode table(String code) {
    try {
      ObjectMapper json = new ObjectMapper();
      JsonNode read =
          json.readTree(as(Tokens.administrator()).get(TABLES + "/ACI-2022").asString());
      ObjectNode table = json.createObjectNode();
      table.put("code", code).put("validFrom", "2018-01-01").put("validUntil", "2019-08-25");
      for (String field : new String[] {"label", "source", "amounts"}) {
        table.set(field, read.get(field));
      }
      ArrayNode parameters = table.putArray("parameters");
      read.get("parameters")
          .forEach(
              parameter -> parameters.add(((ObjectNode) parameter.deepCopy()).without("unit")));
      return table;
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
