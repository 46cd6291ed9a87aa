package fr.cadran.indicators.cpts.persistence;

import fr.cadran.events.cpts.CptsState;
import fr.cadran.indicators.cpts.application.KnownCpts;
import fr.cadran.indicators.database.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import javax.sql.DataSource;

/** CPTS in plain SQL. */
@ApplicationScoped
public class JdbcKnownCpts implements KnownCpts {
  private final Statements statements;

  JdbcKnownCpts(DataSource database) {
    this.statements = new Statements(database);
  }

  @Override
  public void keep(CptsState state) {
    statements.update(
        """
        INSERT INTO cpts (id, version, name, stage, departement, region, caisse)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET
          version = excluded.version, name = excluded.name, stage = excluded.stage,
          departement = excluded.departement, region = excluded.region, caisse = excluded.caisse
        WHERE cpts.version < excluded.version
        """,
        state.cpts(),
        state.version(),
        state.name(),
        state.stage(),
        state.departement(),
        state.region(),
        state.caisse());
  }
}
