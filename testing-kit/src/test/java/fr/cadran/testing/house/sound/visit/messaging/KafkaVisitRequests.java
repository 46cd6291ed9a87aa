package fr.cadran.testing.house.sound.visit.messaging;

import fr.cadran.testing.house.sound.visit.application.PlanVisit;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class KafkaVisitRequests {
  private final PlanVisit planVisit;

  KafkaVisitRequests(PlanVisit planVisit) {
    this.planVisit = planVisit;
  }

  void receive(String centre) {
    planVisit.plan(centre);
  }
}
