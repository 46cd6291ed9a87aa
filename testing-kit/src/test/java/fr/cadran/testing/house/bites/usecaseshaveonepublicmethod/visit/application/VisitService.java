package fr.cadran.testing.house.bites.usecaseshaveonepublicmethod.visit.application;

import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
public class VisitService {
  /** Of a bean whose name says nothing of it. */
  public String plan(String centre) {
    return centre;
  }
}
