package fr.cadran.testing.house.bites.nofieldinjection.visit.rest;

import jakarta.inject.Inject;
import java.time.Clock;

class VisitEndpoint {
  @Inject Clock clock;
}
