package fr.cadran.testing.house.bites.entitiesliveinpersistence.visit.rest;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
class VisitRow {
  @Id long id;
}
