package fr.cadran.contracts.payment.persistence;

import fr.cadran.contracts.fundingtable.application.FundingTables;
import fr.cadran.contracts.fundingtable.domain.FundingLine;
import fr.cadran.contracts.fundingtable.domain.Volet;
import fr.cadran.contracts.payment.application.ExplanationDocument;
import fr.cadran.contracts.payment.application.LedgerHead;
import fr.cadran.contracts.payment.application.Ledgers;
import fr.cadran.contracts.payment.application.PostedLine;
import fr.cadran.contracts.payment.domain.ContractFacts;
import fr.cadran.contracts.payment.domain.EnvelopeKey;
import fr.cadran.contracts.payment.domain.Explanation;
import fr.cadran.contracts.payment.domain.LedgerLine;
import fr.cadran.contracts.payment.domain.Milestone;
import fr.cadran.contracts.payment.domain.PaymentKind;
import fr.cadran.contracts.payment.domain.PaymentRule;
import fr.cadran.kit.type.Euros;
import fr.cadran.kit.type.Rational;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The ledgers by plain JDBC: lines are added in batches, never read into objects that could be
 * changed and written back. Connections join the transaction of the use case.
 */
@ApplicationScoped
class JdbcLedgers implements Ledgers {
  private static final String HEAD =
      "select contract_id, cpts_id, caisse, facts_version, line_count, next_due_on"
          + " from contract_ledger where contract_id = ?";
  static final String LINE =
      "select id, contract_id, position, contract_year, line, volet, kind, milestone, due_on,"
          + " amount, explanation, facts_version, up_to, posted_at from ledger_line";

  private final DataSource database;
  private final FundingTables tables;

  JdbcLedgers(DataSource database, FundingTables tables) {
    this.database = database;
    this.tables = tables;
  }

  @Override
  public Optional<LedgerHead> find(UUID contract) {
    return query(HEAD, JdbcLedgers::head, contract).stream().findFirst();
  }

  @Override
  public Optional<LedgerHead> lock(UUID contract) {
    return query(HEAD + " for update", JdbcLedgers::head, contract).stream().findFirst();
  }

  @Override
  public void open(UUID contract, UUID cpts, String caisse, ContractFacts facts, Instant now) {
    update(
        "insert into contract_ledger (contract_id, cpts_id, caisse, facts_version, line_count)"
            + " values (?, ?, ?, 1, 0)",
        contract,
        cpts,
        caisse);
    keep(contract, 1, facts, now);
  }

  @Override
  public void revise(UUID contract, int version, ContractFacts facts, Instant now) {
    update("update contract_ledger set facts_version = ? where contract_id = ?", version, contract);
    keep(contract, version, facts, now);
  }

  private void keep(UUID contract, int version, ContractFacts facts, Instant now) {
    update(
        "insert into contract_facts (contract_id, version, facts, recorded_at)"
            + " values (?, ?, cast(? as jsonb), ?)",
        contract,
        version,
        ExactJson.write(FactsDocument.of(facts)),
        now);
  }

  @Override
  public ContractFacts facts(UUID contract, int version) {
    return query(
            "select facts from contract_facts where contract_id = ? and version = ?",
            row -> ExactJson.read(row.getString(1), FactsDocument.class),
            contract,
            version)
        .getFirst()
        .toDomain((code, number) -> tables.published(code, number).orElseThrow());
  }

  @Override
  public List<LedgerLine> standing(UUID contract) {
    return query(
        "select contract_year, line, volet, kind, milestone, due_on, amount from ledger_line"
            + " where contract_id = ? order by position",
        JdbcLedgers::standing,
        contract);
  }

  static LedgerLine standing(ResultSet row) throws SQLException {
    Euros amount = new Euros(row.getBigDecimal("amount"));
    PaymentKind kind = PaymentKind.valueOf(row.getString("kind"));
    return new LedgerLine(
        envelope(row),
        kind,
        Milestone.valueOf(row.getString("milestone")),
        row.getObject("due_on", LocalDate.class),
        amount,
        // The engine reads what stands, not why: the explanation is kept as it was written.
        new Explanation(
            PaymentRule.CORRECTION_ANNEE_CLOSE,
            "",
            "",
            List.of(),
            null,
            List.of(),
            List.of(),
            Rational.ZERO,
            amount));
  }

  @Override
  public void append(UUID contract, List<PostedLine> lines, @Nullable LocalDate nextDueOn) {
    if (!lines.isEmpty()) {
      insert(lines);
    }
    update(
        "update contract_ledger set line_count = line_count + ?, next_due_on = ?"
            + " where contract_id = ?",
        lines.size(),
        nextDueOn,
        contract);
  }

  private void insert(List<PostedLine> lines) {
    try (Connection connection = database.getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                """
                insert into ledger_line (id, contract_id, position, contract_year, line, volet, kind,
                                         milestone, due_on, amount, explanation, facts_version,
                                         up_to, posted_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as jsonb), ?, ?, ?)
                """)) {
      for (PostedLine line : lines) {
        bind(
            insert,
            line.id(),
            line.contract(),
            line.position(),
            line.envelope().contractYear(),
            line.envelope().line().name(),
            line.envelope().volet().name(),
            line.kind().name(),
            line.milestone().name(),
            line.dueOn(),
            line.amount().amount(),
            ExactJson.write(line.explanation()),
            line.factsVersion(),
            line.upTo(),
            line.postedAt());
        insert.addBatch();
      }
      insert.executeBatch();
    } catch (SQLException e) {
      throw new LedgerStorageException(e);
    }
  }

  @Override
  public List<PostedLine> lines(UUID contract, @Nullable Instant asOf) {
    return asOf == null
        ? query(LINE + " where contract_id = ? order by position", JdbcLedgers::posted, contract)
        : query(
            LINE + " where contract_id = ? and posted_at <= ? order by position",
            JdbcLedgers::posted,
            contract,
            asOf);
  }

  @Override
  public Optional<PostedLine> line(UUID payment) {
    return query(LINE + " where id = ?", JdbcLedgers::posted, payment).stream().findFirst();
  }

  @Override
  public List<UUID> due(LocalDate day, int most) {
    return query(
        "select contract_id from contract_ledger where next_due_on <= ?"
            + " order by next_due_on, contract_id limit ?",
        row -> row.getObject(1, UUID.class),
        day,
        most);
  }

  private static LedgerHead head(ResultSet row) throws SQLException {
    return new LedgerHead(
        row.getObject("contract_id", UUID.class),
        row.getObject("cpts_id", UUID.class),
        row.getString("caisse"),
        row.getInt("facts_version"),
        row.getInt("line_count"),
        row.getObject("next_due_on", LocalDate.class));
  }

  static PostedLine posted(ResultSet row) throws SQLException {
    return new PostedLine(
        row.getObject("id", UUID.class),
        row.getObject("contract_id", UUID.class),
        row.getInt("position"),
        envelope(row),
        PaymentKind.valueOf(row.getString("kind")),
        Milestone.valueOf(row.getString("milestone")),
        row.getObject("due_on", LocalDate.class),
        new Euros(row.getBigDecimal("amount")),
        ExactJson.read(row.getString("explanation"), ExplanationDocument.class),
        row.getInt("facts_version"),
        row.getObject("up_to", LocalDate.class),
        row.getObject("posted_at", OffsetDateTime.class).toInstant());
  }

  private static EnvelopeKey envelope(ResultSet row) throws SQLException {
    return new EnvelopeKey(
        row.getInt("contract_year"),
        FundingLine.valueOf(row.getString("line")),
        Volet.valueOf(row.getString("volet")));
  }

  // ---- JDBC

  @FunctionalInterface
  private interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  private <T> List<T> query(String sql, RowReader<T> reader, Object... values) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, values);
      List<T> rows = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          rows.add(reader.read(row));
        }
      }
      return rows;
    } catch (SQLException e) {
      throw new LedgerStorageException(e);
    }
  }

  private void update(String sql, @Nullable Object... values) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, values);
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new LedgerStorageException(e);
    }
  }

  private static void bind(PreparedStatement statement, @Nullable Object... values)
      throws SQLException {
    for (int i = 0; i < values.length; i++) {
      switch (values[i]) {
        case null -> statement.setNull(i + 1, Types.NULL);
        case Instant instant -> statement.setObject(i + 1, instant.atOffset(ZoneOffset.UTC));
        case Object value -> statement.setObject(i + 1, value);
      }
    }
  }
}
