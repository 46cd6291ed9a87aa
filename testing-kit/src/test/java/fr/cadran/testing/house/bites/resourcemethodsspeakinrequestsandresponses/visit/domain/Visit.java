package fr.cadran.testing.house.bites.resourcemethodsspeakinrequestsandresponses.visit.domain;

public record Visit(String centre) {}
