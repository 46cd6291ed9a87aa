package fr.cadran.testing.house.sound.visit.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
class VisitEntity {
  @Id long id;
}
