package fr.cadran.testing.house.bites.domainisplainjava.visit.domain;

import jakarta.inject.Singleton;

@Singleton
final class Visit {}
