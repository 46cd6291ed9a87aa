package fr.cadran.testing.house.bites.persistenceadaptersarenamedbytechnology.visit.persistence;

import fr.cadran.testing.house.bites.persistenceadaptersarenamedbytechnology.visit.application.Visits;

final class StoredVisits implements Visits {
  @Override
  public String first() {
    return "";
  }
}
