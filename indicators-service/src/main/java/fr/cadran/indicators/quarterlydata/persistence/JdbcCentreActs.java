package fr.cadran.indicators.quarterlydata.persistence;

import fr.cadran.indicators.database.Query;
import fr.cadran.indicators.quarterlydata.application.CentreActs;
import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.Quarter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;

/** Sums of acts in plain SQL over the content as it was received. */
@ApplicationScoped
public class JdbcCentreActs implements CentreActs {
  private final DataSource database;

  JdbcCentreActs(DataSource database) {
    this.database = database;
  }

  @Override
  public Map<OfQuarter, Long> between(Quarter from, Quarter to) {
    Map<OfQuarter, Long> acts = new HashMap<>();
    new Query(
            """
            SELECT r.finess, r.quarter, s.acts
            FROM (SELECT DISTINCT ON (finess, quarter) finess, quarter, content
                  FROM quarterly_record WHERE quarter BETWEEN ? AND ?
                  ORDER BY finess, quarter, version DESC) r,
                 LATERAL (SELECT sum((line ->> 'acts')::numeric)::bigint AS acts,
                                 bool_and(line ->> 'acts' IS NOT NULL) AS given
                          FROM jsonb_path_query(r.content, '$.activity[*]') AS line) s
            WHERE s.given\
            """,
            from.toString(),
            to.toString())
        .list(
            database,
            row ->
                acts.put(
                    new OfQuarter(
                        new Finess(row.getString("finess")),
                        Quarter.parse(row.getString("quarter"))),
                    row.getLong("acts")));
    return acts;
  }
}
