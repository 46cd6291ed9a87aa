package fr.cadran.indicators.centre.persistence;

import fr.cadran.indicators.centre.application.KnownCentres;
import fr.cadran.indicators.centre.domain.KnownCentre;
import fr.cadran.indicators.database.Query;
import fr.cadran.indicators.database.VisibleCentres;
import fr.cadran.kit.access.CentreScope;
import fr.cadran.kit.type.Finess;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;

/** The local copy of centres in plain SQL. */
@ApplicationScoped
public class JdbcKnownCentres implements KnownCentres {
  private static final String SELECT =
      "SELECT v.finess, v.name, v.manager_kind, v.departement, v.region FROM centre v WHERE true";

  private final DataSource database;

  JdbcKnownCentres(DataSource database) {
    this.database = database;
  }

  @Override
  public List<KnownCentre> visible(Collection<Finess> centres, CentreScope scope, Instant now) {
    Query query =
        new Query(SELECT).and("v.finess = ANY(?)", centres.stream().map(Finess::value).toList());
    VisibleCentres.restrict(query, "v.finess", scope, now);
    return query.then("ORDER BY v.finess").list(database, JdbcKnownCentres::read);
  }

  @Override
  public List<KnownCentre> all() {
    return new Query(SELECT).then("ORDER BY v.finess").list(database, JdbcKnownCentres::read);
  }

  private static KnownCentre read(ResultSet row) throws SQLException {
    return new KnownCentre(
        new Finess(row.getString("finess")),
        row.getString("name"),
        row.getString("manager_kind"),
        row.getString("departement"),
        row.getString("region"));
  }
}
