package fr.cadran.centres.coordination.persistence;

import fr.cadran.centres.coordination.application.ReceivedSums;
import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.Quarter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads what centres declare to have received from the last submitted versions of their quarters.
 */
@ApplicationScoped
class PostgresReceivedSums implements ReceivedSums {
  private static final String SUMS =
      """
      select v.quarter as quarter,
             cast(v.content -> 'finance' ->> 'optionCoordinationReceived' as numeric) as received
      from quarterly_version v
      where v.centre = :centre
        and v.content -> 'finance' ->> 'optionCoordinationReceived' is not null
        and v.version = (select max(last.version) from quarterly_version last
                         where last.centre = v.centre and last.quarter = v.quarter)
      """;

  private final EntityManager entities;

  PostgresReceivedSums(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public Map<String, BigDecimal> of(Finess centre, LocalDate day) {
    Map<String, BigDecimal> sums = new TreeMap<>();
    for (Object found :
        entities
            .createNativeQuery(SUMS, Tuple.class)
            .setParameter("centre", centre.value())
            .getResultList()) {
      Tuple row = (Tuple) found;
      String quarter = row.get("quarter", String.class);
      if (!Quarter.parse(quarter).lastDay().isAfter(day)) {
        sums.put(quarter, row.get("received", BigDecimal.class));
      }
    }
    return sums;
  }
}
