package fr.cadran.testing.house.bites.packagesarenullmarked.visit.domain;

record Visit(String centre) {}
