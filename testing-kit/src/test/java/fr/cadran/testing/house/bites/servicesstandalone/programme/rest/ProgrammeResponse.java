package fr.cadran.testing.house.bites.servicesstandalone.programme.rest;

import fr.cadran.testing.house.sound.visit.rest.VisitResponse;

record ProgrammeResponse(VisitResponse last) {}
