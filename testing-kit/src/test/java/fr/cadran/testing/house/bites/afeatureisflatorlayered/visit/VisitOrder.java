package fr.cadran.testing.house.bites.afeatureisflatorlayered.visit;

record VisitOrder(int rank) {}
