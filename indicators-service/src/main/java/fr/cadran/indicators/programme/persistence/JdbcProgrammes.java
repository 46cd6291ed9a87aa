package fr.cadran.indicators.programme.persistence;

import com.fasterxml.jackson.core.type.TypeReference;
import fr.cadran.indicators.database.ExactJson;
import fr.cadran.indicators.database.KnownFrom;
import fr.cadran.indicators.database.Query;
import fr.cadran.indicators.database.Statements;
import fr.cadran.indicators.programme.application.Programmes;
import fr.cadran.indicators.programme.domain.Programme;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Programmes in plain SQL, the state as JSON. */
@ApplicationScoped
public class JdbcProgrammes implements Programmes {
  private final DataSource database;
  private final Statements statements;
  private final ExactJson json;

  JdbcProgrammes(DataSource database, ExactJson json) {
    this.database = database;
    this.statements = new Statements(database);
    this.json = json;
  }

  @Override
  public void keep(Programme programme, Instant now) {
    Map<Long, Instant> known = new HashMap<>();
    new Query("SELECT version, known_from FROM programme_state WHERE id = ?", programme.id())
        .list(
            database,
            row ->
                known.put(
                    row.getLong("version"),
                    row.getObject("known_from", OffsetDateTime.class).toInstant()));
    if (known.keySet().stream().anyMatch(version -> version >= programme.version())) {
      return;
    }
    Instant knownFrom = KnownFrom.of(now, known.values().stream());
    statements.update(
        "UPDATE programme_state SET known_until = ? WHERE id = ? AND known_until IS NULL",
        knownFrom,
        programme.id());
    statements.update(
        """
        INSERT INTO programme_state (id, version, region, state, known_from)
        VALUES (?, ?, ?, ?::jsonb, ?)
        """,
        programme.id(),
        programme.version(),
        programme.region(),
        json.write(programme),
        knownFrom);
  }

  @Override
  public Optional<Programme> find(String id, @Nullable Instant asOf) {
    Query query = new Query("SELECT state FROM programme_state WHERE id = ?", id);
    if (asOf == null) {
      query.and("known_until IS NULL");
    } else {
      query.and("known_from <= ? AND (known_until IS NULL OR known_until > ?)", asOf, asOf);
    }
    return query
        .list(database, row -> json.read(row.getString("state"), new TypeReference<Programme>() {}))
        .stream()
        .findFirst();
  }
}
