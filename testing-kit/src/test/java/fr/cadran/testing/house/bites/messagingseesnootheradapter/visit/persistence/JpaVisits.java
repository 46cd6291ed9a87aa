package fr.cadran.testing.house.bites.messagingseesnootheradapter.visit.persistence;

public final class JpaVisits {
  public String first() {
    return "";
  }
}
