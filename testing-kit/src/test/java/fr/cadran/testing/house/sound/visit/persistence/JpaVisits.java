package fr.cadran.testing.house.sound.visit.persistence;

import fr.cadran.testing.house.sound.visit.application.Visits;
import fr.cadran.testing.house.sound.visit.domain.Visit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

@ApplicationScoped
class JpaVisits implements Visits {
  private final EntityManager rows;

  JpaVisits(EntityManager rows) {
    this.rows = rows;
  }

  @Override
  public void keep(Visit visit) {
    VisitEntity row = new VisitEntity();
    row.id = visit.on().toEpochDay();
    rows.persist(row);
  }
}
