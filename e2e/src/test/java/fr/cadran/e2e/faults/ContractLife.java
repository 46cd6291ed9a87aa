package fr.cadran.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cadran.e2e.faults.PoliteClient.Answer;
import fr.cadran.e2e.faults.PoliteClient.Call;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/**
 * One CPTS whose contract is drawn up, signed by three, paid and ended, and then the next one. All
 * have the same terms, so all are owed the same.
 */
final class ContractLife {
  /** The claim {@code cpts} of the account of its coordinator. */
  private static final String CPTS = "5ecad2a0-0000-4000-8000-000000000093";

  private static final String NAME = "CPTS des contrats d'essai (fictive)";
  private static final String COORDINATOR = "cpts-demo";
  private static final String CPAM = "cpam-93";
  private static final String ARS = "ars-93";
  private static final String CALENDAR = "admin";

  private final PoliteClient client;
  private final Oracle oracle;

  ContractLife(PoliteClient client, Oracle oracle) {
    this.client = client;
    this.oracle = oracle;
  }

  /** The CPTS, once for the platform. */
  void begin() throws InterruptedException {
    String body =
        """
        {"id": "%s", "name": "%s", "seatCommune": "93066", "legalForm": "Association loi 1901",
         "communes": ["93066", "93027"], "stage": "PROJET_VALIDE", "stageSince": "2021-12-01"}
        """
            .formatted(CPTS, NAME);
    client.ask(new Call(ARS, "POST", "/v1/cpts", body, Map.of(), Set.of(201)));
    oracle.register(NAME);
  }

  /** One contract from its first text to its end. */
  void live(Random random) throws InterruptedException {
    String wish =
        """
        {"cpts": "%s", "fundingTable": "ACI-2019", "size": 2, "signedOn": "2022-03-01",
         "missions": [{"mission": "ACCES_SOINS", "snpOrientation": true}, {"mission": "PREVENTION"}]}
        """
            .formatted(CPTS);
    String contract = post(ARS, "/v1/contracts", wish, random, 201).json().path("id").asText();
    oracle.draw(contract);
    String path = "/v1/contracts/" + contract;
    String hash = get(ARS, path).json().path("hash").asText();
    for (String party : List.of(COORDINATOR, CPAM, ARS)) {
      post(party, path + "/signatures", "{\"hash\": \"" + hash + "\"}", random, 201);
    }
    LocalDate letter = LocalDate.now(ZoneId.of("Europe/Paris")).minusMonths(3);
    String termination =
        "{\"receivedOn\": \"%s\", \"reason\": \"fin de l'essai\"}".formatted(letter);
    post(ARS, path + "/termination", termination, random, 200);
    client.ask(new Call(CALENDAR, "POST", "/v1/calendar-runs", null, Map.of(), Set.of(200)));
    Answer ledger = get(CPAM, path + "/ledger");
    BigDecimal sum = BigDecimal.ZERO;
    for (var line : ledger.json().path("lines")) {
      sum = sum.add(line.path("amount").decimalValue());
    }
    assertThat(sum).as("what is owed by " + path).isPositive();
    oracle.pay(contract, sum.setScale(2));
  }

  private Answer get(String account, String path) throws InterruptedException {
    return client.ask(new Call(account, "GET", path, null, Map.of(), Set.of(200)));
  }

  private Answer post(String account, String path, String body, Random random, int expected)
      throws InterruptedException {
    Map<String, String> once =
        Map.of("Idempotency-Key", new UUID(random.nextLong(), random.nextLong()).toString());
    return client.ask(new Call(account, "POST", path, body, once, Set.of(expected)));
  }
}
