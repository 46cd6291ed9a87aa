package fr.cadran.testing.house.sound.rubric;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

@ApplicationScoped
class RubricRepository {
  private final EntityManager rows;

  RubricRepository(EntityManager rows) {
    this.rows = rows;
  }

  RubricEntity one(long id) {
    return rows.find(RubricEntity.class, id);
  }
}
