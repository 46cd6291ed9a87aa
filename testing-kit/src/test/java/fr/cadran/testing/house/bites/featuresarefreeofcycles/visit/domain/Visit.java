package fr.cadran.testing.house.bites.featuresarefreeofcycles.visit.domain;

import fr.cadran.testing.house.bites.featuresarefreeofcycles.programme.domain.Programme;

public record Visit(Programme programme) {}
