package fr.cadran.indicators.centre.persistence;

import fr.cadran.events.centres.CentreState;
import fr.cadran.events.centres.MandatsState;
import fr.cadran.indicators.centre.application.Centres;
import fr.cadran.indicators.database.Query;
import fr.cadran.indicators.database.Statements;
import fr.cadran.indicators.database.VisibleCentres;
import fr.cadran.kit.access.CentreScope;
import fr.cadran.kit.type.Finess;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Centres and mandats in plain SQL. */
@ApplicationScoped
public class JdbcCentres implements Centres {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  private final DataSource database;
  private final Statements statements;

  JdbcCentres(DataSource database) {
    this.database = database;
    this.statements = new Statements(database);
  }

  @Override
  public void keep(CentreState state) {
    statements.update(
        """
        INSERT INTO centre (finess, version, name, manager_kind, commune_code, departement, region)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (finess) DO UPDATE SET
          version = excluded.version, name = excluded.name, manager_kind = excluded.manager_kind,
          commune_code = excluded.commune_code, departement = excluded.departement,
          region = excluded.region
        WHERE centre.version < excluded.version
        """,
        state.finess(),
        state.version(),
        state.name(),
        state.managerKind(),
        state.communeCode(),
        state.departement(),
        state.region());
  }

  @Override
  public void keep(MandatsState state) {
    int newer =
        statements.update(
            """
            INSERT INTO mandat_list (finess, version) VALUES (?, ?)
            ON CONFLICT (finess) DO UPDATE SET version = excluded.version
            WHERE mandat_list.version < excluded.version
            """,
            state.finess(),
            state.version());
    if (newer == 0) {
      return;
    }
    statements.update("DELETE FROM mandat WHERE finess = ?", state.finess());
    for (MandatsState.Mandat mandat : state.mandats()) {
      statements.update(
          "INSERT INTO mandat (finess, id, client_id, valid_from, ends_at) VALUES (?, ?, ?, ?, ?)",
          state.finess(),
          mandat.id(),
          mandat.clientId(),
          mandat.validFrom(),
          endOf(mandat));
    }
  }

  @Override
  public boolean isVisible(Finess centre, CentreScope scope, Instant now) {
    Query query = new Query("SELECT 1 FROM centre v WHERE v.finess = ?", centre.value());
    VisibleCentres.restrict(query, "v.finess", scope, now);
    return !query.list(database, row -> row.getInt(1)).isEmpty();
  }

  private static @Nullable Instant endOf(MandatsState.Mandat mandat) {
    LocalDate lastDay = mandat.validUntil();
    Instant afterLastDay =
        lastDay == null ? null : lastDay.plusDays(1).atStartOfDay(PARIS).toInstant();
    return Stream.concat(Stream.ofNullable(afterLastDay), Stream.ofNullable(mandat.revokedAt()))
        .min(Instant::compareTo)
        .orElse(null);
  }
}
