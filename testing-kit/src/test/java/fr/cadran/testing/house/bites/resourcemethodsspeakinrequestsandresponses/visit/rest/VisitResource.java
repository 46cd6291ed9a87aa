package fr.cadran.testing.house.bites.resourcemethodsspeakinrequestsandresponses.visit.rest;

import fr.cadran.kit.access.RequiresScope;
import fr.cadran.testing.house.bites.resourcemethodsspeakinrequestsandresponses.visit.domain.Visit;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

@Path("/visits")
class VisitResource {
  @GET
  @RequiresScope("visits:read")
  Visit last() {
    return new Visit("930012345");
  }
}
