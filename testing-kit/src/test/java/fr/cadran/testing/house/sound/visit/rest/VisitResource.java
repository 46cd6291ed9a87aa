package fr.cadran.testing.house.sound.visit.rest;

import fr.cadran.kit.access.PublicAccess;
import fr.cadran.kit.access.RequiresScope;
import fr.cadran.testing.house.sound.visit.application.PlanVisit;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;

@Path("/visits")
class VisitResource {
  private final PlanVisit planVisit;

  VisitResource(PlanVisit planVisit) {
    this.planVisit = planVisit;
  }

  @POST
  @RequiresScope("visits:write")
  VisitResponse plan(VisitRequest request) {
    return new VisitResponse(planVisit.plan(request.centre()).centre(), List.of());
  }

  @GET
  @PublicAccess
  List<VisitResponse> all(@QueryParam("limit") int limit) {
    return List.of();
  }
}
