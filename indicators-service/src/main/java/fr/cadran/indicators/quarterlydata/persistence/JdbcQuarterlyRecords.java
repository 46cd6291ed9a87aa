package fr.cadran.indicators.quarterlydata.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.cadran.events.centres.QuarterlyContent;
import fr.cadran.indicators.database.Query;
import fr.cadran.indicators.database.Statements;
import fr.cadran.indicators.quarterlydata.application.QuarterlyRecords;
import fr.cadran.indicators.quarterlydata.application.ReceivedQuarterlyData;
import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.Quarter;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import javax.sql.DataSource;

/** Received quarterly data in plain SQL, the content as JSON. */
@ApplicationScoped
public class JdbcQuarterlyRecords implements QuarterlyRecords {
  private final DataSource database;
  private final Statements statements;
  private final ObjectMapper mapper;

  JdbcQuarterlyRecords(DataSource database, ObjectMapper mapper) {
    this.database = database;
    this.statements = new Statements(database);
    this.mapper = mapper;
  }

  @Override
  public void lock(Finess centre) {
    new Query("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))", centre.value())
        .list(database, row -> centre);
  }

  @Override
  public int latestVersion(Finess centre, Quarter quarter) {
    return new Query(
            "SELECT coalesce(max(version), 0) FROM quarterly_record"
                + " WHERE finess = ? AND quarter = ?",
            centre.value(),
            quarter.toString())
        .list(database, row -> row.getInt(1))
        .getFirst();
  }

  @Override
  public void add(Finess centre, ReceivedQuarterlyData data, Instant receivedAt) {
    statements.update(
        """
        INSERT INTO quarterly_record (finess, quarter, version, content, submitted_at, received_at)
        VALUES (?, ?, ?, ?::jsonb, ?, ?)
        """,
        centre.value(),
        data.quarter().toString(),
        data.version(),
        write(data.content()),
        data.submittedAt(),
        receivedAt);
  }

  @Override
  public List<ReceivedQuarterlyData> latest(Finess centre) {
    return new Query(
            """
            SELECT DISTINCT ON (quarter) quarter, version, content, submitted_at
            FROM quarterly_record WHERE finess = ?
            ORDER BY quarter, version DESC\
            """,
            centre.value())
        .list(database, this::read);
  }

  @Override
  public List<Finess> centres() {
    return new Query("SELECT DISTINCT finess FROM quarterly_record ORDER BY finess")
        .list(database, row -> new Finess(row.getString("finess")));
  }

  private ReceivedQuarterlyData read(ResultSet row) throws SQLException {
    return new ReceivedQuarterlyData(
        Quarter.parse(row.getString("quarter")),
        row.getInt("version"),
        row.getObject("submitted_at", OffsetDateTime.class).toInstant(),
        content(row.getString("content")));
  }

  private String write(QuarterlyContent content) {
    try {
      return mapper.writeValueAsString(content);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("quarterly data cannot be kept", e);
    }
  }

  private QuarterlyContent content(String json) {
    try {
      return mapper.readValue(json, QuarterlyContent.class);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("stored quarterly data cannot be read", e);
    }
  }
}
