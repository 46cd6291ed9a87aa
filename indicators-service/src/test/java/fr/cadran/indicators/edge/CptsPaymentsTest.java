package fr.cadran.indicators.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.cadran.testing.infra.CadranTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What is paid to a CPTS, summed by contract year, line and volet. */
@QuarkusTest
@QuarkusTestResource(CadranTestResource.class)
class CptsPaymentsTest {
  @Inject DataSource database;

  private final UUID cpts = UUID.randomUUID();
  private final UUID contract = UUID.randomUUID();

  @Test
  void payments_are_summed_by_year_line_and_volet_and_each_counts_once() throws SQLException {
    UUID advance = UUID.randomUUID();
    // cpts.md §5: size 2, started 2022-09-01: 75 % of 8,678.08, then the rest; lines of one change
    // share its version.
    order(advance, 1, "ACCES_SOINS", "FIXE", "ADVANCE", "6508.56", 5);
    order(UUID.randomUUID(), 1, "FONCTIONNEMENT", "FONCTIONNEMENT", "FULL", "60000.00", 5);
    order(UUID.randomUUID(), 1, "ACCES_SOINS", "FIXE", "BALANCE", "2169.52", 8);
    order(advance, 1, "ACCES_SOINS", "FIXE", "ADVANCE", "6508.56", 8);
    order(UUID.randomUUID(), 1, "ACCES_SOINS", "VARIABLE", "FULL", "13125.00", 8);
    order(UUID.randomUUID(), 1, "ACCES_SOINS", "FIXE", "CORRECTION", "-0.01", 9);
    order(UUID.randomUUID(), 2, "ACCES_SOINS", "FIXE", "RECOVERY", "-100.00", 9);

    await().atMost(Duration.ofSeconds(30)).until(() -> sums().size() == 4);
    assertThat(sums())
        .containsExactly(
            sum(1, "ACCES_SOINS", "FIXE", "6508.56", "2169.52", "0", "0", "-0.01", "8678.07"),
            sum(1, "ACCES_SOINS", "VARIABLE", "0", "0", "13125.00", "0", "0", "13125.00"),
            sum(1, "FONCTIONNEMENT", "FONCTIONNEMENT", "0", "0", "60000.00", "0", "0", "60000.00"),
            sum(2, "ACCES_SOINS", "FIXE", "0", "0", "0", "-100.00", "0", "-100.00"));
  }

  private void order(
      UUID payment, int year, String line, String volet, String kind, String amount, long version) {
    CptsMessages.other(
        "fr.cadran.cpts.payment-ordered.v1",
        cpts,
        contract,
        version,
        """
        {"payment": "%s", "contract": "%s", "cpts": "%s", "caisse": "931", "contractYear": %d,
         "line": "%s", "volet": "%s", "kind": "%s", "dueOn": "2022-09-01", "amount": %s,
         "flags": ["assumption"], "ledgerVersion": %d, "version": %d}
        """
            .formatted(payment, contract, cpts, year, line, volet, kind, amount, version, version));
  }

  private static String sum(int year, String line, String volet, String... amounts) {
    return year + " " + line + " " + volet + " " + String.join(" ", amounts);
  }

  private List<String> sums() throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                """
                SELECT contract_year, line, volet, advanced, balance, paid_at_once, recovered,
                       corrected, total
                  FROM cpts_payment_sum WHERE contract = ? ORDER BY contract_year, line, volet
                """)) {
      select.setObject(1, contract);
      List<String> sums = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          List<String> amounts = new ArrayList<>();
          for (int column = 4; column <= 9; column++) {
            BigDecimal amount = row.getBigDecimal(column);
            amounts.add(amount.toPlainString());
          }
          sums.add(
              sum(
                  row.getInt(1),
                  row.getString(2),
                  row.getString(3),
                  amounts.toArray(String[]::new)));
        }
      }
      return sums;
    }
  }
}
