package fr.cadran.contracts.payment.persistence;

import fr.cadran.contracts.fundingtable.domain.FundingAmount;
import fr.cadran.contracts.fundingtable.domain.FundingLine;
import fr.cadran.contracts.fundingtable.domain.FundingTable;
import fr.cadran.contracts.fundingtable.domain.RuleName;
import fr.cadran.contracts.fundingtable.domain.RuleParameter;
import fr.cadran.contracts.fundingtable.domain.RuleParameters;
import fr.cadran.contracts.fundingtable.domain.Verification;
import fr.cadran.contracts.fundingtable.domain.Volet;
import fr.cadran.contracts.payment.application.ExplanationDocument;
import fr.cadran.contracts.payment.application.PostedLine;
import fr.cadran.contracts.payment.domain.ContractFacts;
import fr.cadran.contracts.payment.domain.LedgerLine;
import fr.cadran.contracts.payment.domain.PaymentCalculator;
import fr.cadran.kit.type.Euros;
import fr.cadran.kit.type.FrenchDay;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Computes whole ledgers again, run by run, each from the version of the facts and the lines that
 * it had before it, and says where what stands is not what the engine writes. Reads only; what the
 * service itself has in memory plays no part.
 */
public final class JdbcLedgerCheck {
  private final Connection connection;
  private final Map<String, FundingTable> tables = new HashMap<>();

  /**
   * @param connection to the database of the contracts, better in one read-only snapshot
   */
  public JdbcLedgerCheck(Connection connection) {
    this.connection = connection;
  }

  /** What can be wrong with a ledger. */
  public enum Fault {
    /** Lines are not numbered from 1 on without a gap, or are not as many as the head says. */
    NUMBERING,
    /** A line stands that its run does not write. */
    NOT_DUE,
    /** A line is missing that a run writes. */
    MISSING,
    /** The amount is another one. */
    AMOUNT,
    /** The amount holds, its day, kind or explanation does not. */
    EXPLANATION,
    /** Facts or a line cannot be read. */
    UNREADABLE
  }

  /**
   * A fault.
   *
   * @param position of the line in the ledger, 0 when it is about the ledger as a whole
   */
  public record Finding(int position, Fault fault, String why) {}

  /**
   * What became of one ledger.
   *
   * @param lines how many lines it has
   * @param ordered sum of its lines
   * @param findings every fault, none when it holds
   */
  public record Verdict(int lines, Euros ordered, List<Finding> findings) {
    public Verdict {
      findings = List.copyOf(findings);
    }
  }

  /** The contracts that have a ledger, in the order of their ids. */
  public List<UUID> contracts() throws SQLException {
    return query(
        "select contract_id from contract_ledger order by contract_id",
        row -> row.getObject(1, UUID.class));
  }

  /** Computes the ledger of a contract again. */
  public Verdict check(UUID contract) throws SQLException {
    List<PostedLine> lines;
    try {
      lines =
          query(
              JdbcLedgers.LINE + " where contract_id = ? order by position",
              JdbcLedgers::posted,
              contract);
    } catch (RuntimeException unreadable) {
      return new Verdict(
          0, Euros.ZERO, List.of(new Finding(0, Fault.UNREADABLE, "a line cannot be read")));
    }
    List<Finding> findings = new ArrayList<>(numbering(contract, lines));
    try {
      checkRuns(contract, lines, findings);
      checkNothingWasLeftOut(contract, lines, findings);
    } catch (RuntimeException inconsistent) {
      findings.add(
          new Finding(
              0,
              Fault.UNREADABLE,
              "the facts cannot be computed with: " + inconsistent.getClass().getSimpleName()));
    }
    return new Verdict(
        lines.size(),
        lines.stream().map(PostedLine::amount).reduce(Euros.ZERO, Euros::plus),
        findings);
  }

  private List<Finding> numbering(UUID contract, List<PostedLine> lines) throws SQLException {
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).position() != i + 1) {
        findings.add(
            new Finding(
                lines.get(i).position(), Fault.NUMBERING, "line " + (i + 1) + " is missing"));
        break;
      }
    }
    int counted =
        query(
                "select line_count from contract_ledger where contract_id = ?",
                row -> row.getInt(1),
                contract)
            .getFirst();
    if (counted != lines.size()) {
      findings.add(
          new Finding(
              0,
              Fault.NUMBERING,
              "the head says " + counted + " lines, " + lines.size() + " stand"));
    }
    return findings;
  }

  private void checkRuns(UUID contract, List<PostedLine> lines, List<Finding> findings)
      throws SQLException {
    int begin = 0;
    while (begin < lines.size()) {
      int end = begin + 1;
      while (end < lines.size() && sameRun(lines.get(begin), lines.get(end))) {
        end++;
      }
      PostedLine first = lines.get(begin);
      List<LedgerLine> written =
          new PaymentCalculator(facts(contract, first.factsVersion()))
              .due(standing(contract, first.position()), first.upTo());
      compare(lines.subList(begin, end), written, findings);
      begin = end;
    }
  }

  private static boolean sameRun(PostedLine one, PostedLine other) {
    return one.factsVersion() == other.factsVersion() && one.postedAt().equals(other.postedAt());
  }

  private static void compare(
      List<PostedLine> stand, List<LedgerLine> written, List<Finding> findings) {
    List<LedgerLine> left = new ArrayList<>(written);
    for (PostedLine line : stand) {
      LedgerLine again =
          left.stream()
              .filter(one ->
                  one.envelope().equals(line.envelope()) && one.milestone() == line.milestone())
              .findFirst()
              .orElse(null);
      if (again == null) {
        findings.add(new Finding(line.position(), Fault.NOT_DUE, "computed again, it is not due"));
        continue;
      }
      left.remove(again);
      if (!again.amount().equals(line.amount())) {
        findings.add(
            new Finding(
                line.position(),
                Fault.AMOUNT,
                "computed again, the amount is " + again.amount() + ", not " + line.amount()));
      } else if (again.kind() != line.kind()
          || !again.dueOn().equals(line.dueOn())
          || !ExplanationDocument.of(again.explanation()).equals(line.explanation())) {
        findings.add(
            new Finding(
                line.position(),
                Fault.EXPLANATION,
                "computed again, the amount holds but not its kind, day or explanation"));
      }
    }
    for (LedgerLine missing : left) {
      findings.add(new Finding(stand.getLast().position(), Fault.MISSING, says(missing)));
    }
  }

  /** Under the latest facts, and by the last day that the calendar is known to have run. */
  private void checkNothingWasLeftOut(UUID contract, List<PostedLine> lines, List<Finding> findings)
      throws SQLException {
    record Latest(int version, LocalDate recordedOn) {}
    Latest latest =
        query(
                "select version, recorded_at from contract_facts where contract_id = ?"
                    + " order by version desc limit 1",
                row ->
                    new Latest(
                        row.getInt(1),
                        FrenchDay.of(row.getObject(2, OffsetDateTime.class).toInstant())),
                contract)
            .getFirst();
    LocalDate upTo =
        lines.stream()
            .map(PostedLine::upTo)
            .reduce(latest.recordedOn(), (one, other) -> one.isAfter(other) ? one : other);
    for (LedgerLine missing :
        new PaymentCalculator(facts(contract, latest.version()))
            .due(standing(contract, Integer.MAX_VALUE), upTo)) {
      findings.add(new Finding(0, Fault.MISSING, says(missing)));
    }
  }

  private static String says(LedgerLine missing) {
    return "computed again, a line of "
        + missing.amount()
        + " for "
        + missing.envelope().line()
        + " "
        + missing.envelope().volet()
        + " of year "
        + missing.envelope().contractYear()
        + " is due and not there";
  }

  private List<LedgerLine> standing(UUID contract, int before) throws SQLException {
    return query(
        "select contract_year, line, volet, kind, milestone, due_on, amount from ledger_line"
            + " where contract_id = ? and position < ? order by position",
        JdbcLedgers::standing,
        contract,
        before);
  }

  private ContractFacts facts(UUID contract, int version) throws SQLException {
    FactsDocument document =
        query(
                "select facts from contract_facts where contract_id = ? and version = ?",
                row -> ExactJson.read(row.getString(1), FactsDocument.class),
                contract,
                version)
            .getFirst();
    for (FactsDocument.TermsPart terms : document.terms()) {
      String name = name(terms.fundingTable(), terms.version());
      if (!tables.containsKey(name)) {
        tables.put(name, table(terms.fundingTable(), terms.version()));
      }
    }
    return document.toDomain((code, number) -> {
      FundingTable table = tables.get(name(code, number));
      if (table == null) {
        throw new IllegalStateException("no funding table " + code);
      }
      return table;
    });
  }

  private static String name(String code, int version) {
    return code + "/" + version;
  }

  private FundingTable table(String code, int version) throws SQLException {
    List<FundingAmount> amounts =
        query(
            "select line, volet, size, amount, earmarked, source, verification from funding_amount"
                + " where table_code = ? and table_version = ? order by position, size",
            row ->
                new FundingAmount(
                    FundingLine.valueOf(row.getString("line")),
                    Volet.valueOf(row.getString("volet")),
                    row.getInt("size"),
                    new Euros(row.getBigDecimal("amount")),
                    row.getBoolean("earmarked"),
                    row.getString("source"),
                    Verification.ofToken(row.getString("verification")).orElseThrow()),
            code,
            version);
    RuleParameters parameters =
        new RuleParameters(
            query(
                "select name, value, source, verification from funding_parameter"
                    + " where table_code = ? and table_version = ?",
                row ->
                    new RuleParameter(
                        RuleName.ofToken(row.getString("name")).orElseThrow(),
                        row.getString("value"),
                        row.getString("source"),
                        Verification.ofToken(row.getString("verification")).orElseThrow()),
                code,
                version));
    return query(
            "select label, valid_from, valid_until, source from funding_table"
                + " where code = ? and version = ? and published_at is not null",
            row ->
                new FundingTable(
                    code,
                    version,
                    row.getString("label"),
                    row.getObject("valid_from", LocalDate.class),
                    row.getObject("valid_until", LocalDate.class),
                    row.getString("source"),
                    amounts,
                    parameters),
            code,
            version)
        .getFirst();
  }

  @FunctionalInterface
  private interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  private <T> List<T> query(String sql, RowReader<T> reader, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      List<T> rows = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          rows.add(reader.read(row));
        }
      }
      return rows;
    }
  }
}
