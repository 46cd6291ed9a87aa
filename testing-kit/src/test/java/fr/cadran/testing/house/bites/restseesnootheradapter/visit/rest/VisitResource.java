package fr.cadran.testing.house.bites.restseesnootheradapter.visit.rest;

import fr.cadran.testing.house.bites.restseesnootheradapter.visit.persistence.JpaVisits;

final class VisitResource {
  private final JpaVisits visits;

  VisitResource(JpaVisits visits) {
    this.visits = visits;
  }

  String first() {
    return visits.first();
  }
}
