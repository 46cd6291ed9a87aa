package fr.cadran.indicators.gain.persistence;

import com.fasterxml.jackson.core.type.TypeReference;
import fr.cadran.indicators.database.ExactJson;
import fr.cadran.indicators.database.Query;
import fr.cadran.indicators.database.Statements;
import fr.cadran.indicators.gain.application.GainFilter;
import fr.cadran.indicators.gain.application.GainPosition;
import fr.cadran.indicators.gain.application.PotentialGains;
import fr.cadran.indicators.gain.application.StoredGain;
import fr.cadran.indicators.gain.domain.PotentialGain;
import fr.cadran.kit.id.IdSource;
import fr.cadran.kit.type.Euros;
import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.Quarter;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Potential gains in plain SQL: append-only, closed by the time until which each was known. */
@ApplicationScoped
public class JdbcPotentialGains implements PotentialGains {
  private final DataSource database;
  private final Statements statements;
  private final ExactJson json;
  private final IdSource ids;

  JdbcPotentialGains(DataSource database, ExactJson json, IdSource ids) {
    this.database = database;
    this.statements = new Statements(database);
    this.json = json;
    this.ids = ids;
  }

  @Override
  public void restate(
      Finess centre, Quarter quarter, int recordVersion, PotentialGain gain, Instant now) {
    Instant knownFrom = now.truncatedTo(ChronoUnit.MICROS);
    String fingerprint = json.fingerprint(List.of(recordVersion, gain));
    boolean known =
        !new Query(
                "SELECT 1 FROM potential_gain WHERE finess = ? AND quarter = ? AND levier = ?"
                    + " AND method = ? AND fingerprint = ? AND known_until IS NULL",
                centre.value(),
                quarter.toString(),
                gain.levier().name(),
                gain.method().code(),
                fingerprint)
            .list(database, row -> row.getInt(1))
            .isEmpty();
    if (known) {
      return;
    }
    statements.update(
        "UPDATE potential_gain SET known_until = ? WHERE finess = ? AND quarter = ? AND levier = ?"
            + " AND method = ? AND known_until IS NULL",
        knownFrom,
        centre.value(),
        quarter.toString(),
        gain.levier().name(),
        gain.method().code());
    Euros total = gain.total();
    statements.update(
        """
        INSERT INTO potential_gain (id, finess, quarter, levier, method, record_version, total,
          missing_reason, calculation, fingerprint, known_from)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?)
        """,
        ids.next(),
        centre.value(),
        quarter.toString(),
        gain.levier().name(),
        gain.method().code(),
        recordVersion,
        total == null ? null : total.amount(),
        gain.missingReason(),
        json.write(gain),
        fingerprint,
        knownFrom);
  }

  @Override
  public List<StoredGain> find(GainFilter filter, int limit, @Nullable GainPosition after) {
    Query query =
        new Query(
            "SELECT id, finess, quarter, record_version, calculation, known_from, known_until"
                + " FROM potential_gain WHERE finess = ?",
            filter.centre().value());
    if (filter.method() != null) {
      query.and("method = ?", filter.method().code());
    }
    if (filter.quarter() != null) {
      query.and("quarter = ?", filter.quarter().toString());
    }
    if (filter.asOf() == null) {
      query.and("known_until IS NULL");
    } else {
      query.and(
          "known_from <= ? AND (known_until IS NULL OR known_until > ?)",
          filter.asOf(),
          filter.asOf());
    }
    if (after != null) {
      query.and(
          "(quarter, levier, method) > (?, ?, ?)",
          after.quarter().toString(),
          after.levier().name(),
          after.method().code());
    }
    return query.then("ORDER BY quarter, levier, method LIMIT ?", limit).list(database, this::read);
  }

  private StoredGain read(ResultSet row) throws SQLException {
    return new StoredGain(
        row.getObject("id", UUID.class),
        new Finess(row.getString("finess")),
        Quarter.parse(row.getString("quarter")),
        row.getInt("record_version"),
        json.read(row.getString("calculation"), new TypeReference<PotentialGain>() {}),
        row.getObject("known_from", OffsetDateTime.class).toInstant(),
        row.getObject("known_until") == null
            ? null
            : row.getObject("known_until", OffsetDateTime.class).toInstant());
  }
}
