package fr.cadran.indicators.recomputation.persistence;

import fr.cadran.indicators.database.Query;
import fr.cadran.indicators.database.Statements;
import fr.cadran.indicators.recomputation.application.Recomputations;
import fr.cadran.indicators.recomputation.domain.Difference;
import fr.cadran.indicators.recomputation.domain.Recomputation;
import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.Quarter;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Recomputations in plain SQL. */
@ApplicationScoped
public class JdbcRecomputations implements Recomputations {
  private static final String SELECT =
      "SELECT id, requested_at, dry_run, centre, state, centres, done, failed,"
          + " values_computed, values_changed, gains_computed, gains_changed, finished_at"
          + " FROM recomputation WHERE id = ?";

  private final DataSource database;
  private final Statements statements;

  JdbcRecomputations(DataSource database) {
    this.database = database;
    this.statements = new Statements(database);
  }

  @Override
  public void add(Recomputation recomputation, Collection<Finess> centres) {
    statements.update(
        "INSERT INTO recomputation (id, requested_at, dry_run, centre, state, centres)"
            + " VALUES (?, ?, ?, ?, ?, ?)",
        recomputation.id(),
        recomputation.requestedAt(),
        recomputation.dryRun(),
        text(recomputation.centre()),
        recomputation.state().name(),
        recomputation.centres());
    statements.batch(
        "INSERT INTO recomputation_pending (recomputation, finess) VALUES (?, ?)",
        centres.stream()
            .map(one -> Arrays.<@Nullable Object>asList(recomputation.id(), one.value()))
            .toList());
  }

  @Override
  public Optional<Recomputation> find(UUID id) {
    return new Query(SELECT, id).list(database, JdbcRecomputations::read).stream().findFirst();
  }

  @Override
  public Optional<Finess> take(UUID id) {
    return taken(
        """
        DELETE FROM recomputation_pending WHERE (recomputation, finess) = (
          SELECT recomputation, finess FROM recomputation_pending WHERE recomputation = ?
          ORDER BY finess LIMIT 1 FOR UPDATE SKIP LOCKED)
        RETURNING finess\
        """,
        id);
  }

  @Override
  public Optional<Finess> take(UUID id, Finess centre) {
    return taken(
        "DELETE FROM recomputation_pending WHERE recomputation = ? AND finess = ? RETURNING finess",
        id,
        centre.value());
  }

  private Optional<Finess> taken(String sql, Object... values) {
    return new Query(sql, values)
        .list(database, row -> new Finess(row.getString("finess"))).stream().findFirst();
  }

  @Override
  public void add(UUID id, Recomputation.Progress more) {
    statements.update(
        "UPDATE recomputation SET state = 'RUNNING', done = done + ?, failed = failed + ?,"
            + " values_computed = values_computed + ?, values_changed = values_changed + ?,"
            + " gains_computed = gains_computed + ?, gains_changed = gains_changed + ?"
            + " WHERE id = ?",
        more.done(),
        more.failed(),
        more.valuesComputed(),
        more.valuesChanged(),
        more.gainsComputed(),
        more.gainsChanged(),
        id);
  }

  @Override
  public void finish(UUID id, Instant now) {
    statements.update(
        """
        UPDATE recomputation SET state = 'DONE', finished_at = ? WHERE id = ? AND state <> 'DONE'
          AND NOT EXISTS (SELECT FROM recomputation_pending p WHERE p.recomputation = recomputation.id)
        """,
        now,
        id);
  }

  @Override
  public void addDifferences(UUID id, List<Difference> differences) {
    statements.batch(
        "INSERT INTO recomputation_difference (recomputation, finess, quarter, kind, code, period,"
            + " specialty, before, after) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        differences.stream()
            .map(one ->
                Arrays.<@Nullable Object>asList(
                    id,
                    one.centre().value(),
                    one.quarter().toString(),
                    one.kind().name(),
                    one.code(),
                    one.period(),
                    one.specialty(),
                    one.before(),
                    one.after()))
            .toList());
  }

  @Override
  public List<Difference> differences(UUID id, int limit) {
    return new Query(
            "SELECT finess, quarter, kind, code, period, specialty, before, after"
                + " FROM recomputation_difference WHERE recomputation = ?",
            id)
        .then("ORDER BY finess, place LIMIT ?", limit)
        .list(
            database,
            row ->
                new Difference(
                    new Finess(row.getString("finess")),
                    Quarter.parse(row.getString("quarter")),
                    Difference.Kind.valueOf(row.getString("kind")),
                    row.getString("code"),
                    row.getString("period"),
                    row.getString("specialty"),
                    row.getString("before"),
                    row.getString("after")));
  }

  @Override
  public List<UUID> unfinished() {
    return new Query("SELECT id FROM recomputation WHERE state <> 'DONE'")
        .then("ORDER BY id")
        .list(database, row -> row.getObject("id", UUID.class));
  }

  private static Recomputation read(ResultSet row) throws SQLException {
    return new Recomputation(
        row.getObject("id", UUID.class),
        row.getObject("requested_at", OffsetDateTime.class).toInstant(),
        row.getBoolean("dry_run"),
        finess(row.getString("centre")),
        Recomputation.State.valueOf(row.getString("state")),
        row.getInt("centres"),
        new Recomputation.Progress(
            row.getInt("done"),
            row.getInt("failed"),
            row.getLong("values_computed"),
            row.getLong("values_changed"),
            row.getLong("gains_computed"),
            row.getLong("gains_changed")),
        instant(row.getObject("finished_at", OffsetDateTime.class)));
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }

  private static @Nullable Finess finess(@Nullable String text) {
    return text == null ? null : new Finess(text);
  }

  private static @Nullable String text(@Nullable Finess centre) {
    return centre == null ? null : centre.value();
  }
}
