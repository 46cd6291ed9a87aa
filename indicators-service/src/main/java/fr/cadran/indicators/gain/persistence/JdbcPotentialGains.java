package fr.cadran.indicators.gain.persistence;

import com.fasterxml.jackson.core.type.TypeReference;
import fr.cadran.indicators.database.ExactJson;
import fr.cadran.indicators.database.KnownFrom;
import fr.cadran.indicators.database.Query;
import fr.cadran.indicators.database.Statements;
import fr.cadran.indicators.gain.application.GainFilter;
import fr.cadran.indicators.gain.application.GainPosition;
import fr.cadran.indicators.gain.application.GainRestatement;
import fr.cadran.indicators.gain.application.PotentialGains;
import fr.cadran.indicators.gain.application.StoredGain;
import fr.cadran.indicators.gain.domain.GainMethod;
import fr.cadran.indicators.gain.domain.PotentialGain;
import fr.cadran.indicators.gain.domain.QuarterGain;
import fr.cadran.indicators.value.domain.RecordSource;
import fr.cadran.kit.id.DerivedId;
import fr.cadran.kit.type.Euros;
import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.Quarter;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Potential gains in plain SQL: append-only, closed by the time until which each was known. */
@ApplicationScoped
public class JdbcPotentialGains implements PotentialGains {
  private static final String INSERT =
      """
      INSERT INTO potential_gain (id, finess, quarter, levier, method, record_version, total,
        missing_reason, calculation, inputs, fingerprint, known_from)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?)\
      """;

  private final DataSource database;
  private final Statements statements;
  private final ExactJson json;

  JdbcPotentialGains(DataSource database, ExactJson json) {
    this.database = database;
    this.statements = new Statements(database);
    this.json = json;
  }

  @Override
  public GainRestatement restate(
      Finess centre, Quarter from, List<QuarterGain> gains, Instant now) {
    Comparison compared = compare(centre, from, gains, now);
    if (!compared.closed.isEmpty()) {
      statements.update(
          "UPDATE potential_gain SET known_until = ? WHERE id = ANY(?::uuid[])",
          compared.knownFrom,
          compared.closed);
    }
    if (!compared.opened.isEmpty()) {
      statements.batch(INSERT, compared.opened);
    }
    return new GainRestatement(gains.size(), compared.changes);
  }

  @Override
  public GainRestatement differences(
      Finess centre, Quarter from, List<QuarterGain> gains, Instant now) {
    return new GainRestatement(gains.size(), compare(centre, from, gains, now).changes);
  }

  private Comparison compare(Finess centre, Quarter from, List<QuarterGain> gains, Instant now) {
    Map<Key, Current> current = current(centre, from);
    Instant knownFrom = KnownFrom.of(now, current.values().stream().map(Current::knownFrom));
    Comparison compared = new Comparison(knownFrom);
    for (QuarterGain one : gains) {
      Key key = new Key(one.quarter(), one.gain().method());
      String fingerprint = ExactJson.fingerprint(json.bytes(one.inputs()), json.bytes(one.gain()));
      Current before = current.remove(key);
      if (before != null && before.fingerprint().equals(fingerprint)) {
        continue;
      }
      if (before != null) {
        compared.closed.add(before.id());
      }
      compared.opened.add(row(centre, one, fingerprint, knownFrom));
      compared.changes.add(
          new GainRestatement.Change(
              key.quarter(),
              key.method(),
              before == null ? null : before.said(),
              said(one.gain())));
    }
    current.forEach((key, before) -> {
      compared.closed.add(before.id());
      compared.changes.add(
          new GainRestatement.Change(key.quarter(), key.method(), before.said(), null));
    });
    return compared;
  }

  private Map<Key, Current> current(Finess centre, Quarter from) {
    Map<Key, Current> current = new LinkedHashMap<>();
    new Query(
            "SELECT id, quarter, method, fingerprint, known_from,"
                + " coalesce(total::text, missing_reason) AS said"
                + " FROM potential_gain WHERE finess = ? AND quarter >= ? AND known_until IS NULL"
                + " ORDER BY quarter, method",
            centre.value(),
            from.toString())
        .list(
            database,
            row ->
                current.put(
                    new Key(
                        Quarter.parse(row.getString("quarter")),
                        GainMethod.withCode(row.getString("method")).orElseThrow()),
                    new Current(
                        row.getObject("id", UUID.class),
                        row.getString("fingerprint"),
                        row.getString("said"),
                        row.getObject("known_from", OffsetDateTime.class).toInstant())));
    return current;
  }

  private List<@Nullable Object> row(
      Finess centre, QuarterGain one, String fingerprint, Instant knownFrom) {
    PotentialGain gain = one.gain();
    Euros total = gain.total();
    return Arrays.asList(
        // The same when the database is rebuilt.
        DerivedId.of(
            knownFrom,
            "potential_gain",
            centre.value(),
            one.quarter().toString(),
            gain.method().code(),
            fingerprint),
        centre.value(),
        one.quarter().toString(),
        gain.levier().name(),
        gain.method().code(),
        one.recordVersion(),
        total == null ? null : total.amount(),
        gain.missingReason(),
        json.write(gain),
        json.write(one.inputs()),
        fingerprint,
        knownFrom);
  }

  private static String said(PotentialGain gain) {
    Euros total = gain.total();
    return total == null ? Objects.requireNonNull(gain.missingReason()) : total.toString();
  }

  @Override
  public List<StoredGain> find(GainFilter filter, int limit, @Nullable GainPosition after) {
    Query query =
        new Query(
            "SELECT id, finess, quarter, record_version, calculation, inputs, known_from,"
                + " known_until"
                + " FROM potential_gain WHERE finess = ?",
            filter.centre().value());
    if (filter.levier() != null) {
      query.and("levier = ?", filter.levier().name());
    }
    if (filter.method() != null) {
      query.and("method = ?", filter.method().code());
    }
    if (filter.quarter() != null) {
      query.and("quarter = ?", filter.quarter().toString());
    }
    if (filter.updatedSince() != null) {
      query.and("known_from >= ?", filter.updatedSince());
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
    Quarter quarter = Quarter.parse(row.getString("quarter"));
    int version = row.getInt("record_version");
    String inputs = row.getString("inputs");
    return new StoredGain(
        row.getObject("id", UUID.class),
        new Finess(row.getString("finess")),
        new QuarterGain(
            quarter,
            version,
            json.read(row.getString("calculation"), new TypeReference<PotentialGain>() {}),
            inputs == null
                ? List.of(new RecordSource("quarterly-data", quarter, version))
                : json.read(inputs, new TypeReference<List<RecordSource>>() {})),
        row.getObject("known_from", OffsetDateTime.class).toInstant(),
        row.getObject("known_until") == null
            ? null
            : row.getObject("known_until", OffsetDateTime.class).toInstant());
  }

  private record Key(Quarter quarter, GainMethod method) {}

  private record Current(UUID id, String fingerprint, String said, Instant knownFrom) {}

  /** What a restatement opens, and what it closes: all that is not the same any more. */
  private static final class Comparison {
    private final Instant knownFrom;
    private final List<List<@Nullable Object>> opened = new ArrayList<>();
    private final List<UUID> closed = new ArrayList<>();
    private final List<GainRestatement.Change> changes = new ArrayList<>();

    Comparison(Instant knownFrom) {
      this.knownFrom = knownFrom;
    }
  }
}
