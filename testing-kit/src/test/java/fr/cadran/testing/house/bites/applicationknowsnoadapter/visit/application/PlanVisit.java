package fr.cadran.testing.house.bites.applicationknowsnoadapter.visit.application;

import jakarta.persistence.EntityManager;

final class PlanVisit {
  private final EntityManager rows;

  PlanVisit(EntityManager rows) {
    this.rows = rows;
  }

  boolean isOpen() {
    return rows.isOpen();
  }
}
