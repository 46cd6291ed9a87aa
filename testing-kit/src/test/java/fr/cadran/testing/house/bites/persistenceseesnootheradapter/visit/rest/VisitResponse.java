package fr.cadran.testing.house.bites.persistenceseesnootheradapter.visit.rest;

public record VisitResponse(String centre) {}
