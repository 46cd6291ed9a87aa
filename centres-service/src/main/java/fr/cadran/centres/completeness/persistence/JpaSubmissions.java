package fr.cadran.centres.completeness.persistence;

import fr.cadran.centres.access.application.CentreReach;
import fr.cadran.centres.access.application.WithinReach;
import fr.cadran.centres.completeness.application.CompletenessFilter;
import fr.cadran.centres.completeness.application.Submissions;
import fr.cadran.centres.completeness.domain.Completeness;
import fr.cadran.centres.completeness.domain.MissingCentre;
import fr.cadran.kit.type.Finess;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Counts by Hibernate. Centres, records and cohorts belong to other features; their entities are
 * named in the queries only, because one statement has to see both.
 */
@ApplicationScoped
class JpaSubmissions implements Submissions {
  private static final UUID NO_PROGRAMME = new UUID(0, 0);

  /**
   * A centre is of the cohort of a quarter when it took part on at least one day of it, the same
   * rule as for being open.
   */
  private static final String EXPECTED =
      """
      from CentreEntity c
      left join QuarterlyRecordEntity r
        on r.centre = c.finess and r.quarter = :quarter and r.version > 0
      left join QuarterlyVersionEntity one
        on one.centre = r.centre and one.quarter = r.quarter and one.version = 1
      left join QuarterlyDecisionEntity d
        on d.centre = r.centre and d.quarter = r.quarter and d.version = r.version
      where (c.openedOn is null or c.openedOn <= :lastDay)
        and (c.closedOn is null or c.closedOn >= :firstDay)
        and (:departement = '' or c.departement = :departement)
        and (:region = '' or c.region = :region)
        and (:everyProgramme = true
             or exists (select 1 from ParticipationEntity part
                        where part.programme = :programme and part.centre = c.finess
                          and part.joinedOn <= :lastDay
                          and (part.leftOn is null or part.leftOn >= :firstDay)))
        and
      """
          + WithinReach.of("c", "reach");

  private final EntityManager entities;

  JpaSubmissions(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public Completeness count(CompletenessFilter filter, CentreReach reach) {
    TypedQuery<Object[]> query =
        entities.createQuery(
            """
            select count(c.finess), count(r.centre),
                   count(case when one.late = false then 1 end),
                   count(case when d.outcome = VALIDATED then 1 end),
                   count(case when d.outcome = RETURNED then 1 end)
            """
                + EXPECTED,
            Object[].class);
    parameters(filter, reach).forEach(query::setParameter);
    Object[] row = query.getSingleResult();
    return new Completeness(
        (Long) row[0], (Long) row[1], (Long) row[2], (Long) row[3], (Long) row[4]);
  }

  @Override
  public List<MissingCentre> missing(
      CompletenessFilter filter, CentreReach reach, @Nullable String after, int most) {
    TypedQuery<Object[]> query =
        entities
            .createQuery(
                "select c.finess, c.name, c.departement, c.region "
                    + EXPECTED
                    + " and r.centre is null and c.finess > :after order by c.finess",
                Object[].class)
            .setParameter("after", after == null ? "" : after)
            .setMaxResults(most);
    parameters(filter, reach).forEach(query::setParameter);
    return query.getResultList().stream()
        .map(row ->
            new MissingCentre(
                new Finess((String) row[0]), (String) row[1], (String) row[2], (String) row[3]))
        .toList();
  }

  private static Map<String, Object> parameters(CompletenessFilter filter, CentreReach reach) {
    Map<String, Object> parameters = new HashMap<>(WithinReach.parameters("reach", reach));
    parameters.put("quarter", filter.quarter().toString());
    parameters.put("firstDay", filter.quarter().firstDay());
    parameters.put("lastDay", filter.quarter().lastDay());
    parameters.put("departement", filter.departement() == null ? "" : filter.departement());
    parameters.put("region", filter.region() == null ? "" : filter.region());
    parameters.put("everyProgramme", filter.programme() == null);
    parameters.put("programme", filter.programme() == null ? NO_PROGRAMME : filter.programme());
    return parameters;
  }
}
