package fr.cadran.testing.house.bites.nogenericexceptions.visit.domain;

final class Visit {
  void open(boolean closed) {
    if (closed) {
      throw new RuntimeException("closed");
    }
  }
}
