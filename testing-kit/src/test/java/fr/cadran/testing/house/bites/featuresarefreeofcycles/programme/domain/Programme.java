package fr.cadran.testing.house.bites.featuresarefreeofcycles.programme.domain;

import fr.cadran.testing.house.bites.featuresarefreeofcycles.visit.domain.Visit;
import java.util.List;

public record Programme(List<Visit> visits) {}
