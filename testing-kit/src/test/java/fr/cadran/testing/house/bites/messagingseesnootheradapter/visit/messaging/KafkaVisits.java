package fr.cadran.testing.house.bites.messagingseesnootheradapter.visit.messaging;

import fr.cadran.testing.house.bites.messagingseesnootheradapter.visit.persistence.JpaVisits;

final class KafkaVisits {
  private final JpaVisits visits;

  KafkaVisits(JpaVisits visits) {
    this.visits = visits;
  }

  String first() {
    return visits.first();
  }
}
