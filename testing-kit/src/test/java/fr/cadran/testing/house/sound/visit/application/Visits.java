package fr.cadran.testing.house.sound.visit.application;

import fr.cadran.testing.house.sound.visit.domain.Visit;

/** The port through which visits are kept. */
public interface Visits {
  void keep(Visit visit);
}
