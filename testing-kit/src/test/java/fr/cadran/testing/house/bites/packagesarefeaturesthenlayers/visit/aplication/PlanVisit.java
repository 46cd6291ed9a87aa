package fr.cadran.testing.house.bites.packagesarefeaturesthenlayers.visit.aplication;

/** In a package that no rule on layers would watch. */
record PlanVisit(String centre) {}
