package fr.cadran.indicators.value.persistence;

import fr.cadran.indicators.database.Query;
import fr.cadran.indicators.value.application.CentreFigures;
import fr.cadran.indicators.value.application.FigureFilter;
import fr.cadran.indicators.value.domain.CentreFigure;
import fr.cadran.indicators.value.domain.ValuePeriod;
import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.Quarter;
import fr.cadran.kit.type.Rational;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Figures of many centres in plain SQL, without their traces. */
@ApplicationScoped
public class JdbcCentreFigures implements CentreFigures {
  private final DataSource database;

  JdbcCentreFigures(DataSource database) {
    this.database = database;
  }

  @Override
  public List<CentreFigure> find(FigureFilter filter) {
    Query query =
        new Query(
            "SELECT v.finess, v.indicator, v.quarter, v.value, v.missing_reason"
                + " FROM indicator_value v WHERE true");
    restrict(query, filter);
    return query
        .then("ORDER BY v.finess, v.quarter, v.indicator")
        .list(database, JdbcCentreFigures::read);
  }

  @Override
  public Optional<Quarter> latestQuarter(FigureFilter filter) {
    Query query =
        new Query("SELECT max(v.quarter) FROM indicator_value v WHERE v.value IS NOT NULL");
    restrict(query, filter);
    return query.list(database, row -> Optional.ofNullable(row.getString(1))).stream()
        .flatMap(Optional::stream)
        .findFirst()
        .map(Quarter::parse);
  }

  private static void restrict(Query query, FigureFilter filter) {
    query.and("v.indicator = ANY(?)", List.copyOf(filter.indicators()));
    query.and("v.period = ?", ValuePeriod.QUARTER.name());
    query.and("v.specialty = ?", filter.specialty() == null ? "" : filter.specialty());
    if (filter.from() != null) {
      query.and("v.quarter >= ?", filter.from().toString());
    }
    if (filter.to() != null) {
      query.and("v.quarter <= ?", filter.to().toString());
    }
    if (filter.centres() != null) {
      query.and("v.finess = ANY(?)", filter.centres().stream().map(Finess::value).toList());
    }
    if (filter.asOf() == null) {
      query.and("v.known_until IS NULL");
    } else {
      query.and(
          "v.known_from <= ? AND (v.known_until IS NULL OR v.known_until > ?)",
          filter.asOf(),
          filter.asOf());
    }
  }

  private static CentreFigure read(ResultSet row) throws SQLException {
    String value = row.getString("value");
    return new CentreFigure(
        new Finess(row.getString("finess")),
        row.getString("indicator"),
        Quarter.parse(row.getString("quarter")),
        value == null ? null : Rational.parse(value),
        row.getString("missing_reason"));
  }
}
