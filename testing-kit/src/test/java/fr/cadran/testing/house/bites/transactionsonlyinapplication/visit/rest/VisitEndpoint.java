package fr.cadran.testing.house.bites.transactionsonlyinapplication.visit.rest;

import jakarta.transaction.Transactional;

class VisitEndpoint {
  @Transactional
  String plan(String centre) {
    return centre;
  }
}
