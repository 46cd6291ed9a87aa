package fr.cadran.testing.house.bites.persistenceadaptersarenamedbytechnology.visit.application;

public interface Visits {
  String first();
}
