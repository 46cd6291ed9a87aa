package fr.cadran.testing.house.bites.usecaseshaveonepublicmethod.visit.application;

import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
public class PlanVisit {
  /** One use case. */
  public String plan(String centre) {
    return centre;
  }

  /** A second one. */
  public String cancel(String centre) {
    return centre;
  }
}
