package fr.cadran.testing.house.bites.featuresmeetinapplicationordomain.visit.rest;

public record VisitResponse(String centre) {}
