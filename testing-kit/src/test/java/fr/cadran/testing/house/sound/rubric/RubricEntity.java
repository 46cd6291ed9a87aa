package fr.cadran.testing.house.sound.rubric;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
class RubricEntity {
  @Id long id;
}
