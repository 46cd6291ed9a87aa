package fr.cadran.indicators.cptsvalue.persistence;

import fr.cadran.indicators.cptsvalue.application.CptsValueFilter;
import fr.cadran.indicators.cptsvalue.application.CptsValuePosition;
import fr.cadran.indicators.cptsvalue.application.CptsValues;
import fr.cadran.indicators.cptsvalue.application.StoredCptsValue;
import fr.cadran.indicators.cptsvalue.domain.ClosedDialogue;
import fr.cadran.indicators.cptsvalue.domain.CptsValue;
import fr.cadran.indicators.cptsvalue.domain.ResultsRestatement;
import fr.cadran.indicators.database.KnownFrom;
import fr.cadran.indicators.database.Query;
import fr.cadran.indicators.database.Statements;
import fr.cadran.indicators.database.VisibleCpts;
import fr.cadran.kit.access.CptsScope;
import fr.cadran.kit.id.DerivedId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Values of CPTS in plain SQL: append-only, closed by the time until which each was known. */
@ApplicationScoped
public class JdbcCptsValues implements CptsValues {
  private static final String VALUE_COLUMNS =
      "v.mission, v.indicator, v.label, v.type, v.unit, v.direction, v.baseline, v.target, v.value,"
          + " v.missing_reason, v.achievement, v.paid_rate, v.weight, v.amount";
  private static final String SELECT =
      "SELECT v.id, v.known_from, v.known_until, r.cpts, r.contract, r.dialogue, r.contract_year,"
          + " r.year_from, r.year_until, r.results_version, r.closed_at, r.hash, "
          + VALUE_COLUMNS
          + " FROM cpts_value v JOIN cpts_results r USING (contract, contract_year,"
          + " results_version) WHERE true";

  private final DataSource database;
  private final Statements statements;

  JdbcCptsValues(DataSource database) {
    this.database = database;
    this.statements = new Statements(database);
  }

  @Override
  public void lock(UUID contract) {
    new Query("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))", contract.toString())
        .list(database, row -> contract);
  }

  @Override
  public int latestVersion(UUID contract, int contractYear) {
    return new Query(
            "SELECT coalesce(max(results_version), 0) FROM cpts_results"
                + " WHERE contract = ? AND contract_year = ?",
            contract,
            contractYear)
        .list(database, row -> row.getInt(1))
        .getFirst();
  }

  @Override
  public List<CptsValue> current(UUID contract, int contractYear) {
    return new Query(
            "SELECT "
                + VALUE_COLUMNS
                + " FROM cpts_value v WHERE v.contract = ? AND v.contract_year = ?"
                + " AND v.known_until IS NULL",
            contract,
            contractYear)
        .list(database, JdbcCptsValues::value);
  }

  @Override
  public void restate(ClosedDialogue dialogue, ResultsRestatement restatement, Instant now) {
    Instant known =
        KnownFrom.of(
            now,
            new Query(
                    "SELECT known_from FROM cpts_value WHERE contract = ? AND contract_year = ?",
                    dialogue.contract(),
                    dialogue.contractYear())
                .list(database, row -> instant(row, "known_from")).stream());
    statements.update(
        """
        INSERT INTO cpts_results (contract, contract_year, results_version, cpts, dialogue,
          year_from, year_until, closed_at, hash, received_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        dialogue.contract(),
        dialogue.contractYear(),
        dialogue.resultsVersion(),
        dialogue.cpts(),
        dialogue.number(),
        dialogue.yearFrom(),
        dialogue.yearUntil(),
        dialogue.closedAt(),
        dialogue.hash(),
        known);
    List<List<@Nullable Object>> closed =
        restatement.closed().stream()
            .map(value ->
                Arrays.<@Nullable Object>asList(
                    known,
                    dialogue.contract(),
                    dialogue.contractYear(),
                    value.mission(),
                    value.indicator()))
            .toList();
    if (!closed.isEmpty()) {
      statements.batch(
          "UPDATE cpts_value SET known_until = ? WHERE contract = ? AND contract_year = ?"
              + " AND mission = ? AND indicator = ? AND known_until IS NULL",
          closed);
    }
    List<List<@Nullable Object>> opened =
        restatement.opened().stream().map(value -> row(dialogue, value, known)).toList();
    if (!opened.isEmpty()) {
      statements.batch(
          """
          INSERT INTO cpts_value (id, cpts, contract, contract_year, results_version, known_from,
            mission, indicator, label, type, unit, direction, baseline, target, value,
            missing_reason, achievement, paid_rate, weight, amount)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
          opened);
    }
  }

  private List<@Nullable Object> row(ClosedDialogue dialogue, CptsValue value, Instant known) {
    return Arrays.asList(
        // The same when the database is rebuilt.
        DerivedId.of(
            known,
            "cpts_value",
            dialogue.contract().toString(),
            Integer.toString(dialogue.contractYear()),
            Integer.toString(dialogue.resultsVersion()),
            value.mission(),
            value.indicator()),
        dialogue.cpts(),
        dialogue.contract(),
        dialogue.contractYear(),
        dialogue.resultsVersion(),
        known,
        value.mission(),
        value.indicator(),
        value.label(),
        value.type().name(),
        value.unit(),
        value.direction().name(),
        value.baseline(),
        value.target(),
        value.value(),
        value.missingReason(),
        value.achievement(),
        value.paidRate(),
        value.weight(),
        value.amount());
  }

  @Override
  public List<StoredCptsValue> find(
      CptsValueFilter filter, CptsScope scope, int limit, @Nullable CptsValuePosition after) {
    Query query = new Query(SELECT);
    VisibleCpts.restrict(query, "v.cpts", scope);
    if (filter.cpts() != null) {
      query.and("v.cpts = ?", filter.cpts());
    }
    if (filter.contractYear() != null) {
      query.and("v.contract_year = ?", filter.contractYear());
    }
    if (filter.indicator() != null) {
      query.and("v.indicator = ?", filter.indicator());
    }
    if (filter.departement() != null) {
      query.and(
          "EXISTS (SELECT 1 FROM cpts d WHERE d.id = v.cpts AND d.departement = ?)",
          filter.departement());
    }
    if (filter.updatedSince() != null) {
      query.and("v.known_from >= ?", filter.updatedSince());
    }
    if (filter.asOf() == null) {
      query.and("v.known_until IS NULL");
    } else {
      query.and(
          "v.known_from <= ? AND (v.known_until IS NULL OR v.known_until > ?)",
          filter.asOf(),
          filter.asOf());
    }
    if (after != null) {
      query.and(
          "(v.cpts, v.contract, v.contract_year, v.mission, v.indicator) > (?, ?, ?, ?, ?)",
          after.cpts(),
          after.contract(),
          after.contractYear(),
          after.mission(),
          after.indicator());
    }
    return query
        .then("ORDER BY v.cpts, v.contract, v.contract_year, v.mission, v.indicator LIMIT ?", limit)
        .list(database, JdbcCptsValues::read);
  }

  @Override
  public Optional<StoredCptsValue> find(UUID id, CptsScope scope) {
    Query query = new Query(SELECT).and("v.id = ?", id);
    VisibleCpts.restrict(query, "v.cpts", scope);
    return query.list(database, JdbcCptsValues::read).stream().findFirst();
  }

  @Override
  public boolean hasIndicator(String code, CptsScope scope) {
    Query query = new Query("SELECT 1 FROM cpts_value v WHERE v.indicator = ?", code);
    VisibleCpts.restrict(query, "v.cpts", scope);
    return !query.then("LIMIT 1").list(database, row -> row.getInt(1)).isEmpty();
  }

  private static StoredCptsValue read(ResultSet row) throws SQLException {
    return new StoredCptsValue(
        row.getObject("id", UUID.class),
        new ClosedDialogue(
            row.getObject("cpts", UUID.class),
            row.getObject("contract", UUID.class),
            row.getInt("dialogue"),
            row.getInt("contract_year"),
            row.getObject("year_from", LocalDate.class),
            row.getObject("year_until", LocalDate.class),
            row.getInt("results_version"),
            instant(row, "closed_at"),
            row.getString("hash")),
        value(row),
        instant(row, "known_from"),
        row.getObject("known_until") == null ? null : instant(row, "known_until"));
  }

  private static CptsValue value(ResultSet row) throws SQLException {
    return new CptsValue(
        row.getString("mission"),
        row.getString("indicator"),
        row.getString("label"),
        CptsValue.Type.valueOf(row.getString("type")),
        row.getString("unit"),
        CptsValue.Direction.valueOf(row.getString("direction")),
        row.getBigDecimal("baseline"),
        row.getBigDecimal("target"),
        row.getBigDecimal("value"),
        row.getString("missing_reason"),
        row.getBigDecimal("achievement"),
        row.getBigDecimal("paid_rate"),
        row.getString("weight"),
        row.getBigDecimal("amount"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
