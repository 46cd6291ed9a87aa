package fr.cadran.testing.house.bites.restseesnootheradapter.visit.persistence;

public final class JpaVisits {
  public String first() {
    return "";
  }
}
