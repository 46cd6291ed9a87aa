package fr.cadran.testing.house.bites.afeatureisflatorlayered.visit.domain;

record Visit(String centre) {}
