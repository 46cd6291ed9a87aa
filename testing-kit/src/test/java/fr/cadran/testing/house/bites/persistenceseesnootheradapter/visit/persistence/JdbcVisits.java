package fr.cadran.testing.house.bites.persistenceseesnootheradapter.visit.persistence;

import fr.cadran.testing.house.bites.persistenceseesnootheradapter.visit.rest.VisitResponse;

final class JdbcVisits {
  VisitResponse first() {
    return new VisitResponse("");
  }
}
