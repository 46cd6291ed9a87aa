package fr.cadran.indicators.value.persistence;

import com.fasterxml.jackson.core.type.TypeReference;
import fr.cadran.indicators.catalogue.domain.IndicatorCatalogue;
import fr.cadran.indicators.catalogue.domain.IndicatorDefinition;
import fr.cadran.indicators.database.ExactJson;
import fr.cadran.indicators.database.KnownFrom;
import fr.cadran.indicators.database.Query;
import fr.cadran.indicators.database.Statements;
import fr.cadran.indicators.database.VisibleCentres;
import fr.cadran.indicators.value.application.IndicatorValues;
import fr.cadran.indicators.value.application.ReadValue;
import fr.cadran.indicators.value.application.Restatement;
import fr.cadran.indicators.value.application.StoredValue;
import fr.cadran.indicators.value.application.ValueFilter;
import fr.cadran.indicators.value.application.ValuePosition;
import fr.cadran.indicators.value.domain.IndicatorValue;
import fr.cadran.indicators.value.domain.RecordSource;
import fr.cadran.indicators.value.domain.Trace;
import fr.cadran.indicators.value.domain.ValuePeriod;
import fr.cadran.kit.access.CentreScope;
import fr.cadran.kit.id.DerivedId;
import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.Quarter;
import fr.cadran.kit.type.Rational;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Indicator values in plain SQL: append-only, closed by the time until which each was known. */
@ApplicationScoped
public class JdbcIndicatorValues implements IndicatorValues {
  private static final String COLUMNS =
      """
      SELECT v.id, v.finess, v.quarter, v.period, v.indicator, v.definition_version, v.specialty, v.numerator,
             v.denominator, v.value, v.missing_reason, v.flags, v.warnings, v.inputs,
             v.known_from, v.known_until\
      """;
  private static final String FROM = " FROM indicator_value v WHERE true";
  private static final String INSERT =
      """
      INSERT INTO indicator_value (id, finess, quarter, period, indicator, levier,
        definition_version, specialty, numerator, denominator, value, value_decimal,
        missing_reason, flags, warnings, inputs, trace, fingerprint, known_from)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?)\
      """;
  private static final int DECIMALS_FOR_FILTERS = 12;

  private final DataSource database;
  private final Statements statements;
  private final ExactJson json;

  JdbcIndicatorValues(DataSource database, ExactJson json) {
    this.database = database;
    this.statements = new Statements(database);
    this.json = json;
  }

  @Override
  public Restatement restate(
      Finess centre, Quarter from, List<IndicatorValue> values, Instant now) {
    Comparison compared = compare(centre, from, values, now);
    if (!compared.closed.isEmpty()) {
      statements.update(
          "UPDATE indicator_value SET known_until = ? WHERE id = ANY(?::uuid[])",
          compared.knownFrom,
          compared.closed.values().stream().map(Current::id).toList());
    }
    if (!compared.opened.isEmpty()) {
      statements.batch(INSERT, compared.opened);
    }
    return compared.result();
  }

  @Override
  public Restatement differences(
      Finess centre, Quarter from, List<IndicatorValue> values, Instant now) {
    return compare(centre, from, values, now).result();
  }

  private Comparison compare(
      Finess centre, Quarter from, List<IndicatorValue> values, Instant now) {
    Comparison compared = new Comparison(now, current(centre, from));
    for (IndicatorValue value : values) {
      byte[] inputs = json.bytes(value.inputs());
      byte[] trace = json.bytes(value.trace());
      String fingerprint = ExactJson.fingerprint(json.bytes(Said.of(value)), inputs, trace);
      Current before = compared.closed.get(Key.of(value));
      if (before != null && before.fingerprint().equals(fingerprint)) {
        compared.closed.remove(Key.of(value));
        compared.stored.add(new StoredValue(before.id(), centre, value, before.knownFrom(), null));
        continue;
      }
      UUID id = id(centre, value, fingerprint, compared.knownFrom);
      compared.opened.add(row(id, centre, value, inputs, trace, fingerprint, compared.knownFrom));
      compared.changes.add(
          change(Key.of(value), before == null ? null : before.said(), said(value)));
      compared.stored.add(new StoredValue(id, centre, value, compared.knownFrom, null));
    }
    return compared;
  }

  /** The same when the database is rebuilt, so that explanations and events keep their address. */
  private static UUID id(
      Finess centre, IndicatorValue value, String fingerprint, Instant knownFrom) {
    Key key = Key.of(value);
    return DerivedId.of(
        knownFrom,
        "indicator_value",
        centre.value(),
        key.quarter().toString(),
        key.period().name(),
        key.indicator(),
        key.specialty(),
        fingerprint);
  }

  private Map<Key, Current> current(Finess centre, Quarter from) {
    Map<Key, Current> current = new HashMap<>();
    new Query(
            "SELECT id, quarter, period, indicator, specialty, fingerprint, known_from,"
                + " coalesce(value, missing_reason) AS said"
                + " FROM indicator_value"
                + " WHERE finess = ? AND quarter >= ? AND known_until IS NULL",
            centre.value(),
            from.toString())
        .list(
            database,
            row ->
                current.put(
                    new Key(
                        Quarter.parse(row.getString("quarter")),
                        ValuePeriod.valueOf(row.getString("period")),
                        row.getString("indicator"),
                        row.getString("specialty")),
                    new Current(
                        row.getObject("id", UUID.class),
                        row.getString("fingerprint"),
                        row.getString("said"),
                        instant(row, "known_from"))));
    return current;
  }

  private List<@Nullable Object> row(
      UUID id,
      Finess centre,
      IndicatorValue value,
      byte[] inputs,
      byte[] trace,
      String fingerprint,
      Instant knownFrom) {
    IndicatorDefinition definition = value.definition();
    return Arrays.asList(
        id,
        centre.value(),
        value.quarter().toString(),
        value.period().name(),
        definition.code(),
        definition.levier().name(),
        definition.version(),
        Key.of(value).specialty(),
        text(value.numerator()),
        text(value.denominator()),
        text(value.value()),
        value.value() == null ? null : value.value().round(DECIMALS_FOR_FILTERS),
        value.missingReason(),
        value.flags().stream().map(Enum::name).sorted().toList(),
        value.warnings(),
        new String(inputs, StandardCharsets.UTF_8),
        new String(trace, StandardCharsets.UTF_8),
        fingerprint,
        knownFrom);
  }

  @Override
  public List<ReadValue> find(
      ValueFilter filter,
      CentreScope scope,
      Instant now,
      int limit,
      @Nullable ValuePosition after) {
    Query query = new Query(COLUMNS + FROM);
    VisibleCentres.restrict(query, "v.finess", scope, now);
    query.and("v.period = ?", filter.periodOfCentres().name());
    if (filter.centre() != null) {
      query.and("v.finess = ?", filter.centre().value());
    }
    if (filter.quarter() != null) {
      query.and("v.quarter = ?", filter.quarter().toString());
    }
    if (filter.from() != null) {
      query.and("v.quarter >= ?", filter.from().toString());
    }
    if (filter.to() != null) {
      query.and("v.quarter <= ?", filter.to().toString());
    }
    if (filter.indicator() != null) {
      query.and("v.indicator = ?", filter.indicator());
    }
    if (filter.levier() != null) {
      query.and("v.levier = ?", filter.levier().name());
    }
    if (filter.specialty() != null) {
      query.and("v.specialty = ?", filter.specialty());
    }
    if (filter.departement() != null) {
      query.and(
          "v.finess = ANY(ARRAY(SELECT d.finess FROM centre d WHERE d.departement = ?))",
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
          "(v.finess, v.quarter, v.indicator, v.specialty) > (?, ?, ?, ?)",
          after.centre().value(),
          after.quarter().toString(),
          after.indicator(),
          after.specialty());
    }
    return query
        .then("ORDER BY v.finess, v.quarter, v.indicator, v.specialty LIMIT ?", limit)
        .list(database, this::read);
  }

  @Override
  public Optional<StoredValue> find(UUID id, CentreScope scope, Instant now) {
    Query query = new Query(COLUMNS + ", v.trace" + FROM).and("v.id = ?", id);
    VisibleCentres.restrict(query, "v.finess", scope, now);
    return query.list(database, this::readWithTrace).stream().findFirst();
  }

  private StoredValue readWithTrace(ResultSet row) throws SQLException {
    ReadValue read = read(row);
    return new StoredValue(
        read.id(),
        read.centre(),
        new IndicatorValue(
            read.definition(),
            read.period(),
            read.quarter(),
            read.specialty(),
            read.numerator(),
            read.denominator(),
            read.value(),
            read.missingReason(),
            read.flags(),
            read.warnings(),
            read.inputs(),
            json.read(row.getString("trace"), new TypeReference<Trace>() {})),
        read.knownFrom(),
        read.knownUntil());
  }

  private ReadValue read(ResultSet row) throws SQLException {
    String specialty = row.getString("specialty");
    return new ReadValue(
        row.getObject("id", UUID.class),
        new Finess(row.getString("finess")),
        IndicatorCatalogue.withCode(row.getString("indicator"), row.getInt("definition_version"))
            .orElseThrow(),
        ValuePeriod.valueOf(row.getString("period")),
        Quarter.parse(row.getString("quarter")),
        specialty.isEmpty() ? null : specialty,
        rational(row, "numerator"),
        rational(row, "denominator"),
        rational(row, "value"),
        row.getString("missing_reason"),
        texts(row, "flags").map(IndicatorValue.Flag::valueOf).collect(Collectors.toSet()),
        texts(row, "warnings").toList(),
        json.read(row.getString("inputs"), new TypeReference<List<RecordSource>>() {}),
        instant(row, "known_from"),
        row.getObject("known_until") == null ? null : instant(row, "known_until"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static @Nullable Rational rational(ResultSet row, String column) throws SQLException {
    String text = row.getString(column);
    return text == null ? null : Rational.parse(text);
  }

  private static Stream<String> texts(ResultSet row, String column) throws SQLException {
    return Arrays.stream((String[]) row.getArray(column).getArray());
  }

  private static @Nullable String text(@Nullable Rational value) {
    return value == null ? null : value.toString();
  }

  private record Key(Quarter quarter, ValuePeriod period, String indicator, String specialty) {
    static Key of(IndicatorValue value) {
      String specialty = value.specialty();
      return new Key(
          value.quarter(),
          value.period(),
          value.definition().code(),
          specialty == null ? "" : specialty);
    }
  }

  /** What a restatement opens, and what it closes: all that is not the same any more. */
  private static final class Comparison {
    private final Instant knownFrom;
    private final Map<Key, Current> closed;
    private final List<StoredValue> stored = new ArrayList<>();
    private final List<List<@Nullable Object>> opened = new ArrayList<>();
    private final List<Restatement.Change> changes = new ArrayList<>();

    Comparison(Instant now, Map<Key, Current> current) {
      this.knownFrom = KnownFrom.of(now, current.values().stream().map(Current::knownFrom));
      this.closed = current;
    }

    Restatement result() {
      Set<Key> restated = new HashSet<>();
      stored.forEach(one -> restated.add(Key.of(one.value())));
      List<Restatement.Change> all = new ArrayList<>(changes);
      closed.forEach((key, before) -> {
        if (!restated.contains(key)) {
          all.add(change(key, before.said(), null));
        }
      });
      return new Restatement(stored, all);
    }
  }

  private static Restatement.Change change(
      Key key, @Nullable String before, @Nullable String after) {
    return new Restatement.Change(
        key.quarter(),
        key.period(),
        key.indicator(),
        key.specialty().isEmpty() ? null : key.specialty(),
        before,
        after);
  }

  private static @Nullable String said(IndicatorValue value) {
    return value.value() == null ? value.missingReason() : value.value().toString();
  }

  private record Current(UUID id, String fingerprint, String said, Instant knownFrom) {}

  /**
   * With its inputs and its trace, what makes a value another value: everything but the moment at
   * which it was computed.
   */
  private record Said(
      int definitionVersion,
      @Nullable Rational numerator,
      @Nullable Rational denominator,
      @Nullable Rational value,
      @Nullable String missingReason,
      Set<String> flags,
      List<String> warnings) {
    static Said of(IndicatorValue value) {
      return new Said(
          value.definition().version(),
          value.numerator(),
          value.denominator(),
          value.value(),
          value.missingReason(),
          value.flags().stream().map(Enum::name).collect(Collectors.toCollection(TreeSet::new)),
          value.warnings());
    }
  }
}
