package fr.cadran.testing.house.sound.visit.rest;

record VisitRequest(String centre) {}
