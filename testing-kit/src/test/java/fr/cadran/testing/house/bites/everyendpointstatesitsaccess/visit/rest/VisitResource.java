package fr.cadran.testing.house.bites.everyendpointstatesitsaccess.visit.rest;

import fr.cadran.kit.access.PublicAccess;
import fr.cadran.kit.access.RequiresScope;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

@Path("/visits")
class VisitResource {
  @GET
  String silent() {
    return "";
  }

  @GET
  @Path("/torn")
  @PublicAccess
  @RequiresScope("visits:read")
  String torn() {
    return "";
  }
}
