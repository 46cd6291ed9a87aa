package fr.cadran.testing.house.bites.restrecordsarerequestsorresponses.visit.rest;

record VisitDto(String centre) {}
