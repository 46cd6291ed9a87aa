package fr.cadran.centres.coordination.persistence;

import fr.cadran.centres.coordination.application.DeclaredFtes;
import fr.cadran.centres.coordination.domain.NursingYear;
import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.Quarter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** Reads the nursing FTE from the last submitted versions of quarters. */
@ApplicationScoped
class PostgresDeclaredFtes implements DeclaredFtes {
  private static final String FTES =
      """
      select v.quarter as quarter,
             cast(v.content -> 'humanResources' ->> 'nursingFteLastYear' as numeric) as fte
      from quarterly_version v
      where v.centre = :centre
        and v.content -> 'humanResources' ->> 'nursingFteLastYear' is not null
        and v.version = (select max(last.version) from quarterly_version last
                         where last.centre = v.centre and last.quarter = v.quarter)
      order by v.quarter desc
      """;

  private final EntityManager entities;

  PostgresDeclaredFtes(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public Optional<NursingYear.DeclaredFte> last(Finess centre, LocalDate day) {
    for (Object found :
        entities
            .createNativeQuery(FTES, Tuple.class)
            .setParameter("centre", centre.value())
            .getResultList()) {
      Tuple row = (Tuple) found;
      String quarter = row.get("quarter", String.class);
      if (!Quarter.parse(quarter).lastDay().isAfter(day)) {
        return Optional.of(new NursingYear.DeclaredFte(quarter, row.get("fte", BigDecimal.class)));
      }
    }
    return Optional.empty();
  }
}
