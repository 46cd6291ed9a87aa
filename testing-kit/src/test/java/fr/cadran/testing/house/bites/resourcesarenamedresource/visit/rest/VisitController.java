package fr.cadran.testing.house.bites.resourcesarenamedresource.visit.rest;

import jakarta.ws.rs.Path;

@Path("/visits")
class VisitController {}
