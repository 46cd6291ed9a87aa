package fr.cadran.testing.house.bites.featuresmeetinapplicationordomain.programme.rest;

import fr.cadran.testing.house.bites.featuresmeetinapplicationordomain.visit.rest.VisitResponse;

record ProgrammeResponse(VisitResponse last) {}
