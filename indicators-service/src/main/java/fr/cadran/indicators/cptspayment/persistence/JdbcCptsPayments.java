package fr.cadran.indicators.cptspayment.persistence;

import fr.cadran.events.cpts.PaymentOrdered;
import fr.cadran.indicators.cptspayment.application.CptsPayments;
import fr.cadran.indicators.database.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import javax.sql.DataSource;

/** Payments of CPTS in plain SQL. */
@ApplicationScoped
public class JdbcCptsPayments implements CptsPayments {
  private final Statements statements;

  JdbcCptsPayments(DataSource database) {
    this.statements = new Statements(database);
  }

  @Override
  public void keep(PaymentOrdered payment, Instant receivedAt) {
    statements.update(
        """
        INSERT INTO cpts_payment (id, contract, cpts, caisse, contract_year, line, volet, kind,
          due_on, amount, flags, ledger_version, received_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (id) DO NOTHING
        """,
        payment.payment(),
        payment.contract(),
        payment.cpts(),
        payment.caisse(),
        payment.contractYear(),
        payment.line(),
        payment.volet(),
        payment.kind().name(),
        payment.dueOn(),
        payment.amount(),
        payment.flags(),
        payment.ledgerVersion(),
        receivedAt);
  }
}
